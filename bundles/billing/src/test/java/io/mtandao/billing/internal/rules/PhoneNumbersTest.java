package io.mtandao.billing.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {
    @ParameterizedTest
    @ValueSource(strings = {"0712345678", "0712 345 678", "712345678", "254712345678", "+254712345678", " +254 712-345-678 ",
        "000254712345678"})
    void everySpellingOfAKenyanNumberIsTheSameNumber(String typed) {
        assertThat(PhoneNumbers.e164(typed, "KE")).isEqualTo("+254712345678");
    }

    @ParameterizedTest
    @CsvSource({"0123430395, +254123430395", "118728560, +254118728560", "254195354256, +254195354256", "+256712345678, +256712345678"})
    void aNewNumberRangeIsNotRefused(String typed, String kept) {
        assertThat(PhoneNumbers.e164(typed, "KE")).isEqualTo(kept);
    }

    @Test
    void theIspsCountryDecidesWhatALocalNumberIs() {
        assertThat(PhoneNumbers.e164("0712345678", "TZ")).isEqualTo("+255712345678");
        assertThat(PhoneNumbers.e164("030 901820", "DE")).isEqualTo("+4930901820");
    }

    @ParameterizedTest
    @CsvSource({"07123, too short", "071234567890123, too long", "nobody, not a phone number", "+999712345678, not a phone number",
        "0712345678 ext 5, without an extension"})
    void whatIsNoNumberIsRefusedWithTheReason(String typed, String reason) {
        assertThatThrownBy(() -> PhoneNumbers.e164(typed, "KE"))
            .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).hasSize(1).hasEntrySatisfying("phone",
            text -> assertThat(text).contains(reason)));
    }

    @Test
    void nothingTypedIsNoNumber() {
        assertThat(PhoneNumbers.e164(null, "KE")).isNull();
        assertThat(PhoneNumbers.e164("  ", "KE")).isNull();
    }
}
