package io.mtandao.plugin.mpesa.internal;

import io.mtandao.api.Money;
import io.mtandao.spi.TenantContext;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.payment.PaymentMethod.PushOrder;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bodies of STK push and query. Whatever Daraja would refuse for its form is refused here, before the call. */
final class StkRequest {
    private static final Pattern FORBIDDEN_WORD = Pattern.compile("(?i)mpesa|safaricom|exe|cmd|sql|query");

    private StkRequest() {}

    static Map<String, Object> push(TenantContext<MpesaSettings> context, PushOrder order, Instant now) {
        MpesaSettings settings = context.settings();
        boolean till = settings.payTo().equals(MpesaSettings.TILL);
        String phone = phone(order.phone());
        Map<String, Object> body = signed(settings, now);
        body.put("TransactionType", till ? "CustomerBuyGoodsOnline" : "CustomerPayBillOnline");
        body.put("Amount", shillings(order.amount()));
        body.put("PartyA", phone);
        body.put("PartyB", till ? settings.till().strip() : settings.shortCode().strip());
        body.put("PhoneNumber", phone);
        // the order comes back with the callback: so a payment can be told apart even when Daraja's answer, and the CheckoutRequestID in it, was lost
        body.put("CallBackURL", callable(context.callbackUrl(MpesaPayment.STK)) + "?order=" + URLEncoder.encode(order.requestId(), StandardCharsets.UTF_8));
        body.put("AccountReference", atMost(12, order.reference(), "Internet"));
        body.put("TransactionDesc", atMost(13, order.description(), "Internet"));
        return body;
    }

    static Map<String, Object> query(MpesaSettings settings, String checkoutRequestId, Instant now) {
        Map<String, Object> body = signed(settings, now);
        body.put("CheckoutRequestID", checkoutRequestId);
        return body;
    }

    /** Daraja takes no address with certain words in it, wherever they stand. */
    static String callable(String url) {
        Matcher word = FORBIDDEN_WORD.matcher(url);
        if (word.find()) throw new VendorProblem(Outcome.MISCONFIGURED, "Daraja takes no callback address with '" + word.group() + "' in it");
        return url;
    }

    private static Map<String, Object> signed(MpesaSettings settings, Instant now) {
        String shortCode = settings.shortCode().strip();
        String timestamp = LocalDateTime.ofInstant(now, MpesaCallbacks.NAIROBI).format(MpesaCallbacks.TIME);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("BusinessShortCode", shortCode);
        body.put("Password", Base64.getEncoder().encodeToString((shortCode + settings.passkey().strip() + timestamp).getBytes(StandardCharsets.UTF_8)));
        body.put("Timestamp", timestamp);
        return body;
    }

    private static long shillings(Money amount) {
        if (!amount.currency().equals("KES")) throw new VendorProblem(Outcome.REFUSED, "M-Pesa Kenya takes KES, not " + amount.currency());
        BigDecimal major = amount.toMajor();
        if (amount.minor() < 100 || major.stripTrailingZeros().scale() > 0)
            throw new VendorProblem(Outcome.REFUSED, "M-Pesa takes whole shillings, not " + amount);
        return major.longValueExact();
    }

    private static String phone(String e164) {
        if (e164 == null || !e164.matches("\\+254[17]\\d{8}")) throw new VendorProblem(Outcome.REFUSED, "not a Kenyan mobile number: " + e164);
        return e164.substring(1);
    }

    private static String atMost(int length, String text, String otherwise) {
        String given = text == null || text.isBlank() ? otherwise : text.strip();
        return given.length() <= length ? given : given.substring(0, length).strip();
    }
}
