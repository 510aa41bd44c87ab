package io.mtandao.plugin.mikrotik.internal;

import io.mtandao.plugin.mikrotik.internal.RouterFault.Kind;
import io.mtandao.spi.network.NetworkDriver.RouterAddress;

/**
 * Where a router is and how to get in.
 *
 * @param host        name or address
 * @param port        8729 with TLS, 8728 without, unless the ISP moved it
 * @param tls         false sends the password readable by anyone on the way
 * @param pin         the confirmed certificate, or null when none is; used with TLS only
 * @param legacyLogin whether the MD5 challenge of RouterOS before 6.43 may be answered
 */
record RouterAccess(String host, int port, boolean tls, Fingerprint pin, String user, String password, boolean legacyLogin) {

    /** @throws RouterFault CERTIFICATE when the ISP's settings do not allow it, or the fingerprint cannot be read */
    static RouterAccess of(RouterAddress router, MikrotikSettings settings) {
        if (!router.tls() && !settings.allowPlain()) {
            throw new RouterFault(Kind.CERTIFICATE, "The router is set up without TLS, which the settings of this plugin do not allow");
        }
        try {
            Fingerprint pin = router.fingerprint() == null || router.fingerprint().isBlank() ? null
                    : Fingerprint.parse(router.fingerprint());
            return new RouterAccess(router.host(), router.port(), router.tls(), pin, router.user(), router.password(),
                    settings.legacyLogin());
        } catch (IllegalArgumentException e) {
            throw new RouterFault(Kind.CERTIFICATE, "The confirmed fingerprint of the router is unreadable: " + e.getMessage(), e);
        }
    }

    /** Without the password: this text ends up in logs. */
    @Override
    public String toString() {
        return user + "@" + host + ":" + port + (tls ? " (TLS)" : " (plain)");
    }
}
