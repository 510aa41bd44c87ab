package io.mtandao.router.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.billing.PackageTerms.Hours;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.api.router.Router;
import io.mtandao.api.router.Routers.NetworkState;
import io.mtandao.testing.db.TestDatabase;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A package for the night: 22:00 to 06:00 in Nairobi, which is 19:00 to 03:00 UTC. The story begins on a Sunday at 11:00. */
class HoursStoryTest extends RouterStory {
    private static final Hours NIGHT = new Hours(Set.of(), LocalTime.of(22, 0), LocalTime.of(6, 0));
    private static final Instant OPENS = Instant.parse("2026-11-22T19:00:00Z"), CLOSES = Instant.parse("2026-11-23T03:00:00Z");

    private void night(long id, Router r, boolean paid) {
        wants(service(ServiceType.PPPOE, id, r.id(), "user-" + id, paid, NIGHT));
    }

    private boolean on(Router r, long id) {
        run(r);
        return driver.users.get("10.0.0.1/user-" + id).allowed();
    }

    private Instant tick() {
        return hours.run(isp, HoursSwitch.KEY, null);
    }

    @ParameterizedTest
    @EnumSource
    void itIsOnDuringTheHoursAndOffOutsideThem(TestDatabase.Kind kind) {
        given(kind);
        Router r = router("core");
        night(7, r, true);
        assertThat(on(r, 7)).isFalse();
        assertThat(jobs.scheduled).contains(new io.mtandao.testing.fake.Fakes.Job(isp, HoursSwitch.NAME, HoursSwitch.KEY, OPENS, null));
        clock.set(OPENS.minusMillis(1));
        assertThat(tick()).isEqualTo(OPENS);
        assertThat(on(r, 7)).isFalse();
        clock.set(OPENS);
        assertThat(tick()).isEqualTo(CLOSES);
        assertThat(on(r, 7)).isTrue();
        clock.set(CLOSES);
        assertThat(tick()).isEqualTo(OPENS.plus(Duration.ofDays(1)));
        assertThat(on(r, 7)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void staffSeeThatItIsClosedNowAndWhenItOpensAndACutIsNoClosing(TestDatabase.Kind kind) {
        given(kind);
        Router r = router("core");
        night(7, r, true);
        night(8, r, false);
        wants(9, r.id(), "always", true);
        run(r);
        assertThat(state(7)).returns(false, NetworkState::allowed).returns(true, NetworkState::closed).returns(OPENS, NetworkState::opensAt)
            .returns(null, NetworkState::error);
        assertThat(state(8)).as("not paid").returns(false, NetworkState::allowed).returns(false, NetworkState::closed);
        assertThat(state(9)).returns(true, NetworkState::allowed).returns(false, NetworkState::closed);
        clock.set(OPENS);
        tick();
        assertThat(state(7)).as("open").returns(true, NetworkState::allowed).returns(false, NetworkState::closed);
        night(7, r, false);
        assertThat(state(7)).as("expired in the middle of the night").returns(false, NetworkState::allowed).returns(false, NetworkState::closed);
    }

    @ParameterizedTest
    @EnumSource
    void afterADowntimeItIsAsTheClockSays(TestDatabase.Kind kind) {
        given(kind);
        Router r = router("core");
        night(7, r, true);
        run(r);
        clock.set(OPENS.plus(Duration.ofDays(3)).plusSeconds(60));
        assertThat(tick()).isEqualTo(CLOSES.plus(Duration.ofDays(3)));
        assertThat(on(r, 7)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void theHoursOpenNothingThatIsNotPaidAndPaymentOpensNothingOutsideThem(TestDatabase.Kind kind) {
        given(kind);
        Router r = router("core");
        night(7, r, false);
        assertThat(tick()).as("the clock changes nothing").isNull();
        clock.set(OPENS);
        tick();
        assertThat(on(r, 7)).isFalse();
        night(7, r, true);
        assertThat(on(r, 7)).isTrue();
        clock.set(CLOSES.plusSeconds(1));
        night(7, r, true);
        assertThat(on(r, 7)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void onlyThisIspsAreSwitchedAndOthersOfItStayAsTheyAre(TestDatabase.Kind kind) {
        given(kind);
        Router other = router("core");
        night(7, other, true);
        anIsp();
        Router r = routers.create(owner, draft("core", "new.example"));
        wants(service(ServiceType.PPPOE, 7, r.id(), "day", true, new Hours(Set.of(DayOfWeek.SUNDAY), null, null)));
        wants(8, r.id(), "always", true);
        run(r);
        jobs.scheduled.clear();
        clock.set(Instant.parse("2026-11-22T21:00:00Z"));
        assertThat(tick()).isEqualTo(Instant.parse("2026-11-28T21:00:00Z"));
        run(r);
        assertThat(driver.users.get("10.0.0.2/day").allowed()).as("Monday has begun in Nairobi").isFalse();
        assertThat(driver.users.get("10.0.0.2/always").allowed()).isTrue();
        assertThat(jobs.scheduled).allMatch(j -> j.tenant().equals(isp));
        assertThat(driver.users).doesNotContainKey("10.0.0.1/user-7");
    }
}
