package io.mtandao.testing.httpsms;

import io.mtandao.testing.simulator.Answer;
import io.mtandao.testing.simulator.Received;
import io.mtandao.testing.simulator.SimulatedVendor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * A gateway on loopback that takes whatever it is sent and answers {@code {"messages":[{"id":"hs-1","status":"accepted"}]}} unless told otherwise. Alone:
 * {@code java … HttpSmsSimulator 8204}; what it is sent is then printed.
 */
public final class HttpSmsSimulator extends SimulatedVendor {
    private final AtomicLong last = new AtomicLong();
    private volatile Answer reply;

    public HttpSmsSimulator() {
        this(0);
    }

    public HttpSmsSimulator(int port) {
        super(port);
        open();
    }

    public static void main(String[] args) throws InterruptedException {
        try (HttpSmsSimulator vendor = new HttpSmsSimulator(args.length > 0 ? Integer.parseInt(args[0]) : 8204)) {
            System.out.println("An SMS gateway is played at " + vendor.url());
            for (int seen = 0; ; seen++) {
                Received request = vendor.await("", seen + 1, Duration.ofDays(365)).get(seen);
                System.out.println(request.method() + " " + request.path() + " " + request.query() + " " + request.text());
            }
        }
    }

    /** What every request is answered from now on. */
    public void replies(int status, String contentType, String body) {
        reply = Answer.text(status, contentType, body);
    }

    /** Reports a delivery in the query of a GET. */
    public void reportByQuery(String url, Map<String, String> fields) {
        callbacks().send("GET", url + "?" + form(fields), Map.of(), new byte[0]);
    }

    /** Reports a delivery by a form. */
    public void reportByForm(String url, Map<String, String> fields) {
        callbacks().send("POST", url, Map.of("Content-Type", "application/x-www-form-urlencoded"), form(fields).getBytes(StandardCharsets.UTF_8));
    }

    /** Reports a delivery by JSON. */
    public void reportByJson(String url, Map<String, ?> value) {
        callbacks().send("POST", url, Map.of("Content-Type", "application/json"), Answer.json(0, value).body());
    }

    @Override
    protected Answer answer(Received request) {
        Answer fixed = reply;
        return fixed != null ? fixed : Answer.json(200, Map.of("messages", List.of(Map.of("id", "hs-" + last.incrementAndGet(), "status", "accepted"))));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    }
}
