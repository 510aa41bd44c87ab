package io.mtandao.api.router;

import java.time.Instant;

/**
 * A router (NAS). Its password is write-only.
 *
 * @param driver plugin id, for example "mikrotik"
 * @param fingerprint SHA-256 of its TLS certificate in hex, or null when it is reached without TLS
 * @param health what the last look said; text for a person
 */
public record Router(
        long id,
        int version,
        String name,
        String driver,
        String host,
        int port,
        String user,
        boolean tls,
        String fingerprint,
        Health health,
        String healthText,
        Instant lookedAt,
        long subscriptions,
        long failing) {
    public enum Health {
        UNKNOWN,
        UP,
        DOWN
    }
}
