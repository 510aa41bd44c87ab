package io.mtandao.testing.routeros;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A RouterOS router on loopback: the binary API plain and with TLS, PPP secrets and hotspot users with their profiles and sessions, queues,
 * address lists and leases with the rules between them, and {@linkplain #faults() faults}. Close it to free its ports and threads.
 *
 * <p>Nothing in it needs a test framework, so it also plays the routers of a demo.
 */
public final class FakeRouter implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final RouterState state;
    private final Faults faults = new Faults();
    private final Journal journal = new Journal();
    private final List<ApiAccount> accounts;
    private final RouterVersion version;
    /** Null without TLS, like the socket. */
    private final SelfSignedCertificate certificate;
    private final ExecutorService threads;
    private final Set<ApiSession> sessions = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final ServerSocket plain;
    private final ServerSocket tls;

    private FakeRouter(Builder builder) {
        state = new RouterState(builder.version);
        accounts = List.copyOf(builder.accounts);
        version = RouterVersion.parse(builder.version);
        String name = "fake-router-" + COUNT.incrementAndGet();
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        try {
            plain = bound(new ServerSocket(), builder.port);
            certificate = builder.withTls ? new SelfSignedCertificate("router.lan") : null;
            tls = builder.withTls ? bound(certificate.context().getServerSocketFactory().createServerSocket(), builder.tlsPort) : null;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen", e);
        }
        threads.execute(() -> accept(plain));
        if (tls != null) {
            threads.execute(() -> accept(tls));
        }
    }

    /** A router of RouterOS 7.20.1 with the API user {@code mtandao}, password {@code router-password}, on free ports. */
    public static FakeRouter start() {
        return builder().start();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The port of the service api, without TLS. */
    public int port() {
        return plain.getLocalPort();
    }

    /** The port of the service api-ssl. */
    public int tlsPort() {
        return tls.getLocalPort();
    }

    /** SHA-256 of the certificate of api-ssl: 64 lower-case hexadecimal digits. */
    public String fingerprint() {
        return certificate.fingerprint();
    }

    public Faults faults() {
        return faults;
    }

    /** The last commands clients sent, oldest first. */
    public List<SeenCommand> seen() {
        return journal.all();
    }

    /** Forgets what it saw. */
    public void forgetSeen() {
        journal.clear();
    }

    /** How many API connections were ever accepted. */
    public int connections() {
        return accepted.get();
    }

    /** How many API connections are open now. */
    public int openConnections() {
        return sessions.size();
    }

    /** Breaks every open API connection, as a reboot does. Subscribers' sessions stay. */
    public void dropConnections() {
        sessions.forEach(ApiSession::close);
    }

    /** Adds an item as an administrator would in WinBox. @return its id */
    public String add(String menu, Map<String, String> values) {
        return state.add(menu, values);
    }

    /** Changes an item as an administrator would. @param name or id */
    public void set(String menu, String name, Map<String, String> values) {
        state.set(menu, name, values);
    }

    /** Removes an item as an administrator would. @param name or id */
    public void remove(String menu, String name) {
        state.remove(menu, name);
    }

    /** A menu's rows as they are now, for example of {@code /ppp/secret}. */
    public List<Map<String, String>> rows(String menu) {
        return state.print(menu);
    }

    /** @return false when one of that name is there, perhaps put there this moment by a client */
    public boolean addUnlessThere(String menu, Map<String, String> words) {
        if (row(menu, words.get("name")).isPresent()) return false;
        try {
            add(menu, words);
            return true;
        } catch (Trap e) {
            if (row(menu, words.get("name")).isEmpty()) throw e;
            return false;
        }
    }

    /** The row of that name, if there is one. */
    public Optional<Map<String, String>> row(String menu, String name) {
        return state.print(menu).stream().filter(row -> name.equals(row.get("name"))).findFirst();
    }

    /** Takes over profiles and secrets from the text of an {@code /export}. @return items added */
    public int load(String export) {
        return new RscExport(state).load(export);
    }

    /** A subscriber's equipment dials in once. @return empty when the secret is missing, disabled or has another password */
    public Optional<PppSession> dialIn(String user, String password) {
        return state.dialIn(user, password);
    }

    /** A subscriber's equipment that dials in now and again at once whenever it finds itself offline and the secret lets it in. */
    public void plugIn(String user, String password) {
        state.plugIn(user, password);
    }

    /** Its power goes: no more dialling; a live session stays until it is removed. */
    public void unplug(String user) {
        state.unplug(user);
    }

    /** Whether a session of that user is live. */
    public boolean isOnline(String user) {
        return row("/ppp/active", user).isPresent();
    }

    /** Adds an item as the router itself does, such as a lease that it gave away. @return its id */
    public String insert(String menu, Map<String, String> values) {
        return state.insert(menu, values);
    }

    /** Whether packets from that address get through the firewall. */
    public boolean forwards(String address) {
        return state.forwards(address);
    }

    /** A device logs in at the hotspot's portal. @return empty when user, password or MAC do not fit, or too many devices are on */
    public Optional<HotspotSession> logIn(String user, String password, String mac) {
        return state.logIn(user, password, mac);
    }

    /** A device that logs in now and again at once whenever it finds itself offline: by its cookie, or else by the password. */
    public void carry(String user, String password, String mac) {
        state.carry(user, password, mac);
    }

    /** Whether a device of that user is logged in at the hotspot. */
    public boolean isOnHotspot(String user) {
        return state.isOnHotspot(user);
    }

    @Override
    public void close() {
        shut(plain);
        if (tls != null) {
            shut(tls);
        }
        dropConnections();
        threads.shutdownNow();
        try {
            threads.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                serve(server.accept());
            } catch (IOException | RejectedExecutionException e) {
                // switched off, or a client that left before it was let in
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        accepted.incrementAndGet();
        ApiSession session = new ApiSession(socket, faults, threads, new LoginDesk(accounts, state, version), journal);
        sessions.add(session);
        threads.execute(() -> {
            session.run();
            sessions.remove(session);
        });
    }

    private static ServerSocket bound(ServerSocket socket, int port) throws IOException {
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    private static void shut(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // nothing left to close
        }
    }

    /** What kind of router to start. */
    public static final class Builder {
        private final List<ApiAccount> accounts = new ArrayList<>(List.of(
                new ApiAccount("mtandao", "router-password", Set.of("read", "write", "sensitive"))));
        private String version = "7.20.1";
        private int port;
        private int tlsPort;
        private boolean withTls = true;

        private Builder() {
        }

        /** Before 6.43 it wants the challenge login, before 7.18 it has no {@code !empty}. */
        public Builder version(String routerOs) {
            version = routerOs;
            return this;
        }

        /** Adds an API user. @param policies of its group, of read, write and sensitive */
        public Builder user(String name, String password, String... policies) {
            accounts.add(new ApiAccount(name, password, Set.of(policies)));
            return this;
        }

        /** Fixed ports, for a demo; 0 is any free one. */
        public Builder ports(int plainPort, int securePort) {
            port = plainPort;
            tlsPort = securePort;
            return this;
        }

        /** Without the service api-ssl, whose key takes longer to make than all the rest: for tests with hundreds of routers. */
        public Builder withoutTls() {
            withTls = false;
            return this;
        }

        public FakeRouter start() {
            return new FakeRouter(this);
        }
    }
}
