package io.mtandao.testing.whatsapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mtandao.testing.simulator.Answer;
import io.mtandao.testing.simulator.CallbackPost;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A number's webhook: what Meta posts to it, signed over the bytes. */
public final class Webhook {
    private final CallbackPost callbacks;
    private final String phoneNumberId;
    private final String url;
    private final String appSecret;
    private final AtomicBoolean wrongly = new AtomicBoolean();

    Webhook(CallbackPost callbacks, String phoneNumberId, String url, String appSecret) {
        this.callbacks = callbacks;
        this.phoneNumberId = phoneNumberId;
        this.url = url;
        this.appSecret = appSecret;
    }

    /** The next event bears a signature that is not right. */
    public void signNextWrongly() {
        wrongly.set(true);
    }

    public void status(String messageId, String status, String recipient) {
        post(event(status(messageId, status, recipient, null)));
    }

    public void failure(String messageId, String recipient, int code, String title) {
        ObjectNode error = JsonNodeFactory.instance.objectNode().put("code", code).put("title", title);
        post(event(status(messageId, "failed", recipient, error)));
    }

    /** Several states of several messages in one call, each in an entry of its own; and between them a message from a subscriber. */
    public void batch(Map<String, String> statusByMessage, String inboundText) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("object", "whatsapp_business_account");
        ArrayNode entries = root.putArray("entry");
        ObjectNode inbound = value();
        inbound.putArray("messages").addObject().put("id", "wamid.inbound").put("from", "254712345678").put("type", "text").putObject("text")
            .put("body", inboundText);
        entry(entries, inbound);
        statusByMessage.forEach((id, status) -> {
            ObjectNode value = value();
            value.putArray("statuses").add(status(id, status, "254712345678", null));
            entry(entries, value);
        });
        post(root);
    }

    /** Any body, signed rightly. */
    public void post(ObjectNode body) {
        byte[] bytes = Answer.json(0, body).body();
        String signature = wrongly.getAndSet(false) ? "0".repeat(64) : sign(bytes, appSecret);
        callbacks.send("POST", url, Map.of("Content-Type", "application/json", "X-Hub-Signature-256", "sha256=" + signature), bytes);
    }

    public static String sign(byte[] body, String appSecret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(appSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private ObjectNode event(ObjectNode status) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("object", "whatsapp_business_account");
        ObjectNode value = value();
        value.putArray("statuses").add(status);
        entry(root.putArray("entry"), value);
        return root;
    }

    private ObjectNode value() {
        ObjectNode value = JsonNodeFactory.instance.objectNode().put("messaging_product", "whatsapp");
        value.putObject("metadata").put("display_phone_number", "254700000000").put("phone_number_id", phoneNumberId);
        return value;
    }

    private static void entry(ArrayNode entries, ObjectNode value) {
        entries.addObject().put("id", "WABA-1").putArray("changes").addObject().put("field", "messages").set("value", value);
    }

    private static ObjectNode status(String messageId, String status, String recipient, ObjectNode error) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("id", messageId).put("status", status).put("timestamp", "1795331700")
            .put("recipient_id", recipient);
        if (error != null) node.putArray("errors").add(error);
        return node;
    }
}
