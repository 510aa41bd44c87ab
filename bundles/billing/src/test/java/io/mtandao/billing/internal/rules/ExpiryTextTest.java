package io.mtandao.billing.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Invalid;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpiryTextTest {
    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");

    @ParameterizedTest
    @CsvSource({
        "2026-12-22, 2026-12-22T20:59:59Z",
        "22/12/2026, 2026-12-22T20:59:59Z",
        "2026-12-22 23:59, 2026-12-22T20:59:00Z",
        "2026-12-22 10:15:30, 2026-12-22T07:15:30Z",
        "2026-12-22T10:15, 2026-12-22T07:15:00Z",
        "1/2/2027, 2027-02-01T20:59:59Z",
        "05.01.2027 08:00, 2027-01-05T05:00:00Z",
        "29/02/2028, 2028-02-29T20:59:59Z"})
    void dayBeforeMonthAndADayLastsToItsEndWhereTheIspIs(String typed, Instant expected) {
        assertThat(ExpiryText.parse(typed, NAIROBI)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/02/2026", "29/02/2027", "2026-13-01", "12/22/2026", "tomorrow", "2026-12-22 25:00", "22/12/26",
        "22/12/1926",
        "2026-12-22 "+"23:59 EAT"})
    void aDayThatDoesNotExistIsRefused(String typed) {
        assertThatThrownBy(() -> ExpiryText.parse(typed, NAIROBI)).isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields())
            .containsOnlyKeys("expiresAt"));
    }

    @Test
    void nothingTypedIsNoDate() {
        assertThat(ExpiryText.parse(null, NAIROBI)).isNull();
        assertThat(ExpiryText.parse("", NAIROBI)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-22T20:59:59Z", "2026-12-22T07:15:00Z", "2027-01-01T00:00:01Z"})
    void whatIsWrittenIsReadAgain(Instant at) {
        assertThat(ExpiryText.parse(ExpiryText.format(at, NAIROBI), NAIROBI)).isEqualTo(at);
    }

    @Test
    void billsShowTheLocalTime() {
        assertThat(ExpiryText.onBill(Instant.parse("2026-11-22T07:15:00Z"), NAIROBI)).isEqualTo("22 Nov 2026 10:15");
    }
}
