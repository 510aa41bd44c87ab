package io.mtandao.e2e;

import io.mtandao.testing.db.PostgresServer;
import io.mtandao.testing.db.TestDatabase;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The distribution, unpacked and started as a process of its own on free ports; its vendors' addresses are those of the simulators. */
final class Platform implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Path home;
    private final int port;
    private Process process;

    private Platform(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    /** Unpacks and configures, does not start. @param settings OSGi configurations by pid, each a text of key = value lines */
    static Platform unpack(String name, TestDatabase.Kind kind, Map<String, String> settings) throws Exception {
        Path home = Path.of("target/platforms/" + name).toAbsolutePath();
        run(Path.of("."), "rm", "-rf", home.toString());
        Files.createDirectories(home);
        run(Path.of("."), "tar", "xzf", System.getProperty("distribution"), "-C", home.toString(), "--strip-components=1");
        Platform p = new Platform(home, freePort());
        p.configure("org.ops4j.pax.web", "org.osgi.service.http.enabled = true\norg.osgi.service.http.port = " + p.port
            + "\norg.osgi.service.http.secure.enabled = false\norg.ops4j.pax.web.listening.addresses = 127.0.0.1\n");
        p.configure("io.mtandao.platform", "publicUrl = " + p.url("") + "\n");
        // the routers of these tests are simulators on this machine
        p.configure("io.mtandao.router.hosts", "allowed = 127.0.0.0/8\n");
        p.put("org.apache.karaf.shell.cfg", "sshPort", freePort());
        p.put("org.apache.karaf.management.cfg", "rmiRegistryPort", freePort());
        p.put("org.apache.karaf.management.cfg", "rmiServerPort", freePort());
        if (kind == TestDatabase.Kind.POSTGRES)
            p.configure("io.mtandao.database", "kind = postgresql\nurl = " + PostgresServer.newDatabase()
                + "?reWriteBatchedInserts=true\nownerUser = mtandao_owner\nownerPassword = test\nappUser = mtandao_app\nappPassword = test\npoolSize = 20\n");
        for (Map.Entry<String, String> e : settings.entrySet()) p.configure(e.getKey(), e.getValue());
        return p;
    }

    /** Another node on the same database: the same keys and the same connection, ports of its own. The first has been started once. */
    Platform twin(String name, Map<String, String> settings) throws Exception {
        Platform twin = unpack(name, TestDatabase.Kind.DERBY, settings);
        for (String shared : new String[] {"io.mtandao.database.cfg", "mtandao.keys"})
            Files.copy(home.resolve("etc/" + shared), twin.home.resolve("etc/" + shared), StandardCopyOption.REPLACE_EXISTING);
        return twin;
    }

    Platform start() throws Exception {
        ProcessBuilder b = new ProcessBuilder(home.resolve("bin/karaf").toString(), "server").directory(home.toFile()).redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("console.log").toFile()));
        b.environment().remove("KARAF_HOME");
        b.environment().remove("KARAF_BASE");
        process = b.start();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        while (System.nanoTime() < until) {
            if (!process.isAlive()) throw new IllegalStateException("Karaf ended: " + Files.readString(home.resolve("console.log")));
            if (status("/health") == 200) return this;
            TimeUnit.MILLISECONDS.sleep(300);
        }
        throw new IllegalStateException("not ready in time; see " + home.resolve("data/log/karaf.log"));
    }

    /** As the power cut does it. */
    void kill() throws Exception {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    Path home() {
        return home;
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    int status(String path) {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create(url(path))).timeout(Duration.ofSeconds(5)).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    String log() throws IOException {
        return Files.readString(home.resolve("data/log/karaf.log"));
    }

    void deploy(Path jar) throws IOException {
        Path part = home.resolve("data/tmp/" + jar.getFileName());
        Files.createDirectories(part.getParent());
        Files.copy(jar, part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, home.resolve("deploy/" + jar.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }

    private void configure(String pid, String text) throws IOException {
        Files.writeString(home.resolve("etc/" + pid + ".cfg"), text);
    }

    private void put(String file, String key, Object value) throws IOException {
        Path f = home.resolve("etc/" + file);
        String text = Files.exists(f) ? Files.readString(f) : "";
        String line = key + " = " + value;
        String changed = text.replaceAll("(?m)^\\s*" + key + "\\s*=.*$", line);
        Files.writeString(f, changed.contains(line) ? changed : text + "\n" + line + "\n");
    }

    /** Below those that the system gives to outgoing connections: one of them could take it before the platform has started. */
    static int freePort() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(15_000, 32_000);
            try (ServerSocket s = new ServerSocket(port)) {
                return s.getLocalPort();
            } catch (BindException taken) {
                // the next
            }
        }
    }

    private static void run(Path dir, String... command) throws Exception {
        Process p = new ProcessBuilder(command).directory(dir.toFile()).inheritIO().start();
        if (p.waitFor() != 0) throw new IllegalStateException(String.join(" ", command));
    }

    @Override
    public void close() throws Exception {
        if (process == null || !process.isAlive()) return;
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) kill();
    }
}
