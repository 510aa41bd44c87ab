package io.mtandao.tenant.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Origin;
import io.mtandao.api.TenantId;
import io.mtandao.api.work.Jobs;
import io.mtandao.persistence.Directory.Kind;
import io.mtandao.tenant.internal.World.Home;
import io.mtandao.testing.db.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SweepTest {
    private static final List<String> SWEPT = List.of("StaffSession", "OneTimeToken", "KnownAddress");

    static List<TestDatabase.Kind> kinds() {
        return TestDatabase.kinds().toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsOverGoesAndWhatIsNotStays(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        signIn(w, home);
        w.staff.oneTimeLink(home.owner(), World.id(home.owner()));
        w.clock.advance(Duration.ofMinutes(29));
        String fresh = signIn(w, home);
        assertThat(rows(w, home)).containsExactly(2L, 2L, 3L);

        w.clock.advance(Duration.ofMinutes(1));
        sweep(w, home);
        assertThat(rows(w, home)).as("one session has been idle").containsExactly(1L, 2L, 3L);
        assertThat(w.sessions.authenticate(fresh, Origin.LOCAL)).isNotNull();
        assertThat(w.directory.ofTenant(home.tenant(), Kind.SESSION)).hasSize(1);

        w.clock.advance(Duration.ofHours(25));
        sweep(w, home);
        assertThat(rows(w, home)).as("the link by hand is over, that to confirm the address not").containsExactly(0L, 1L, 3L);
        w.clock.advance(Duration.ofDays(7));
        sweep(w, home);
        assertThat(rows(w, home)).containsExactly(0L, 0L, 3L);
        assertThat(w.directory.ofTenant(home.tenant(), Kind.RESET)).isEmpty();
        w.clock.advance(Duration.ofDays(180));
        sweep(w, home);
        assertThat(rows(w, home)).as("addresses not seen for half a year").containsExactly(0L, 0L, 0L);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void countsOfTriesAreForgottenAndAnotherIspIsLeftAlone(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home a = w.isp(), b = w.isp();
        signIn(w, b);
        w.gate.admits(w.gate.attempt("realm", "account", World.address().address(), false));
        w.clock.advance(Duration.ofHours(13));
        sweep(w, a);
        assertThat(w.tx.<Long>platform("test", em -> em.createQuery("select count(e) from SignInAttempt e", Long.class).getSingleResult())).isZero();
        assertThat(rows(w, b)).containsExactly(1L, 1L, 2L);
        sweep(w, b);
        sweep(w, b);
        assertThat(rows(w, b)).containsExactly(0L, 1L, 2L);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void itRunsAgainTheNextDay(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        SweepJob job = new SweepJob(w.tx, w.directory, w.clock);
        assertThat(job.name()).isEqualTo("tenant.sweep");
        assertThat(job.run(home.tenant(), "daily", null)).isEqualTo(w.clock.instant().plus(Duration.ofDays(1)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aNewIspGetsItsSweepWithinItsRegistration(TestDatabase.Kind kind) {
        World w = World.of(kind);
        List<String> scheduled = new ArrayList<>();
        Jobs jobs = new Jobs() {
            @Override
            public void schedule(TenantId tenant, String job, String key, Instant at, String data) {
                scheduled.add(job + " " + key + " " + Duration.between(w.clock.instant(), at) + " " + w.tx.running());
            }

            @Override
            public void cancel(TenantId tenant, String job, String key) {
                throw new UnsupportedOperationException();
            }
        };
        w.setups.add(new SweepSchedule(jobs, w.clock));
        try {
            w.isp();
        } finally {
            w.setups.clear();
        }
        assertThat(scheduled).containsExactly("tenant.sweep daily PT24H true");
    }

    private static void sweep(World w, Home home) {
        new SweepJob(w.tx, w.directory, w.clock).run(home.tenant(), "daily", null);
    }

    private static String signIn(World w, Home home) {
        return w.sessions.signIn(home.slug(), "jane@example.com", World.PASSWORD, World.address()).token();
    }

    private static List<Long> rows(World w, Home home) {
        return w.tx.in(home.tenant(), em -> SWEPT.stream().map(e -> em.createQuery("select count(e) from " + e + " e", Long.class).getSingleResult()).toList());
    }
}
