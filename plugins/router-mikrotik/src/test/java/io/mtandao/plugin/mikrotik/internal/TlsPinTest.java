package io.mtandao.plugin.mikrotik.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mtandao.plugin.mikrotik.internal.RouterFault.Kind;
import io.mtandao.testing.routeros.FakeRouter;
import java.net.InetAddress;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.Test;

class TlsPinTest extends RouterTest {

    @Test
    void theConfirmedCertificateIsTrusted() {
        assertThat(open(tls(router.fingerprint()), PATIENT).call(IDENTITY).rows()).hasSize(1);
    }

    @Test
    void anotherCertificateIsNotAndNothingIsSentToIt() {
        RouterAccess confirmed;
        try (FakeRouter other = FakeRouter.start()) {
            confirmed = tls(other.fingerprint());
        }
        RouterFault refused = fault(Kind.CERTIFICATE, () -> open(confirmed, PATIENT));
        assertThat(refused).isInstanceOf(UnconfirmedCertificate.class).hasMessageContaining("another certificate");
        assertThat(((UnconfirmedCertificate) refused).seen().hex()).isEqualTo(router.fingerprint());
        assertThat(router.seen()).isEmpty();
    }

    @Test
    void onFirstUseTheFingerprintIsToldAndNotTrusted() {
        RouterFault refused = fault(Kind.CERTIFICATE, () -> open(tls(null), PATIENT));
        assertThat(((UnconfirmedCertificate) refused).seen().hex()).isEqualTo(router.fingerprint());
        assertThat(refused).hasMessageContaining("not been confirmed").hasMessageContaining(Fingerprint.parse(router.fingerprint()).toString());
    }

    @Test
    void aServiceWithoutCertificateIsNamedAsSuch() throws Exception {
        SSLContext empty = SSLContext.getInstance("TLS");
        empty.init(null, null, null);
        try (SSLServerSocket server = (SSLServerSocket) empty.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread once = new Thread(() -> {
                try {
                    server.accept().getInputStream().read();
                } catch (java.io.IOException e) {
                    // no common cipher suite, as wanted
                }
            });
            once.start();
            RouterAccess access = new RouterAccess("127.0.0.1", server.getLocalPort(), true, null, "u", "p", false);
            assertThat(fault(Kind.CERTIFICATE, () -> open(access, PATIENT))).hasMessageContaining("api-ssl");
            once.join();
        }
    }

    @Test
    void aPlainPortIsNotMistakenForTls() {
        RouterAccess wrongPort = new RouterAccess("127.0.0.1", router.port(), true, null, "u", "p", false);
        RouterFault fault = catchThrowableOfType(RouterFault.class, () -> open(wrongPort, HASTY_LOGIN));
        assertThat(fault.kind()).isIn(Kind.CERTIFICATE, Kind.TIMEOUT);
    }
}
