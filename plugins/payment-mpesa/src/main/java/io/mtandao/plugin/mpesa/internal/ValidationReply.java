package io.mtandao.plugin.mpesa.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.mtandao.spi.CallbackQuestions.Accounts;
import io.mtandao.spi.RawCallback;

/** Whether M-Pesa may complete a payment that somebody is making by hand; the codes are Daraja's (protocols.md 1.4). */
final class ValidationReply {
    static final String ACCEPTED = "{\"ResultCode\":\"0\",\"ResultDesc\":\"Accepted\"}";
    private static final String ACCOUNT = rejected("C2B00012");
    private static final String AMOUNT = rejected("C2B00013");
    private static final String SHORT_CODE = rejected("C2B00015");
    private static final String OTHER = rejected("C2B00016");

    private ValidationReply() {}

    static String to(MpesaSettings settings, RawCallback question, Accounts accounts) {
        JsonNode payment = TolerantJson.read(question.body());
        String shortCode = TolerantJson.text(payment.path("BusinessShortCode"));
        if (shortCode.isEmpty()) return OTHER;
        if (!MpesaCallbacks.isOurs(settings, shortCode)) return SHORT_CODE;
        if (TolerantJson.shillings(payment.path("TransAmount")).isEmpty()) return AMOUNT;
        // a till is paid without a reference
        if (settings.acceptUnknownAccounts() || settings.payTo().equals(MpesaSettings.TILL)) return ACCEPTED;
        String reference = TolerantJson.text(payment.path("BillRefNumber"));
        return !reference.isEmpty() && accounts.holderOf(reference).isPresent() ? ACCEPTED : ACCOUNT;
    }

    private static String rejected(String code) {
        return "{\"ResultCode\":\"" + code + "\",\"ResultDesc\":\"Rejected\"}";
    }
}
