package io.mtandao.tenant.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Caller;
import io.mtandao.api.Forbidden;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.NotFound;
import io.mtandao.api.Origin;
import io.mtandao.api.Permission;
import io.mtandao.api.Role;
import io.mtandao.api.TenantSuspended;
import io.mtandao.api.Unauthenticated;
import io.mtandao.api.tenant.ApiKeys.ApiKey;
import io.mtandao.api.tenant.ApiKeys.NewKey;
import io.mtandao.api.tenant.Staff.Draft;
import io.mtandao.api.tenant.Staff.Member;
import io.mtandao.persistence.Directory.Kind;
import io.mtandao.tenant.internal.World.Home;
import io.mtandao.tenant.internal.entity.IspRow;
import io.mtandao.testing.db.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ApiKeysTest {
    private static final Set<Permission> SCOPES = Set.of(Permission.SUBSCRIBERS_READ, Permission.PACKAGES_READ);

    static List<TestDatabase.Kind> kinds() {
        return TestDatabase.kinds().toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aKeyLetsAProgramInWithItsScopes(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        NewKey made = w.keys.create(home.owner(), " import ", SCOPES);
        assertThat(made.key()).startsWith("mk_");
        Origin origin = World.address();
        assertThat(w.sessions.authenticate(made.key(), origin)).isEqualTo(new Caller(home.tenant(), Caller.Kind.API_KEY, String.valueOf(made.id()), "import", SCOPES, origin));
        ApiKey listed = w.keys.list(home.owner(), ListQuery.first(10)).items().get(0);
        assertThat(listed).isEqualTo(new ApiKey(made.id(), "import", made.key().substring(42), SCOPES, w.clock.instant(), w.clock.instant()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theKeyIsShownOnceAndKeptAsAHash(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        NewKey made = w.keys.create(home.owner(), "import", SCOPES);
        assertThat(w.keys.list(home.owner(), ListQuery.first(10)).toString()).doesNotContain(made.key());
        assertThat(w.audit.list(home.owner(), ListQuery.where("action", "api-key.create")).items()).singleElement()
                .satisfies(e -> assertThat(e.changes()).contains("packages:read,subscribers:read").doesNotContain(made.key()));
        assertThat(w.directory.find(Kind.API_KEY, made.key())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aRevokedKeyIsWorthNothing(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        NewKey made = w.keys.create(home.owner(), "import", SCOPES);
        w.keys.revoke(home.owner(), made.id());
        assertThatThrownBy(() -> w.sessions.authenticate(made.key(), Origin.LOCAL)).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> w.keys.revoke(home.owner(), made.id())).isInstanceOf(NotFound.class);
        assertThat(w.audit.list(home.owner(), ListQuery.where("action", "api-key.revoke")).items()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aKeyNeverHasMoreThanItsMakerNorLaterThanItsMaker(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Caller few = home.with(Permission.STAFF_WRITE, Permission.PACKAGES_READ);
        assertThatThrownBy(() -> w.keys.create(few, "more", SCOPES)).isInstanceOf(Forbidden.class).hasMessageContaining("subscribers:read");

        Caller admin = w.member(home, Role.ADMIN);
        String key = w.keys.create(admin, "import", Set.of(Permission.PACKAGES_READ, Permission.STAFF_WRITE)).key();
        change(w, home, admin, Role.SUPPORT, true);
        assertThat(w.sessions.authenticate(key, Origin.LOCAL).permissions()).containsExactly(Permission.PACKAGES_READ);
        change(w, home, admin, Role.SUPPORT, false);
        assertThatThrownBy(() -> w.sessions.authenticate(key, Origin.LOCAL)).isInstanceOf(Unauthenticated.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aKeyMadeWithAKeyBelongsToThePersonBehindTheFirst(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Caller admin = w.member(home, Role.ADMIN);
        String first = w.keys.create(admin, "first", Set.of(Permission.STAFF_WRITE, Permission.PACKAGES_READ)).key();
        String second = w.keys.create(w.sessions.authenticate(first, Origin.LOCAL), "second", Set.of(Permission.PACKAGES_READ)).key();
        assertThat(w.sessions.authenticate(second, Origin.LOCAL).name()).isEqualTo("second");
        w.staff.delete(home.owner(), World.id(admin));
        assertThatThrownBy(() -> w.sessions.authenticate(second, Origin.LOCAL)).isInstanceOf(Unauthenticated.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anImpersonatingOperatorLeavesNoKeyBehind(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Caller operator = Callers.operator(home.tenant(), 7, "Olga", World.address());
        assertThatThrownBy(() -> w.keys.create(operator, "back door", SCOPES)).isInstanceOf(Forbidden.class);
        assertThat(w.sessions.authenticate(w.keys.create(home.system(), "demo", SCOPES).key(), Origin.LOCAL).permissions()).as("the platform may").isEqualTo(SCOPES);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theLastUseIsWrittenOnceAMinuteAtMost(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        NewKey made = w.keys.create(home.owner(), "import", SCOPES);
        assertThat(only(w, home).lastUsedAt()).isNull();
        w.sessions.authenticate(made.key(), Origin.LOCAL);
        var first = w.clock.instant();
        w.clock.advance(Duration.ofSeconds(59));
        w.sessions.authenticate(made.key(), Origin.LOCAL);
        assertThat(only(w, home).lastUsedAt()).isEqualTo(first);
        w.clock.advance(Duration.ofDays(400));
        w.sessions.authenticate(made.key(), Origin.LOCAL);
        assertThat(only(w, home).lastUsedAt()).as("keys do not end by themselves").isEqualTo(w.clock.instant());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aSuspendedIspsKeysAreRefused(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        String key = w.keys.create(home.owner(), "import", SCOPES).key();
        w.tx.platform("test", em -> {
            em.find(IspRow.class, home.tenant().value()).suspend();
            return null;
        });
        assertThatThrownBy(() -> w.sessions.authenticate(key, Origin.LOCAL)).isInstanceOf(TenantSuspended.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsMissingIsTold(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        assertThatThrownBy(() -> w.keys.create(home.owner(), " ", Set.of())).isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("name", "scopes"));
        assertThatThrownBy(() -> w.keys.create(home.owner(), "x", null)).isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("scopes"));
        assertThatThrownBy(() -> w.keys.list(home.owner(), ListQuery.where("name", "x"))).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyMethodWantsItsPermission(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Caller reader = home.with(Permission.STAFF_READ);
        assertThat(w.keys.list(reader, ListQuery.first(1)).items()).isEmpty();
        assertThatThrownBy(() -> w.keys.list(home.with(Permission.SETTINGS_WRITE), ListQuery.first(1))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> w.keys.create(reader, "x", SCOPES)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> w.keys.revoke(reader, 1)).isInstanceOf(Forbidden.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anotherIspSeesAndRevokesNothing(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home a = w.isp(), b = w.isp();
        NewKey ofA = w.keys.create(a.owner(), "secret name", SCOPES);
        assertThat(w.keys.list(b.owner(), ListQuery.first(50)).items()).isEmpty();
        assertThat(w.keys.list(b.owner(), new ListQuery("secret", Map.of(), "name", 10, null)).items()).isEmpty();
        assertThatThrownBy(() -> w.keys.revoke(b.owner(), ofA.id())).isInstanceOf(NotFound.class);
        assertThat(w.sessions.authenticate(ofA.key(), Origin.LOCAL).tenant()).isEqualTo(a.tenant());
        assertThat(w.keys.list(a.owner(), new ListQuery("SECRET", Map.of(), "name", 10, null)).items()).hasSize(1);
    }

    private static ApiKey only(World w, Home home) {
        return w.keys.list(home.owner(), ListQuery.first(10)).items().get(0);
    }

    private static void change(World w, Home home, Caller person, Role role, boolean active) {
        Member m = w.staff.get(home.owner(), World.id(person));
        w.staff.update(home.owner(), m.id(), m.version(), new Draft(m.fullName(), m.email(), null, role, active, null));
    }
}
