package io.mtandao.plugin.mikrotik.internal;

import io.mtandao.plugin.mikrotik.internal.RouterFault.Kind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** The bytes' way to one router: a TCP connection, with TLS and the pinned certificate around it where asked for. */
final class RouterSocket implements AutoCloseable {
    private final RouterAccess access;
    private final PinnedCertificate trust;
    private final Socket tcp;
    private final Socket socket;

    private RouterSocket(RouterAccess access, PinnedCertificate trust, Socket tcp, Socket socket) {
        this.access = access;
        this.trust = trust;
        this.tcp = tcp;
        this.socket = socket;
    }

    /**
     * Connects; nothing is sent yet.
     *
     * @throws RouterFault UNREACHABLE or TIMEOUT
     */
    static RouterSocket dial(RouterAccess access, Duration limit) {
        Socket tcp = new Socket();
        try {
            tcp.setTcpNoDelay(true);
            tcp.connect(new InetSocketAddress(access.host(), access.port()), millis(limit));
            PinnedCertificate trust = new PinnedCertificate(access.pin());
            return new RouterSocket(access, trust, tcp, access.tls() ? secured(tcp, access, trust) : tcp);
        } catch (IOException e) {
            shut(tcp);
            boolean slow = e instanceof SocketTimeoutException;
            throw new RouterFault(slow ? Kind.TIMEOUT : Kind.UNREACHABLE, "Cannot connect to " + access + ": " + e.getMessage(), e);
        }
    }

    private static Socket secured(Socket tcp, RouterAccess access, PinnedCertificate trust) throws IOException {
        try {
            // a context of its own for each connection: a resumed session would skip the trust manager, and with it the pin
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context.getSocketFactory().createSocket(tcp, access.host(), access.port(), true);
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS is not available on this Java", e);
        }
    }

    /**
     * With TLS: shakes hands and checks the certificate. Blocks until done or until another thread closes this socket.
     *
     * @throws UnconfirmedCertificate when the certificate is not the pinned one
     * @throws RouterFault            CERTIFICATE when TLS fails otherwise
     */
    void handshake() {
        if (!(socket instanceof SSLSocket tls)) {
            return;
        }
        try {
            tls.startHandshake();
        } catch (IOException e) {
            Fingerprint refused = trust.refused();
            if (refused != null) {
                throw new UnconfirmedCertificate(refused, access.pin() == null, e);
            }
            throw new RouterFault(Kind.CERTIFICATE, "No TLS with " + access + " (" + e.getMessage()
                    + "). Has the service api-ssl a certificate?", e);
        }
    }

    /** @param idle time of silence after which a read gives up with a SocketTimeoutException */
    InputStream in(Duration idle) throws IOException {
        socket.setSoTimeout(millis(idle));
        return new BufferedInputStream(socket.getInputStream());
    }

    OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    /** Breaks the connection at once, also under a thread that is blocked on it. TLS's own close could wait for that thread. */
    @Override
    public void close() {
        shut(tcp);
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone either way, and nobody could do anything about it
        }
    }

    private static int millis(Duration duration) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, duration.toMillis()));
    }
}
