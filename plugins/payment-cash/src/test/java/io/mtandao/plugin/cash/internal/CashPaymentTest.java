package io.mtandao.plugin.cash.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.spi.Health;
import io.mtandao.testing.contract.DeskPaymentContract;
import io.mtandao.testing.contract.TenantContexts;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CashPaymentTest extends DeskPaymentContract<CashSettings> {
    private final CashPayment cash = new CashPayment();

    @Override
    protected CashPayment plugin() {
        return cash;
    }

    @Override
    protected Map<String, Object> settings(String mark) {
        return Map.of("label", "Desk " + mark);
    }

    @Override
    protected Set<String> secrets() {
        return Set.of();
    }

    @Test
    void aReferenceIsRequiredWhereTheIspSaysSo() {
        assertThat(cash.requiresReference(TenantContexts.of("savanna", cash, Map.of()))).isFalse();
        assertThat(cash.requiresReference(TenantContexts.of("savanna", cash, Map.of("requireReference", true)))).isTrue();
    }

    @Test
    void saysHowTheDeskWorks() {
        assertThat(cash.test(TenantContexts.of("savanna", cash, Map.of()))).isEqualTo(Health.ok("'Cash' is ready. Staff may enter a reference"));
        assertThat(cash.test(TenantContexts.of("savanna", cash, Map.of("label", "Cheque", "requireReference", true))))
            .isEqualTo(Health.ok("'Cheque' is ready. Staff must enter a reference"));
        assertThat(cash.test(TenantContexts.of("savanna", cash, Map.of("label", " "))).ok()).isFalse();
    }
}
