package io.mtandao.testing.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import io.mtandao.testing.simulator.Answer;
import io.mtandao.testing.simulator.CallbackPost.Delivery;
import io.mtandao.testing.simulator.Received;
import io.mtandao.testing.simulator.SimulatedVendor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * WhatsApp Cloud API on loopback: template messages, errors, signed webhooks. Any phone number and template is served until {@link #number} or
 * {@link #template} names the ones that exist. Alone: {@code java … WhatsAppSimulator 8203}; messages are then printed.
 */
public final class WhatsAppSimulator extends SimulatedVendor {
    /** A message that was accepted. @param to digits */
    public record Message(String phoneNumberId, String to, String template, String language, List<String> parameters, String id) {}

    private final Map<String, String> numbers = new ConcurrentHashMap<>();
    private final Map<String, Integer> templates = new ConcurrentHashMap<>();
    private final Map<String, Webhook> webhooks = new ConcurrentHashMap<>();
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final AtomicReference<GraphError> refusal = new AtomicReference<>();
    private final AtomicLong last = new AtomicLong(System.currentTimeMillis());

    public WhatsAppSimulator() {
        this(0);
    }

    public WhatsAppSimulator(int port) {
        super(port);
        open();
    }

    public static void main(String[] args) throws InterruptedException {
        try (WhatsAppSimulator vendor = new WhatsAppSimulator(args.length > 0 ? Integer.parseInt(args[0]) : 8203)) {
            System.out.println("WhatsApp is played at " + vendor.url());
            for (int seen = 0; ; seen++) System.out.println(vendor.await("/messages", seen + 1, Duration.ofDays(365)).get(seen).text());
        }
    }

    public void number(String phoneNumberId, String accessToken) {
        numbers.put(phoneNumberId, accessToken);
    }

    public void template(String name, String language, int parameters) {
        templates.put(name + "/" + language, parameters);
    }

    /** The next message is refused. */
    public void refuseNext(int status, int code, String message, String details) {
        refusal.set(new GraphError(status, code, message, details));
    }

    /** Where the events of a number go, and with which app secret they are signed. */
    public Webhook webhook(String phoneNumberId, String url, String appSecret) {
        Webhook webhook = new Webhook(callbacks(), phoneNumberId, url, appSecret);
        webhooks.put(phoneNumberId, webhook);
        return webhook;
    }

    /** Meta's check of a new webhook. @return what the webhook answered */
    public Delivery verify(String url, String verifyToken, String challenge) {
        String query = "?hub.mode=subscribe&hub.challenge=" + URLEncoder.encode(challenge, StandardCharsets.UTF_8) + "&hub.verify_token="
            + URLEncoder.encode(verifyToken, StandardCharsets.UTF_8);
        return callbacks().ask("GET", url + query, Map.of(), new byte[0]);
    }

    public List<Message> messages() {
        return List.copyOf(messages);
    }

    @Override
    protected Answer answer(Received request) {
        // /v23.0/<phone number id>[/messages]
        String[] path = request.path().split("/");
        try {
            if (path.length < 3 || !path[1].matches("v\\d+\\.\\d+")) throw new GraphError(400, 2500, "Unknown path components", request.path());
            authorise(path[2], request.header("authorization"));
            if (path.length == 3 && request.method().equals("GET"))
                return Answer.json(200, Map.of("verified_name", "Savanna Net", "display_phone_number", "+254 700 000 000", "id", path[2]));
            if (path.length == 4 && path[3].equals("messages") && request.method().equals("POST")) return send(path[2], request.json());
            throw new GraphError(400, 100, "Unsupported request", request.path());
        } catch (GraphError e) {
            return e.answer();
        }
    }

    private void authorise(String phoneNumberId, String header) {
        boolean known = numbers.isEmpty() ? header.length() > 7 : header.equals("Bearer " + numbers.get(phoneNumberId));
        if (!known) throw new GraphError(401, 190, "Invalid OAuth access token", "The token has expired or is not of this number");
    }

    private Answer send(String phoneNumberId, JsonNode request) {
        GraphError refused = refusal.getAndSet(null);
        if (refused != null) throw refused;
        if (!request.path("messaging_product").asText().equals("whatsapp") || !request.path("to").asText().matches("\\d{8,15}"))
            throw new GraphError(400, 100, "Invalid parameter", "to");
        JsonNode template = request.path("template");
        List<String> parameters = new ArrayList<>();
        template.path("components").path(0).path("parameters").forEach(parameter -> parameters.add(parameter.path("text").asText()));
        String key = template.path("name").asText() + "/" + template.path("language").path("code").asText();
        if (!templates.isEmpty() && !templates.containsKey(key)) throw new GraphError(404, 132001, "Template name does not exist in the translation", key);
        if (templates.getOrDefault(key, parameters.size()) != parameters.size())
            throw new GraphError(400, 132000, "Number of parameters does not match", key);

        Message message = new Message(phoneNumberId, request.path("to").asText(), template.path("name").asText(),
            template.path("language").path("code").asText(),
            parameters, "wamid." + last.incrementAndGet());
        messages.add(message);
        Webhook webhook = webhooks.get(phoneNumberId);
        if (webhook != null) webhook.status(message.id(), "sent", message.to());
        return Answer.json(200, Map.of("messaging_product", "whatsapp", "contacts", List.of(Map.of("input", message.to(), "wa_id", message.to())),
            "messages", List.of(Map.of("id", message.id(), "message_status", "accepted"))));
    }
}
