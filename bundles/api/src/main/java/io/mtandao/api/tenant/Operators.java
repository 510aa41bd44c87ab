package io.mtandao.api.tenant;

import io.mtandao.api.ListQuery;
import io.mtandao.api.Origin;
import io.mtandao.api.Page;
import io.mtandao.api.TenantId;
import java.time.Instant;

/** The platform's own people (super-admin): they see ISPs, not their subscribers, unless they impersonate, which the ISP sees in its audit log. */
public interface Operators {
    /** Whether the first operator account is still to be made (by the one-time link in the log of the first start). */
    boolean firstStart();

    void createFirst(String oneTimeToken, String fullName, String email, String password, Origin origin);

    OperatorSession signIn(String email, String password, Origin origin);

    /** @throws io.mtandao.api.Unauthenticated */
    Operator authenticate(String token, Origin origin);

    void signOut(String token);

    /** Filters: {@code state}. */
    Page<Isp> isps(Operator operator, ListQuery query);

    void suspend(Operator operator, TenantId tenant, String reason);

    void reactivate(Operator operator, TenantId tenant);

    /** A session inside the tenant with the rights of an admin, for at most 60 minutes, audited on both sides. */
    Sessions.Session impersonate(Operator operator, TenantId tenant, int minutes, String reason);

    record Operator(long id, String fullName, String email, Origin origin) {}

    record OperatorSession(String token, Instant expiresAt, Operator operator) {}

    record Isp(TenantId id, String name, String slug, State state, long staff, long subscribers, Instant createdAt) {}

    enum State {
        ACTIVE,
        SUSPENDED
    }
}
