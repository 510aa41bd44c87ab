package io.mtandao.testing.daraja;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mtandao.testing.simulator.Answer;
import io.mtandao.testing.simulator.CallbackPost;
import io.mtandao.testing.simulator.CallbackPost.Delivery;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** C2B: money that people send to a pay bill or till number by themselves. */
final class CustomerPayments {
    private record Urls(String confirmation, String validation, boolean completeByDefault) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private final VendorSeries series;
    private final CallbackPost callbacks;
    private final Map<String, Urls> registered = new ConcurrentHashMap<>();
    volatile boolean once;
    volatile boolean externalValidation = true;

    CustomerPayments(VendorSeries series, CallbackPost callbacks) {
        this.series = series;
        this.callbacks = callbacks;
    }

    Answer register(JsonNode request) {
        String type = request.path("ResponseType").asText();
        if (!type.equals("Completed") && !type.equals("Cancelled")) throw DarajaError.invalid("ResponseType");
        Urls urls = new Urls(request.path("ConfirmationURL").asText(), request.path("ValidationURL").asText(), type.equals("Completed"));
        if (!DarajaSimulator.isCallable(urls.confirmation())) throw DarajaError.invalid("ConfirmationURL");
        if (!DarajaSimulator.isCallable(urls.validation())) throw DarajaError.invalid("ValidationURL");
        String shortCode = request.path("ShortCode").asText();
        if (once && registered.containsKey(shortCode)) throw new DarajaError(500, "500.003.1001", "Urls are already registered");
        registered.put(shortCode, urls);
        // the vendor's own spelling
        return Answer.json(200, Map.of("OriginatorCoversationID", series.next(), "ResponseCode", "0", "ResponseDescription", "success"));
    }

    DarajaSimulator.Settlement pay(String shortCode, String account, String amount, DarajaSimulator.Payer payer) {
        Urls urls = registered.get(shortCode);
        String id = series.next();
        Map<String, String> payment = payment(shortCode, account, amount, payer, id);
        if (urls == null) return new DarajaSimulator.Settlement(true, "no URLs are registered for " + shortCode, id);
        if (externalValidation) {
            Delivery reply = callbacks.ask("POST", urls.validation(), Map.of("Content-Type", "application/json"), Answer.json(0, payment).body());
            String code = resultCode(reply, urls);
            if (!code.equals("0")) return new DarajaSimulator.Settlement(false, code, id);
        }
        callbacks.send("POST", urls.confirmation(), Map.of("Content-Type", "application/json"), Answer.json(0, payment).body());
        return new DarajaSimulator.Settlement(true, "0", id);
    }

    private static String resultCode(Delivery reply, Urls urls) {
        try {
            String code = reply.status() == 200 ? JSON.readTree(reply.reply()).path("ResultCode").asText("") : "";
            if (!code.isEmpty()) return code;
        } catch (IOException e) {
            // no answer that can be read is no answer: the registered default applies
        }
        return urls.completeByDefault() ? "0" : "C2B00016";
    }

    private Map<String, String> payment(String shortCode, String account, String amount, DarajaSimulator.Payer payer, String id) {
        Map<String, String> payment = new LinkedHashMap<>();
        payment.put("TransactionType", account.isEmpty() ? "Buy Goods" : "Pay Bill");
        payment.put("TransID", id);
        payment.put("TransTime", series.time());
        payment.put("TransAmount", amount);
        payment.put("BusinessShortCode", shortCode);
        payment.put("BillRefNumber", account);
        payment.put("InvoiceNumber", "");
        payment.put("OrgAccountBalance", "49197.00");
        payment.put("ThirdPartyTransID", "");
        payment.put("MSISDN", payer.maskedPhone());
        payment.put("FirstName", payer.firstName());
        payment.put("MiddleName", payer.middleName());
        payment.put("LastName", payer.lastName());
        return payment;
    }
}
