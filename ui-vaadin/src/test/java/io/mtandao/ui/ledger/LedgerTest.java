package io.mtandao.ui.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import io.mtandao.api.Role;
import io.mtandao.api.Unavailable;
import io.mtandao.api.billing.Ledger.TrialBalance.Account;
import io.mtandao.ui.fake.FakeBooks;
import io.mtandao.ui.fake.UiTest;
import io.mtandao.ui.shell.ProblemPage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class LedgerTest extends UiTest {
    private void open() {
        signIn(Role.FINANCE);
        go("ledger");
    }

    @Test
    void showsEveryAccountWithItsMeaning() {
        open();
        assertThat(rows("trial-balance")).isEqualTo(8);
        assertThat(cell("trial-balance", 0, "account")).contains("Money: M-Pesa", "Came in by this way of payment.", "Entries: 640");
        assertThat(cell("trial-balance", 0, "narrow")).as("on a phone").contains("Money: M-Pesa", "1,204,500.00", "Debit (KES)");
        assertThat(cell("trial-balance", 5, "account")).contains("Tax: your ISP's own", "Owed to the tax authority.");
        assertThat(row("trial-balance", 0)).contains("1,204,500.00", "");
        assertThat(row("trial-balance", 2)).contains("36,250.00");
        assertThat(grid("trial-balance").getColumnByKey("debit").getFooterText()).isEqualTo("1,292,500.00");
        assertThat(grid("trial-balance").getColumnByKey("credit").getFooterText()).isEqualTo("1,292,500.00");
        assertThat(text("ledger-balanced")).isEqualTo("Both sides agree");
    }

    @Test
    void sidesThatDifferAreLoud() {
        world.billing.books.accounts.set(0, new Account("money:mpesa", io.mtandao.api.Money.of(100, "KES"), io.mtandao.api.Money.of(0, "KES"), 1));
        open();
        assertThat(text("ledger-balanced")).startsWith("The sides differ by KES");
    }

    @Test
    void atADayMeansItsEndInTheIspsZone() {
        ZoneId nairobi = ZoneId.of("Africa/Nairobi");
        LocalDate day = LocalDate.now(nairobi).minusDays(10);
        open();
        assertThat(world.ledger.call("trialBalance").<Instant>arg(1)).isNull();
        type("ledger-day", day);
        Instant asked = world.ledger.calls("trialBalance").get(1).arg(1);
        assertThat(asked).isBefore(day.plusDays(1).atStartOfDay(nairobi).toInstant()).isAfter(day.plusDays(1).atStartOfDay(nairobi).toInstant().minusMillis(1));
    }

    @Test
    void anAccountThatIsNotKnownIsShownByItsName() {
        world.billing.books.accounts.add(new Account("rounding", io.mtandao.api.Money.of(0, "KES"), io.mtandao.api.Money.of(0, "KES"), 0));
        open();
        assertThat(cell("trial-balance", 8, "account")).startsWith("rounding");
    }

    @Test
    void showsTheLastProof() {
        open();
        assertThat(text("ledger-proof")).contains("The books are whole", "1,288", "3,194", FakeBooks.HEAD);
    }

    @Test
    void provesNow() {
        open();
        world.billing.books.fault = "transaction 17 does not balance";
        click("ledger-prove");
        assertThat(world.ledger.calls("prove")).hasSize(1);
        assertThat(text("ledger-proof")).contains("The books are not whole: transaction 17 does not balance.");
        world.billing.books.fault = null;
        click("ledger-prove");
        assertThat(text("ledger-proof")).contains("The books are whole");
    }

    @Test
    void aProofThatCannotBeMadeNowIsTold() {
        open();
        world.ledger.fail("prove", new Unavailable("the database"));
        click("ledger-prove");
        assertThat(told()).containsExactly("Not available right now: the database");
        assertThat(get(com.vaadin.flow.component.button.Button.class, "ledger-prove").isEnabled()).isTrue();
    }

    @Test
    void beforeAnythingWasBookedItSaysSo() {
        world.billing.books.accounts.clear();
        world.billing.books.last = null;
        open();
        assertThat(isThere("trial-balance")).isFalse();
        assertThat(text("ledger-proof")).isEqualTo("Nobody has looked yet.");
    }

    @Test
    void aTechnicianMayNotSeeIt() {
        signIn(Role.TECHNICIAN);
        go("ledger");
        assertThat(UI.getCurrent().getCurrentView()).isInstanceOf(ProblemPage.class);
        assertThat(world.ledger.calls("trialBalance")).isEmpty();
    }
}
