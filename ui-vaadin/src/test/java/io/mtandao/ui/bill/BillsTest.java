package io.mtandao.ui.bill;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.vaadin.flow.component.html.Anchor;
import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.Role;
import io.mtandao.api.billing.Bill;
import io.mtandao.ui.fake.UiTest;
import io.mtandao.ui.kit.Copy;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BillsTest extends UiTest {
    private static final int DEBT = 60;
    private static final int PAID_BY_ANOTHER = 61;
    private static final int NOTE = 62;

    private void open() {
        signIn(Role.FINANCE);
        go("bills");
    }

    private void open(int row) {
        open();
        openRow("bills-grid", row);
    }

    @Test
    void listsSearchesAndFilters() {
        open();
        assertThat(row("bills-grid", 0)).contains("INV-00900", "Grace Muthoni", "1,500.00");
        type("bills-state", Bill.State.OPEN);
        assertThat(rows("bills-grid")).isEqualTo(16);
        type("bills-state", Bill.State.WRITTEN_OFF);
        assertThat(rows("bills-grid")).isZero();
        assertThat(world.bills.calls("list").toString()).contains("state=written_off");
        type("bills-state", null);
        type("bills-search", "INV-00904");
        assertThat(rows("bills-grid")).isEqualTo(1);
    }

    @Test
    void creditNotesGoTheOtherWay() {
        open();
        type("bills-kind", Bill.Kind.CREDIT_NOTE);
        assertThat(rows("bills-grid")).isEqualTo(1);
        assertThat(row("bills-grid", 0)).contains("\u2212500.00", "–");
        assertThat(cell("bills-grid", 0, "state")).isEqualTo("Credited");
    }

    @Test
    void whatIsOverdueIsLoud() {
        open();
        type("bills-overdue", true);
        assertThat(rows("bills-grid")).isEqualTo(1);
        assertThat(row("bills-grid", 0)).contains("10,818.00", "6,818.00");
        assertThat(cell("bills-grid", 0, "state")).isEqualTo("Overdue");
    }

    @Test
    void aLinkCanAskForTheBillsOfOneRun() {
        signIn(Role.FINANCE);
        go("bills?runId=2");
        assertThat(rows("bills-grid")).isEqualTo(1);
        assertThat(text("bills-run")).isEqualTo("Of run 2");
        click("bills-run");
        assertThat(rows("bills-grid")).isEqualTo(63);
        go("bills?overdue=true");
        assertThat(rows("bills-grid")).isEqualTo(1);
    }

    @Test
    void linesAndSumsExplainThemselves() {
        open(DEBT);
        assertThat(dialogTitle()).isEqualTo("Bill B-000061");
        assertThat(cell("bill-lines", 1, "text")).contains("Public IP address", "Add-on · 500.00 each · VAT 16 %");
        assertThat(row("bill-lines", 1)).contains("2", "137.93", "1,000.00");
        assertThat(text("bill-sums").replace('\u00a0', ' '))
            .containsSubsequence("Without tax", "KES 9,325.86", "VAT 16 %", "KES 1,492.14", "Total", "KES 10,818.00", "Paid", "KES 4,000.00", "Still open", "KES 6,818.00");
    }

    @Test
    void saysThatAnotherPays() {
        open(PAID_BY_ANOTHER);
        assertThat(com.github.mvysny.kaributesting.v10.LocatorJ._find(com.vaadin.flow.router.RouterLink.class, s -> s.withText("another subscriber"))).hasSize(1);
    }

    @Test
    void aNoteLeadsToTheBillThatItRefersTo() {
        open(NOTE);
        assertThat(dialogTitle()).isEqualTo("Credit note C-000063");
        assertThat(isThere("bill-void")).isFalse();
        click("bill-refers-to");
        assertThat(dialogTitle()).isEqualTo("Bill B-000062");
    }

    @Test
    void thePaperCanBeFetched() {
        open(DEBT);
        byte[] pdf = DownloadKt._download(get(Anchor.class, "bill-pdf"));
        assertThat(new String(pdf, StandardCharsets.US_ASCII)).isEqualTo("%PDF-1.7 bill 61");
    }

    @Test
    void theSubscribersLinkCanBeCopied() {
        open(DEBT);
        click("bill-link");
        assertThat(get(Copy.class, "bill-public-link").getValue()).isEqualTo("/papers/Zm9v61");
    }

    @Test
    void aLinkThatIsRefusedSaysWhy() {
        open(DEBT);
        world.papers.fail("publicLink", new NotFound("bill"));
        click("bill-link");
        assertThat(told().get(0)).startsWith("There is no such thing here");
    }

    @Test
    void takesAnOpenBillBackWithAReason() {
        open(0);
        click("bill-void");
        click("bill-void-submit");
        assertThat(wrong("bill-void-reason")).isEqualTo("Please fill this in");
        type("bill-void-reason", "wrong package");
        click("bill-void-submit");
        assertThat(world.bills.call("voidBill").args().subList(1, 3)).containsExactly(1L, "wrong package");
        assertThat(told()).containsExactly("Bill INV-00900 is void");
        assertThat(world.billing.bills.get(0).state()).isEqualTo(Bill.State.VOID);
    }

    @Test
    void takingAPaidBillBackSaysWhatReturns() {
        open(PAID_BY_ANOTHER);
        click("bill-void");
        assertThat(com.github.mvysny.kaributesting.v10.LocatorJ._find(com.vaadin.flow.component.html.Span.class).stream().map(com.vaadin.flow.component.html.Span::getText))
            .anyMatch(s -> s.replace('\u00a0', ' ').startsWith("It is reversed in the books. KES 2,000.00 return to the wallet"));
        type("bill-void-reason", "double");
        click("bill-void-submit");
        assertThat(world.bills.call("voidBill").args().subList(1, 3)).containsExactly(62L, "double");
    }

    @Test
    void aBillWhoseTimeIsUsedStays() {
        open(0);
        world.bills.fail("voidBill", new Conflict("write a credit note instead"));
        click("bill-void");
        type("bill-void-reason", "x");
        click("bill-void-submit");
        assertThat(told()).containsExactly("write a credit note instead");
        assertThat(isThere("bill-void-submit")).isTrue();
    }

    @Test
    void givesAPartBackByACreditNote() {
        open(PAID_BY_ANOTHER);
        click("bill-credit");
        type("bill-credit-amount", "1600");
        assertThat(wrong("bill-credit-amount")).isEqualTo("At most KES\u00a01,500.00");
        type("bill-credit-amount", "400");
        type("bill-credit-reason", "outage");
        click("bill-credit-submit");
        assertThat(world.bills.call("creditNote").args().subList(1, 4)).containsExactly(62L, Money.of(40_000, "KES"), "outage");
        assertThat(told().get(0)).startsWith("Credit note C-").contains("are in the wallet");
        assertThat(rows("bills-grid")).isEqualTo(64);
    }

    @Test
    void whatTheServiceSaysOfTheAmountStandsAtIt() {
        open(PAID_BY_ANOTHER);
        click("bill-credit");
        type("bill-credit-reason", "x");
        world.bills.fail("creditNote", Invalid.field("amount", "at most KES 100.00"));
        click("bill-credit-submit");
        assertThat(wrong("bill-credit-amount")).isEqualTo("at most KES 100.00");
    }

    @Test
    void givesADebtUp() {
        open(DEBT);
        click("bill-write-off");
        type("bill-write-off-reason", "moved away");
        click("bill-write-off-submit");
        assertThat(world.bills.call("writeOff").args().subList(1, 3)).containsExactly(61L, "moved away");
        assertThat(world.fakeBills.get(null, 61).state()).isEqualTo(Bill.State.WRITTEN_OFF);
    }

    @Test
    void onlyADebtCanBeGivenUpAndOnlyWhatIsPaidOrOwedCanBeGivenBack() {
        open(0);
        assertThat(isThere("bill-write-off")).isFalse();
        assertThat(isThere("bill-credit")).isFalse();
        assertThat(isThere("bill-void")).isTrue();
    }

    @Test
    void whoMayOnlyReadCannotCorrect() {
        signIn(Role.SUPPORT);
        go("bills");
        assertThat(isThere("bill-run")).isFalse();
        openRow("bills-grid", DEBT);
        for (String id : new String[] {"bill-void", "bill-credit", "bill-write-off"}) assertThat(isThere(id)).as(id).isFalse();
        assertThat(isThere("bill-pdf")).isTrue();
    }

    @Test
    void leadsToTheRuns() {
        open();
        click("bill-run");
        assertThat(path()).isEqualTo("bill-runs");
    }
}
