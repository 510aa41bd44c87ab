package io.mtandao.ui.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import io.mtandao.api.Conflict;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Role;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.payment.Payment;
import io.mtandao.ui.fake.UiTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PaymentsTest extends UiTest {
    @Test
    void listsAndFilters() {
        signIn(Role.FINANCE);
        go("payments");
        assertThat(row("payments-grid", 0)).contains("R-02400", "Grace Muthoni", "M-Pesa", "SKR7H2XQ10", "MT-1000", "1,500.00");
        type("payments-state", Payment.State.UNMATCHED);
        assertThat(rows("payments-grid")).isEqualTo(3);
        type("payments-search", "INTERNET");
        assertThat(rows("payments-grid")).isEqualTo(2);
    }

    @Test
    void daysAreThoseOfTheIspsZone() {
        signIn(Role.FINANCE);
        go("payments");
        type("payments-from", LocalDate.of(2026, 11, 1));
        type("payments-to", LocalDate.of(2026, 11, 30));
        rows("payments-grid");
        var calls = world.payments.calls("list");
        assertThat(calls.get(calls.size() - 1).<ListQuery>arg(1).filters()).containsEntry("from", "2026-10-31T21:00:00Z").containsEntry("to", "2026-11-30T21:00:00Z");
    }

    @Test
    void showsOneInFull() {
        signIn(Role.SUPPORT);
        go("payments");
        openRow("payments-grid", 0);
        assertThat(dialogTitle()).isEqualTo("Payment R-02400");
    }

    @Test
    void proposesTheHolderOfTheTypedAccount() {
        signIn(Role.FINANCE);
        go("unmatched");
        openRow("unmatched-grid", 0);
        assertThat(((Subscriber) get(ComboBox.class, "assign-subscriber").getValue()).name()).isEqualTo("Naliaka Kimani");
        click("assign-submit");
        assertThat(world.payments.call("assign").args().subList(1, 3)).containsExactly(5L, 5L);
        assertThat(told()).containsExactly("KES\u00a02,000.00 went to Naliaka Kimani");
        assertThat(rows("unmatched-grid")).isEqualTo(2);
    }

    @Test
    void asksWhoseItIsWhenNobodyIsKnown() {
        signIn(Role.FINANCE);
        go("unmatched");
        openRow("unmatched-grid", 1);
        click("assign-submit");
        assertThat(wrong("assign-subscriber")).isEqualTo("Please fill this in");
        type("assign-subscriber", world.billing.subscribers.get(0));
        click("assign-submit");
        assertThat(world.payments.call("assign").args().get(2)).isEqualTo(1L);
    }

    @Test
    void saysWhenSomebodyWasFaster() {
        signIn(Role.FINANCE);
        go("unmatched");
        openRow("unmatched-grid", 0);
        world.payments.fail("assign", new Conflict("it is assigned already"));
        click("assign-submit");
        assertThat(told()).containsExactly("it is assigned already");
    }

    @Test
    void aSearchKeepsToUnmatchedMoney() {
        signIn(Role.FINANCE);
        go("unmatched");
        type("unmatched-search", "MT");
        assertThat(rows("unmatched-grid")).isEqualTo(1);
    }

    @Test
    void whoMayOnlyReadCannotAssign() {
        signIn(Role.SUPPORT);
        go("unmatched");
        openRow("unmatched-grid", 0);
        assertThat(isThere("assign-submit")).isFalse();
    }
}
