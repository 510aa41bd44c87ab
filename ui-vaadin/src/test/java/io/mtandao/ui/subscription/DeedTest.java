package io.mtandao.ui.subscription;

import static io.mtandao.ui.subscription.Deed.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.ScheduledChange.Kind;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.Subscription.Details;
import io.mtandao.api.billing.SubscriptionState;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeedTest {
    private static Subscription in(SubscriptionState state, Charging charging) {
        return new Subscription(1, 1, 1, "Grace", "MT-1", 1, "Home", Money.of(1, "KES"), null, "grace", state, null, Instant.EPOCH,
            new Details(ServiceType.PPPOE, charging, 1, false, null, null, null, null, null, null, false));
    }

    private static Subscription in(SubscriptionState state) {
        return in(state, Charging.PREPAID);
    }

    @Test
    void onlyAPendingOneIsSwitchedOn() {
        assertThat(Deed.of(in(SubscriptionState.PENDING))).containsExactly(ACTIVATE, SUSPEND, SCHEDULE, EDIT, CANCEL);
        for (SubscriptionState s : SubscriptionState.values()) assertThat(Deed.of(in(s)).contains(ACTIVATE)).as(s.name()).isEqualTo(s == SubscriptionState.PENDING);
    }

    @Test
    void aServedOneCanBeRenewedMovedChangedAndStopped() {
        assertThat(Deed.of(in(SubscriptionState.ACTIVE))).containsExactly(RENEW, CHANGE_PACKAGE, MOVE_EXPIRY, PAUSE, SUSPEND, SCHEDULE, EDIT, CANCEL);
        assertThat(Deed.of(in(SubscriptionState.TRIAL))).contains(RENEW, PAUSE);
    }

    @Test
    void whatHasNoTimeLeftCannotBePaused() {
        for (SubscriptionState s : new SubscriptionState[] {SubscriptionState.GRACE, SubscriptionState.EXPIRED}) assertThat(Deed.of(in(s))).contains(RENEW, MOVE_EXPIRY).doesNotContain(PAUSE);
    }

    @Test
    void whatIsStoppedIsResumedFirst() {
        assertThat(Deed.of(in(SubscriptionState.SUSPENDED))).containsExactly(RESUME, SCHEDULE, EDIT, CANCEL);
        assertThat(Deed.of(in(SubscriptionState.PAUSED))).containsExactly(RESUME, SUSPEND, SCHEDULE, EDIT, CANCEL);
    }

    @Test
    void aPostpaidOneHasNoTimeToBuyOrToMove() {
        assertThat(Deed.of(in(SubscriptionState.ACTIVE, Charging.POSTPAID))).doesNotContain(RENEW, MOVE_EXPIRY).contains(CHANGE_PACKAGE, PAUSE);
    }

    @Test
    void theEndIsTheEnd() {
        assertThat(Deed.of(in(SubscriptionState.CANCELLED))).isEmpty();
    }

    @Test
    void onlyWhatMayComeIsScheduled() {
        assertThat(ScheduleDialog.kinds(in(SubscriptionState.PENDING))).containsExactly(Kind.CHANGE_PACKAGE, Kind.ACTIVATE, Kind.SUSPEND, Kind.CANCEL);
        assertThat(ScheduleDialog.kinds(in(SubscriptionState.ACTIVE))).containsExactly(Kind.CHANGE_PACKAGE, Kind.PAUSE, Kind.RESUME, Kind.SUSPEND, Kind.CANCEL);
    }
}
