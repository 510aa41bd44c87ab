package io.mtandao.api.tenant;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Origin;
import io.mtandao.api.Page;
import io.mtandao.api.Role;
import java.time.Instant;

/** The ISP's people. Filters: {@code role}, {@code active}. */
public interface Staff {
    Page<Member> list(Caller caller, ListQuery query);

    Member get(Caller caller, long id);

    /** Without a password the account waits for its one-time link. */
    Member create(Caller caller, Draft draft);

    Member update(Caller caller, long id, int version, Draft draft);

    /** @throws io.mtandao.api.Conflict for the last owner and for oneself */
    void delete(Caller caller, long id);

    /** The caller's own; ends all sessions of the account but the caller's. @throws io.mtandao.api.Invalid on {@code oldPassword} or {@code newPassword} */
    void changePassword(Caller caller, String oldPassword, String newPassword);

    /** A link that sets a new password once, within 24 hours; for handing over by hand when there is no mail. Returns the path after the base URL. */
    String oneTimeLink(Caller caller, long id);

    /** Mails a reset link when the account exists; always answers the same. */
    void requestReset(String slugOrHost, String email, Origin origin);

    /** @throws io.mtandao.api.NotFound when the token is used, over or never was */
    void resetPassword(String token, String newPassword, Origin origin);

    record Member(long id, int version, String fullName, String email, String phone, Role role, boolean active, Instant lastSignIn, Instant createdAt) {}

    /** @param password null to leave it */
    record Draft(String fullName, String email, String phone, Role role, boolean active, String password) {}
}
