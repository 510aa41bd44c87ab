package io.mtandao.tenant.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Caller;
import io.mtandao.api.Forbidden;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Origin;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.tenant.AuditLog.Entry;
import io.mtandao.tenant.internal.World.Home;
import io.mtandao.testing.db.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditLogTest {
    static List<TestDatabase.Kind> kinds() {
        return TestDatabase.kinds().toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anEntrySaysWhoWhenFromWhereAndWhatChanged(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        w.audit.record(home.owner(), "package.update", "package/7", Map.of("price", 1500, "name", "Home"), Map.of("price", 1700, "name", "Home"));
        assertThat(w.audit.list(home.owner(), ListQuery.where("action", "package.update")).items()).singleElement().satisfies(e -> {
            assertThat(e.at()).isEqualTo(w.clock.instant());
            assertThat(List.of(e.who(), e.kind(), e.address(), e.subject())).containsExactly("Jane Owner", "STAFF", home.owner().origin().address(), "package/7");
            assertThat(e.changes()).isEqualTo("{\"price\":{\"before\":1500,\"after\":1700}}");
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void itBelongsToTheUnitOfWorkThatItTellsOf(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        assertThatThrownBy(() -> w.tx.run(home.tenant(), em -> {
            w.audit.record(home.owner(), "package.delete", "package/7", Map.of("name", "Home"), null);
            throw new IllegalStateException("rolled back");
        })).hasMessage("rolled back");
        assertThat(w.audit.list(home.owner(), ListQuery.where("subject", "package/7")).items()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anUpdateWithoutADifferenceIsNotTold(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        w.audit.record(home.owner(), "package.update", "package/8", Map.of("price", 1), Map.of("price", 1));
        w.audit.record(home.owner(), "package.print", "package/8", null, null);
        assertThat(w.audit.list(home.owner(), ListQuery.where("subject", "package/8")).items()).extracting(Entry::action, Entry::changes)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("package.print", "{}"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theNewestComesFirstAndPagesGoOnFromThere(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        for (int i = 1; i <= 5; i++) {
            w.audit.record(home.system(), "test.step", "step/" + i, null, null);
            if (i % 2 == 0) w.clock.advance(Duration.ofSeconds(1)); // pairs share their time
        }
        ListQuery query = new ListQuery(null, Map.of("action", "test.step"), null, 2, null);
        Page<Entry> one = w.audit.list(home.owner(), query);
        Page<Entry> two = w.audit.list(home.owner(), query.after(one.next()));
        Page<Entry> three = w.audit.list(home.owner(), query.after(two.next()));
        assertThat(one.items()).extracting(Entry::subject).containsExactly("step/5", "step/4");
        assertThat(two.items()).extracting(Entry::subject).containsExactly("step/3", "step/2");
        assertThat(three.items()).extracting(Entry::subject).containsExactly("step/1");
        assertThat(three.next()).isNull();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void filtersNarrow(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Caller bob = new Caller(home.tenant(), Caller.Kind.STAFF, "77", "Bob Wekesa-Otieno", java.util.Set.of(), Origin.LOCAL);
        Instant began = w.clock.instant();
        w.audit.record(home.owner(), "bill.create", "bill/1", null, null);
        w.clock.advance(Duration.ofMinutes(1));
        w.audit.record(bob, "bill.cancel", "bill/1", null, null);
        w.audit.record(bob, "billing.run", "bill_run/1", null, null);
        assertThat(actions(w, home, "action", "bill.create")).containsExactly("bill.create");
        assertThat(actions(w, home, "action", "bill.")).containsExactlyInAnyOrder("bill.create", "bill.cancel");
        assertThat(actions(w, home, "subject", "bill/1")).containsExactlyInAnyOrder("bill.create", "bill.cancel");
        assertThat(actions(w, home, "subject", "bill/")).containsExactlyInAnyOrder("bill.create", "bill.cancel");
        assertThat(actions(w, home, "who", "Bob Wekesa-Otieno")).containsExactlyInAnyOrder("bill.cancel", "billing.run");
        assertThat(actions(w, home, "who", "77")).containsExactlyInAnyOrder("bill.cancel", "billing.run");
        assertThat(actions(w, home, "from", began.plusSeconds(1).toString())).containsExactlyInAnyOrder("bill.cancel", "billing.run");
        assertThat(actions(w, home, "to", began.plusSeconds(60).toString())).contains("bill.create").doesNotContain("bill.cancel");
        assertThat(w.audit.list(home.owner(), new ListQuery("WEKESA-OTIENO", Map.of(), null, 10, null)).items()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-11-22", ""})
    void whatIsNoInstantIsTold(String text) {
        World w = World.of(TestDatabase.kinds().findFirst().orElseThrow());
        Home home = w.isp();
        assertThatThrownBy(() -> w.audit.list(home.owner(), ListQuery.where("from", text))).isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("from"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void readingWantsItsPermission(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        assertThat(w.audit.list(home.with(Permission.AUDIT_READ), ListQuery.first(5)).items()).isNotEmpty();
        assertThatThrownBy(() -> w.audit.list(home.with(Permission.STAFF_READ, Permission.SETTINGS_WRITE), ListQuery.first(5))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> w.audit.list(home.owner(), ListQuery.where("changes", "x"))).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anotherIspSeesNothingAndNobodyChangesWhatIsWritten(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home a = w.isp(), b = w.isp();
        w.audit.record(a.owner(), "secret.step", "thing/1", null, Map.of("note", "private"));
        assertThat(w.audit.list(b.owner(), ListQuery.where("action", "secret.step")).items()).isEmpty();
        assertThat(w.audit.list(b.owner(), new ListQuery("secret", Map.of(), null, 10, null)).items()).isEmpty();
        for (String jpql : List.of("delete from AuditEntry e", "update AuditEntry e set e.who = 'x'")) {
            assertThat(changed(w, b, jpql)).as("at most the own ones").isNotEqualTo(0);
            if (kind == TestDatabase.Kind.POSTGRES) assertThat(changed(w, a, jpql)).as("refused by the database").isEqualTo(-1);
        }
        assertThat(w.audit.list(a.owner(), ListQuery.where("action", "secret.step")).items()).singleElement().satisfies(e -> assertThat(e.who()).isEqualTo("Jane Owner"));
    }

    @Test
    void aHugeChangeStillFitsItsColumn() {
        Map<String, String> wide = new TreeMap<>();
        for (int i = 0; i < 60; i++) wide.put("field" + i, "\"quoted\" ".repeat(200));
        assertThat(JpaAuditLog.json(null, wide)).hasSizeLessThanOrEqualTo(32_000).contains("field59");
        Map<String, String> wider = new TreeMap<>();
        for (int i = 0; i < 2_000; i++) wider.put("field" + i, "x".repeat(100));
        assertThat(JpaAuditLog.json(null, wider)).contains("too many changes");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsTooLongIsCutAndNotLost(TestDatabase.Kind kind) {
        World w = World.of(kind);
        Home home = w.isp();
        Caller longName = new Caller(home.tenant(), Caller.Kind.API_KEY, "i".repeat(100), "n".repeat(200), java.util.Set.of(), new Origin("a".repeat(100), ""));
        w.audit.record(longName, "x".repeat(100), "s".repeat(200), null, Map.of("text", "y".repeat(50_000)));
        assertThat(w.audit.list(home.owner(), ListQuery.first(1)).items().get(0).changes()).contains("(50000 characters)");
    }

    /** @return how many rows, -1 when the database refuses */
    private static int changed(World w, Home home, String jpql) {
        int[] rows = {-1};
        try {
            w.tx.run(home.tenant(), em -> {
                rows[0] = em.createQuery(jpql).executeUpdate();
                throw new IllegalStateException("rolled back");
            });
        } catch (RuntimeException expected) {
            assertThat(expected).isNotNull();
        }
        return rows[0];
    }

    private static List<String> actions(World w, Home home, String filter, String value) {
        return w.audit.list(home.owner(), ListQuery.where(filter, value)).items().stream().map(Entry::action).toList();
    }
}
