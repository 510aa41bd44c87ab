package io.mtandao.spi;

import java.time.Instant;
import java.util.Map;

/**
 * A vendor's call exactly as it came.
 *
 * @param headers names in lower case
 * @param body the bytes as they arrived: check signatures over these, before parsing
 * @param address the peer's address
 */
public record RawCallback(
        long id, String purpose, String method, Map<String, String> query, Map<String, String> headers, byte[] body, String address, Instant receivedAt) {
    public String text() {
        return new String(body, java.nio.charset.StandardCharsets.UTF_8);
    }

    public String header(String name) {
        return headers.get(name.toLowerCase(java.util.Locale.ROOT));
    }
}
