package io.mtandao.ui.operator;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import io.mtandao.api.tenant.OperatorAccounts;
import io.mtandao.api.tenant.OperatorAccounts.Deed;
import io.mtandao.ui.access.ForOperator;
import io.mtandao.ui.access.Locales;
import io.mtandao.ui.access.OperatorDesk;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.Facts;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.InfoDialog;
import io.mtandao.ui.kit.KeysetDataProvider;
import io.mtandao.ui.kit.ListGrid;
import io.mtandao.ui.kit.ListPage;
import java.time.Clock;
import java.time.ZoneOffset;

/** What operators did, to whom, when and from where; times in UTC, since ISPs live in several zones. */
@ForOperator
@Route(value = "operator/audit", layout = OperatorLayout.class)
public final class PlatformAuditView extends ListPage {
    private static final long serialVersionUID = 1;

    public PlatformAuditView(OperatorAccounts accounts, OperatorDesk desk, Clock clock) {
        super("platformAudit");
        Formats f = new Formats(ZoneOffset.UTC, "KES", Locales.now(), clock);
        search("platform-audit-search", t("platformAudit.search"));
        days("platform-audit", ZoneOffset.UTC);
        DeedsGrid grid = new DeedsGrid(accounts, desk, f);
        grid.onOpen(d -> dialog(d, f).open());
        onFilter(filters -> grid.source().filter(searched(), filters));
        build(grid);
    }

    private static InfoDialog dialog(Deed d, Formats f) {
        return new InfoDialog(t("audit.one"), new Facts().put(t("audit.at"), f.time(d.at())).put(t("audit.who"), d.who()).put(t("audit.address"), d.address())
            .put(t("audit.action"), d.action()).put(t("platformAudit.isp"), isp(d)).put(t("platformAudit.detail"), d.detail()));
    }

    private static String isp(Deed d) {
        return d.isp() == null ? null : d.isp().value();
    }

    private static final class DeedsGrid extends ListGrid<Deed> {
        private static final long serialVersionUID = 1;

        DeedsGrid(OperatorAccounts accounts, OperatorDesk desk, Formats f) {
            super("platform-audit-grid");
            wide("at", t("audit.at"), d -> f.time(d.at()));
            wide("who", t("audit.who"), Deed::who);
            wide("action", t("audit.action"), Deed::action);
            wide("isp", t("platformAudit.isp"), PlatformAuditView::isp);
            wide("detail", t("platformAudit.detail"), Deed::detail).setAutoWidth(false).setFlexGrow(4);
            wide("address", t("audit.address"), Deed::address);
            narrow(Deed::action, d -> d.who() + " · " + f.time(d.at()), d -> null);
            source(new KeysetDataProvider<>(q -> accounts.audit(desk.operator(), q), null, Deed::id), new EmptyState(VaadinIcon.EYE, t("audit.none"), t("audit.noneText")));
        }
    }
}
