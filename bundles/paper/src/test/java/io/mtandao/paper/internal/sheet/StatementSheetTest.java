package io.mtandao.paper.internal.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Ledger.Statement;
import io.mtandao.paper.internal.kit.Pdf;
import io.mtandao.paper.internal.kit.Samples;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a subscriber reads on a statement. */
class StatementSheetTest {
    private static final Instant NOW = Instant.parse("2026-12-01T06:00:00Z");

    private static Pdf print(String language, Statement s, HowToPay how) {
        return new Pdf(StatementSheet.pdf(Letterhead.of(Samples.isp(language, null, "#1d4ed8")), s, how, NOW));
    }

    @Test
    void everyMovementHasItsDayTextAmountAndBalance() {
        Letterhead head = Letterhead.of(Samples.isp("en", null, null));
        HowToPay how = HowToPay.at(new HowToPay.Place("M-Pesa", "Paybill 174379", true), "1001", Samples.kes(75_000), head.words());
        Pdf pdf = print("en", Samples.statement(4), how).keepPicture(1, "statement-en");
        assertThat(pdf.pages()).isEqualTo(1);
        assertThat(pdf.text()).contains("STATEMENT", "Grace Muthoni", "Account 1001", "1 Nov 2026 – 30 Nov 2026", "1 Dec 2026 09:00", "In (KES)", "Out (KES)");
        assertThat(pdf.text()).containsPattern("1 Nov 2026 +Balance before +250\\.00").containsPattern("1 Nov 2026 01:00 +Bill B-100 +1,500\\.00 +−1,250\\.00")
            .containsPattern("1 Nov 2026 02:00 +M-Pesa TKM101 +1,000\\.00 +−250\\.00").containsPattern("Total +2,000\\.00 +3,000\\.00")
            .containsPattern("30 Nov 2026 +Balance after +−750\\.00");
        assertThat(pdf.qr(1)).hasValue("Paybill 174379 Account 1001 Amount 750");
    }

    @Test
    void itIsTheSameWhetherWhatWentOutIsTheLedgersPlusOrMinus() {
        Statement s = Samples.statement(4);
        Statement signed = new Statement(s.subscriberId(), s.subscriberName(), s.accountNumber(), s.from(), s.to(), s.opening(), s.movements(), s.in(),
            s.out().negated(), s.closing());
        assertThat(print("en", signed, null).text()).isEqualTo(print("en", s, null).text());
    }

    @Test
    void manyMovementsGoOverManyPagesWithTheirHead() {
        Pdf pdf = print("sw", Samples.statement(200), null).keepPicture(2, "statement-sw-page-2");
        assertThat(pdf.pages()).isBetween(5, 12);
        for (int page = 1; page <= pdf.pages(); page++)
            assertThat(pdf.text(page)).contains("TAARIFA YA AKAUNTI", "Tarehe", "Kuingia (KES)", "Salio (KES)", "Ukurasa " + page + " kati ya " + pdf.pages());
        String all = pdf.text();
        for (int i = 0; i < 200; i++) assertThat(all).contains(i % 2 == 0 ? "Bill B-" + (100 + i) : "M-Pesa TKM" + (100 + i));
        assertThat(pdf.qr(1)).isEmpty();
    }

    @Test
    void aQuietTimeSaysSo() {
        Money none = Money.zero("UGX");
        Statement quiet = new Statement(7, "محمد", "1001", Samples.FROM, Samples.TO, none, List.of(), none, none, none);
        assertThat(print("en", quiet, null).text()).contains("Nothing was booked in this time.", "UGX 0", "In (UGX)").doesNotContain("0.00");
    }
}
