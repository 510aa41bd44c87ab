package io.mtandao.ui.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.vaadin.flow.component.html.Anchor;
import io.mtandao.api.Invalid;
import io.mtandao.api.Money;
import io.mtandao.api.Role;
import io.mtandao.api.billing.ShadowBilling.Assumption;
import io.mtandao.ui.fake.UiTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShadowTest extends UiTest {
    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
    private final LocalDate today = LocalDate.now(NAIROBI);

    @BeforeEach
    void show() {
        signIn(Role.FINANCE);
        go("shadow-billing");
    }

    private void wholeTime() {
        type("shadow-from", today.minusDays(70));
        type("shadow-to", today);
    }

    private Assumption asked() {
        return world.shadow.call("sum").arg(1);
    }

    @Test
    void beginsWithTheLastWholeMonth() {
        click("shadow-compare");
        LocalDate first = today.minusMonths(1).withDayOfMonth(1);
        assertThat(asked()).isEqualTo(new Assumption(first.atStartOfDay(NAIROBI).toInstant(), today.withDayOfMonth(1).atStartOfDay(NAIROBI).toInstant(), Map.of(), Map.of(), null));
    }

    @Test
    void anotherPriceOfOnePackageShowsTheDifferencePerSubscriber() {
        wholeTime();
        click("shadow-add");
        type("shadow-0-package", world.billing.packages.get(0));
        type("shadow-0-price", "1700");
        click("shadow-compare");
        assertThat(asked().prices()).isEqualTo(Map.of(1L, Money.of(170_000, "KES")));
        assertThat(row("shadow-grid", 0)).contains("INV-00900", "Grace Muthoni", "1,500.00", "1,700.00");
        assertThat(cell("shadow-grid", 0, "difference")).isEqualTo("+200.00");
        assertThat(cell("shadow-grid", 1, "difference")).isEqualTo("–");
        assertThat(text("shadow-different")).isEqualTo(Long.toString(world.billing.bills.stream().filter(b -> b.subscriptionId() % 3 == 1 && b.state() != io.mtandao.api.billing.Bill.State.VOID).count()));
    }

    @Test
    void anotherEditionOrTaxCanBeAssumedToo() {
        wholeTime();
        click("shadow-add");
        type("shadow-0-package", world.billing.packages.get(1));
        type("shadow-0-other", PackageRows.Other.EDITION);
        type("shadow-0-edition", world.catalogue.editions(null, 2).get(0));
        type("shadow-tax", "18");
        click("shadow-compare");
        assertThat(asked().editions()).isEqualTo(Map.of(2L, 2));
        assertThat(asked().prices()).isEmpty();
        assertThat(asked().taxPercentHundredths()).isEqualTo(1800);
    }

    @Test
    void aPackageCanBeAssumedOnce() {
        for (int i = 0; i < 2; i++) {
            click("shadow-add");
            type("shadow-" + i + "-package", world.billing.packages.get(0));
            type("shadow-" + i + "-price", "1700");
        }
        click("shadow-compare");
        assertThat(wrong("shadow-1-package")).isEqualTo("This package is chosen already");
        assertThat(world.shadow.calls("sum")).isEmpty();
        click("shadow-1-remove");
        click("shadow-compare");
        assertThat(asked().prices()).hasSize(1);
    }

    @Test
    void aTimeThatEndsBeforeItBeginsIsRefused() {
        type("shadow-from", today);
        type("shadow-to", today.minusDays(3));
        click("shadow-compare");
        assertThat(wrong("shadow-to")).isEqualTo("Before the first day");
        assertThat(world.shadow.calls("sum")).isEmpty();
    }

    @Test
    void whatTheServiceRefusesStandsAtItsField() {
        world.shadow.fail("sum", Invalid.field("from", "at most two years back"));
        click("shadow-compare");
        assertThat(wrong("shadow-from")).isEqualTo("at most two years back");
        assertThat(isThere("shadow-grid")).isFalse();
    }

    @Test
    void theLinesOfABillThatWouldBeCanBeSeen() {
        wholeTime();
        click("shadow-compare");
        openRow("shadow-grid", 0);
        assertThat(dialogTitle()).isEqualTo("Bill INV-00900");
        assertThat(row("bill-lines", 0)).contains("1,500.00");
    }

    @Test
    void theResultCanBeTakenAlong() {
        wholeTime();
        type("shadow-tax", "20");
        click("shadow-compare");
        String csv = new String(DownloadKt._download(get(Anchor.class, "shadow-export")), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFFNumber,Subscriber,was,would be,difference\r\nINV-00900,Grace Muthoni,1500.00,1650.00,150.00\r\n");
        assertThat(csv.lines().count()).isEqualTo(1L + rows("shadow-grid"));
    }
}
