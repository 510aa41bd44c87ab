package io.mtandao.testing.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a simulator answers. */
public record Answer(int status, String contentType, byte[] body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static Answer text(int status, String contentType, String body) {
        return new Answer(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** @param value a map, a list or a JSON tree */
    public static Answer json(int status, Object value) {
        try {
            return new Answer(status, "application/json", JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
