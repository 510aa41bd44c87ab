package io.mtandao.api.tenant;

import io.mtandao.api.ListQuery;
import io.mtandao.api.Origin;
import io.mtandao.api.Page;
import io.mtandao.api.TenantId;
import io.mtandao.api.tenant.Operators.Operator;
import java.time.Instant;

/** The platform's own people among themselves: further accounts, lost passwords, and what each of them did. */
public interface OperatorAccounts {
    /** Search: name and e-mail address. Filters: {@code active}. */
    Page<Account> list(Operator operator, ListQuery query);

    /**
     * A link by which whoever has it makes the account of that address, once, within 24 hours; for handing over by hand. Returns the path after the base URL.
     *
     * @throws io.mtandao.api.Conflict when there is an account with this address
     */
    String invite(Operator operator, String email);

    /**
     * A link that sets a new password once, within 24 hours; for handing over by hand. Returns the path after the base URL. Whoever is alone gets one from the log
     * (operator's setting {@code recover} of {@code io.mtandao.operator}).
     *
     * @throws io.mtandao.api.Conflict for one's own account and for one that is not active
     */
    String passwordLink(Operator operator, long id);

    /** Ends the account's sessions, and voids its links and those that it gave. @throws io.mtandao.api.Conflict for oneself */
    void deactivate(Operator operator, long id);

    void reactivate(Operator operator, long id);

    /** What a link is good for. @throws io.mtandao.api.NotFound when it is used, over or never was */
    Link look(String token);

    /**
     * Makes the account, or sets the password (which ends all sessions of the account).
     *
     * @param fullName of a new account; left alone otherwise
     * @throws io.mtandao.api.NotFound when the link is used, over or never was
     * @throws io.mtandao.api.Invalid on {@code fullName} or {@code password}; the link stays good then
     */
    void use(String token, String fullName, String password, Origin origin);

    /** What operators did, newest first; append-only. Search: who, action, detail. Filters: {@code action}, {@code who}, {@code isp}, {@code from}, {@code to}. */
    Page<Deed> audit(Operator operator, ListQuery query);

    record Account(long id, String fullName, String email, boolean active, Instant createdAt) {}

    record Link(String email, boolean newAccount) {}

    /** @param isp null when it was not done to an ISP @param detail may be null */
    record Deed(long id, Instant at, String who, String address, String action, TenantId isp, String detail) {}
}
