package io.mtandao.ui.audit;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import io.mtandao.api.Permission;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.api.tenant.AuditLog.Entry;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.Facts;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.InfoDialog;
import io.mtandao.ui.kit.KeysetDataProvider;
import io.mtandao.ui.kit.ListGrid;
import io.mtandao.ui.kit.ListPage;
import io.mtandao.ui.kit.Texts;
import io.mtandao.ui.shell.MainLayout;
import java.util.List;
import java.util.stream.Collectors;

/** Who changed what, when and from where. */
@Needs(Permission.AUDIT_READ)
@Route(value = "audit", layout = MainLayout.class)
public final class AuditView extends ListPage {
    private static final long serialVersionUID = 1;

    public AuditView(AuditLog audit, Who who) {
        super("audit");
        search("audit-search", t("audit.search"));
        days("audit", who.settings().zone());
        AuditGrid grid = new AuditGrid(audit, who);
        grid.onOpen(e -> dialog(e, who.formats()).open());
        onFilter(filters -> grid.source().filter(searched(), filters));
        build(grid);
    }

    private static InfoDialog dialog(Entry e, Formats f) {
        Facts facts = new Facts().put(t("audit.at"), f.time(e.at())).put(t("audit.who"), e.who()).put(t("audit.kind"), Texts.orElse(e.kind(), "callerKind." + e.kind()))
            .put(t("audit.address"), e.address()).put(t("audit.action"), e.action()).put(t("audit.subject"), e.subject());
        List<Changes> changes = Changes.of(e.changes());
        InfoDialog dialog = new InfoDialog(t("audit.one"), facts, changes.isEmpty() ? new Paragraph(t("audit.noChange")) : table(changes));
        dialog.setWidth("760px");
        return dialog;
    }

    private static Grid<Changes> table(List<Changes> changes) {
        Grid<Changes> grid = new Grid<>();
        grid.setId("audit-changes");
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT, GridVariant.LUMO_NO_BORDER);
        grid.addColumn(Changes::field).setHeader(t("audit.field"));
        grid.addColumn(Changes::before).setHeader(t("audit.before")).setFlexGrow(2);
        grid.addColumn(Changes::after).setHeader(t("audit.after")).setFlexGrow(2);
        grid.setItems(changes);
        grid.setAllRowsVisible(true);
        return grid;
    }

    private static final class AuditGrid extends ListGrid<Entry> {
        private static final long serialVersionUID = 1;

        AuditGrid(AuditLog audit, Who who) {
            super("audit-grid");
            Formats f = who.formats();
            wide("at", t("audit.at"), e -> f.time(e.at()));
            wide("who", t("audit.who"), Entry::who);
            wide("action", t("audit.action"), Entry::action);
            wide("subject", t("audit.subject"), Entry::subject);
            wide("changes", t("audit.changes"), e -> summary(e.changes())).setAutoWidth(false).setFlexGrow(4);
            wide("address", t("audit.address"), Entry::address);
            narrow(e -> e.action() + " · " + e.subject(), e -> e.who() + " · " + f.time(e.at()), e -> null);
            source(new KeysetDataProvider<>(q -> audit.list(who.caller(), q), null, Entry::id), new EmptyState(VaadinIcon.EYE, t("audit.none"), t("audit.noneText")));
        }

        private static String summary(String changes) {
            return Changes.of(changes).stream().map(c -> c.field() + (c.before().isEmpty() ? ": " : ": " + c.before() + " → ") + c.after()).collect(Collectors.joining("; "));
        }
    }
}
