package io.mtandao.testing.africastalking;

import io.mtandao.testing.simulator.Answer;
import io.mtandao.testing.simulator.Received;
import io.mtandao.testing.simulator.SimulatedVendor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Africa's Talking on loopback: sending, balance, delivery reports. Any account is served until {@link #account} names the ones that exist. Alone:
 * {@code java … AfricasTalkingSimulator 8202}; messages are then printed.
 */
public final class AfricasTalkingSimulator extends SimulatedVendor {
    /** A message that was accepted. */
    public record Message(String username, String from, String to, String text, String id) {}

    private record Result(int code, String status) {}

    private final Map<String, String> accounts = new ConcurrentHashMap<>();
    private final Map<String, String> reportUrls = new ConcurrentHashMap<>();
    private final Map<String, Result> numbers = new ConcurrentHashMap<>();
    private final List<String> senderIds = new CopyOnWriteArrayList<>();
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final AtomicLong last = new AtomicLong(System.currentTimeMillis());
    private volatile boolean broke;
    private volatile List<String> reports = List.of("Success");

    public AfricasTalkingSimulator() {
        this(0);
    }

    public AfricasTalkingSimulator(int port) {
        super(port);
        open();
    }

    public static void main(String[] args) throws InterruptedException {
        try (AfricasTalkingSimulator vendor = new AfricasTalkingSimulator(args.length > 0 ? Integer.parseInt(args[0]) : 8202)) {
            System.out.println("Africa's Talking is played at " + vendor.url());
            for (int seen = 0; ; seen++) System.out.println(vendor.await("/messaging", seen + 1, Duration.ofDays(365)).get(seen).form());
        }
    }

    public void account(String username, String apiKey) {
        accounts.put(username, apiKey);
    }

    /** Only these may be used from now on. */
    public void senderId(String id) {
        senderIds.add(id);
    }

    /** What becomes of messages to a number. */
    public void number(String phone, int statusCode, String status) {
        numbers.put(phone, new Result(statusCode, status));
    }

    public void balanceIsUsedUp() {
        broke = true;
    }

    /** As entered on the vendor's dashboard. */
    public void deliveryReportsTo(String username, String url) {
        reportUrls.put(username, url);
    }

    /** The reports that each message gets, for example Sent and then Success. */
    public void reports(String... inTurn) {
        reports = List.of(inTurn);
    }

    public List<Message> messages() {
        return List.copyOf(messages);
    }

    @Override
    protected Answer answer(Received request) {
        Map<String, String> fields = request.method().equals("POST") ? request.form() : request.query();
        String username = fields.getOrDefault("username", "");
        boolean known = accounts.isEmpty() ? !request.header("apikey").isEmpty() : request.header("apikey").equals(accounts.get(username));
        if (!known) return Answer.text(401, "text/plain", "The supplied authentication is invalid");
        return switch (request.path()) {
            case "/version1/messaging" -> send(username, fields);
            case "/version1/user" -> Answer.json(200, Map.of("UserData", Map.of("balance", broke ? "KES 0.0000" : "KES 1785.5000")));
            default -> Answer.text(404, "text/plain", "The requested resource could not be found.");
        };
    }

    private Answer send(String username, Map<String, String> fields) {
        String from = fields.getOrDefault("from", "");
        if (!senderIds.isEmpty() && !from.isEmpty() && !senderIds.contains(from)) return reply("InvalidSenderId", List.of());
        List<Map<String, Object>> recipients = new ArrayList<>();
        for (String to : fields.getOrDefault("to", "").split(",")) {
            Result result = broke ? new Result(405, "InsufficientBalance")
                : !to.matches("\\+\\d{8,15}") ? new Result(403, "InvalidPhoneNumber") : numbers.getOrDefault(to, new Result(101, "Success"));
            boolean accepted = result.code() <= 102;
            String id = accepted ? "ATXid_" + last.incrementAndGet() : "None";
            if (accepted) accept(new Message(username, from, to, fields.get("message"), id));
            recipients.add(recipient(to, result, id, accepted));
        }
        return reply("Sent to " + recipients.size() + "/" + recipients.size() + " Total Cost: KES 0.8000", recipients);
    }

    private void accept(Message message) {
        messages.add(message);
        String url = reportUrls.get(message.username());
        if (url == null) return;
        for (String status : reports) report(url, message, status);
    }

    private void report(String url, Message message, String status) {
        Map<String, String> report = new LinkedHashMap<>();
        report.put("id", message.id());
        report.put("status", status);
        report.put("phoneNumber", message.to());
        report.put("networkCode", "63902");
        report.put("retryCount", "0");
        if (status.equals("Failed")) report.put("failureReason", "UserDoesNotExist");
        byte[] body = report.entrySet().stream().map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"))
            .getBytes(StandardCharsets.UTF_8);
        callbacks().send("POST", url, Map.of("Content-Type", "application/x-www-form-urlencoded"), body);
    }

    private static Map<String, Object> recipient(String to, Result result, String id, boolean accepted) {
        Map<String, Object> recipient = new LinkedHashMap<>();
        recipient.put("statusCode", result.code());
        recipient.put("number", to);
        recipient.put("status", result.status());
        recipient.put("cost", accepted ? "KES 0.8000" : "0");
        recipient.put("messageId", id);
        return recipient;
    }

    private static Answer reply(String message, List<Map<String, Object>> recipients) {
        return Answer.json(201, Map.of("SMSMessageData", Map.of("Message", message, "Recipients", recipients)));
    }
}
