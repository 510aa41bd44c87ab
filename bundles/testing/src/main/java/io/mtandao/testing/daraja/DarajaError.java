package io.mtandao.testing.daraja;

import io.mtandao.testing.simulator.Answer;
import java.util.Map;

/** Daraja's envelope of synchronous errors, thrown by what handles a request. */
final class DarajaError extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;
    private final String code;

    DarajaError(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static DarajaError invalid(String field) {
        return new DarajaError(400, "400.002.02", "Bad Request - Invalid " + field);
    }

    Answer answer() {
        return Answer.json(status, Map.of("requestId", "7071-4170-a0e5-" + System.nanoTime(), "errorCode", code, "errorMessage", getMessage()));
    }
}
