package io.mtandao.ui.voucher;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.ComboBoxKt;
import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import io.mtandao.api.Invalid;
import io.mtandao.api.Money;
import io.mtandao.api.Role;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.voucher.Voucher;
import io.mtandao.api.voucher.VoucherBatch;
import io.mtandao.api.voucher.Vouchers.BatchDraft;
import io.mtandao.ui.fake.UiTest;
import io.mtandao.ui.fake.World;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Batches of vouchers and their codes. */
class VouchersTest extends UiTest {
    @Override
    protected World world() {
        return World.varied();
    }

    private void create() {
        signIn(Role.FINANCE);
        go("vouchers");
        click("vouchers-new");
        type("batch-name", "Kiosk Thika");
        type("batch-count", "200");
    }

    @Test
    void listsBatchesWithHowManyAreUsed() {
        signIn(Role.READ_ONLY);
        go("vouchers");
        assertThat(row("vouchers-grid", 0)).contains("Kiosk Rongai, November", "Biz 30M · KES\u00a06,500.00", "60");
        assertThat(cell("vouchers-grid", 0, "used")).isEqualTo("20 / 60");
        assertThat(cell("vouchers-grid", 0, "state")).startsWith("Open until");
        assertThat(row("vouchers-grid", 1)).contains("KES\u00a0500.00 for the wallet");
        assertThat(cell("vouchers-grid", 2, "state")).isEqualTo("Shelf life over");
        type("vouchers-search", "kiosk");
        assertThat(rows("vouchers-grid")).isEqualTo(1);
        type("vouchers-search", "");
        type("vouchers-package", world.billing.packageOf(3));
        assertThat(rows("vouchers-grid")).isEqualTo(1);
        assertThat(isThere("vouchers-new")).isFalse();
        assertThat(isThere("voucher-redeem")).isFalse();
    }

    @Test
    @SuppressWarnings("unchecked")
    void onlyPrepaidPackagesAreSoldInAdvance() {
        create();
        assertThat(ComboBoxKt.getSuggestionItems((ComboBox<InternetPackage>) get(ComboBox.class, "batch-package"))).extracting(InternetPackage::name)
            .contains("Home 5M", "Hotspot day").doesNotContain("Office 20M static", "Lite 2.5M");
    }

    @Test
    void aBatchOfAPackageIsMade() {
        create();
        click("batch-save");
        assertThat(wrong("batch-package")).isEqualTo("Please fill this in");
        type("batch-package", world.billing.packageOf(12));
        assertThat(text("batch-sum")).isEqualTo("200 × KES\u00a0100.00 = KES\u00a020,000.00");
        type("batch-prefix", "wifi!");
        assertThat(wrong("batch-prefix")).isEqualTo("At most 8 letters and digits");
        type("batch-prefix", "wifi");
        type("batch-shelf", "90");
        type("batch-devices", "2");
        click("batch-save");
        assertThat(world.vouchers.call("create").args().get(1)).isEqualTo(new BatchDraft("Kiosk Thika", 12L, null, "wifi", 200, 90, 2, 10));
        assertThat(told()).contains("200 codes are made");
        assertThat(path()).isEqualTo("voucher-batch/4");
    }

    @Test
    void aBatchOfMoneyIsMade() {
        create();
        type("batch-kind", BatchForm.Kind.MONEY);
        click("batch-save");
        assertThat(wrong("batch-value")).isEqualTo("Please fill this in");
        type("batch-value", "500");
        type("batch-length", "12");
        click("batch-save");
        assertThat(world.vouchers.call("create").args().get(1)).isEqualTo(new BatchDraft("Kiosk Thika", null, Money.of(50_000, "KES"), "", 200, 0, 0, 12));
    }

    @Test
    void boundsAreKeptAndRefusalsAreShownAtTheirField() {
        create();
        type("batch-kind", BatchForm.Kind.MONEY);
        type("batch-value", "500");
        type("batch-count", "10001");
        assertThat(wrong("batch-count")).isEqualTo("A whole number from 1 to 10000");
        type("batch-length", "7");
        click("batch-save");
        assertThat(world.vouchers.calls("create")).isEmpty();
        type("batch-count", "10");
        type("batch-length", "8");
        world.vouchers.fail("create", Invalid.field("prefix", "up to 8 letters and digits"));
        click("batch-save");
        assertThat(wrong("batch-prefix")).isEqualTo("up to 8 letters and digits");
        world.vouchers.mend();
        type("batch-prefix", "X");
        click("batch-save");
        assertThat(world.fakeVouchers.batches).extracting(VoucherBatch::name).contains("Kiosk Thika");
    }

