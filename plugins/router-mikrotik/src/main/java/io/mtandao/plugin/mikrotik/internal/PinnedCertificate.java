package io.mtandao.plugin.mikrotik.internal;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts one certificate and no other: routers sign their own, so authorities, names and dates say nothing about them.
 * Without a pin it trusts none and only remembers what it saw. It extends the <em>extended</em> trust manager because Java wraps
 * a plain one with checks of the host name and key algorithm, which self-signed router certificates fail.
 */
final class PinnedCertificate extends X509ExtendedTrustManager {
    private final Fingerprint pin;
    private volatile Fingerprint seen;

    /** @param pin null when no certificate has been confirmed yet */
    PinnedCertificate(Fingerprint pin) {
        this.pin = pin;
    }

    /** @return what the router showed if it was not the pinned one, else null */
    Fingerprint refused() {
        return seen == null || seen.equals(pin) ? null : seen;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        seen = Fingerprint.of(chain[0]);
        if (!seen.equals(pin)) {
            throw new CertificateException("not the pinned certificate");
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
        checkServerTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("this side is never the server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
