package io.mtandao.plugin.mpesa.internal;

import static io.mtandao.testing.contract.TenantContexts.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Money;
import io.mtandao.spi.TenantContext;
import io.mtandao.spi.payment.PaymentNotice;
import io.mtandao.spi.payment.PaymentNotice.Failed;
import io.mtandao.spi.payment.PaymentNotice.Paid;
import io.mtandao.spi.payment.PaymentNotice.Rejected;
import io.mtandao.testing.contract.TenantContexts;
import io.mtandao.testing.contract.TypedSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of Daraja's odd forms, and of what is not Daraja's at all. */
class MpesaCallbackTest {
    private final MpesaPayment mpesa = new MpesaPayment(TypedSettings.of(MpesaOperator.class, Map.of()));
    private final TenantContext<MpesaSettings> savanna = TenantContexts.of("savanna", mpesa,
        Map.of("consumerKey", "k", "consumerSecret", "s", "shortCode", "600100", "passkey", "p", "till", "512345"));

    @Test
    void readsItemsByNameInAnyOrderAndType() {
        Paid paid = (Paid) stk("""
            {"Body":{"stkCallback":{"MerchantRequestID":"m-1","CheckoutRequestID":"ws_CO_1","ResultCode":"0","ResultDesc":"ok","CallbackMetadata":{"Item":[
            {"Name":"PhoneNumber","Value":"254712345678"},{"Name":"Balance"},{"Name":"MpesaReceiptNumber","Value":"TKM1ABCDE2"},
            {"Name":"TransactionDate","Value":"20261122101500"},{"Name":"Amount","Value":"50.00"}]}}}}""");
        assertThat(paid).isEqualTo(new Paid("ws_CO_1", "TKM1ABCDE2", Money.of(5_000, "KES"), null, null, "254712345678",
            Instant.parse("2026-11-22T07:15:00Z"), false));
    }

    @Test
    void takesTheTimeOfArrivalWhenThereIsNoOther() {
        Paid paid = (Paid) stk(paid("50", "\"TKM1\""));
        assertThat(paid.paidAt()).isEqualTo(Instant.parse("2026-11-22T08:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"50.5", "0", "-5", "\"fifty\"", "null", "1e999999999", "1e-999999999", "99999999999999999999", "{}"})
    void rejectsWhatIsNotAnAmountInWholeShillings(String amount) {
        assertThat(stk(paid(amount, "\"TKM1\""))).isInstanceOf(Rejected.class);
        assertThat(confirmation(customer("600100", amount, "A-1"))).isInstanceOf(Rejected.class);
    }

    @Test
    void isNotOverwhelmedByANumberThatIsShortToSend() {
        for (String field : List.of("CheckoutRequestID", "ResultCode"))
            assertThat(stk("{\"Body\":{\"stkCallback\":{\"CheckoutRequestID\":\"ws_CO_1\",\"ResultCode\":1,\"" + field + "\":1e999999999}}}"))
                .isInstanceOf(Rejected.class);
        assertThat(confirmation("{\"BusinessShortCode\":1e999999999,\"TransAmount\":\"50\"}")).isInstanceOf(Rejected.class);
    }

    @Test
    void readsFloatsWhereNumbersAreMeant() {
        Paid paid = (Paid) stk("""
            {"Body":{"stkCallback":{"CheckoutRequestID":"ws_CO_1","ResultCode":0.0,"CallbackMetadata":{"Item":[{"Name":"Amount","Value":5.0E1},
            {"Name":"MpesaReceiptNumber","Value":"TKM1"},{"Name":"PhoneNumber","Value":2.54712345678E11},{"Name":"TransactionDate","Value":2.02611221015E13}]}}}}""");
        assertThat(paid).isEqualTo(new Paid("ws_CO_1", "TKM1", Money.of(5_000, "KES"), null, null, "254712345678",
            Instant.parse("2026-11-22T07:15:00Z"), false));
    }

    @Test
    void rejectsAPaymentWithoutAReceipt() {
        assertThat(stk(paid("50", "null"))).isInstanceOf(Rejected.class);
        assertThat(confirmation("{\"BusinessShortCode\":\"600100\",\"TransAmount\":\"50\"}")).isInstanceOf(Rejected.class);
    }

    @Test
    void explainsAFailureWithoutMetadataEvenOfAnUnknownCode() {
        assertThat(stk("{\"Body\":{\"stkCallback\":{\"CheckoutRequestID\":\"ws_CO_1\",\"ResultCode\":4242,\"ResultDesc\":\"Something new\"}}}"))
            .isEqualTo(new Failed("ws_CO_1", "4242", "Something new (4242)"));
        assertThat(stk("{\"Body\":{\"stkCallback\":{\"CheckoutRequestID\":\"ws_CO_1\",\"ResultCode\":4242}}}"))
            .isEqualTo(new Failed("ws_CO_1", "4242", "M-Pesa refused the payment (4242)"));
    }

    @Test
    void readsMoneyThatWasSentByHand() {
        Paid paid = (Paid) confirmation(customer("600100", "\"1500.00\"", " sav-42 "));
        assertThat(paid).isEqualTo(new Paid(null, "TKM9", Money.of(150_000, "KES"), "sav-42", "JANE WANJIKU", "25470****149",
            Instant.parse("2026-11-22T07:15:00Z"), false));
        assertThat(((Paid) confirmation(customer("512345", "20", ""))).reference()).as("a till has no reference").isNull();
        assertThat(((Paid) confirmation(customer(600100 + "", "20", "A").replace("25470****149", "a".repeat(64)))).phone()).as("a hash").isNull();
    }

    @Test
    void rejectsMoneyOfAnotherShortCode() {
        assertThat(confirmation(customer("600999", "1500", "A-1"))).isEqualTo(new Rejected("paid to the short code 600999, which is not this ISP's"));
    }

    @Test
    void saysNothingOfMoneyForAValidation() {
        assertThat(mpesa.interpret(savanna, post("validation", customer("600100", "1500", "A-1")))).isEmpty();
    }

    private PaymentNotice stk(String body) {
        return mpesa.interpret(savanna, post("stk", body)).get(0);
    }

    private PaymentNotice confirmation(String body) {
        return mpesa.interpret(savanna, post("confirmation", body)).get(0);
    }

    private static String paid(String amount, String receipt) {
        return "{\"Body\":{\"stkCallback\":{\"CheckoutRequestID\":\"ws_CO_1\",\"ResultCode\":0,\"CallbackMetadata\":{\"Item\":[{\"Name\":\"Amount\",\"Value\":" + amount
            + "},{\"Name\":\"MpesaReceiptNumber\",\"Value\":" + receipt + "}]}}}}";
    }

    private static String customer(String shortCode, String amount, String account) {
        return "{\"TransactionType\":\"Pay Bill\",\"TransID\":\"TKM9\",\"TransTime\":\"20261122101500\",\"TransAmount\":" + amount
            + ",\"BusinessShortCode\":\"" + shortCode
            + "\",\"BillRefNumber\":\"" + account + "\",\"MSISDN\":\"25470****149\",\"FirstName\":\"JANE\",\"MiddleName\":\"\",\"LastName\":\"WANJIKU\"}";
    }
}