    @Test
    void aBatchShowsItsCodesByState() {
        signIn(Role.READ_ONLY);
        go("vouchers");
        openRow("vouchers-grid", 0);
        assertThat(path()).isEqualTo("voucher-batch/1");
        assertThat(text("batch-unused")).isEqualTo("40");
        assertThat(text("batch-used")).isEqualTo("20");
        assertThat(rows("codes-grid")).isEqualTo(60);
        type("codes-state", Voucher.State.USED);
        assertThat(rows("codes-grid")).isEqualTo(20);
        assertThat(row("codes-grid", 0)).contains("Dennis Maina");
        openRow("codes-grid", 0);
        assertThat(dialogTitle()).isEqualTo(world.fakeVouchers.all.get(2).code());
        assertThat(isThere("voucher-withdraw")).isFalse();
    }

    @Test
    void openCodesArePrinted() {
        signIn(Role.READ_ONLY);
        go("voucher-batch/1");
        assertThat(new String(DownloadKt._download(get(Anchor.class, "batch-print")), StandardCharsets.US_ASCII)).startsWith("%PDF");
        assertThat(world.vouchers.call("printSheet").args().get(1)).isEqualTo(1L);
        go("voucher-batch/3");
        assertThat(isThere("batch-print")).isFalse();
    }

    @Test
    void aBatchIsWithdrawnWithAReason() {
        signIn(Role.FINANCE);
        go("voucher-batch/1");
        click("batch-withdraw");
        click("batch-withdraw-submit");
        assertThat(wrong("batch-withdraw-reason")).isEqualTo("Please fill this in");
        type("batch-withdraw-reason", "the box was stolen");
        click("batch-withdraw-submit");
        assertThat(world.vouchers.call("withdraw").args().subList(1, 3)).containsExactly(1L, "the box was stolen");
        assertThat(text("batch-withdrawn")).isEqualTo("40");
        assertThat(text("batch-used")).isEqualTo("20");
        assertThat(isThere("batch-print")).isFalse();
    }

    @Test
    void aSingleCodeIsWithdrawn() {
        signIn(Role.FINANCE);
        go("voucher-batch/1");
        openRow("codes-grid", 0);
        click("voucher-withdraw");
        type("voucher-withdraw-reason", "printed badly");
        click("voucher-withdraw-submit");
        assertThat(world.vouchers.call("withdrawOne").args().subList(1, 3)).containsExactly(1L, "printed badly");
        assertThat(text("batch-withdrawn")).isEqualTo("1");
    }

    @Test
    void supportSeesThemButMakesNone() {
        signIn(Role.SUPPORT);
        go("vouchers");
        assertThat(isThere("vouchers-new")).isFalse();
        assertThat(isThere("voucher-redeem")).isTrue();
        go("voucher-batch/1");
        assertThat(isThere("batch-withdraw")).isFalse();
        assertThat(isThere("batch-print")).isTrue();
    }

    @Test
    void theReportSumsWhatIsUsedAndWhatIsOpen() {
        signIn(Role.FINANCE);
        go("voucher-report");
        assertThat(text("report-made")).isEqualTo("200");
        assertThat(text("report-used-worth")).isEqualTo("145,000.00");
        assertThat(text("report-open-worth")).isEqualTo("305,000.00");
        assertThat(row("report-grid", 0)).contains("Kiosk Rongai, November", "6,500.00", "60", "20", "130,000.00", "260,000.00");
        type("report-from", java.time.LocalDate.of(2026, 1, 2));
        type("report-to", java.time.LocalDate.of(2026, 1, 1));
        click("report-show");
        assertThat(wrong("report-to")).isEqualTo("Must not be before the first day");
    }

    @Test
    void technicianHasNoVouchers() {
        signIn(Role.TECHNICIAN);
        go("subscribers");
        assertThat(isThere("menu-vouchers")).isFalse();
    }
}
