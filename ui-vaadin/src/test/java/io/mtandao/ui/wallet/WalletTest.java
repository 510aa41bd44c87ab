package io.mtandao.ui.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import io.mtandao.api.Conflict;
import io.mtandao.api.Money;
import io.mtandao.api.Role;
import io.mtandao.ui.fake.UiTest;
import io.mtandao.ui.fake.World;
import org.junit.jupiter.api.Test;

/** A wallet, and money moved by hand. */
class WalletTest extends UiTest {
    @Override
    protected World world() {
        return World.varied();
    }

    private void open(Role role, long subscriber) {
        signIn(role);
        go("subscriber/" + subscriber);
        get(Tabs.class, "subscriber-tabs").setSelectedTab(get(Tab.class, "tab-ledger"));
    }

    private static Money kes(long major) {
        return Money.of(major * 100, "KES");
    }

    private Money balance(long id) {
        return world.billing.subscriber(id).balance();
    }

    @Test
    void saysInWordsWhatABalanceMeans() {
        open(Role.FINANCE, 1);
        assertThat(text("wallet-words")).isEqualTo("In credit");
        assertThat(rows("ledger-grid")).isEqualTo(8);
        go("subscriber/3");
        assertThat(text("wallet-meaning")).isEqualTo("Owes KES\u00a0500.00");
        go("subscriber/6");
        assertThat(text("wallet-meaning")).isEqualTo("Nothing in it");
    }

    @Test
    void onePaidForByAnotherSaysWhose() {
        open(Role.FINANCE, 2);
        assertThat(text("wallet-payer")).isEqualTo("Services are paid from the wallet of Grace Muthoni");
        assertThat(world.ledger.calls("balance")).last().satisfies(c -> assertThat(c.args().get(1)).isEqualTo(2L));
    }

    @Test
    void onlyWhoMayAdjustSeesTheButtons() {
        open(Role.SUPPORT, 1);
        for (String id : new String[] {"wallet-adjust", "wallet-transfer", "wallet-refund"}) assertThat(isThere(id)).as(id).isFalse();
        assertThat(isThere("wallet-words")).isTrue();
    }

    @Test
    void moneyIsPutInWithAReason() {
        open(Role.FINANCE, 1);
        click("wallet-adjust");
        click("adjust-submit");
        assertThat(wrong("adjust-amount")).isEqualTo("Please fill this in");
        assertThat(wrong("adjust-reason")).isEqualTo("Please fill this in");
        type("adjust-amount", "250.50");
        assertThat(text("adjust-after")).isEqualTo("Afterwards: KES\u00a0550.50");
        type("adjust-reason", "outage in May");
        click("adjust-submit");
        assertThat(world.ledger.call("adjust").args().subList(1, 4)).containsExactly(1L, Money.of(25_050, "KES"), "outage in May");
        assertThat(told()).contains("Done; the balance is KES\u00a0550.50");
        assertThat(text("wallet-balance")).isEqualTo("KES\u00a0550.50");
    }

    @Test
    void moneyIsTakenOut() {
        open(Role.FINANCE, 1);
        click("wallet-adjust");
        type("adjust-direction", WalletDialogs.Direction.TAKE);
        type("adjust-amount", "1000");
        assertThat(text("adjust-after")).isEqualTo("Afterwards: KES\u00a0\u2212700.00");
        type("adjust-reason", "booked twice");
        click("adjust-submit");
        assertThat(world.ledger.call("adjust").args().subList(1, 4)).containsExactly(1L, kes(-1000), "booked twice");
        assertThat(balance(1)).isEqualTo(kes(-700));
    }

    @Test
    void moneyGoesToAnother() {
        open(Role.FINANCE, 1);
        click("wallet-transfer");
        type("transfer-to", world.billing.subscriber(1));
        type("transfer-amount", "300.01");
        assertThat(wrong("transfer-to")).isEqualTo("Choose somebody else");
        assertThat(wrong("transfer-amount")).isEqualTo("The wallet holds only KES\u00a0300.00");
        type("transfer-to", world.billing.subscriber(7));
        type("transfer-amount", "300");
        type("transfer-reason", "paid to the wrong account");
        click("transfer-submit");
        assertThat(world.ledger.call("transfer").args().subList(1, 5)).containsExactly(1L, 7L, kes(300), "paid to the wrong account");
        assertThat(told()).contains("KES\u00a0300.00 went to Atieno Njoroge; subscriptions renewed: 1");
        assertThat(balance(1)).isEqualTo(kes(0));
    }

    @Test
    void moneyGivenBackIsBookedWithItsReceipt() {
        open(Role.FINANCE, 1);
        click("wallet-refund");
        type("refund-amount", "301");
        click("refund-submit");
        assertThat(wrong("refund-amount")).startsWith("The wallet holds only");
        assertThat(wrong("refund-reference")).isEqualTo("Please fill this in");
        type("refund-amount", "100");
        type("refund-reference", "SLX99");
        type("refund-reason", "moved away");
        click("refund-submit");
        assertThat(world.ledger.call("refund").args().subList(1, 6)).containsExactly(1L, kes(100), "cash", "SLX99", "moved away");
        assertThat(told()).contains("KES\u00a0100.00 given back; the balance is KES\u00a0200.00");
    }

    @Test
    void whatTheServiceRefusesIsSaidAndTheFormStays() {
        world.ledger.fail("refund", new Conflict("the reference is booked already"));
        open(Role.FINANCE, 1);
        click("wallet-refund");
        type("refund-amount", "100");
        type("refund-reference", "SLX99");
        type("refund-reason", "moved away");
        click("refund-submit");
        assertThat(told()).containsExactly("the reference is booked already");
        assertThat(isThere("refund-submit")).isTrue();
    }
}
