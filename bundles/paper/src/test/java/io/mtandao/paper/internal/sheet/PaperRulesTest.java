package io.mtandao.paper.internal.sheet;

import static io.mtandao.paper.internal.kit.Samples.bill;
import static io.mtandao.paper.internal.kit.Samples.kes;
import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Bill;
import io.mtandao.paper.internal.kit.Samples;
import java.awt.Color;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What papers say, rule by rule. */
class PaperRulesTest {
    private final Words english = Words.of("en", ZoneId.of("Africa/Nairobi"));
    private final Words swahili = Words.of("sw", ZoneId.of("Africa/Nairobi"));

    @Test
    void everyWordIsThereInBothLanguages() {
        assertThat(swahili.texts().keySet()).isEqualTo(english.texts().keySet());
        assertThat(english.texts().keySet()).allSatisfy(k -> {
            assertThat(swahili.get(k)).isNotBlank();
            assertThat(placeholders(swahili.get(k))).as(k).isEqualTo(placeholders(english.get(k)));
        });
        // else a Swahili paper would read English
        assertThat(swahili.get("total")).isEqualTo("Jumla");
        assertThat(english.get("total")).isEqualTo("Total");
    }

    private static List<String> placeholders(String text) {
        return java.util.regex.Pattern.compile("\\{\\d}").matcher(text).results().map(java.util.regex.MatchResult::group).sorted().toList();
    }

    @ParameterizedTest
    @CsvSource({"150000,KES,1500", "150050,KES,1500.50", "150000,UGX,150000", "5,KES,0.05", "100000000000,KES,1000000000"})
    void amountsAreTypedWithoutOrnament(long minor, String currency, String typed) {
        assertThat(english.typed(Money.of(minor, currency))).isEqualTo(typed);
    }

    @Test
    void daysAreThoseOfTheIspsZone() {
        assertThat(english.day(Instant.parse("2026-11-30T22:30:00Z"))).isEqualTo("1\u00a0Dec\u00a02026");
        assertThat(swahili.day(Instant.parse("2026-05-30T10:00:00Z"))).isEqualTo("30\u00a0Mei\u00a02026");
        assertThat(Words.of("en", ZoneId.of("America/New_York")).day(Instant.parse("2026-12-01T03:00:00Z"))).isEqualTo("30\u00a0Nov\u00a02026");
    }

    @Test
    void wholeDaysNameTheirLastOneAndOtherPeriodsTheirMoments() {
        assertThat(english.period(Samples.FROM, Samples.TO).replace('\u00a0', ' ')).isEqualTo("1 Nov 2026 – 30 Nov 2026");
        assertThat(english.period(Instant.parse("2026-11-01T07:15:00Z"), Instant.parse("2026-11-01T08:15:00Z")).replace('\u00a0', ' '))
            .isEqualTo("1 Nov 2026 10:15 – 1 Nov 2026 11:15");
        assertThat(english.period(null, null)).isEmpty();
    }

    @Test
    void aBillIsMarkedByItsState() {
        Instant before = Samples.DUE, after = Samples.DUE.plusSeconds(1);
        assertThat(Mark.of(bill(), before)).isNull();
        assertThat(Mark.of(bill(), after)).isEqualTo(Mark.OVERDUE);
        assertThat(Mark.of(bill(bill().lines(), Bill.State.OPEN, 150_000, 0), after)).as("all of it paid").isNull();
        assertThat(Mark.of(bill(bill().lines(), Bill.State.PAID, 150_000, 0), after)).isEqualTo(Mark.PAID);
        assertThat(Mark.of(bill(bill().lines(), Bill.State.VOID, 0, 0), after)).isEqualTo(Mark.VOID);
        assertThat(Mark.of(bill(bill().lines(), Bill.State.WRITTEN_OFF, 0, 0), after)).isEqualTo(Mark.WRITTEN_OFF);
        assertThat(Mark.of(Samples.creditNote(), after)).isEqualTo(Mark.CREDITED);
        Bill prepaid = new Bill(1, 1, "B-1", 7, "Grace", 9L, Samples.FROM, Samples.TO, kes(100), Bill.State.OPEN, Samples.ISSUED, Samples.DUE, null, List.of());
        assertThat(Mark.of(prepaid, after)).as("a period that was not bought is no debt").isNull();
    }

    @Test
    void onlyAnOpenBillAsksForMoneyAndOnlyForItsRest() {
        assertThat(Mark.toPay(bill(bill().lines(), Bill.State.OPEN, 50_000, 25_000))).isEqualTo(kes(75_000));
        assertThat(Mark.toPay(bill(bill().lines(), Bill.State.OPEN, 150_000, 25_000))).isEqualTo(kes(0));
        for (Bill.State s : List.of(Bill.State.PAID, Bill.State.VOID, Bill.State.WRITTEN_OFF))
            assertThat(Mark.toPay(bill(bill().lines(), s, 0, 0))).isEqualTo(kes(0));
        assertThat(Mark.toPay(Samples.creditNote())).isEqualTo(kes(0));
    }

    @Test
    void aTillIsNotToldAnAccount() {
        assertThat(HowToPay.at(new HowToPay.Place("M-Pesa", "Till 555111", false), "1001", kes(150_000), english))
            .isEqualTo(new HowToPay("Till 555111 Amount 1500", List.of("M-Pesa: Till 555111", "Amount: KES\u00a01,500.00",
                "Scan the code to have this at hand on your phone.")));
    }

    @ParameterizedTest
    @CsvSource({"#ffff00", "#ffffff", "#fde68a", "#00ff00"})
    void aColourThatCannotBeReadOnWhiteIsDarkened(String colour) {
        Color shown = Letterhead.of(Samples.isp("en", null, colour)).colour();
        assertThat(shown).isNotEqualTo(Color.decode(colour));
        assertThat(Letterhead.readable(shown)).isEqualTo(shown);
    }

    @Test
    void aColourThatCanBeReadStaysAsItIs() {
        assertThat(Letterhead.of(Samples.isp("en", null, "#b91c1c")).colour()).isEqualTo(new Color(0xb91c1c));
        assertThat(Letterhead.of(Samples.isp("en", null, null)).colour()).isEqualTo(new Color(0x0f766e));
    }
}
