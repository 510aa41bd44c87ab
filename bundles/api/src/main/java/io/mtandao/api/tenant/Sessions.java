package io.mtandao.api.tenant;

import io.mtandao.api.Caller;
import io.mtandao.api.Origin;
import io.mtandao.api.Role;
import java.time.Instant;
import java.util.Set;

/** Sign-in of staff and recognition of whoever holds a token or a key. */
public interface Sessions {
    /**
     * @param slugOrHost the ISP's short name or its own host name
     * @throws io.mtandao.api.Unauthenticated with the same text whatever was wrong
     * @throws io.mtandao.api.Throttled after too many wrong tries from this address (or on this account from unknown addresses)
     * @throws io.mtandao.api.TenantSuspended
     */
    Session signIn(String slugOrHost, String email, String password, Origin origin);

    /** Who holds this bearer: a session token or an API key. @throws io.mtandao.api.Unauthenticated @throws io.mtandao.api.TenantSuspended */
    Caller authenticate(String bearer, Origin origin);

    void signOut(String token);

    /** @param token shown once, kept hashed */
    record Session(String token, Instant expiresAt, Set<Role> roles, Caller caller) {}
}
