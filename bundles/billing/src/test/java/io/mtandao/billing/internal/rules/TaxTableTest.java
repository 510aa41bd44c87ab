package io.mtandao.billing.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.billing.internal.rules.TaxTable.Rate;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaxTableTest {
    private static final LocalDate EVE = LocalDate.parse("2026-12-31"), NEW_YEAR = LocalDate.parse("2027-01-01");
    private static final TaxTable TABLE =
        new TaxTable(List.of(new Rate("vat", "VAT", 1600, LocalDate.parse("2026-01-01"), EVE), new Rate("vat", "VAT", 1850, NEW_YEAR, null)), "Tax", 800);

    @Test
    void aRateHoldsOnItsFirstAndItsLastDay() {
        assertThat(TABLE.of("vat", EVE).name()).isEqualTo("VAT 16 %");
        assertThat(TABLE.of("vat", NEW_YEAR).name()).isEqualTo("VAT 18.5 %");
        assertThat(TABLE.of("vat", LocalDate.parse("2025-12-31")).percentHundredths()).as("before its first day").isZero();
    }

    @Test
    void aCodeIsFoundHoweverItWasTyped() {
        assertThat(TABLE.of(" VAT ", EVE)).isEqualTo(TABLE.of("vat", EVE));
        assertThat(TABLE.of("VAT", EVE).account()).isEqualTo("tax:vat");
    }

    @Test
    void withoutACodeTheIspsOwnRateCountsUntilOneIsMadeForIt() {
        assertThat(TABLE.of(null, EVE).name()).isEqualTo("Tax 8 %");
        TaxTable own = new TaxTable(List.of(new Rate("default", "Levy", 0, EVE, null)), "Tax", 800);
        assertThat(own.of(null, EVE).account()).as("a rate of nothing is no tax").isNull();
    }

    @Test
    void halfAMinorUnitRoundsUp() {
        assertThat(TABLE.of(null, EVE).on(625)).isEqualTo(50);
        assertThat(new TaxTable.Tax("x", null, 1000).on(5)).isEqualTo(1);
        assertThat(TABLE.of("vat", EVE).within(116)).isEqualTo(16);
    }
}
