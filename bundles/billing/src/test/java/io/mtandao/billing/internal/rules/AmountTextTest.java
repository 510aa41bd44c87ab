package io.mtandao.billing.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Invalid;
import io.mtandao.api.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1500|150000", "1,250.00|125000", "300.50|30050", "300.5|30050", "-500|-50000", "−500|-50000",
        "KES 2 000|200000", "kes1500|150000",
        "1,234,567.89|123456789", "0|0"})
    void amountsAsSpreadsheetsHaveThem(String typed, long minor) {
        assertThat(AmountText.parse(typed, "KES", "price")).isEqualTo(Money.of(minor, "KES"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fifteen hundred", "1,25", "12,34,567", "1.250,00", "15OO", "1e3", "--5", "1500/=", "99999999999999"})
    void wordsAndMisplacedSeparatorsAreRefused(String typed) {
        assertThatThrownBy(() -> AmountText.parse(typed, "KES", "price"))
            .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields().get("price")).contains("is not an amount"));
    }

    @Test
    void moreDecimalsThanTheCurrencyHasAreRefusedNotRounded() {
        assertThatThrownBy(() -> AmountText.parse("12.345", "KES", "balance")).hasMessageContaining("more decimals than KES has (2)");
        assertThatThrownBy(() -> AmountText.parse("1500.50", "UGX", "balance")).hasMessageContaining("more decimals than UGX has (0)");
        assertThat(AmountText.parse("1500", "UGX", "balance")).isEqualTo(Money.of(1500, "UGX"));
        assertThat(AmountText.parse("1.250", "KWD", "balance")).isEqualTo(Money.of(1250, "KWD"));
    }

    @Test
    void nothingTypedIsNoAmount() {
        assertThat(AmountText.parse(" ", "KES", "price")).isNull();
        assertThat(AmountText.parse(null, "KES", "price")).isNull();
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Money debt = Money.of(-123456, "KES");
        assertThat(AmountText.format(debt)).isEqualTo("-1234.56");
        assertThat(AmountText.parse(AmountText.format(debt), "KES", "balance")).isEqualTo(debt);
    }
}
