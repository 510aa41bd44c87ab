package io.mtandao.ui.bill;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Conflict;
import io.mtandao.api.Role;
import io.mtandao.api.Unavailable;
import io.mtandao.api.billing.Bill;
import io.mtandao.ui.fake.UiTest;
import org.junit.jupiter.api.Test;

class BillsTest extends UiTest {
    private void open() {
        signIn(Role.FINANCE);
        go("bills");
    }

    @Test
    void listsSearchesAndFilters() {
        open();
        assertThat(row("bills-grid", 0)).contains("INV-00900", "Grace Muthoni", "1,500.00");
        type("bills-state", Bill.State.OPEN);
        assertThat(rows("bills-grid")).isEqualTo(15);
        type("bills-search", "INV-00904");
        assertThat(rows("bills-grid")).isEqualTo(1);
    }

    @Test
    void billsWhatIsDueAfterAskingAndShowsTheResult() {
        open();
        click("bill-run");
        assertThat(world.bills.calls("billDue")).isEmpty();
        confirm();
        assertThat(world.bills.calls("billDue")).hasSize(1);
        assertThat(text("bill-run-result")).contains("Billed42", "Paid from wallets17", "Skipped3", "Failed1");
    }

    @Test
    void aRunThatFailsIsTold() {
        open();
        world.bills.fail("billDue", new Unavailable("a run is going on"));
        click("bill-run");
        confirm();
        assertThat(told()).containsExactly("Not available right now: a run is going on");
        click("bill-run");
    }

    @Test
    void showsTheLines() {
        open();
        openRow("bills-grid", 0);
        assertThat(dialogTitle()).isEqualTo("Bill INV-00900");
        assertThat(row("bill-lines", 0)).containsExactly("Home 5M, 1 month", "1", "1,500.00");
    }

    @Test
    void takesAnOpenBillBackWithAReason() {
        open();
        openRow("bills-grid", 0);
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
    void aBillThatWasPaidMeanwhileStays() {
        open();
        openRow("bills-grid", 0);
        world.bills.fail("voidBill", new Conflict("it is paid already"));
        click("bill-void");
        type("bill-void-reason", "x");
        click("bill-void-submit");
        assertThat(told()).containsExactly("it is paid already");
    }

    @Test
    void aPaidBillCannotBeTakenBack() {
        open();
        openRow("bills-grid", 1);
        assertThat(isThere("bill-void")).isFalse();
    }

    @Test
    void whoMayOnlyReadCannotRun() {
        signIn(Role.SUPPORT);
        go("bills");
        assertThat(isThere("bill-run")).isFalse();
        openRow("bills-grid", 0);
        assertThat(isThere("bill-void")).isFalse();
    }
}
