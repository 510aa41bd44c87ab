package io.mtandao.billing.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.billing.BillingPolicy.Numbering;
import org.junit.jupiter.api.Test;

class AccountNumberTextTest {
    private static String written(String prefix, int digits, long n) {
        return AccountNumberText.of(new Numbering("B-", 6, "C-", 6, prefix, digits), n);
    }

    @Test
    void hasThePrefixAndAtLeastSoManyDigits() {
        assertThat(AccountNumberText.of(Numbering.STANDARD, 1)).isEqualTo("1001");
        assertThat(written("MT-", 4, 1)).isEqualTo("MT-1001");
        assertThat(written("", 6, 1)).isEqualTo("001001");
        assertThat(written("K/", 1, 99_000)).isEqualTo("K/100000");
    }
}
