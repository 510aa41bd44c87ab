package io.mtandao.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.ListQuery;
import io.mtandao.api.Role;
import io.mtandao.ui.fake.UiTest;
import io.mtandao.ui.shell.ProblemPage;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AuditTest extends UiTest {
    @Test
    void listsAndFilters() {
        signIn(Role.ADMIN);
        go("audit");
        assertThat(row("audit-grid", 0)).contains("Wanjiru Kamau", "package.update", "package/2", "price: KES 2,000.00 → KES 2,200.00; downKbps: 10000 → 12000");
        type("audit-search", "Faith");
        type("audit-from", LocalDate.of(2026, 11, 1));
        assertThat(rows("audit-grid")).isEqualTo(1);
        var calls = world.audit.calls("list");
        ListQuery last = calls.get(calls.size() - 1).arg(1);
        assertThat(last.search()).isEqualTo("Faith");
        assertThat(last.filters()).containsEntry("from", "2026-10-31T21:00:00Z").hasSize(1);
    }

    @Test
    void showsBeforeAndAfter() {
        signIn(Role.ADMIN);
        go("audit");
        openRow("audit-grid", 0);
        assertThat(row("audit-changes", 0)).containsExactly("price", "KES 2,000.00", "KES 2,200.00");
    }

    @Test
    void readsWhatItCan() {
        assertThat(Changes.of(null)).isEmpty();
        assertThat(Changes.of("{\"a\":{\"before\":null,\"after\":{\"x\":1}}}")).containsExactly(new Changes("a", "", "{\"x\":1}"));
        assertThat(Changes.of("not json")).containsExactly(new Changes("", "", "not json"));
    }

    @Test
    void financeMayNotSeeIt() {
        signIn(Role.FINANCE);
        go("audit");
        assertThat(com.vaadin.flow.component.UI.getCurrent().getCurrentView()).isInstanceOf(ProblemPage.class);
    }
}
