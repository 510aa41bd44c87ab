package io.mtandao.spi;

/**
 * One address at which a vendor calls: {@code /hooks/<token>/<purpose>}.
 *
 * @param purpose lower-case path segment; some vendors forbid words in it (Daraja: mpesa, safaricom, exe, cmd, sql, query)
 * @param kind NOTICE: stored raw, answered at once with the fixed acknowledgement below, interpreted later. QUESTION: the vendor waits for a
 *     decision, so {@link CallbackQuestions#answer} is asked at once; the acknowledgement below is what is answered when the plugin is away or slow
 */
public record Callback(String purpose, Kind kind, int ackStatus, String ackType, String ackBody) {
    public enum Kind {
        NOTICE,
        QUESTION
    }

    public static Callback notice(String purpose, int status, String type, String body) {
        return new Callback(purpose, Kind.NOTICE, status, type, body);
    }

    public static Callback question(String purpose, int status, String type, String body) {
        return new Callback(purpose, Kind.QUESTION, status, type, body);
    }
}
