package io.mtandao.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.mtandao.spi.payment.PaymentMethod;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A way to pay that staff takes: no vendor, no prompts, no callbacks. */
public abstract class DeskPaymentContract<S> extends PluginContract<PaymentMethod<S>, S> {
    @Override
    protected Set<String> capabilities() {
        return Set.of(PaymentMethod.DESK);
    }

    @Test
    void isReadyWithoutAnybodyElse() {
        assertThat(plugin().describe().capabilities()).containsExactly(PaymentMethod.DESK);
        assertThat(plugin().describe().hosts()).isEmpty();
        assertThat(plugin().describe().callbacks()).isEmpty();
        assertThat(plugin().test(context("a")).ok()).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> plugin().query(context("a"), "x"));
    }
}
