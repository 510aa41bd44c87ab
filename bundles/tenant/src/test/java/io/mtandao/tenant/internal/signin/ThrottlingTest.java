package io.mtandao.tenant.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Caller;
import io.mtandao.api.Origin;
import io.mtandao.api.Role;
import io.mtandao.api.Throttled;
import io.mtandao.api.Unauthenticated;
import io.mtandao.tenant.internal.World;
import io.mtandao.tenant.internal.World.Home;
import io.mtandao.tenant.internal.rule.ThrottleRule;
import io.mtandao.testing.db.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThrottlingTest {
    private static final String JANE = "jane@example.com";

    static List<TestDatabase.Kind> kinds() {
        return TestDatabase.kinds().toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whoMistypesTooOftenWaitsLongerEachTime(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Origin here = World.address();
        fail(w, home, JANE, here, 6);
        assertThat(wait(w, home, JANE, here)).isEqualTo(Duration.ofSeconds(2));
        assertThat(wait(w, home, JANE, here)).as("tries while waiting do not count").isEqualTo(Duration.ofSeconds(2));
        w.clock.advance(Duration.ofSeconds(2));
        fail(w, home, JANE, here, 1);
        assertThat(wait(w, home, JANE, here)).isEqualTo(Duration.ofSeconds(4));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void evenTheRightPasswordWaitsAndThenAllIsForgotten(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Origin here = World.address();
        fail(w, home, JANE, here, 6);
        assertThatThrownBy(() -> signIn(w, home, JANE, here)).isInstanceOf(Throttled.class);
        w.clock.advance(Duration.ofSeconds(2));
        signIn(w, home, JANE, here);
        fail(w, home, JANE, here, 5);
        signIn(w, home, JANE, here);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aStrangerElsewhereDoesNotLockSomebodyOut(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Origin office = World.address();
        signIn(w, home, JANE, office);
        for (int i = 0; i < 10; i++) fail(w, home, JANE, World.address(), 2);
        failOnce(w, home, JANE, World.address());
        Origin stranger = World.address();
        assertThat(wait(w, home, JANE, stranger)).as("many machines on one account wait together").isEqualTo(Duration.ofSeconds(5));
        signIn(w, home, JANE, office);
        assertThat(wait(w, home, JANE, stranger)).as("a right sign-in takes nothing back for strangers").isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theOwnerIsKnownWhereTheyRegistered(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        boolean known = w.tx.in(home.tenant(), em -> KnownAddresses.knows(em, World.id(home.owner()), registeredFrom(w, home)));
        assertThat(known).isTrue();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whoTriesAListOfAccountsFromOneAddressIsSlowedDown(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Origin here = World.address();
        for (int i = 0; i < 31; i++) failOnce(w, home, "guess" + i + "@example.com", here);
        assertThat(wait(w, home, "guess99@example.com", here)).isEqualTo(Duration.ofSeconds(2));
        assertThat(wait(w, w.isp(), JANE, here)).as("at another ISP too").isEqualTo(Duration.ofSeconds(2));
        failOnce(w, home, "guess99@example.com", World.address());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aColleagueWhoFailsBehindTheSameAddressHoldsUpNobodyWhoIsKnownThere(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Origin office = World.address();
        signIn(w, home, JANE, office);
        for (int i = 0; i < 31; i++) failOnce(w, home, "colleague" + i + "@example.com", office);
        assertThat(wait(w, home, "colleague99@example.com", office)).isPositive();
        signIn(w, home, JANE, office);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void unknownAccountsAndUnknownIspsAreCountedLikeOthers(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Origin here = World.address();
        fail(w, home, "nobody@example.com", here, 6);
        assertThat(wait(w, home, "nobody@example.com", here)).isEqualTo(Duration.ofSeconds(2));
        Home nowhere = new Home(home.tenant(), "no-such-" + kind.name().toLowerCase(), home.owner());
        Origin there = World.address();
        fail(w, nowhere, JANE, there, 6);
        assertThat(wait(w, nowhere, JANE, there)).isEqualTo(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theSameAccountAtTwoIspsIsTwoAccounts(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home a = w.isp(), b = w.isp();
        Origin here = World.address();
        fail(w, a, JANE, here, 6);
        assertThat(wait(w, a, JANE, here)).isPositive();
        signIn(w, b, JANE, here);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anIpv6LineIsOneAddress(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        String line = "2001:db8:" + Integer.toHexString(World.address().hashCode() & 0xffff) + ":7:";
        for (int i = 0; i < 6; i++) failOnce(w, home, JANE, new Origin(line + ":" + i, "test"));
        assertThat(wait(w, home, JANE, new Origin(line + ":99", "test"))).isEqualTo(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void tryingManyAtOnceDoesNotSlipThrough(TestDatabase.Kind kind) throws Exception {
        World w = World.of(kind);
        Home home = w.isp();
        Origin here = World.address();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Callable<String>> flood = new ArrayList<>();
        for (int i = 0; i < 40; i++) flood.add(() -> {
            try {
                w.sessions.signIn(home.slug(), JANE, "wrong horse", here);
                return "in";
            } catch (Unauthenticated e) {
                return "checked";
            } catch (Throttled e) {
                return "throttled";
            }
        });
        List<String> results = new ArrayList<>();
        for (Future<String> f : pool.invokeAll(flood)) results.add(f.get());
        pool.shutdown();
        assertThat(results).filteredOn("checked"::equals).hasSize(ThrottleRule.PAIR.free() + 1);
        assertThat(results).filteredOn("throttled"::equals).hasSize(40 - ThrottleRule.PAIR.free() - 1);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aRestartOrAnotherNodeKnowsToo(TestDatabase.Kind kind) {
        World w = World.of(kind);
        SignInGate here = new SignInGate(w.tx, w.clock);
        SignInGate elsewhere = new SignInGate(w.tx, w.clock);
        String address = World.address().address();
        for (int i = 0; i < 3; i++) {
            here.admit(here.attempt("realm", "account", address, false));
            elsewhere.admit(elsewhere.attempt("realm", "account", address, false));
        }
        assertThat(new SignInGate(w.tx, w.clock).admits(here.attempt("realm", "account", address, false))).isFalse();
        assertThat(elsewhere.admits(here.attempt("realm", "account", address, true))).as("the pair waits, known or not").isFalse();
        assertThat(elsewhere.admits(here.attempt("realm", "other", address, false))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theTableHoldsHashesAlone(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        failOnce(w, home, JANE, World.address());
        List<String> keys = w.tx.platform("test", em -> em.createQuery("select e.keyHash from SignInAttempt e", String.class).getResultList());
        assertThat(keys).isNotEmpty().allMatch(k -> k.matches("[0-9a-f]{64}"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aStolenSessionDoesNotServeToGuessThePassword(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Caller person = w.member(home, Role.SUPPORT);
        for (int i = 0; i < 6; i++)
            assertThatThrownBy(() -> w.staff.changePassword(person, "wrong horse", "another horse")).isInstanceOf(io.mtandao.api.Invalid.class);
        assertThatThrownBy(() -> w.staff.changePassword(person, World.PASSWORD, "another horse")).isInstanceOf(Throttled.class);
    }

    private static String registeredFrom(World w, Home home) {
        return w.audit.list(home.owner(), io.mtandao.api.ListQuery.where("action", "isp.register")).items().get(0).address();
    }

    private static void signIn(World w, Home home, String email, Origin from) {
        assertThat(w.sessions.signIn(home.slug(), email, World.PASSWORD, from)).isNotNull();
    }

    private static void fail(World w, Home home, String email, Origin from, int times) {
        for (int i = 0; i < times; i++) failOnce(w, home, email, from);
    }

    private static void failOnce(World w, Home home, String email, Origin from) {
        assertThatThrownBy(() -> w.sessions.signIn(home.slug(), email, "wrong horse", from)).isInstanceOf(Unauthenticated.class);
    }

    private static Duration wait(World w, Home home, String email, Origin from) {
        Duration[] wait = {Duration.ZERO};
        assertThatThrownBy(() -> w.sessions.signIn(home.slug(), email, "wrong horse", from)).isInstanceOfSatisfying(Throttled.class, e -> wait[0] = e.retryAfter());
        return wait[0];
    }
}
