package io.mtandao.plugin.mikrotik.internal;

import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;

/** Why a router did not do what it was asked. The message is written for the ISP's staff and never holds a password. */
class RouterFault extends RuntimeException {

    /** What the caller can do about it, and what the platform does about it when the plugin can do nothing. */
    enum Kind {
        /** An item of that name is there already: treat an add as an update. */
        CONFLICT(Outcome.REFUSED),
        /** The item is gone: treat a removal as done. */
        NOT_FOUND(Outcome.REFUSED),
        /** User name or password refused, or the login form is not allowed. */
        AUTH(Outcome.MISCONFIGURED),
        /** The PPP profile named in a secret does not exist on the router. */
        MISSING_PROFILE(Outcome.REFUSED),
        /** The API user's group lacks a policy. */
        PERMISSION(Outcome.MISCONFIGURED),
        /** The router understood and refused for another reason; asking again will not help. */
        REFUSED(Outcome.REFUSED),
        /** No answer in time. The command may or may not have been carried out. */
        TIMEOUT(Outcome.RETRY),
        /** No connection, or it broke. A command in flight may or may not have been carried out. */
        UNREACHABLE(Outcome.RETRY),
        /** The certificate is not the confirmed one, or there is none. */
        CERTIFICATE(Outcome.MISCONFIGURED),
        /** What answers at that address does not speak the RouterOS API; seen before login, so the port is wrong. */
        PROTOCOL(Outcome.MISCONFIGURED),
        /** Stopped by us before its end. */
        CANCELLED(Outcome.RETRY);

        private final Outcome outcome;

        Kind(Outcome outcome) {
            this.outcome = outcome;
        }
    }

    private static final long serialVersionUID = 1;
    private final Kind kind;

    RouterFault(Kind kind, String message) {
        this(kind, message, null);
    }

    RouterFault(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** Every operation of a network driver may be repeated, so that even a lost answer is RETRY and not UNKNOWN. */
    VendorProblem asVendorProblem() {
        return new VendorProblem(kind.outcome, getMessage(), this);
    }

    /** A copy for another thread, so that its stack trace shows who waited. */
    RouterFault again() {
        return new RouterFault(kind, getMessage(), this);
    }
}
