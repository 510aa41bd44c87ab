package io.mtandao.testing.daraja;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mtandao.testing.simulator.Answer;
import io.mtandao.testing.simulator.CallbackPost;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** STK push and its query. */
final class StkExpress {
    private final VendorSeries series;
    private final CallbackPost callbacks;
    private final Map<String, String> passkeys = new ConcurrentHashMap<>();
    private final Map<String, SubscriberBehaviour> subscribers = new ConcurrentHashMap<>();
    private final Map<String, StkPrompt> prompts = new ConcurrentSkipListMap<>();
    private final List<StkPrompt> unanswered = new ArrayList<>();
    private final AtomicReference<UnaryOperator<ObjectNode>> forgery = new AtomicReference<>();
    volatile SubscriberBehaviour others = SubscriberBehaviour.PAYS;
    volatile Duration thinking = Duration.ZERO;
    volatile boolean held;

    StkExpress(VendorSeries series, CallbackPost callbacks) {
        this.series = series;
        this.callbacks = callbacks;
    }

    void merchant(String shortCode, String passkey) {
        passkeys.put(shortCode, passkey);
    }

    void subscriber(String phone, SubscriberBehaviour behaviour) {
        subscribers.put(phone, behaviour);
    }

    void forge(UnaryOperator<ObjectNode> next) {
        forgery.set(next);
    }

    List<StkPrompt> prompts() {
        return List.copyOf(prompts.values());
    }

    Answer push(JsonNode request, String consumerKey) {
        check(request);
        StkPrompt prompt = new StkPrompt(request, consumerKey, "ws_CO_" + series.next(), "mr-" + series.next());
        prompts.put(prompt.checkoutRequestId(), prompt);
        synchronized (unanswered) {
            if (held) unanswered.add(prompt);
            else callbacks.later(thinking, () -> finish(prompt));
        }
        return Answer.json(200, Map.of("MerchantRequestID", prompt.merchantRequestId(), "CheckoutRequestID", prompt.checkoutRequestId(),
            "ResponseCode", "0",
            "ResponseDescription", "Success. Request accepted for processing", "CustomerMessage", "Success. Request accepted for processing"));
    }

    Answer query(JsonNode request) {
        checkPassword(request);
        StkPrompt prompt = prompts.get(request.path("CheckoutRequestID").asText());
        if (prompt == null) throw DarajaError.invalid("CheckoutRequestID");
        if (prompt.outcome() == null) throw new DarajaError(500, "500.001.1001", "The transaction is being processed");
        Map<String, String> reply = new LinkedHashMap<>();
        reply.put("ResponseCode", "0");
        reply.put("ResponseDescription", "The service request has been accepted successsfully");
        reply.put("MerchantRequestID", prompt.merchantRequestId());
        reply.put("CheckoutRequestID", prompt.checkoutRequestId());
        // a string here, a number in the callback
        reply.put("ResultCode", Integer.toString(prompt.outcome().code));
        reply.put("ResultDesc", prompt.outcome().text);
        return Answer.json(200, reply);
    }

    void answerHeld() {
        List<StkPrompt> now;
        synchronized (unanswered) {
            held = false;
            now = List.copyOf(unanswered);
            unanswered.clear();
        }
        now.forEach(prompt -> callbacks.later(Duration.ZERO, () -> finish(prompt)));
    }

    private void finish(StkPrompt prompt) {
        prompt.outcome(subscribers.getOrDefault(prompt.phone(), others));
        ObjectNode callback = prompt.callback(series.next(), Long.parseLong(series.time()));
        UnaryOperator<ObjectNode> forge = forgery.getAndSet(null);
        if (forge != null) callback = forge.apply(callback);
        callbacks.send("POST", prompt.request().path("CallBackURL").asText(), Map.of("Content-Type", "application/json"), Answer.json(0, callback).body());
    }

    private void check(JsonNode request) {
        checkPassword(request);
        must(request.path("TransactionType").asText().matches("CustomerPayBillOnline|CustomerBuyGoodsOnline"), "TransactionType");
        BigDecimal amount = new BigDecimal(request.path("Amount").asText("0"));
        must(amount.signum() > 0 && amount.stripTrailingZeros().scale() <= 0, "Amount");
        must(request.path("PhoneNumber").asText().matches("254[17]\\d{8}"), "PhoneNumber");
        must(request.path("PartyA").asText().equals(request.path("PhoneNumber").asText()), "PartyA");
        must(request.path("PartyB").asText().matches("\\d{5,7}"), "PartyB");
        must(DarajaSimulator.isCallable(request.path("CallBackURL").asText()), "CallBackURL");
        must(request.path("AccountReference").asText().matches(".{1,12}"), "AccountReference");
        must(request.path("TransactionDesc").asText().matches(".{1,13}"), "TransactionDesc");
    }

    private void checkPassword(JsonNode request) {
        String shortCode = request.path("BusinessShortCode").asText();
        String time = request.path("Timestamp").asText();
        must(shortCode.matches("\\d{5,7}"), "BusinessShortCode");
        must(time.matches("\\d{14}"), "Timestamp");
        String password = new String(Base64.getDecoder().decode(request.path("Password").asText()), StandardCharsets.UTF_8);
        String passkey = passkeys.get(shortCode);
        boolean right = passkey == null ? password.startsWith(shortCode) && password.endsWith(time) : password.equals(shortCode + passkey + time);
        if (!right) throw new DarajaError(500, "500.001.1001", "Wrong credentials");
    }

    private static void must(boolean ok, String field) {
        if (!ok) throw DarajaError.invalid(field);
    }
}
