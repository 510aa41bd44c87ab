package io.mtandao.tenant.internal.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.NotFound;
import io.mtandao.api.Origin;
import io.mtandao.api.Page;
import io.mtandao.api.Throttled;
import io.mtandao.api.Unauthenticated;
import io.mtandao.api.tenant.OperatorAccounts.Account;
import io.mtandao.api.tenant.OperatorAccounts.Deed;
import io.mtandao.api.tenant.OperatorAccounts.Link;
import io.mtandao.api.tenant.Operators.Operator;
import io.mtandao.tenant.internal.SweepJob;
import io.mtandao.tenant.internal.World;
import io.mtandao.tenant.internal.World.Home;
import io.mtandao.testing.db.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OperatorAccountsTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final String NEW_PASSWORD = "another good one";

    static List<TestDatabase.Kind> kinds() {
        return TestDatabase.kinds().toList();
    }

    private static String address() {
        return "amina" + PEOPLE.incrementAndGet() + "@example.org";
    }

    private static String token(String path) {
        assertThat(path).startsWith("/ui/operator/link?token=ml_");
        return path.substring(path.indexOf('=') + 1);
    }

    /** Another operator, come by invitation. */
    private static Operator second(Platform p) {
        String email = address();
        p.accounts.use(token(p.accounts.invite(p.operator(), email)), "Amina Second", World.PASSWORD, World.address());
        return p.operator(email, World.PASSWORD);
    }

    private static Invalid invalid(ThrowingCallable call) {
        return (Invalid) catchThrowable(call);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anOperatorInvitesAnotherWhoMakesTheAccountOnce(TestDatabase.Kind kind) throws Exception {
        Platform p = Platform.of(kind);
        String email = address();
        String token = token(p.accounts.invite(p.operator(), " " + email.toUpperCase()));
        assertThat(p.accounts.look(token)).isEqualTo(new Link(email, true));
        assertThat(invalid(() -> p.accounts.use(token, " ", "short", World.address())).fields()).containsOnlyKeys("fullName", "password");
        assertThat(invalid(() -> p.accounts.use(token, "Amina", email, World.address())).fields()).as("the address as a password").containsOnlyKeys("password");

        ExecutorService pool = Executors.newFixedThreadPool(3);
        List<Callable<Throwable>> tries = new ArrayList<>();
        for (int i = 0; i < 3; i++) tries.add(() -> catchThrowable(() -> p.accounts.use(token, " Amina Second ", World.PASSWORD, World.address())));
        List<Throwable> faults = new ArrayList<>();
        for (Future<Throwable> f : pool.invokeAll(tries)) faults.add(f.get());
        pool.shutdown();
        assertThat(faults).filteredOn(Objects::isNull).as("one of three at once").hasSize(1);
        assertThat(faults).filteredOn(Objects::nonNull).allMatch(NotFound.class::isInstance);

        Operator amina = p.operator(email, World.PASSWORD);
        assertThat(p.accounts.list(amina, new ListQuery(email, Map.of("active", "true"), null, 10, null)).items())
            .containsExactly(new Account(amina.id(), "Amina Second", email, true, p.w.clock.instant()));
        assertThatThrownBy(() -> p.accounts.invite(amina, email)).isInstanceOf(Conflict.class).hasMessageContaining("already");
        assertThat(invalid(() -> p.accounts.invite(amina, "nonsense")).fields()).containsOnlyKeys("email");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aLinkFromAnotherOperatorSetsANewPasswordAndEndsWhatWasOpen(TestDatabase.Kind kind) {
        Platform p = Platform.of(kind);
        Operator amina = second(p), olga = p.operator();
        Origin stranger = World.address();
        for (int i = 0; i < 6; i++) assertThatThrownBy(() -> p.operators.signIn(amina.email(), "forgotten", stranger)).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> p.operators.signIn(amina.email(), World.PASSWORD, stranger)).isInstanceOf(Throttled.class);
        String open = p.operators.signIn(amina.email(), World.PASSWORD, World.address()).token();
        String given = token(p.accounts.invite(amina, address()));
        String token = token(p.accounts.passwordLink(olga, amina.id())), twin = token(p.accounts.passwordLink(olga, amina.id()));
        assertThat(p.accounts.look(token)).isEqualTo(new Link(amina.email(), false));
        assertThat(invalid(() -> p.accounts.use(token, null, "short", stranger)).fields()).containsOnlyKeys("password");

        p.accounts.use(token, "Not Her Name", NEW_PASSWORD, stranger);
        assertThat(p.operators.signIn(amina.email(), NEW_PASSWORD, stranger).operator().fullName()).as("let in from where the link was used").isEqualTo("Amina Second");
        assertThatThrownBy(() -> p.operators.signIn(amina.email(), World.PASSWORD, World.address())).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> p.operators.authenticate(open, Origin.LOCAL)).isInstanceOf(Unauthenticated.class);
        for (String spent : List.of(token, twin, given)) {
            assertThatThrownBy(() -> p.accounts.look(spent)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> p.accounts.use(spent, "X", NEW_PASSWORD, stranger)).isInstanceOf(NotFound.class);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void noLinkForOnesOwnAccountNorForOneThatIsNotThere(TestDatabase.Kind kind) {
        Platform p = Platform.of(kind);
        Operator olga = p.operator();
        assertThatThrownBy(() -> p.accounts.passwordLink(olga, olga.id())).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> p.accounts.passwordLink(olga, -5)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> p.accounts.deactivate(olga, olga.id())).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> p.accounts.deactivate(olga, -5)).isInstanceOf(NotFound.class);
        for (String bad : new String[] {null, "", "ml_x", "ml_" + "x".repeat(43), "mo_" + "x".repeat(43)}) assertThatThrownBy(() -> p.accounts.look(bad)).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aLinkIsOverAfterADayAndIsSweptAway(TestDatabase.Kind kind) {
        Platform p = Platform.of(kind);
        String token = token(p.accounts.invite(p.operator(), address()));
        p.w.clock.advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(p.accounts.look(token).newAccount()).isTrue();
        p.w.clock.advance(Duration.ofSeconds(1));
        assertThatThrownBy(() -> p.accounts.use(token, "Late", NEW_PASSWORD, World.address())).isInstanceOf(NotFound.class);
        p.w.clock.advance(Duration.ofSeconds(1));
        new SweepJob(p.w.tx, p.w.directory, p.w.clock).run(p.w.isp().tenant(), "daily", null);
        assertThat(p.w.tx.<Long>platform("test", em -> em.createQuery("select count(e) from OperatorLink e", Long.class).getSingleResult())).isZero();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whoIsDeactivatedIsOutAtOnceAndSoIsWhatTheyGave(TestDatabase.Kind kind) {
        Platform p = Platform.of(kind);
        Operator amina = second(p), olga = p.operator();
        Home home = p.w.isp();
        String open = p.operators.signIn(amina.email(), World.PASSWORD, World.address()).token();
        String inside = p.operators.impersonate(amina, home.tenant(), 60, "look").token();
        String given = token(p.accounts.invite(amina, address())), toHer = token(p.accounts.passwordLink(olga, amina.id()));

        p.accounts.deactivate(olga, amina.id());
        assertThatThrownBy(() -> p.operators.authenticate(open, Origin.LOCAL)).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> p.w.sessions.authenticate(inside, Origin.LOCAL)).as("inside an ISP too").isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> p.operators.signIn(amina.email(), World.PASSWORD, World.address())).isInstanceOf(Unauthenticated.class);
        for (String dead : List.of(given, toHer)) assertThatThrownBy(() -> p.accounts.look(dead)).isInstanceOf(NotFound.class);
        for (ThrowingCallable act : List.<ThrowingCallable>of(() -> p.accounts.list(amina, ListQuery.first(1)), () -> p.accounts.invite(amina, address()), () -> p.accounts.audit(amina, ListQuery.first(1)),
                () -> p.accounts.passwordLink(amina, olga.id()), () -> p.accounts.deactivate(amina, olga.id()), () -> p.accounts.reactivate(amina, amina.id())))
            assertThatThrownBy(act).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> p.accounts.deactivate(olga, amina.id())).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> p.accounts.passwordLink(olga, amina.id())).isInstanceOf(Conflict.class);
        assertThat(p.accounts.list(olga, ListQuery.where("active", "false")).items()).extracting(Account::id).contains(amina.id()).doesNotContain(olga.id());

        p.accounts.reactivate(olga, amina.id());
        assertThatThrownBy(() -> p.operators.authenticate(open, Origin.LOCAL)).as("ended for good").isInstanceOf(Unauthenticated.class);
        assertThat(p.operator(amina.email(), World.PASSWORD)).isNotNull();
        assertThatThrownBy(() -> p.accounts.reactivate(olga, amina.id())).isInstanceOf(Conflict.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void twoWhoLockEachOtherOutLeaveOne(TestDatabase.Kind kind) throws Exception {
        Platform p = Platform.of(kind);
        Operator one = second(p), other = second(p);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<Throwable> faults = new ArrayList<>();
        for (Future<Throwable> f : pool.invokeAll(List.<Callable<Throwable>>of(() -> catchThrowable(() -> p.accounts.deactivate(one, other.id())),
                () -> catchThrowable(() -> p.accounts.deactivate(other, one.id()))))) faults.add(f.get());
        pool.shutdown();
        assertThat(faults).filteredOn(Objects::isNull).hasSize(1);
        assertThat(faults).filteredOn(Objects::nonNull).allMatch(Unauthenticated.class::isInstance);
        List<Account> all = p.accounts.list(p.operator(), ListQuery.first(200)).items();
        assertThat(all).filteredOn(a -> a.id() == one.id() || a.id() == other.id()).extracting(Account::active).containsExactlyInAnyOrder(true, false);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whoIsAloneGetsALinkFromTheLogByASetting(TestDatabase.Kind kind) {
        Platform p = Platform.of(kind);
        Operator amina = second(p);
        assertThat(logged(() -> recover(p, ""))).isEmpty();
        assertThat(logged(() -> recover(p, "nobody@example.org"))).contains("INFO", "no active operator's address").doesNotContain("token=", "WARN");
        String first = inLog(logged(() -> recover(p, amina.email()))), log = logged(() -> recover(p, " " + amina.email().toUpperCase()));
        assertThat(log).contains("Set a new password for the operator " + amina.email() + ": https://isp.example.org/ui/operator/link?token=ml_").doesNotContain("WARN");
        assertThatThrownBy(() -> p.accounts.look(first)).as("the next start replaces it").isInstanceOf(NotFound.class);

        p.accounts.use(inLog(log), null, NEW_PASSWORD, World.address());
        assertThat(p.operator(amina.email(), NEW_PASSWORD).fullName()).isEqualTo("Amina Second");
        String late = inLog(logged(() -> recover(p, amina.email())));
        p.w.clock.advance(Duration.ofHours(1));
        assertThatThrownBy(() -> p.accounts.look(late)).isInstanceOf(NotFound.class);
        p.accounts.deactivate(p.operator(), amina.id());
        assertThat(logged(() -> recover(p, amina.email()))).doesNotContain("token=");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void thePlatformsAuditIsReadByOperators(TestDatabase.Kind kind) {
        Platform p = Platform.of(kind);
        Operator olga = p.operator();
        Home home = p.w.isp();
        p.w.clock.advance(Duration.ofHours(1));
        var began = p.w.clock.instant();
        String email = address();
        p.accounts.invite(olga, email);
        p.w.clock.advance(Duration.ofSeconds(1));
        p.operators.suspend(olga, home.tenant(), "100% unpaid");
        p.operators.reactivate(olga, home.tenant());
        recover(p, Platform.EMAIL);

        Map<String, String> since = Map.of("from", began.toString());
        List<Deed> told = new ArrayList<>();
        ListQuery query = new ListQuery(null, since, null, 2, null);
        for (Page<Deed> page; query != null; query = page.next() == null ? null : query.after(page.next())) told.addAll((page = p.accounts.audit(olga, query)).items());
        assertThat(told).extracting(Deed::action).containsExactly("operator.password-link", "isp.reactivate", "isp.suspend", "operator.invite");
        assertThat(told.get(2)).extracting(Deed::who, Deed::isp, Deed::detail, Deed::address).containsExactly("Olga Operator", home.tenant(), "100% unpaid", olga.origin().address());
        assertThat(told.get(3)).extracting(Deed::isp, Deed::detail, Deed::at).containsExactly(null, email, began);
        assertThat(told.get(0).who()).isEqualTo("(configuration)");
        assertThat(actions(p, olga, null, Map.of("isp", home.tenant().value()))).containsExactly("isp.reactivate", "isp.suspend");
        assertThat(actions(p, olga, null, Map.of("action", "isp.suspend", "from", began.toString()))).containsExactly("isp.suspend");
        assertThat(actions(p, olga, null, Map.of("action", "isp.", "who", "Olga Operator", "from", began.toString(), "to", p.w.clock.instant().plusSeconds(1).toString()))).containsExactly("isp.reactivate", "isp.suspend");
        assertThat(actions(p, olga, "0% UNP", since)).containsExactly("isp.suspend");
        assertThat(invalid(() -> p.accounts.audit(olga, ListQuery.where("from", "yesterday"))).fields()).containsOnlyKeys("from");
        assertThat(invalid(() -> p.accounts.list(olga, ListQuery.where("active", "maybe"))).fields()).containsOnlyKeys("active");
    }

    private static List<String> actions(Platform p, Operator by, String search, Map<String, String> filters) {
        return p.accounts.audit(by, new ListQuery(search, filters, null, 50, null)).items().stream().map(Deed::action).toList();
    }

    private static void recover(Platform p, String email) {
        new OperatorRecovery(new OperatorRecovery.Config() {
            @Override
            public String recover() {
                return email;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return OperatorRecovery.Config.class;
            }
        }, p.w.tx, p.links, p.audit, p.w.platform);
    }

    private static String inLog(String log) {
        return log.substring(log.indexOf("token=") + 6).strip();
    }

    private static String logged(Runnable run) {
        PrintStream before = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            run.run();
        } finally {
            System.setErr(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
