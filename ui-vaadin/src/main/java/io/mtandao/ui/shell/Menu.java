package io.mtandao.ui.shell;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import io.mtandao.api.Caller;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.apikey.ApiKeysView;
import io.mtandao.ui.audit.AuditView;
import io.mtandao.ui.callback.CallbacksView;
import io.mtandao.ui.cutoff.CutOffsView;
import io.mtandao.ui.dashboard.DashboardView;
import io.mtandao.ui.ledger.LedgerView;
import io.mtandao.ui.message.MessagesView;
import io.mtandao.ui.message.TemplatesView;
import io.mtandao.ui.payment.PaymentsView;
import io.mtandao.ui.payment.UnmatchedView;
import io.mtandao.ui.plugin.PluginsView;
import io.mtandao.ui.router.RoutersView;
import io.mtandao.ui.staff.StaffView;
import io.mtandao.ui.subscriber.SubscribersView;

/** The side menu: what the caller may see, and nothing else. */
final class Menu extends Div {
    private static final long serialVersionUID = 1;
    private final transient Caller caller;

    Menu(Caller caller) {
        this.caller = caller;
        addClassName("menu");
        group(null, item("dashboard", VaadinIcon.DASHBOARD, DashboardView.class));
        group("customers", item("subscribers", VaadinIcon.USERS, SubscribersView.class), Area.CATALOGUE.item(caller));
        group("money", Area.BILLS.item(caller), item("payments", VaadinIcon.MONEY, PaymentsView.class),
            item("unmatched", VaadinIcon.QUESTION_CIRCLE_O, UnmatchedView.class), Area.VOUCHERS.item(caller), item("ledger", VaadinIcon.BOOK, LedgerView.class));
        group("network", item("routers", VaadinIcon.SERVER, RoutersView.class), item("cutOffs", VaadinIcon.SCISSORS, CutOffsView.class));
        group("messages", item("log", VaadinIcon.COMMENTS, MessagesView.class), item("templates", VaadinIcon.EDIT, TemplatesView.class));
        group("setup", item("plugins", VaadinIcon.PLUG, PluginsView.class), Area.SETTINGS.item(caller), item("staff", VaadinIcon.USER_CARD, StaffView.class),
            item("apiKeys", VaadinIcon.KEY, ApiKeysView.class), item("callbacks", VaadinIcon.INBOX, CallbacksView.class), item("audit", VaadinIcon.EYE, AuditView.class));
    }

    private void group(String name, SideNavItem... items) {
        SideNav nav = name == null ? new SideNav() : new SideNav(t("menu." + name));
        for (SideNavItem i : items) if (i != null) nav.addItem(i);
        if (!nav.getItems().isEmpty()) add(nav);
    }

    private SideNavItem item(String name, VaadinIcon icon, Class<? extends Component> view) {
        Needs needs = view.getAnnotation(Needs.class);
        if (needs != null && !caller.may(needs.value())) return null;
        SideNavItem item = new SideNavItem(t("menu." + name), view, icon.create());
        item.setId("menu-" + name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT));
        return item;
    }
}
