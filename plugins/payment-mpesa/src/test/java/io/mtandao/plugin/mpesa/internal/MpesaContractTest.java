package io.mtandao.plugin.mpesa.internal;

import io.mtandao.spi.payment.PaymentMethod;
import io.mtandao.testing.contract.PushPaymentContract;
import io.mtandao.testing.contract.TypedSettings;
import io.mtandao.testing.daraja.DarajaSimulator;
import io.mtandao.testing.simulator.Fault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;

class MpesaContractTest extends PushPaymentContract<MpesaSettings> {
    private final DarajaSimulator daraja = new DarajaSimulator();
    private final MpesaPayment plugin = plugin(daraja.url(), 10_000);

    @AfterEach
    void close() {
        daraja.close();
    }

    @Override
    protected MpesaPayment plugin() {
        return plugin;
    }

    @Override
    protected MpesaPayment pluginAt(String url) {
        return plugin(url, 1_500);
    }

    private static MpesaPayment plugin(String url, int millis) {
        return new MpesaPayment(TypedSettings.of(MpesaOperator.class, Map.of("productionUrl", url, "replyMillis", millis)));
    }

    /** The token is given, for which there must be time: what must stay unknown is the prompt. */
    @Override
    protected PaymentMethod<MpesaSettings> pluginOfSilentVendor() {
        daraja.failNext("/stkpush/", new Fault.Silent());
        return plugin(daraja.url(), 3_000);
    }

    @Override
    protected Map<String, Object> settings(String mark) {
        return Map.of("consumerKey", "key-" + mark, "consumerSecret", "consumer-secret-" + mark, "shortCode", "600100", "passkey", "the-passkey-" + mark);
    }

    @Override
    protected Set<String> secrets() {
        return Set.of("consumerSecret", "passkey");
    }

    @Override
    protected List<Seen> seen() {
        return daraja.prompts().stream().map(prompt -> new Seen(prompt.consumerKey(), prompt.request().path("AccountReference").asText())).toList();
    }
}
