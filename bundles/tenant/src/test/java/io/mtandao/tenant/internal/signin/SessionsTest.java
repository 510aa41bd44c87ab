package io.mtandao.tenant.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Origin;
import io.mtandao.api.Permission;
import io.mtandao.api.Role;
import io.mtandao.api.TenantSuspended;
import io.mtandao.api.Unauthenticated;
import io.mtandao.api.tenant.Sessions.Session;
import io.mtandao.api.tenant.Staff.Draft;
import io.mtandao.api.tenant.Staff.Member;
import io.mtandao.persistence.Directory.Kind;
import io.mtandao.tenant.internal.World;
import io.mtandao.tenant.internal.World.Home;
import io.mtandao.tenant.internal.entity.IspRow;
import io.mtandao.tenant.internal.entity.StaffMember;
import io.mtandao.tenant.internal.entity.StaffSession;
import io.mtandao.tenant.internal.secret.FastPasswords;
import io.mtandao.tenant.internal.secret.Tokens;
import io.mtandao.testing.db.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SessionsTest {
    static List<TestDatabase.Kind> kinds() {
        return TestDatabase.kinds().toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whoSignsInGetsATokenThatSaysWhoTheyAre(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Session session = signIn(w, home);
        assertThat(session.token()).startsWith("ms_");
        assertThat(session.roles()).containsExactly(Role.OWNER);
        assertThat(session.expiresAt()).isEqualTo(w.clock.instant().plus(Duration.ofMinutes(30)));

        Origin elsewhere = World.address();
        Caller caller = w.sessions.authenticate(session.token(), elsewhere);
        assertThat(caller).isEqualTo(new Caller(home.tenant(), Caller.Kind.STAFF, home.owner().id(), "Jane Owner", Role.OWNER.permissions(), elsewhere, session.caller().session()));
        assertThat(caller.session()).isNotNull();
        assertThat(w.staff.get(home.owner(), World.id(caller)).lastSignIn()).isEqualTo(w.clock.instant());
        assertThat(w.audit.list(home.owner(), ListQuery.where("action", "staff.sign-in")).items()).singleElement().satisfies(e -> assertThat(e.changes()).contains("test"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theTokenItselfIsNowhereInTheDatabase(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        String token = signIn(w, home).token();
        assertThat(w.directory.find(Kind.SESSION, token)).isEmpty();
        assertThat(w.directory.find(Kind.SESSION, Tokens.hash(token))).isPresent();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theDoorIsTheShortNameInAnyCaseOrTheOwnHostName(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        String host = home.slug() + "." + kind.name().toLowerCase() + ".example.net";
        w.directory.claim(Kind.HOST, host, home.tenant(), null);
        for (String door : List.of(home.slug(), " " + home.slug().toUpperCase() + " ", host, host.toUpperCase() + ":8181"))
            assertThat(w.sessions.signIn(door, " Jane@Example.com ", World.PASSWORD, World.address()).caller().tenant()).isEqualTo(home.tenant());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whateverIsWrongTheAnswerIsTheSame(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Caller inactive = w.member(home, Role.SUPPORT);
        String address = w.email(inactive);
        deactivate(w, home, inactive);
        Member waiting = w.staff.create(home.owner(), new Draft("Waits", "waits@example.com", null, Role.SUPPORT, true, null));
        List<String> answers = new ArrayList<>();
        for (String[] wrong : new String[][] {
            {home.slug(), "jane@example.com", "wrong horse"}, {home.slug(), "nobody@example.com", World.PASSWORD}, {"no-such-isp", "jane@example.com", World.PASSWORD},
            {home.slug(), address, World.PASSWORD}, {home.slug(), waiting.email(), ""}, {null, null, null}, {"no.such.host", "jane@example.com", World.PASSWORD}})
            assertThatThrownBy(() -> w.sessions.signIn(wrong[0], wrong[1], wrong[2], World.address())).isInstanceOfSatisfying(Unauthenticated.class, e -> answers.add(e.getMessage()));
        assertThat(Set.copyOf(answers)).hasSize(1);
        assertThat(answers).hasSize(7);
        assertThat(w.audit.list(home.owner(), ListQuery.where("action", "staff.sign-in-failed")).items()).hasSize(4).allMatch(e -> e.who().equals("(unknown)"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anIdleSessionEndsAfterHalfAnHourAndUseKeepsItUpToTwelve(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        String idle = signIn(w, home).token();
        String used = signIn(w, home).token();
        w.clock.advance(Duration.ofMinutes(29));
        w.sessions.authenticate(used, Origin.LOCAL);
        w.clock.advance(Duration.ofMinutes(1));
        assertThatThrownBy(() -> w.sessions.authenticate(idle, Origin.LOCAL)).isInstanceOf(Unauthenticated.class);
        for (int i = 0; i < 34; i++) {
            w.clock.advance(Duration.ofMinutes(20));
            w.sessions.authenticate(used, Origin.LOCAL);
        }
        w.clock.advance(Duration.ofMinutes(10));
        assertThatThrownBy(() -> w.sessions.authenticate(used, Origin.LOCAL)).as("twelve hours are over").isInstanceOf(Unauthenticated.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theLastUseIsWrittenOnceAMinuteAtMost(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        String token = signIn(w, home).token();
        Instant opened = w.clock.instant();
        w.clock.advance(Duration.ofSeconds(59));
        w.sessions.authenticate(token, Origin.LOCAL);
        assertThat(lastUsed(w, home)).isEqualTo(opened);
        w.clock.advance(Duration.ofSeconds(1));
        w.sessions.authenticate(token, Origin.LOCAL);
        assertThat(lastUsed(w, home)).isEqualTo(opened.plusSeconds(60));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void manyRequestsAtOnceDoNotMakeEachOtherStale(TestDatabase.Kind kind) throws Exception {
        World w = World.of(kind);
        Home home = w.isp();
        String token = signIn(w, home).token();
        w.clock.advance(Duration.ofMinutes(2));
        ExecutorService pool = Executors.newFixedThreadPool(6);
        List<Callable<Caller>> requests = new ArrayList<>();
        for (int i = 0; i < 24; i++) requests.add(() -> w.sessions.authenticate(token, Origin.LOCAL));
        for (Future<Caller> f : pool.invokeAll(requests)) assertThat(f.get().tenant()).isEqualTo(home.tenant());
        pool.shutdown();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void onePersonMaySignInFromManyPlacesAtOnce(TestDatabase.Kind kind) throws Exception {
        World w = World.of(kind);
        Home home = w.isp();
        Origin office = World.address();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Callable<Session>> requests = new ArrayList<>();
        for (int i = 0; i < 4; i++) requests.add(() -> w.sessions.signIn(home.slug(), "jane@example.com", World.PASSWORD, office));
        for (Future<Session> f : pool.invokeAll(requests)) assertThat(w.sessions.authenticate(f.get().token(), office).tenant()).isEqualTo(home.tenant());
        pool.shutdown();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void signingOutEndsThatSessionAlone(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        String one = signIn(w, home).token();
        String other = signIn(w, home).token();
        w.sessions.signOut(one);
        w.sessions.signOut(one);
        w.sessions.signOut("nonsense");
        assertThatThrownBy(() -> w.sessions.authenticate(one, Origin.LOCAL)).isInstanceOf(Unauthenticated.class);
        assertThat(w.sessions.authenticate(other, Origin.LOCAL)).isNotNull();
        assertThat(w.audit.list(home.owner(), ListQuery.where("action", "staff.sign-out")).items()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aChangedRoleAndADismissalActAtOnce(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Caller person = w.member(home, Role.ADMIN);
        String token = w.sessions.signIn(home.slug(), w.email(person), World.PASSWORD, World.address()).token();
        Member m = w.staff.get(home.owner(), World.id(person));
        w.staff.update(home.owner(), m.id(), m.version(), new Draft(m.fullName(), m.email(), null, Role.TECHNICIAN, true, null));
        assertThat(w.sessions.authenticate(token, Origin.LOCAL).permissions()).isEqualTo(Role.TECHNICIAN.permissions()).doesNotContain(Permission.STAFF_READ);
        deactivate(w, home, person);
        assertThatThrownBy(() -> w.sessions.authenticate(token, Origin.LOCAL)).isInstanceOf(Unauthenticated.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsNoTokenIsUnauthenticated(TestDatabase.Kind kind) {
        World w = World.of(kind);
        for (String bearer : new String[] {null, "", "ms_", "Bearer x", "ms_" + "a".repeat(43), "mk_" + "a".repeat(43), "mo_" + "a".repeat(43), "ml_" + "a".repeat(43)})
            assertThatThrownBy(() -> w.sessions.authenticate(bearer, Origin.LOCAL)).isInstanceOf(Unauthenticated.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aSuspendedIspIsToldSoToThoseWhoAreRightOnly(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        String token = signIn(w, home).token();
        w.tx.platform("test", em -> {
            em.find(IspRow.class, home.tenant().value()).suspend();
            return null;
        });
        assertThatThrownBy(() -> w.sessions.authenticate(token, Origin.LOCAL)).isInstanceOf(TenantSuspended.class);
        assertThatThrownBy(() -> signIn(w, home)).isInstanceOf(TenantSuspended.class);
        assertThatThrownBy(() -> w.sessions.signIn(home.slug(), "jane@example.com", "wrong horse", World.address())).isInstanceOf(Unauthenticated.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anOldHashIsReplacedAtTheNextSignIn(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        String before = hash(w, home);
        w.sessionsWith(FastPasswords.cost(w.random, 128)).signIn(home.slug(), "jane@example.com", World.PASSWORD, World.address());
        assertThat(before).contains("m=64,");
        assertThat(hash(w, home)).contains("m=128,");
        assertThat(signIn(w, home)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void twoIspsWithTheSameOwnerKeepTheirSessionsApart(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home a = w.isp(), b = w.isp();
        String ofA = signIn(w, a).token();
        assertThat(w.sessions.authenticate(ofA, Origin.LOCAL).tenant()).isEqualTo(a.tenant());
        assertThat(w.tx.<Long>in(b.tenant(), em -> em.createQuery("select count(e) from StaffSession e", Long.class).getSingleResult())).isZero();
        // a directory entry that points into the wrong tenant finds nothing there
        w.directory.release(Kind.SESSION, Tokens.hash(ofA));
        w.directory.claim(Kind.SESSION, Tokens.hash(ofA), b.tenant(), String.valueOf(sessionId(w, a)));
        assertThatThrownBy(() -> w.sessions.authenticate(ofA, Origin.LOCAL)).isInstanceOf(Unauthenticated.class);
    }

    private static Session signIn(World w, Home home) {
        return w.sessions.signIn(home.slug(), "jane@example.com", World.PASSWORD, World.address());
    }

    private static void deactivate(World w, Home home, Caller person) {
        Member m = w.staff.get(home.owner(), World.id(person));
        w.staff.update(home.owner(), m.id(), m.version(), new Draft(m.fullName(), m.email(), null, m.role(), false, null));
    }

    private static String hash(World w, Home home) {
        return w.tx.in(home.tenant(), em -> em.find(StaffMember.class, World.id(home.owner())).getPasswordHash());
    }

    private static Instant lastUsed(World w, Home home) {
        return w.tx.in(home.tenant(), em -> em.createQuery("select e from StaffSession e", StaffSession.class).getSingleResult().getLastUsedAt());
    }

    private static long sessionId(World w, Home home) {
        return w.tx.in(home.tenant(), em -> em.createQuery("select e from StaffSession e", StaffSession.class).getSingleResult().getId());
    }
}
