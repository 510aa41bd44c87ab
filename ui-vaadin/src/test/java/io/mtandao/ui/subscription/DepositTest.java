package io.mtandao.ui.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Money;
import io.mtandao.api.Role;
import io.mtandao.api.billing.Deposit;
import io.mtandao.api.billing.Deposit.Choice;
import io.mtandao.ui.fake.UiTest;
import io.mtandao.ui.fake.World;
import org.junit.jupiter.api.Test;

/** What was left as security, on the page of its subscription. */
class DepositTest extends UiTest {
    @Override
    protected World world() {
        return World.varied();
    }

    private void open(Role role, boolean ended) {
        world.fakeSubscriptions.deposits.put(1L, new Deposit(1, Money.of(50_000, "KES"), null));
        if (ended) world.fakeSubscriptions.cancel(null, 1, "moved away");
        signIn(role);
        go("subscription/1");
    }

    @Test
    void itIsShownAndSettledOnlyAtTheEnd() {
        open(Role.OWNER, false);
        assertThat(text("deposit")).contains("Left as security", "KES\u00a0500.00");
        assertThat(isThere("deposit-settle")).isFalse();
    }

    @Test
    void aPartIsKeptWithAReason() {
        open(Role.OWNER, true);
        click("deposit-settle");
        type("deposit-choice", Choice.KEEP);
        type("deposit-kept", "200");
        click("deposit-submit");
        assertThat(wrong("deposit-reason")).isEqualTo("Please fill this in");
        type("deposit-reason", "router lost");
        click("deposit-submit");
        assertThat(world.subscriptions.call("settleDeposit").args().subList(1, 3)).containsExactly(1L, new Deposit.Settlement(Choice.KEEP, Money.of(20_000, "KES"), "router lost"));
        assertThat(text("deposit")).contains("Kept for damages", "KES\u00a0200.00", "Given back", "KES\u00a0300.00", "router lost");
        assertThat(isThere("deposit-settle")).isFalse();
    }

    @Test
    void whoMayNotMoveMoneySeesItAndNoMore() {
        open(Role.SUPPORT, true);
        assertThat(text("deposit")).contains("KES\u00a0500.00");
        assertThat(isThere("deposit-settle")).isFalse();
    }
}
