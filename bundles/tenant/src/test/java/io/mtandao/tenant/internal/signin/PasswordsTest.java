package io.mtandao.tenant.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mtandao.api.Caller;
import io.mtandao.api.Forbidden;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.NotFound;
import io.mtandao.api.Origin;
import io.mtandao.api.Permission;
import io.mtandao.api.Role;
import io.mtandao.api.Stale;
import io.mtandao.api.Throttled;
import io.mtandao.api.Unauthenticated;
import io.mtandao.api.tenant.Staff.Draft;
import io.mtandao.api.tenant.Staff.Member;
import io.mtandao.tenant.internal.SentMail.Mail;
import io.mtandao.tenant.internal.World;
import io.mtandao.tenant.internal.World.Home;
import io.mtandao.tenant.internal.entity.StaffMember;
import io.mtandao.tenant.internal.secret.Argon2Passwords;
import io.mtandao.tenant.internal.secret.FastPasswords;
import io.mtandao.tenant.internal.secret.Randomness;
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

class PasswordsTest {
    private static final String JANE = "jane@example.com";
    private static final String NEW = "another horse";

    static List<TestDatabase.Kind> kinds() {
        return TestDatabase.kinds().toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aChangeEndsAllSessionsAndOnlyTheNewPasswordLetsIn(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        String elsewhere = signIn(w, home, World.PASSWORD).token();
        w.staff.changePassword(home.owner(), World.PASSWORD, NEW);
        assertThatThrownBy(() -> w.sessions.authenticate(elsewhere, Origin.LOCAL)).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> signIn(w, home, World.PASSWORD)).isInstanceOf(Unauthenticated.class);
        assertThat(signIn(w, home, NEW)).isNotNull();
        assertThat(actions(w, home)).contains("staff.password-change");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whoChangesThePasswordStaysSignedInHereAndIsSignedOutElsewhere(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        String here = signIn(w, home, World.PASSWORD).token(), elsewhere = signIn(w, home, World.PASSWORD).token();
        Caller jane = w.sessions.authenticate(here, World.address());
        assertThat(jane.session()).isNotNull().isNotEqualTo(w.sessions.authenticate(elsewhere, World.address()).session());
        assertThatThrownBy(() -> w.staff.changePassword(jane, "wrong horse", NEW)).isInstanceOf(Invalid.class);
        assertThat(w.sessions.authenticate(elsewhere, Origin.LOCAL)).as("nothing was changed").isNotNull();

        w.staff.changePassword(jane, World.PASSWORD, NEW);
        assertThat(w.sessions.authenticate(here, Origin.LOCAL).session()).isEqualTo(jane.session());
        assertThatThrownBy(() -> w.sessions.authenticate(elsewhere, Origin.LOCAL)).isInstanceOf(Unauthenticated.class);
        w.sessions.signOut(here);
        assertThatThrownBy(() -> w.sessions.authenticate(here, Origin.LOCAL)).isInstanceOf(Unauthenticated.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aChangeWantsTheOldPasswordAndAGoodNewOne(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        assertThat(wrong(() -> w.staff.changePassword(home.owner(), "wrong horse", NEW))).containsExactly("oldPassword");
        assertThat(wrong(() -> w.staff.changePassword(home.owner(), World.PASSWORD, "short"))).containsExactly("newPassword");
        assertThat(wrong(() -> w.staff.changePassword(home.owner(), World.PASSWORD, "x " + home.slug() + " y z"))).containsExactly("newPassword");
        assertThat(wrong(() -> w.staff.changePassword(home.owner(), World.PASSWORD, World.PASSWORD))).containsExactly("newPassword");
        assertThat(signIn(w, home, World.PASSWORD)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void onlyPeopleHavePasswords(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        for (Caller c : List.of(home.with(Permission.values()), home.system())) assertThatThrownBy(() -> w.staff.changePassword(c, World.PASSWORD, NEW)).isInstanceOf(Forbidden.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aResetMailSetsANewPasswordOnceAndEndsSessions(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        String session = signIn(w, home, World.PASSWORD).token();
        w.staff.requestReset(home.slug(), " JANE@example.com", World.address());
        Mail mail = w.mails.last(home);
        assertThat(mail.to()).isEqualTo(JANE);
        assertThat(mail.text()).contains("https://isp.example.org/ui/reset?token=ml_");

        Origin desk = World.address();
        w.staff.resetPassword(mail.token(), NEW, desk);
        assertThat(signIn(w, home, NEW)).isNotNull();
        assertThatThrownBy(() -> w.sessions.authenticate(session, Origin.LOCAL)).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> w.staff.resetPassword(mail.token(), "third horse x", desk)).isInstanceOf(NotFound.class);
        assertThat(actions(w, home)).contains("staff.reset-request", "staff.password-reset");
        assertThat(w.tx.<StaffMember>in(home.tenant(), em -> em.find(StaffMember.class, World.id(home.owner()))).getEmailVerifiedAt()).as("the link came by mail").isNotNull();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aResetLinkLivesForOneHour(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        w.staff.requestReset(home.slug(), JANE, World.address());
        w.clock.advance(Duration.ofHours(1));
        assertThatThrownBy(() -> w.staff.resetPassword(w.mails.last(home).token(), NEW, World.address())).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aBadNewPasswordLeavesTheLinkGood(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        w.staff.requestReset(home.slug(), JANE, World.address());
        String token = w.mails.last(home).token();
        assertThat(wrong(() -> w.staff.resetPassword(token, "short", World.address()))).containsExactly("newPassword");
        assertThatCode(() -> w.staff.resetPassword(token, NEW, World.address())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void ofManyWhoUseOneLinkAtOnceOneWins(TestDatabase.Kind kind) throws Exception {
        World w = World.of(kind);
        Home home = w.isp();
        w.staff.requestReset(home.slug(), JANE, World.address());
        String token = w.mails.last(home).token();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Callable<String>> tries = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String password = "horse number " + i;
            tries.add(() -> {
                try {
                    w.staff.resetPassword(token, password, World.address());
                    return password;
                } catch (NotFound e) {
                    return "gone";
                }
            });
        }
        List<String> results = new ArrayList<>();
        for (Future<String> f : pool.invokeAll(tries)) results.add(f.get());
        pool.shutdown();
        assertThat(results).filteredOn("gone"::equals).hasSize(3);
        String winner = results.stream().filter(r -> !r.equals("gone")).findFirst().orElseThrow();
        assertThat(signIn(w, home, winner)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theAnswerIsTheSameWhetherThereIsAnAccountOrNot(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        int before = w.mails.to(home).size();
        for (String[] nobody : new String[][] {{home.slug(), "nobody@example.com"}, {"no-such-isp", JANE}, {null, null}, {"", ""}, {"no.such.host", JANE}})
            assertThatCode(() -> w.staff.requestReset(nobody[0], nobody[1], World.address())).doesNotThrowAnyException();
        assertThat(w.mails.to(home)).hasSize(before);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anInactiveAccountGetsNoMailAndItsLinksAreVoid(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Caller person = w.member(home, Role.SUPPORT);
        String link = w.staff.oneTimeLink(home.owner(), World.id(person));
        Member m = w.staff.get(home.owner(), World.id(person));
        w.staff.update(home.owner(), m.id(), m.version(), new Draft(m.fullName(), m.email(), null, m.role(), false, null));
        int before = w.mails.to(home).size();
        w.staff.requestReset(home.slug(), m.email(), World.address());
        assertThat(w.mails.to(home)).hasSize(before);
        assertThatThrownBy(() -> w.staff.resetPassword(token(link), NEW, World.address())).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void nobodysMailboxIsFlooded(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        int before = w.mails.to(home).size();
        for (int i = 0; i < 20; i++) w.staff.requestReset(home.slug(), JANE, World.address());
        assertThat(w.mails.to(home)).hasSize(before + 4);
        w.clock.advance(Duration.ofMinutes(15));
        w.staff.requestReset(home.slug(), JANE, World.address());
        assertThat(w.mails.to(home)).hasSize(before + 5);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void oneAddressCannotAskForEverybody(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Origin here = World.address();
        for (int i = 0; i < 31; i++) w.staff.requestReset("no-such-isp", "x" + i + "@example.com", here);
        Home home = w.isp();
        int before = w.mails.to(home).size();
        w.staff.requestReset(home.slug(), JANE, here);
        assertThat(w.mails.to(home)).hasSize(before);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aLinkByHandLivesForADayAndSetsTheFirstPassword(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Member waits = w.staff.create(home.owner(), new Draft("Waits", "waits@example.com", null, Role.SUPPORT, true, null));
        String path = w.staff.oneTimeLink(home.owner(), waits.id());
        assertThat(path).startsWith("/ui/reset?token=ml_");
        w.clock.advance(Duration.ofHours(23));
        w.staff.resetPassword(token(path), NEW, World.address());
        assertThat(w.sessions.signIn(home.slug(), "waits@example.com", NEW, World.address()).roles()).containsExactly(Role.SUPPORT);
        assertThat(w.tx.<StaffMember>in(home.tenant(), em -> em.find(StaffMember.class, waits.id())).getEmailVerifiedAt()).as("a link by hand proves no address").isNull();
        String late = w.staff.oneTimeLink(home.owner(), waits.id());
        w.clock.advance(Duration.ofHours(24));
        assertThatThrownBy(() -> w.staff.resetPassword(token(late), NEW, World.address())).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whoCameByALinkIsNoStrangerThere(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        for (int i = 0; i < 21; i++)
            assertThatThrownBy(() -> w.sessions.signIn(home.slug(), JANE, "wrong horse", World.address())).isInstanceOf(Unauthenticated.class);
        Origin hotel = World.address();
        assertThatThrownBy(() -> w.sessions.signIn(home.slug(), JANE, World.PASSWORD, hotel)).isInstanceOf(Throttled.class);
        w.staff.requestReset(home.slug(), JANE, hotel);
        w.staff.resetPassword(w.mails.last(home).token(), NEW, hotel);
        assertThat(w.sessions.signIn(home.slug(), JANE, NEW, hotel)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsNoTokenIsNotFound(TestDatabase.Kind kind) {
        World w = World.of(kind);
        for (String token : new String[] {null, "", "x", "ml_" + "a".repeat(43), "ms_" + "a".repeat(43)})
            assertThatThrownBy(() -> w.staff.resetPassword(token, NEW, World.address())).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aLinkOfOneIspDoesNothingInAnother(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home a = w.isp(), b = w.isp();
        w.staff.requestReset(a.slug(), JANE, World.address());
        assertThat(w.mails.to(b)).as("Jane of B was asked to confirm her address, no more").hasSize(1);
        String token = w.mails.last(a).token();
        String link = w.staff.oneTimeLink(b.owner(), World.id(b.owner()));
        w.staff.resetPassword(token, NEW, World.address());
        assertThat(signIn(w, a, NEW)).isNotNull();
        assertThat(signIn(w, b, World.PASSWORD)).as("her namesake's password stands").isNotNull();
        assertThatCode(() -> w.staff.resetPassword(token(link), NEW, World.address())).as("and her link").doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aPasswordSetByALinkMeanwhileMakesAChangeStale(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        String link = w.staff.oneTimeLink(home.owner(), World.id(home.owner()));
        // the new hash is asked for between the two units of work of a change: there the link is used
        Randomness meanwhile = count -> {
            w.staff.resetPassword(token(link), "third horse x", World.address());
            return w.random.bytes(count);
        };
        int[] calls = {0};
        Argon2Passwords slow = FastPasswords.of(count -> calls[0]++ == 0 ? w.random.bytes(count) : meanwhile.bytes(count));
        PasswordDesk desk = new PasswordDesk(w.tx, w.audit, slow, w.gate, w.links, new WaysIn(w.directory));
        assertThatThrownBy(() -> desk.change(home.owner(), World.PASSWORD, NEW)).isInstanceOf(Stale.class);
        assertThat(signIn(w, home, "third horse x")).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anAccountThatGoesWhileItsPasswordIsCheckedDoesNotGetIn(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Caller person = w.member(home, Role.SUPPORT);
        String address = w.email(person);
        // other parameters, so that a right password is hashed anew: between the check and the session
        int[] calls = {0};
        Argon2Passwords slow = FastPasswords.cost(count -> {
            if (calls[0]++ > 0) w.staff.delete(home.owner(), World.id(person));
            return w.random.bytes(count);
        }, 128);
        assertThatThrownBy(() -> w.sessionsWith(slow).signIn(home.slug(), address, World.PASSWORD, World.address())).isInstanceOf(Unauthenticated.class);
        assertThat(w.tx.<Long>in(home.tenant(), em -> em.createQuery("select count(e) from StaffSession e", Long.class).getSingleResult())).isZero();
    }

    private static io.mtandao.api.tenant.Sessions.Session signIn(World w, Home home, String password) {
        return w.sessions.signIn(home.slug(), JANE, password, World.address());
    }

    private static String token(String path) {
        return path.substring(path.indexOf('=') + 1);
    }

    private static java.util.Set<String> wrong(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(Invalid.class, call).fields().keySet();
    }

    private static List<String> actions(World w, Home home) {
        return w.audit.list(home.owner(), ListQuery.first(50)).items().stream().map(e -> e.action()).toList();
    }
}
