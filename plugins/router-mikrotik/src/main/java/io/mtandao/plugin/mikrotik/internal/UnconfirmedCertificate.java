package io.mtandao.plugin.mikrotik.internal;

/**
 * The router showed a certificate nobody has confirmed, or another one than confirmed. Nothing was sent to it.
 * On first use the operator compares {@link #seen()} with what the router prints under System, Certificates, and confirms it.
 */
final class UnconfirmedCertificate extends RouterFault {
    private static final long serialVersionUID = 1;
    private final transient Fingerprint seen;

    UnconfirmedCertificate(Fingerprint seen, boolean first, Throwable cause) {
        super(Kind.CERTIFICATE, first
                ? "The router's certificate has not been confirmed yet. Its SHA-256 fingerprint is " + seen
                : "The router shows another certificate than the confirmed one: " + seen
                        + ". Confirm it only if you replaced the router or its certificate", cause);
        this.seen = seen;
    }

    Fingerprint seen() {
        return seen;
    }
}
