package io.mtandao.tenant.internal.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Caller;
import io.mtandao.api.Forbidden;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.NotFound;
import io.mtandao.api.Permission;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.api.tenant.Operators.Isp;
import io.mtandao.tenant.internal.World.Home;
import io.mtandao.tenant.internal.entity.PlatformAuditEntry;
import io.mtandao.testing.db.TestDatabase;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the platform's console may see, and who hears of it. */
class ConsoleDoorTest {
    static List<TestDatabase.Kind> kinds() {
        return TestDatabase.kinds().toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theConsoleGoesIntoAnIspWithTheRightsOfItsActAloneAndIsToldOnBothSides(TestDatabase.Kind kind) {
        Platform p = Platform.of(kind);
        Home home = p.w.isp(), other = p.w.isp();
        Caller inside = p.console.enter("karaf", "mtandao:ledger-verify", home.slug(), Set.of(Permission.PAYMENTS_READ));
        assertThat(inside.tenant()).isEqualTo(home.tenant());
        assertThat(inside.kind()).isEqualTo(Caller.Kind.OPERATOR);
        assertThat(inside.permissions()).containsExactly(Permission.PAYMENTS_READ);
        assertThatThrownBy(() -> p.w.staff.list(inside, ListQuery.first(1))).isInstanceOf(Forbidden.class);
        assertThat(p.told(home.tenant().value())).singleElement()
                .satisfies(e -> assertThat(e.getWho() + " " + e.getAction() + ": " + e.getDetail()).isEqualTo("karaf (console) console.enter: mtandao:ledger-verify"));
        assertThat(p.w.audit.list(home.owner(), ListQuery.where("action", "operator.console")).items()).singleElement().satisfies(e -> {
            assertThat(e).extracting(AuditLog.Entry::who, AuditLog.Entry::kind).containsExactly("karaf (platform console)", "OPERATOR");
            assertThat(e.changes()).contains("mtandao:ledger-verify");
        });
        assertThat(p.told(other.tenant().value())).isEmpty();
        assertThat(p.w.audit.list(other.owner(), ListQuery.where("action", "operator.console")).items()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theConsoleListsTheIspsAndThatIsToldToo(TestDatabase.Kind kind) {
        Platform p = Platform.of(kind);
        Home home = p.w.isp();
        assertThat(p.console.isps("karaf", "mtandao:isps of " + home.slug(), new ListQuery(home.slug(), null, null, 500, null)).items()).extracting(Isp::slug, Isp::staff)
                .contains(org.assertj.core.groups.Tuple.tuple(home.slug(), 1L));
        List<PlatformAuditEntry> told = p.w.tx.platform("test",
                em -> em.createQuery("select e from PlatformAuditEntry e where e.detail = ?1", PlatformAuditEntry.class).setParameter(1, "mtandao:isps of " + home.slug()).getResultList());
        assertThat(told).singleElement().satisfies(e -> assertThat(e.getAction()).isEqualTo("console.isps"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anUnknownIspAndAnActWithoutAUserAreRefusedAndNothingIsTold(TestDatabase.Kind kind) {
        Platform p = Platform.of(kind);
        String slug = p.w.isp().slug();
        int before = p.actions().size();
        assertThatThrownBy(() -> p.console.enter("karaf", "look", "nobody", Set.of())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> p.console.enter(null, "look", slug, Set.of())).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> p.console.enter("karaf", " ", slug, Set.of())).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> p.console.isps("", "look", ListQuery.first(1))).isInstanceOf(Invalid.class);
        assertThat(p.actions()).hasSize(before);
    }
}
