package io.mtandao.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyFieldTest {
    private final MoneyField field = new MoneyField("Price", "KES");

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"1500;150000", "1,500;150000", "1500.5;150050", "1 500.50;150050", "0.01;1", "1500.00;150000", "1500.;150000"})
    void readsWhatPeopleType(String typed, long minor) {
        field.setValue(typed);
        assertThat(field.wrong()).isNull();
        assertThat(field.money()).isEqualTo(Money.of(minor, "KES"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"'';Please fill this in", "abc;Write an amount, for example 1500 or 1500.50", "1.5.0;Write an amount, for example 1500 or 1500.50",
        "1.005;At most 2 decimals", "0;The amount must be above zero", "-5;Write an amount, for example 1500 or 1500.50", "99999999999;Write an amount, for example 1500 or 1500.50"})
    void saysWhatIsWrong(String typed, String wrong) {
        field.setValue(typed);
        assertThat(field.wrong()).isEqualTo(wrong);
        assertThatThrownBy(field::money).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anOptionalOneMayBeEmpty() {
        field.optional();
        assertThat(field.wrong()).isNull();
        assertThat(field.money()).isNull();
    }

    @Test
    void aSignedOneTakesDebts() {
        field.signed().setValue("-500");
        assertThat(field.money()).isEqualTo(Money.of(-50_000, "KES"));
    }

    @Test
    void knowsCurrenciesWithoutDecimals() {
        MoneyField shillings = new MoneyField("Price", "UGX");
        shillings.setValue("1500.5");
        assertThat(shillings.wrong()).isEqualTo("At most 0 decimals");
        shillings.setMoney(Money.of(1500, "UGX"));
        assertThat(shillings.getValue()).isEqualTo("1500");
    }

    @Test
    void showsMoneyAsOneWouldTypeIt() {
        field.setMoney(Money.of(150_000, "KES"));
        assertThat(field.getValue()).isEqualTo("1500");
        field.setMoney(Money.of(150_050, "KES"));
        assertThat(field.getValue()).isEqualTo("1500.50");
    }
}
