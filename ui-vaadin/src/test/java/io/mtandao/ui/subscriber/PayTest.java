package io.mtandao.ui.subscriber;

import static io.mtandao.ui.fake.FakeSessions.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.Money;
import io.mtandao.api.Role;
import io.mtandao.api.payment.PaymentRequest;
import io.mtandao.api.router.Routers.NetworkState;
import io.mtandao.ui.fake.UiTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PayTest extends UiTest {
    private void ask() {
        click("pay-now");
        click("pay-submit");
    }

    private void answer(PaymentRequest.State state, String text) {
        world.money.requests.replaceAll(r -> new PaymentRequest(r.id(), r.subscriberId(), r.method(), r.amount(), r.phone(), state, text, 1L, r.createdAt()));
    }

    @Test
    void asksByPhoneAndFollowsUntilOnline() {
        signIn(Role.SUPPORT);
        go("subscriber/9");
        ask();
        assertThat(world.payments.call("request").args().subList(1, 5)).containsExactly(9L, null, world.billing.subscribers.get(8).phone(), null);
        assertThat(text("pay-status")).startsWith("Waiting for the answer on +2547");
        background.tick();
        assertThat(text("pay-status")).startsWith("Waiting");
        assertThat(background.tick()).isZero();
        assertThat(text("pay-status")).isEqualTo("Paid, and online");
        assertThat(text("network-state")).contains("Online");
    }

    @Test
    void anAmountAndAnotherPhoneAreHandedOn() {
        signIn(Role.OWNER);
        go("subscriber/9");
        click("pay-now");
        type("pay-phone", "0722 111 222");
        type("pay-amount", "1,000");
        click("pay-submit");
        assertThat(world.payments.call("request").args().subList(1, 5)).containsExactly(9L, "mpesa", "0722 111 222", Money.of(100_000, "KES"));
        assertThat(world.payments.call("request").<io.mtandao.api.Caller>arg(0).tenant()).isEqualTo(TENANT);
    }

    @Test
    void aRefusalIsShownAndEndsTheWatch() {
        signIn(Role.SUPPORT);
        go("subscriber/9");
        ask();
        answer(PaymentRequest.State.FAILED, "Request cancelled by user");
        assertThat(background.tick()).isZero();
        assertThat(text("pay-status")).isEqualTo("Not paid");
        assertThat(com.vaadin.flow.component.UI.getCurrent().getCurrentView().getElement().getTextRecursively()).contains("Request cancelled by user");
    }

    @Test
    void anUnknownOutcomeIsFollowedFurther() {
        signIn(Role.SUPPORT);
        go("subscriber/9");
        ask();
        answer(PaymentRequest.State.UNKNOWN, null);
        assertThat(background.tick()).isEqualTo(1);
        assertThat(text("pay-status")).startsWith("No answer from the provider yet");
    }

    @Test
    void aRouterThatFailsIsTold() {
        signIn(Role.SUPPORT);
        world.network.states.put(9L, new NetworkState(9, 1L, "faith8", true, false, "login refused", 2, Instant.now(), null, null));
        go("subscriber/9");
        ask();
        background.tick();
        assertThat(background.tick()).isEqualTo(1);
        assertThat(text("pay-status")).isEqualTo("Paid and booked, but the router fails: login refused");
        world.network.states.clear();
        assertThat(background.tick()).isZero();
        assertThat(text("pay-status")).isEqualTo("Paid, and online");
    }

    @Test
    void whoPaysOutsideTheHoursOfUseReadsWhenItOpens() {
        signIn(Role.SUPPORT);
        Instant opens = Instant.parse("2026-11-22T19:00:00Z");
        world.network.states.put(9L, new NetworkState(9, 1L, "faith8", false, true, null, 0, Instant.now(), Instant.now(), null, opens));
        go("subscriber/9");
        ask();
        background.tick();
        assertThat(background.tick()).as("nothing more to wait for").isZero();
        assertThat(text("pay-status")).isEqualTo("Paid. Outside the hours of use now; it opens 22 Nov 2026, 22:00");
    }

    @Test
    void withoutARouterPaidIsTheEnd() {
        signIn(Role.SUPPORT);
        world.billing.subscriptions.removeIf(s -> s.subscriberId() == 9);
        go("subscriber/9");
        ask();
        background.tick();
        assertThat(background.tick()).isZero();
        assertThat(text("pay-status")).isEqualTo("Paid: KES\u00a01,500.00");
    }

    @Test
    void aWrongPhoneIsShownAtItsField() {
        signIn(Role.SUPPORT);
        world.payments.fail("request", Invalid.field("phone", "not a number of Kenya"));
        go("subscriber/9");
        ask();
        assertThat(wrong("pay-phone")).isEqualTo("not a number of Kenya");
    }

    @Test
    void cashIsReceivedOnce() {
        signIn(Role.FINANCE);
        go("subscriber/9");
        click("cash-receive");
        type("cash-amount", "12.345");
        click("cash-submit");
        assertThat(wrong("cash-amount")).isEqualTo("At most 2 decimals");
        type("cash-amount", "1500");
        world.payments.fail("receiveAtDesk", Invalid.field("reference", "must be given"));
        click("cash-submit");
        assertThat(wrong("cash-reference")).as("the ISP's settings want one").isEqualTo("Please fill this in");
        assertThat(world.payments.call("receiveAtDesk").args().get(4)).isNull();
        world.payments.mend();
        type("cash-reference", "book 7 no 31");
        click("cash-submit");
        assertThat(world.payments.calls("receiveAtDesk").get(1).args().subList(1, 6)).containsExactly("cash", 9L, Money.of(150_000, "KES"), "book 7 no 31", null);
        assertThat(told()).contains("KES\u00a01,500.00 received, receipt R-02500");
        world.payments.fail("receiveAtDesk", new Conflict("this reference was booked already"));
        click("cash-receive");
        type("cash-amount", "1500");
        type("cash-reference", "book 7 no 31");
        click("cash-submit");
        assertThat(told()).contains("this reference was booked already");
        assertThat(isThere("cash-submit")).isTrue();
    }

    @Test
    void supportMayAskButNotTakeMoney() {
        signIn(Role.SUPPORT);
        go("subscriber/9");
        assertThat(isThere("pay-now")).isTrue();
        assertThat(isThere("cash-receive")).isFalse();
    }
}
