package io.mtandao.plugin.mpesa.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.mtandao.api.Money;
import io.mtandao.spi.RawCallback;
import io.mtandao.spi.payment.PaymentNotice;
import io.mtandao.spi.payment.PaymentNotice.Failed;
import io.mtandao.spi.payment.PaymentNotice.Paid;
import io.mtandao.spi.payment.PaymentNotice.Rejected;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what Daraja posts. Nothing of it is signed, so nothing of it is called verified. */
final class MpesaCallbacks {
    static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private MpesaCallbacks() {}

    /** The end of a prompt. It bears no short code and no reference: only the CheckoutRequestID says which prompt it is. */
    static PaymentNotice stk(RawCallback callback) {
        JsonNode stk = TolerantJson.read(callback.body()).path("Body").path("stkCallback");
        String prompt = TolerantJson.text(stk.path("CheckoutRequestID"));
        String code = TolerantJson.text(stk.path("ResultCode"));
        if (prompt.isEmpty() || code.isEmpty()) return new Rejected("not an STK callback");
        if (!code.equals("0")) return new Failed(prompt, code, ResultTexts.of(code, TolerantJson.text(stk.path("ResultDesc"))));

        // by name: the order changes, and Balance comes without a value
        Map<String, JsonNode> items = new HashMap<>();
        stk.path("CallbackMetadata").path("Item").forEach(item -> items.put(item.path("Name").asText(), item.path("Value")));
        Optional<Long> shillings = Optional.ofNullable(items.get("Amount")).flatMap(TolerantJson::shillings);
        String receipt = Optional.ofNullable(items.get("MpesaReceiptNumber")).map(TolerantJson::text).orElse("");
        if (shillings.isEmpty()) return new Rejected("paid, but without an amount in whole shillings");
        if (receipt.isEmpty()) return new Rejected("paid, but without a receipt number");
        return new Paid(prompt, receipt, kes(shillings.get()), null, null, emptyToNull(items.get("PhoneNumber")),
            time(items.get("TransactionDate"), callback),
            false);
    }

    /** A payment by hand: a confirmation, or the validation that asks before. */
    static PaymentNotice customerPayment(MpesaSettings settings, RawCallback callback) {
        JsonNode payment = TolerantJson.read(callback.body());
        String shortCode = TolerantJson.text(payment.path("BusinessShortCode"));
        if (shortCode.isEmpty()) return new Rejected("not a C2B payment");
        if (!isOurs(settings, shortCode)) return new Rejected("paid to the short code " + shortCode + ", which is not this ISP's");
        Optional<Long> shillings = TolerantJson.shillings(payment.path("TransAmount"));
        if (shillings.isEmpty()) return new Rejected("not an amount in whole shillings");
        String receipt = TolerantJson.text(payment.path("TransID"));
        if (receipt.isEmpty()) return new Rejected("no TransID");
        String name = Stream.of("FirstName", "MiddleName", "LastName").map(field -> TolerantJson.text(payment.path(field))).filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
        String phone = emptyToNull(payment.path("MSISDN"));
        // masked, or in some versions a hash, of which nobody can make anything
        if (phone != null && phone.length() > 20) phone = null;
        return new Paid(null, receipt, kes(shillings.get()), emptyToNull(payment.path("BillRefNumber")), name.isEmpty() ? null : name, phone,
            time(payment.path("TransTime"), callback), false);
    }

    static boolean isOurs(MpesaSettings settings, String shortCode) {
        return shortCode.equals(settings.shortCode().strip()) || !settings.till().isBlank() && shortCode.equals(settings.till().strip());
    }

    private static Money kes(long shillings) {
        return Money.of(Math.multiplyExact(shillings, 100), "KES");
    }

    private static String emptyToNull(JsonNode node) {
        String text = node == null ? "" : TolerantJson.text(node);
        return text.isEmpty() ? null : text;
    }

    private static Instant time(JsonNode node, RawCallback callback) {
        try {
            return LocalDateTime.parse(node == null ? "" : TolerantJson.text(node), TIME).atZone(NAIROBI).toInstant();
        } catch (DateTimeParseException e) {
            return callback.receivedAt();
        }
    }
}
