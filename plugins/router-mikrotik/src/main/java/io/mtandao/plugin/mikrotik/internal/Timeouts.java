package io.mtandao.plugin.mikrotik.internal;

import java.time.Duration;

/**
 * How long each step may take.
 *
 * @param connect     TCP connection
 * @param login       TLS handshake, and again the login
 * @param command     from sending a command to its {@code !done}
 * @param cancelGrace after a command's time limit: how long the router has to confirm its cancellation before the connection is dropped
 * @param idle        after which an unused connection closes itself; below ten minutes, when NATs forget it
 */
record Timeouts(Duration connect, Duration login, Duration command, Duration cancelGrace, Duration idle) {

    static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(15),
            Duration.ofSeconds(1), Duration.ofSeconds(60));
}
