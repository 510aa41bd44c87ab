package io.mtandao.plugin.mpesa.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Money;
import io.mtandao.spi.Health;
import io.mtandao.spi.RawCallback;
import io.mtandao.spi.TenantContext;
import io.mtandao.spi.payment.PaymentMethod.PayTo;
import io.mtandao.spi.payment.PaymentNotice.Paid;
import io.mtandao.testing.contract.SimulatedInbox;
import io.mtandao.testing.contract.TenantContexts;
import io.mtandao.testing.contract.TypedSettings;
import io.mtandao.testing.daraja.DarajaSimulator;
import io.mtandao.testing.daraja.DarajaSimulator.Settlement;
import io.mtandao.testing.simulator.CallbackPost.Plan;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** C2B from registering the addresses to the confirmation, and the connection test. */
class MpesaCustomerPaymentTest {
    private final DarajaSimulator daraja = new DarajaSimulator();
    private final MpesaPayment mpesa = new MpesaPayment(TypedSettings.of(MpesaOperator.class, Map.of("productionUrl", daraja.url())));
    private final SimulatedInbox<MpesaSettings> inbox = new SimulatedInbox<>(mpesa);
    private final Map<String, Object> settings = new HashMap<>(Map.of("consumerKey", "key", "consumerSecret", "secret", "shortCode", "600100",
        "passkey", "p", "registerUrls", true));

    @AfterEach
    void close() {
        daraja.close();
        inbox.close();
    }

    @Test
    void moneySentByHandArrivesTwiceWithOneReceipt() {
        TenantContext<MpesaSettings> savanna = registered();
        daraja.callbacks().plan(Plan.TWICE);
        Settlement settlement = daraja.pay("600100", "SAV 42", "1500.00");
        assertThat(settlement.paid()).isTrue();
        assertThat(inbox.await("confirmation", 2)).allSatisfy(callback -> {
            Paid paid = (Paid) mpesa.interpret(savanna, callback).get(0);
            assertThat(paid.receipt()).isEqualTo(settlement.transId());
            assertThat(paid.amount()).isEqualTo(Money.of(150_000, "KES"));
            assertThat(paid.reference()).isEqualTo("SAV 42");
        });
    }

    @ParameterizedTest
    @CsvSource({"paybill,,Paybill 600100,true", "paybill,555111,Paybill 600100,true", "till, 555111 ,Till 555111,false", "till,,,"})
    void billsSayWhereToPay(String payTo, String till, String place, Boolean takesReference) {
        settings.put("payTo", payTo);
        settings.put("till", till == null ? "" : till);
        assertThat(mpesa.payTo(inbox.tenant("savanna", settings))).isEqualTo(Optional.ofNullable(place).map(p -> new PayTo(p, takesReference)));
    }

    @ParameterizedTest
    @CsvSource({"true,SAV-42,1500,0", "true,nobody,1500,0", "false,SAV-42,1500,0", "false,nobody,1500,C2B00012", "false,,1500,C2B00012",
        "true,SAV-42,10.50,C2B00013"})
    void answersWhetherAPaymentMayBeCompleted(boolean acceptUnknown, String account, String amount, String code) {
        settings.put("acceptUnknownAccounts", acceptUnknown);
        inbox.subscriber("SAV-42", "Jane Wanjiku");
        registered();
        Settlement settlement = daraja.pay("600100", account == null ? "" : account, amount);
        assertThat(settlement.code()).isEqualTo(code);
        assertThat(settlement.paid()).isEqualTo(code.equals("0"));
    }

    @Test
    void refusesAValidationOfAnotherShortCodeOrOfNothing() {
        TenantContext<MpesaSettings> savanna = registered();
        RawCallback ofAnother = TenantContexts.post("validation", "{\"BusinessShortCode\":\"600999\",\"TransAmount\":\"5\"}");
        assertThat(mpesa.answer(savanna, ofAnother, reference -> null).body())
            .contains("C2B00015");
        assertThat(mpesa.answer(savanna, TenantContexts.post("validation", "<html>"), reference -> null).body()).contains("C2B00016");
    }

    @Test
    void registersTheAddressesOnceAndReportsWhatDarajaSays() {
        daraja.registerOnce();
        TenantContext<MpesaSettings> savanna = inbox.tenant("savanna", settings);
        assertThat(mpesa.test(savanna)).isEqualTo(Health.ok("Daraja (production) accepts this app. Registering the callback addresses: success"));
        Health second = mpesa.test(savanna);
        assertThat(second.ok()).isFalse();
        assertThat(second.text()).contains("Urls are already registered");
    }

    @Test
    void registersNothingUnlessTold() {
        settings.put("registerUrls", false);
        assertThat(mpesa.test(inbox.tenant("savanna", settings)).ok()).isTrue();
        assertThat(daraja.received("/c2b/")).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithTheSettings() {
        daraja.app("key", "other");
        assertThat(mpesa.test(inbox.tenant("savanna", settings)).text()).contains("consumer key and secret");
        settings.put("shortCode", "paybill");
        assertThat(mpesa.faults(inbox.tenant("savanna", settings).settings())).isEqualTo(Map.of("shortCode", "must have five to seven digits"));
        settings.putAll(Map.of("shortCode", "600100", "payTo", "till"));
        assertThat(mpesa.faults(inbox.tenant("savanna", settings).settings())).containsOnlyKeys("till");
        settings.put("till", "524300");
        assertThat(mpesa.faults(inbox.tenant("savanna", settings).settings())).isEmpty();
        TenantContext<MpesaSettings> forbidden = TenantContexts.of("savanna", mpesa,
            Map.of("consumerKey", "k", "consumerSecret", "s", "shortCode", "600100", "passkey", "p"),
            "https://mpesa.example");
        assertThat(mpesa.test(forbidden)).isEqualTo(Health.bad("Daraja takes no callback address with 'mpesa' in it"));
    }

    private TenantContext<MpesaSettings> registered() {
        TenantContext<MpesaSettings> savanna = inbox.tenant("savanna", settings);
        assertThat(mpesa.test(savanna).ok()).isTrue();
        return savanna;
    }
}
