package io.mtandao.tenant.internal.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

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
import io.mtandao.api.Stale;
import io.mtandao.api.Unauthenticated;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.api.tenant.Staff.Draft;
import io.mtandao.api.tenant.Staff.Member;
import io.mtandao.tenant.internal.Callers;
import io.mtandao.tenant.internal.World;
import io.mtandao.tenant.internal.World.Home;
import io.mtandao.testing.db.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StaffTest {
    static List<TestDatabase.Kind> kinds() {
        return TestDatabase.kinds().toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anOwnerTakesSomebodyInWhoCanThenSignIn(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Member made = w.staff.create(home.owner(), new Draft(" Ann Admin ", " Ann@Example.com", "0722 000 111", Role.ADMIN, true, World.PASSWORD));
        assertThat(made).isEqualTo(new Member(made.id(), 1, "Ann Admin", "ann@example.com", "+254722000111", Role.ADMIN, true, null, w.clock.instant()));
        assertThat(w.staff.get(home.owner(), made.id())).isEqualTo(made);
        assertThat(w.sessions.signIn(home.slug(), "ann@example.com", World.PASSWORD, World.address()).roles()).containsExactly(Role.ADMIN);
        assertThat(w.mails.last(home).to()).as("asked to confirm the address").isEqualTo("ann@example.com");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyChangeIsInTheAuditLogAndNoPassword(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Member m = w.staff.create(home.owner(), draft("Ann", "ann@example.com", Role.SUPPORT, World.PASSWORD));
        w.staff.update(home.owner(), m.id(), m.version(), draft("Anne", "ann@example.com", Role.SUPPORT, "a new horse !"));
        w.staff.oneTimeLink(home.owner(), m.id());
        w.staff.delete(home.owner(), m.id());
        List<AuditLog.Entry> told = w.audit.list(home.owner(), new ListQuery(null, Map.of("subject", "staff/" + m.id()), "id", 20, null)).items();
        assertThat(told).extracting(AuditLog.Entry::action).containsExactly("staff.create", "staff.update", "staff.password-set", "staff.one-time-link", "staff.delete");
        assertThat(told).allMatch(e -> e.who().equals("Jane Owner") && e.kind().equals("STAFF") && e.address().equals(home.owner().origin().address()));
        assertThat(told.get(1).changes()).isEqualTo("{\"fullName\":{\"before\":\"Ann\",\"after\":\"Anne\"}}");
        assertThat(told.toString()).doesNotContain(World.PASSWORD).doesNotContain("horse").doesNotContain("argon2");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void oneAddressIsOneAccountPerIsp(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home a = w.isp(), b = w.isp();
        Member ann = w.staff.create(a.owner(), draft("Ann", "ann@example.com", Role.SUPPORT, null));
        assertThatThrownBy(() -> w.staff.create(a.owner(), draft("Ann", "ANN@example.com", Role.SUPPORT, null))).isInstanceOf(Conflict.class).hasMessageContaining("e-mail");
        assertThatThrownBy(() -> w.staff.update(a.owner(), ann.id(), ann.version(), draft("Ann", "jane@example.com", Role.SUPPORT, null))).isInstanceOf(Conflict.class);
        assertThat(w.staff.create(b.owner(), draft("Ann", "ann@example.com", Role.SUPPORT, null))).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void somebodyElsesChangeInBetweenIsNotOverwritten(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Member read = w.staff.create(home.owner(), draft("Ann", "ann@example.com", Role.SUPPORT, null));
        Member changed = w.staff.update(home.owner(), read.id(), read.version(), draft("Anne", "ann@example.com", Role.SUPPORT, null));
        assertThat(changed.version()).isGreaterThan(read.version());
        assertThatThrownBy(() -> w.staff.update(home.owner(), read.id(), read.version(), draft("Anna", "ann@example.com", Role.SUPPORT, null))).isInstanceOf(Stale.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aSignInDoesNotMakeAnOpenFormStale(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Member read = w.staff.create(home.owner(), draft("Ann", "ann@example.com", Role.SUPPORT, World.PASSWORD));
        w.sessions.signIn(home.slug(), "ann@example.com", World.PASSWORD, World.address());
        assertThatCode(() -> w.staff.update(home.owner(), read.id(), read.version(), draft("Anne", "ann@example.com", Role.SUPPORT, null))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void onlyOwnersMakeChangeOrRemoveOwners(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Caller admin = w.member(home, Role.ADMIN);
        Caller second = w.member(home, Role.OWNER);
        Member support = w.staff.create(admin, draft("Sue", "sue@example.com", Role.SUPPORT, null));
        Member owner = w.staff.get(admin, World.id(second));
        assertForbidden(() -> w.staff.create(admin, draft("X", "x@example.com", Role.OWNER, null)));
        assertForbidden(() -> w.staff.update(admin, support.id(), support.version(), draft("Sue", "sue@example.com", Role.OWNER, null)));
        assertForbidden(() -> w.staff.update(admin, owner.id(), owner.version(), draft("Taken over", "admin@example.com", Role.OWNER, "my own horse")));
        assertForbidden(() -> w.staff.delete(admin, owner.id()));
        assertForbidden(() -> w.staff.oneTimeLink(admin, owner.id()));
        assertThatCode(() -> w.staff.delete(home.owner(), owner.id())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anOperatorCanHandALinkToAnOwnerWhoIsLockedOut(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Caller operator = Callers.operator(home.tenant(), 7, "Olga", World.address());
        assertThat(w.staff.oneTimeLink(operator, World.id(home.owner()))).startsWith("/ui/reset?token=");
        assertThat(w.audit.list(home.owner(), ListQuery.where("action", "staff.one-time-link")).items()).singleElement()
                .satisfies(e -> assertThat(e.kind() + " " + e.who()).isEqualTo("OPERATOR Olga (platform operator)"));
        assertForbidden(() -> w.staff.delete(operator, World.id(home.owner())));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theLastActiveOwnerStays(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        long id = World.id(home.owner());
        Member owner = w.staff.get(home.owner(), id);
        assertThatThrownBy(() -> w.staff.update(home.owner(), id, owner.version(), draft("Jane", "jane@example.com", Role.ADMIN, null))).isInstanceOf(Conflict.class).hasMessageContaining("owner");
        assertThatThrownBy(() -> w.staff.delete(home.system(), id)).isInstanceOf(Conflict.class);
        Caller inactive = w.member(home, Role.OWNER);
        Member second = w.staff.get(home.owner(), World.id(inactive));
        w.staff.update(home.owner(), second.id(), second.version(), new Draft("Second", second.email(), null, Role.OWNER, false, null));
        assertThatThrownBy(() -> w.staff.delete(home.system(), id)).as("an inactive owner does not count").isInstanceOf(Conflict.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void nobodyRemovesOrLocksThemselves(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Caller second = w.member(home, Role.OWNER);
        Member m = w.staff.get(second, World.id(second));
        assertThatThrownBy(() -> w.staff.delete(second, m.id())).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> w.staff.update(second, m.id(), m.version(), new Draft("S", m.email(), null, Role.OWNER, false, null))).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> w.staff.update(second, m.id(), m.version(), draft("S", m.email(), Role.OWNER, "a new horse !"))).isInstanceOf(Invalid.class).hasMessageContaining("old one");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void twoOwnersWhoRemoveEachOtherAtOnceDoNotBothGo(TestDatabase.Kind kind) throws Exception {
        World w = World.of(kind);
        for (int round = 0; round < 3; round++) {
            Home home = w.isp();
            Caller first = home.owner(), second = w.member(home, Role.OWNER);
            ExecutorService pool = Executors.newFixedThreadPool(2);
            List<Callable<Throwable>> both = List.of(() -> catchThrowable(() -> w.staff.delete(first, World.id(second))), () -> catchThrowable(() -> w.staff.delete(second, World.id(first))));
            List<Throwable> faults = new ArrayList<>();
            for (Future<Throwable> f : pool.invokeAll(both)) faults.add(f.get());
            pool.shutdown();
            assertThat(faults).filteredOn(java.util.Objects::isNull).hasSize(1);
            assertThat(w.staff.list(home.system(), ListQuery.where("role", "owner")).items()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whoeverIsDeletedLeavesNoWayIn(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Caller person = w.member(home, Role.ADMIN);
        String session = w.sessions.signIn(home.slug(), w.email(person), World.PASSWORD, World.address()).token();
        String key = w.keys.create(person, "import", java.util.Set.of(Permission.PACKAGES_READ)).key();
        String link = w.staff.oneTimeLink(home.owner(), World.id(person));
        w.staff.delete(home.owner(), World.id(person));
        for (String bearer : List.of(session, key)) assertThatThrownBy(() -> w.sessions.authenticate(bearer, Origin.LOCAL)).isInstanceOf(Unauthenticated.class);
        assertThatThrownBy(() -> w.staff.resetPassword(link.substring(link.indexOf('=') + 1), "another horse", World.address())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> w.staff.get(home.owner(), World.id(person))).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aNewAddressEndsSessionsAndOldLinksAndIsConfirmedAnew(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Caller person = w.member(home, Role.SUPPORT);
        String session = w.sessions.signIn(home.slug(), w.email(person), World.PASSWORD, World.address()).token();
        Member m = w.staff.get(home.owner(), World.id(person));
        w.staff.update(home.owner(), m.id(), m.version(), draft("New", "new@example.com", Role.SUPPORT, null));
        assertThat(w.mails.last(home).to()).isEqualTo("new@example.com");
        assertThatThrownBy(() -> w.sessions.authenticate(session, Origin.LOCAL)).isInstanceOf(Unauthenticated.class);

        String own = w.sessions.signIn(home.slug(), "jane@example.com", World.PASSWORD, World.address()).token(), other = w.sessions.signIn(home.slug(), "jane@example.com", World.PASSWORD, World.address()).token();
        Caller jane = w.sessions.authenticate(own, Origin.LOCAL);
        w.staff.update(jane, World.id(jane), w.staff.get(jane, World.id(jane)).version(), draft("Jane", "jane.new@example.com", Role.OWNER, null));
        assertThat(w.sessions.authenticate(own, Origin.LOCAL)).as("who changes the own address stays signed in here").isNotNull();
        assertThatThrownBy(() -> w.sessions.authenticate(other, Origin.LOCAL)).isInstanceOf(Unauthenticated.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theListIsFilteredSearchedSortedAndPaged(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        for (String name : List.of("Cate", "Ann", "Bob")) w.staff.create(home.owner(), draft(name, name + "@example.com", Role.SUPPORT, null));
        w.staff.create(home.owner(), new Draft("Away 100%", "away@example.com", "0722000111", Role.FINANCE, false, null));
        assertThat(names(w, home, new ListQuery(null, Map.of("role", "support"), "fullName", 10, null))).containsExactly("Ann", "Bob", "Cate");
        assertThat(names(w, home, new ListQuery(null, Map.of("active", "false"), null, 10, null))).containsExactly("Away 100%");
        assertThat(names(w, home, new ListQuery("a", Map.of("active", "true"), "fullName", 10, null))).as("both at once").containsExactly("Ann", "Bob", "Cate", "Jane Owner");
        assertThat(names(w, home, new ListQuery("OB@ex", Map.of(), null, 10, null))).containsExactly("Bob");
        assertThat(names(w, home, new ListQuery("100%", Map.of(), null, 10, null))).containsExactly("Away 100%");
        assertThat(names(w, home, new ListQuery("%", Map.of("role", "support"), null, 10, null))).isEmpty();
        assertThat(names(w, home, new ListQuery("+254722", Map.of(), null, 10, null))).containsExactly("Away 100%");

        ListQuery byName = new ListQuery(null, Map.of(), "-fullName", 2, null);
        Page<Member> first = w.staff.list(home.owner(), byName);
        Page<Member> second = w.staff.list(home.owner(), byName.after(first.next()));
        Page<Member> third = w.staff.list(home.owner(), byName.after(second.next()));
        assertThat(first.items()).extracting(Member::fullName).containsExactly("Jane Owner", "Cate");
        assertThat(second.items()).extracting(Member::fullName).containsExactly("Bob", "Away 100%");
        assertThat(third.items()).extracting(Member::fullName).containsExactly("Ann");
        assertThat(third.next()).isNull();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void unknownFiltersRolesAndSortsAreTold(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        for (ListQuery bad : List.of(ListQuery.where("colour", "red"), ListQuery.where("role", "king"), ListQuery.where("active", "maybe"), new ListQuery(null, Map.of(), "passwordHash", 10, null)))
            assertThatThrownBy(() -> w.staff.list(home.owner(), bad)).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyMethodWantsItsPermission(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Caller reader = home.with(Permission.STAFF_READ);
        Caller nobody = home.with(Permission.SUBSCRIBERS_READ);
        long id = World.id(home.owner());
        assertThat(w.staff.list(reader, ListQuery.first(1)).items()).hasSize(1);
        assertForbidden(() -> w.staff.list(nobody, ListQuery.first(1)));
        assertForbidden(() -> w.staff.get(nobody, id));
        assertForbidden(() -> w.staff.create(reader, draft("X", "x@example.com", Role.SUPPORT, null)));
        assertForbidden(() -> w.staff.update(reader, id, 1, draft("X", "x@example.com", Role.SUPPORT, null)));
        assertForbidden(() -> w.staff.delete(reader, id));
        assertForbidden(() -> w.staff.oneTimeLink(reader, id));
        Caller technician = w.member(home, Role.TECHNICIAN);
        assertThat(w.staff.get(technician, World.id(technician)).role()).as("one's own account").isEqualTo(Role.TECHNICIAN);
        assertForbidden(() -> w.staff.get(technician, id));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anotherIspSeesChangesAndDeletesNothing(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home a = w.isp(), b = w.isp();
        Member ann = w.staff.create(a.owner(), draft("Ann", "ann@example.com", Role.SUPPORT, World.PASSWORD));
        assertThat(w.staff.list(b.owner(), ListQuery.first(50)).items()).extracting(Member::id).doesNotContain(ann.id()).hasSize(1);
        assertThat(w.staff.list(b.owner(), new ListQuery("ann", Map.of(), null, 10, null)).items()).isEmpty();
        for (Caller other : List.of(b.owner(), b.system())) {
            assertThatThrownBy(() -> w.staff.get(other, ann.id())).isInstanceOf(NotFound.class).hasMessage("no such staff member");
            assertThatThrownBy(() -> w.staff.update(other, ann.id(), ann.version(), draft("Bad", "bad@example.com", Role.OWNER, null))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> w.staff.delete(other, ann.id())).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> w.staff.oneTimeLink(other, ann.id())).isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> w.sessions.signIn(b.slug(), "ann@example.com", World.PASSWORD, World.address())).isInstanceOf(Unauthenticated.class);
        assertThat(w.staff.get(a.owner(), ann.id())).isEqualTo(ann);
        assertThat(new StaffSize(w.tx).of(a.tenant())).isEqualTo(2);
        assertThat(new StaffSize(w.tx).of(b.tenant())).isEqualTo(1);
        assertThat(new StaffSize(w.tx).what()).isEqualTo("staff");
    }

    private static List<String> names(World w, Home home, ListQuery query) {
        return w.staff.list(home.owner(), query).items().stream().map(Member::fullName).toList();
    }

    private static Draft draft(String name, String email, Role role, String password) {
        return new Draft(name, email, null, role, true, password);
    }

    private static void assertForbidden(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(Forbidden.class);
    }
}
