package io.mtandao.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Money;
import io.mtandao.spi.RawCallback;
import io.mtandao.spi.TenantContext;
import io.mtandao.spi.payment.PaymentMethod;
import io.mtandao.spi.payment.PaymentMethod.PushOrder;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A way to pay that prompts the payer. The mark is in the reference. */
public abstract class PushPaymentContract<S> extends VendorContract<PaymentMethod<S>, S> {
    @Override
    protected Set<String> capabilities() {
        return Set.of(PaymentMethod.PUSH, PaymentMethod.CALLBACK, PaymentMethod.DESK);
    }

    @Override
    protected void act(PaymentMethod<S> plugin, TenantContext<S> context, String mark) {
        plugin.push(context, new PushOrder("1", "+254712345678", Money.of(150_000, "KES"), "ACC-" + mark, "Internet"));
    }

    @Override
    protected List<?> interpret(PaymentMethod<S> plugin, TenantContext<S> context, RawCallback callback) {
        return plugin.interpret(context, callback);
    }

    @Test
    void namesThePromptSoThatItCanBeAskedFor() {
        String reference = plugin().push(context("a"), new PushOrder("1", "+254712345678", Money.of(150_000, "KES"), "ACC-1", "Internet")).providerRef();
        assertThat(reference).isNotBlank();
        assertThat(plugin().query(context("a"), reference)).isNotNull();
    }

    @Test
    void whatItPrintsOnBillsFitsThere() {
        plugin().payTo(context("a")).ifPresent(p -> assertThat(p.place()).isNotBlank().hasSizeLessThanOrEqualTo(60));
    }
}
