package io.mtandao.testing.whatsapp;

import io.mtandao.testing.simulator.Answer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Meta's envelope of errors, thrown by what handles a request. */
final class GraphError extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;
    private final int code;
    private final String details;

    GraphError(int status, int code, String message, String details) {
        super(message);
        this.status = status;
        this.code = code;
        this.details = details;
    }

    Answer answer() {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", "(#" + code + ") " + getMessage());
        error.put("type", "OAuthException");
        error.put("code", code);
        error.put("error_data", Map.of("messaging_product", "whatsapp", "details", details));
        error.put("fbtrace_id", "AbC" + System.nanoTime());
        return Answer.json(status, Map.of("error", error));
    }
}
