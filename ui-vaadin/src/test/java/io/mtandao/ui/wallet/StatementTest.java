package io.mtandao.ui.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import io.mtandao.api.Invalid;
import io.mtandao.api.Role;
import io.mtandao.ui.fake.UiTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** A statement of account, on the page and as a paper. */
class StatementTest extends UiTest {
    private void open() {
        signIn(Role.SUPPORT);
        go("subscriber/1");
        get(Tabs.class, "subscriber-tabs").setSelectedTab(get(Tab.class, "tab-statement"));
    }

    @Test
    void beginsWithTheMonthBefore() {
        open();
        LocalDate today = LocalDate.now(ZoneId.of("Africa/Nairobi"));
        assertThat(world.ledger.call("statement").args().subList(1, 4)).containsExactly(1L, today.minusMonths(1).withDayOfMonth(1).atStartOfDay(ZoneId.of("Africa/Nairobi")).toInstant(),
            today.plusDays(1).atStartOfDay(ZoneId.of("Africa/Nairobi")).toInstant());
        assertThat(text("statement-in")).startsWith("+");
        assertThat(rows("statement-movements")).isBetween(2, 5);
    }

    @Test
    void showsTheMovementsBetweenTwoBalances() {
        open();
        type("statement-from", LocalDate.now().minusDays(200));
        click("statement-show");
        assertThat(rows("statement-movements")).isEqualTo(8);
        assertThat(text("statement-opening")).isEqualTo("0.00");
        assertThat(text("statement-in")).isEqualTo("+8,000.00");
        assertThat(text("statement-out")).isEqualTo("\u22128,000.00");
        assertThat(text("statement-closing")).isEqualTo("0.00");
        assertThat(row("statement-movements", 0)).contains("M-Pesa SKR7H27", "2,000.00");
    }

    @Test
    void daysOfTheIspBecomeInstants() {
        open();
        type("statement-from", LocalDate.of(2026, 10, 1));
        type("statement-to", LocalDate.of(2026, 10, 31));
        click("statement-show");
        assertThat(world.ledger.calls("statement")).last().satisfies(c -> assertThat(c.args().subList(2, 4)).containsExactly(Instant.parse("2026-09-30T21:00:00Z"), Instant.parse("2026-10-31T21:00:00Z")));
        String pdf = new String(DownloadKt._download(get(Anchor.class, "statement-pdf")), StandardCharsets.US_ASCII);
        assertThat(pdf).startsWith("%PDF");
        assertThat(world.papers.call("statement").args().subList(1, 4)).containsExactly(1L, LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));
    }

    @Test
    void theLastDayIsNotBeforeTheFirst() {
        open();
        type("statement-from", LocalDate.of(2026, 10, 2));
        type("statement-to", LocalDate.of(2026, 10, 1));
        click("statement-show");
        assertThat(wrong("statement-to")).isEqualTo("Must not be before the first day");
        assertThat(isThere("statement-pdf")).isFalse();
    }

    @Test
    void whatIsTooLongIsSaidAtItsField() {
        open();
        world.ledger.fail("statement", Invalid.field("to", "more than 5000 movements: ask for a shorter time"));
        click("statement-show");
        assertThat(wrong("statement-to")).isEqualTo("more than 5000 movements: ask for a shorter time");
        assertThat(isThere("statement-pdf")).isFalse();
    }

    @Test
    void whoSeesNoPaymentsSeesNoStatement() {
        signIn(Role.TECHNICIAN);
        go("subscriber/1");
        assertThat(isThere("tab-statement")).isFalse();
        assertThat(isThere("tab-ledger")).isFalse();
    }
}
