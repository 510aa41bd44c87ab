package io.mtandao.tenant.internal.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.Forbidden;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.NotFound;
import io.mtandao.api.Origin;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.Role;
import io.mtandao.api.TenantId;
import io.mtandao.api.TenantSuspended;
import io.mtandao.api.Throttled;
import io.mtandao.api.Unauthenticated;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.api.tenant.Operators.Isp;
import io.mtandao.api.tenant.Operators.Operator;
import io.mtandao.api.tenant.Operators.State;
import io.mtandao.api.tenant.Sessions.Session;
import io.mtandao.api.tenant.Staff.Draft;
import io.mtandao.api.tenant.TenantSize;
import io.mtandao.tenant.internal.World;
import io.mtandao.tenant.internal.World.Home;
import io.mtandao.tenant.internal.entity.PlatformAuditEntry;
import io.mtandao.testing.db.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OperatorsTest {
    static List<TestDatabase.Kind> kinds() {
        return TestDatabase.kinds().toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anOperatorSignsInIsKnownByTheTokenAndSignsOut(TestDatabase.Kind kind) {
        Platform p = Platform.of(kind);
        Origin origin = World.address();
        var session = p.operators.signIn(" Olga@Example.org", World.PASSWORD, origin);
        assertThat(session.token()).startsWith("mo_");
        assertThat(session.expiresAt()).isEqualTo(p.w.clock.instant().plus(Duration.ofMinutes(30)));
        assertThat(p.operators.authenticate(session.token(), origin)).isEqualTo(session.operator());
        p.operators.signOut(session.token());
        p.operators.signOut("nonsense");
        assertThatThrownBy(() -> p.operators.authenticate(session.token(), origin)).isInstanceOf(Unauthenticated.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anOperatorsSessionEndsIdleAndAfterTwelveHours(TestDatabase.Kind kind) {
        Platform p = Platform.of(kind);
        String idle = p.operators.signIn(Platform.EMAIL, World.PASSWORD, World.address()).token();
        String used = p.operators.signIn(Platform.EMAIL, World.PASSWORD, World.address()).token();
        for (int i = 0; i < 35; i++) {
            p.w.clock.advance(Duration.ofMinutes(20));
            p.operators.authenticate(used, Origin.LOCAL);
        }
        assertThatThrownBy(() -> p.operators.authenticate(idle, Origin.LOCAL)).isInstanceOf(Unauthenticated.class);
        p.w.clock.advance(Duration.ofMinutes(20));
        assertThatThrownBy(() -> p.operators.authenticate(used, Origin.LOCAL)).isInstanceOf(Unauthenticated.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void operatorsAndStaffAreTwoWorlds(TestDatabase.Kind kind) {
        Platform p = Platform.of(kind);
        Home home = p.w.isp();
        String ofStaff = p.w.sessions.signIn(home.slug(), "jane@example.com", World.PASSWORD, World.address()).token();
        String ofOperator = p.operators.signIn(Platform.EMAIL, World.PASSWORD, World.address()).token();
        assertThatThrownBy(() -> p.operators.authenticate(ofStaff, Origin.LOCAL)).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> p.w.sessions.authenticate(ofOperator, Origin.LOCAL)).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> p.operators.signIn("jane@example.com", World.PASSWORD, World.address())).isInstanceOf(Unauthenticated.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void signInIsThrottledAndTold(TestDatabase.Kind kind) {
        Platform p = Platform.of(kind);
        Origin stranger = World.address();
        for (int i = 0; i < 6; i++) assertThatThrownBy(() -> p.operators.signIn(Platform.EMAIL, "wrong horse", stranger)).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> p.operators.signIn(Platform.EMAIL, World.PASSWORD, stranger)).isInstanceOf(Throttled.class);
        assertThat(p.operator()).as("from elsewhere").isNotNull();
        assertThatThrownBy(() -> p.operators.signIn("nobody@example.org", "wrong horse", World.address())).isInstanceOf(Unauthenticated.class).hasMessageContaining("wrong");
        assertThatThrownBy(() -> p.operators.signIn(null, null, World.address())).isInstanceOf(Unauthenticated.class);
        assertThat(p.actions()).contains("operator.sign-in-failed");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void ispsAreListedNewestFirstWithStateAndSize(TestDatabase.Kind kind) {
        Platform p = Platform.of(kind);
        Operator olga = p.operator();
        List<Home> made = new ArrayList<>();
        p.w.clock.advance(Duration.ofSeconds(1));
        for (int i = 0; i < 5; i++) {
            made.add(0, p.w.isp());
            if (i != 2) p.w.clock.advance(Duration.ofSeconds(1)); // two share their time
        }
        p.w.member(made.get(0), Role.SUPPORT);
        TenantSize subscribers = size("subscribers", 200);
        p.sizes.add(subscribers);
        List<Isp> seen = new ArrayList<>();
        ListQuery query = ListQuery.first(2);
        do {
            Page<Isp> page = p.operators.isps(olga, query);
            seen.addAll(page.items());
            query = query.after(page.next());
        } while (seen.size() < 5);
        p.sizes.remove(subscribers);
        assertThat(seen.subList(0, 5)).extracting(Isp::id).containsExactlyInAnyOrderElementsOf(made.stream().map(Home::tenant).toList())
                .startsWith(made.get(0).tenant()).endsWith(made.get(4).tenant());
        assertThat(seen.get(0)).extracting(Isp::name, Isp::slug, Isp::state, Isp::staff, Isp::subscribers)
                .containsExactly("Savanna Net", made.get(0).slug(), State.ACTIVE, 2L, 200L);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theListIsFilteredAndSearched(TestDatabase.Kind kind) {
        Platform p = Platform.of(kind);
        Operator olga = p.operator();
        Home home = p.w.isp();
        p.w.isp();
        p.operators.suspend(olga, home.tenant(), "bill");
        assertThat(p.operators.isps(olga, ListQuery.where("state", "suspended")).items()).extracting(Isp::id).contains(home.tenant());
        assertThat(p.operators.isps(olga, ListQuery.where("state", "ACTIVE")).items()).extracting(Isp::state).containsOnly(State.ACTIVE);
        assertThat(p.operators.isps(olga, new ListQuery(home.slug().toUpperCase(), Map.of("state", "suspended"), "-createdAt", 10, null)).items()).extracting(Isp::slug).contains(home.slug());
        assertThat(p.operators.isps(olga, new ListQuery("SAVANNA", Map.of(), null, 1, null)).items()).hasSize(1);
        for (ListQuery bad : List.of(ListQuery.where("state", "gone"), ListQuery.where("name", "x"), ListQuery.first(1).after("???"), new ListQuery(null, Map.of(), "name", 1, null)))
            assertThatThrownBy(() -> p.operators.isps(olga, bad)).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void suspendingEndsSessionsAndRefusesKeysUntilReactivation(TestDatabase.Kind kind) {
        Platform p = Platform.of(kind);
        World w = p.w;
        Operator olga = p.operator();
        Home home = w.isp(), other = w.isp();
        String session = w.sessions.signIn(home.slug(), "jane@example.com", World.PASSWORD, World.address()).token();
        String others = w.sessions.signIn(other.slug(), "jane@example.com", World.PASSWORD, World.address()).token();
        String key = w.keys.create(home.owner(), "import", java.util.Set.of(Permission.PACKAGES_READ)).key();

        p.operators.suspend(olga, home.tenant(), "three bills open");
        for (String bearer : List.of(session, key)) assertThatThrownBy(() -> w.sessions.authenticate(bearer, Origin.LOCAL)).isInstanceOf(TenantSuspended.class);
        assertThatThrownBy(() -> w.sessions.signIn(home.slug(), "jane@example.com", World.PASSWORD, World.address())).isInstanceOf(TenantSuspended.class);
        assertThat(w.sessions.authenticate(others, Origin.LOCAL)).as("another ISP goes on").isNotNull();
        assertThatThrownBy(() -> p.operators.suspend(olga, home.tenant(), "again")).isInstanceOf(Conflict.class);

        p.operators.reactivate(olga, home.tenant());
        assertThatThrownBy(() -> w.sessions.authenticate(session, Origin.LOCAL)).as("ended for good").isInstanceOf(Unauthenticated.class);
        assertThat(w.sessions.authenticate(key, Origin.LOCAL)).isNotNull();
        assertThatThrownBy(() -> p.operators.reactivate(olga, home.tenant())).isInstanceOf(Conflict.class);

        assertThat(p.told(home.tenant().value())).extracting(PlatformAuditEntry::getAction, PlatformAuditEntry::getDetail, PlatformAuditEntry::getWho)
                .containsExactly(tuple("isp.suspend", "three bills open", "Olga Operator"), tuple("isp.reactivate", null, "Olga Operator"));
        assertThat(w.audit.list(home.owner(), ListQuery.where("who", "Olga Operator (platform operator)")).items()).extracting(AuditLog.Entry::action)
                .containsExactlyInAnyOrder("isp.suspend", "isp.reactivate");
        assertThat(w.audit.list(home.owner(), ListQuery.where("action", "isp.suspend")).items().get(0).changes()).contains("three bills open");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void impersonationHasAnAdminsRightsATimeLimitAndIsToldOnBothSides(TestDatabase.Kind kind) {
        Platform p = Platform.of(kind);
        World w = p.w;
        Operator olga = p.operator();
        Home home = w.isp();
        Session session = p.operators.impersonate(olga, home.tenant(), 20, "ticket 42");
        assertThat(session.expiresAt()).isEqualTo(w.clock.instant().plus(Duration.ofMinutes(20)));
        assertThat(session.roles()).containsExactly(Role.ADMIN);
        Caller inside = w.sessions.authenticate(session.token(), olga.origin());
        assertThat(inside).isEqualTo(session.caller());
        assertThat(inside.kind()).isEqualTo(Caller.Kind.OPERATOR);
        assertThat(inside.permissions()).isEqualTo(Role.ADMIN.permissions());
        assertThat(w.staff.list(inside, ListQuery.first(5)).items()).hasSize(1);
        assertThatThrownBy(() -> w.staff.create(inside, new Draft("Back door", "x@example.com", null, Role.OWNER, true, null))).isInstanceOf(Forbidden.class);

        assertThat(p.told(home.tenant().value())).singleElement().satisfies(e -> assertThat(e.getAction() + ": " + e.getDetail()).isEqualTo("isp.impersonate: 20 minutes: ticket 42"));
        assertThat(w.audit.list(home.owner(), ListQuery.where("action", "operator.impersonate")).items()).singleElement().satisfies(e -> {
            assertThat(e.kind()).isEqualTo("OPERATOR");
            assertThat(e.changes()).contains("ticket 42").contains("20");
        });
        w.clock.advance(Duration.ofMinutes(20));
        assertThatThrownBy(() -> w.sessions.authenticate(session.token(), olga.origin())).isInstanceOf(Unauthenticated.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void impersonationCanBeEndedEarlyAndByASuspension(TestDatabase.Kind kind) {
        Platform p = Platform.of(kind);
        Operator olga = p.operator();
        Home home = p.w.isp();
        String one = p.operators.impersonate(olga, home.tenant(), 60, "look").token();
        p.w.sessions.signOut(one);
        assertThatThrownBy(() -> p.w.sessions.authenticate(one, Origin.LOCAL)).isInstanceOf(Unauthenticated.class);
        p.operators.suspend(olga, home.tenant(), "bill");
        assertThatThrownBy(() -> p.operators.impersonate(olga, home.tenant(), 60, "look")).isInstanceOf(Conflict.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void withoutAReasonOrBeyondAnHourNothingHappens(TestDatabase.Kind kind) {
        Platform p = Platform.of(kind);
        Operator olga = p.operator();
        TenantId isp = p.w.isp().tenant();
        assertThatThrownBy(() -> p.operators.suspend(olga, isp, " ")).isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("reason"));
        assertThatThrownBy(() -> p.operators.impersonate(olga, isp, 10, null)).isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("reason"));
        for (int minutes : new int[] {-1, 0, 61})
            assertThatThrownBy(() -> p.operators.impersonate(olga, isp, minutes, "look")).isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("minutes"));
        assertThat(p.told(isp.value())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anIspThatIsNotThereIsNotFound(TestDatabase.Kind kind) {
        Platform p = Platform.of(kind);
        Operator olga = p.operator();
        TenantId nobody = new TenantId("nobody");
        assertThatThrownBy(() -> p.operators.suspend(olga, nobody, "x")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> p.operators.reactivate(olga, nobody)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> p.operators.impersonate(olga, nobody, 5, "x")).isInstanceOf(NotFound.class);
        assertThat(p.told("nobody")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anOperatorMadeUpByTheCallerIsRefused(TestDatabase.Kind kind) {
        Platform p = Platform.of(kind);
        TenantId isp = p.w.isp().tenant();
        Operator ghost = new Operator(-1, "Ghost", "ghost@example.org", Origin.LOCAL);
        assertThatThrownBy(() -> p.operators.isps(ghost, ListQuery.first(1))).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> p.operators.suspend(ghost, isp, "x")).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> p.operators.reactivate(ghost, isp)).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> p.operators.impersonate(ghost, isp, 5, "x")).isInstanceOf(Unauthenticated.class);
    }

    private static TenantSize size(String what, long number) {
        return new TenantSize() {
            @Override
            public String what() {
                return what;
            }

            @Override
            public long of(TenantId tenant) {
                return number;
            }
        };
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }
}
