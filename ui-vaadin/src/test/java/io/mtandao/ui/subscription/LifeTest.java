package io.mtandao.ui.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Role;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.ui.fake.UiTest;
import io.mtandao.ui.fake.World;
import io.mtandao.ui.kit.MomentField;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** The steps of a subscription's life, from its card. */
class LifeTest extends UiTest {
    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");

    @Override
    protected World world() {
        return World.varied();
    }

    private void open(long subscriber) {
        signIn(Role.SUPPORT);
        go("subscriber/" + subscriber);
    }

    private void choose(long subscription, String deed) {
        menu("subscription-" + subscription + "-more", "subscription-" + subscription + "-" + deed);
    }

    private SubscriptionState state(long id) {
        return world.fakeSubscriptions.get(null, id).state();
    }

    @Test
    void everyStateSaysWhatItMeans() {
        open(4);
        assertThat(text("subscription-4")).contains("In grace", "Will be cut");
        go("subscriber/7");
        assertThat(text("subscription-7")).contains("Trial", "Trial until");
        go("subscriber/8");
        assertThat(text("subscription-8")).contains("Paused", "Paused since", "Time left", "12 d", "travels until January");
        go("subscriber/6");
        assertThat(text("subscription-6")).contains("Suspended", "moved out, wants it back in March");
        assertThat(text("subscription-242")).contains("Pending", "Not switched on yet");
    }

    @Test
    void eachServiceShowsByWhatTheNetworkKnowsIt() {
        open(13);
        assertThat(text("subscription-13")).contains("Postpaid", "Next bill", "41.90.12.34", "48:8F:5A:11:22:33", "Fixed address").doesNotContain("PPPoE user");
        go("subscriber/16");
        assertThat(text("subscription-16")).contains("A4:2B:B0:01:02:03", "Data used up");
    }

    @Test
    void aTrialBeginsWithoutMoney() {
        open(1);
        click("subscription-241-activate");
        assertThat(text("activate-what")).isEqualTo("A free trial of 7 days begins now, and nothing is paid. Afterwards it costs KES\u00a02,500.00 a period.");
        assertThat(world.subscriptions.calls("activate")).isEmpty();
        type("activate-reason", "installed");
        click("activate-submit");
        assertThat(world.subscriptions.call("activate").args().subList(1, 3)).containsExactly(241L, "installed");
        assertThat(text("subscription-241")).contains("Trial");
    }

    @Test
    void aPrepaidOneSaysWhatIsMissing() {
        open(6);
        click("subscription-242-activate");
        assertThat(text("activate-what")).contains("Fibre 40M", "KES\u00a03,500.00", "Installation", "KES\u00a01,500.00", "Deposit", "First bill", "KES\u00a06,000.00", "In the wallet");
        assertThat(text("activate-verdict")).isEqualTo("KES\u00a06,000.00 is missing in the wallet.");
        click("activate-submit");
        assertThat(told()).containsExactly("the wallet holds KES 0.00; KES 3,500.00 is missing");
        assertThat(isThere("activate-submit")).isTrue();
        assertThat(state(242)).isEqualTo(SubscriptionState.PENDING);
    }

    @Test
    void aPrepaidOneThatIsCoveredGoesOn() {
        world.billing.credit(6, io.mtandao.api.Money.of(600_000, "KES"));
        open(6);
        click("subscription-242-activate");
        assertThat(text("activate-verdict")).isEqualTo("The wallet covers it.");
        click("activate-submit");
        assertThat(world.subscriptions.call("activate").args().get(2)).isNull();
        assertThat(state(242)).isEqualTo(SubscriptionState.ACTIVE);
    }

    @Test
    void aPostpaidOneIsPaidAfterwards() {
        world.fakeSubscriptions.create(null, new io.mtandao.api.billing.Subscriptions.Draft(13, 11, null, null, null, null, "10.0.0.9", null));
        open(13);
        click("subscription-243-activate");
        assertThat(text("activate-what")).isEqualTo("Postpaid: service begins now, and the first bill over KES\u00a08,000.00 is written when the month is over.");
    }

    @Test
    void pausesAndGivesTheTimeBack() {
        open(1);
        choose(1, "pause");
        click("pause-submit");
        assertThat(wrong("pause-reason")).isEqualTo("Please fill this in");
        type("pause-reason", "travels");
        click("pause-submit");
        assertThat(world.subscriptions.call("pause").args().subList(1, 3)).containsExactly(1L, "travels");
        assertThat(text("subscription-1")).contains("Paused", "travels");
        click("subscription-1-resume");
        assertThat(state(1)).isEqualTo(SubscriptionState.ACTIVE);
    }

    @Test
    void timeIsGivenWithAReason() {
        Instant before = world.fakeSubscriptions.get(null, 7).expiresAt();
        open(7);
        choose(7, "move-expiry");
        click("expiry-submit");
        assertThat(wrong("expiry-until")).isEqualTo("Choose another time than now");
        assertThat(wrong("expiry-reason")).isEqualTo("Please fill this in");
        click("expiry-week");
        click("expiry-day");
        assertThat(text("expiry-effect")).startsWith("8 d more, until ");
        type("expiry-reason", "outage on Monday");
        click("expiry-submit");
        assertThat(world.subscriptions.call("moveExpiry").args().subList(1, 4)).containsExactly(7L, before.plus(Duration.ofDays(8)), "outage on Monday");
    }

    @Test
    void timeIsTakenToTheMinute() {
        open(7);
        choose(7, "move-expiry");
        click("expiry-back");
        assertThat(text("expiry-effect")).startsWith("1 d less, until ");
        Instant at = Instant.now().plus(Duration.ofDays(2));
        type("expiry-until", at.atZone(NAIROBI).toLocalDateTime().withHour(18).withMinute(30).withSecond(0).withNano(0));
        type("expiry-reason", "paid for less");
        click("expiry-submit");
        assertThat(world.subscriptions.call("moveExpiry").<Instant>arg(2)).isEqualTo(at.atZone(NAIROBI).withHour(18).withMinute(30).withSecond(0).withNano(0).toInstant());
    }

    @Test
    void aTimeThatIsOverSaysThatItCuts() {
        open(7);
        choose(7, "move-expiry");
        type("expiry-until", Instant.now().minus(Duration.ofDays(1)).atZone(NAIROBI).toLocalDateTime());
        assertThat(text("expiry-effect")).startsWith("That is over already");
    }

    @Test
    void whatHasExpiredIsExtendedFromNow() {
        open(3);
        choose(3, "move-expiry");
        click("expiry-day");
        assertThat(get(MomentField.class, "expiry-until").instant()).isAfter(Instant.now().plus(Duration.ofHours(23)));
    }

    @Test
    void whatIsNotPossibleIsNotOffered() {
        open(13);
        assertThat(isThere("subscription-13-renew")).isFalse();
        assertThat(isThere("subscription-13-change-package")).isTrue();
        go("subscriber/8");
        assertThat(isThere("subscription-8-renew")).isFalse();
        assertThat(isThere("subscription-8-resume")).isTrue();
    }

    @Test
    void oneThatHasEndedStaysToBeSeen() {
        open(1);
        choose(1, "cancel");
        click("cancel-submit");
        assertThat(world.subscriptions.call("cancel").args().get(2)).isNull();
        assertThat(text("subscription-1")).contains("Cancelled");
        assertThat(isThere("subscription-1-edit")).isFalse();
        assertThat(isThere("subscription-1-open")).isTrue();
    }
}
