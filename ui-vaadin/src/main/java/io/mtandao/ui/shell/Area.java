package io.mtandao.ui.shell;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.mtandao.api.Caller;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.bill.BillsView;
import io.mtandao.ui.catalogue.AddOnsView;
import io.mtandao.ui.catalogue.CouponsView;
import io.mtandao.ui.catalogue.PackageView;
import io.mtandao.ui.catalogue.PackagesView;
import io.mtandao.ui.catalogue.TaxesView;
import io.mtandao.ui.run.BillRunsView;
import io.mtandao.ui.settings.BillingSettingsView;
import io.mtandao.ui.settings.FieldsView;
import io.mtandao.ui.settings.SettingsView;
import io.mtandao.ui.shadow.ShadowView;
import io.mtandao.ui.voucher.VoucherBatchView;
import io.mtandao.ui.voucher.VoucherReportView;
import io.mtandao.ui.voucher.VoucherSearchView;
import io.mtandao.ui.voucher.VouchersView;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Pages that belong together: one place in the menu, and tabs on top of each of them with what the caller may see. */
public enum Area {
    CATALOGUE(VaadinIcon.PACKAGE, Set.of(PackageView.class), new Page("packages", PackagesView.class), new Page("addOns", AddOnsView.class),
        new Page("coupons", CouponsView.class), new Page("taxes", TaxesView.class)),
    BILLS(VaadinIcon.INVOICE, Set.of(), new Page("bills", BillsView.class), new Page("billRuns", BillRunsView.class), new Page("shadowBilling", ShadowView.class)),
    VOUCHERS(VaadinIcon.TICKET, Set.of(VoucherBatchView.class), new Page("vouchers", VouchersView.class), new Page("voucherSearch", VoucherSearchView.class),
        new Page("voucherReport", VoucherReportView.class)),
    SETTINGS(VaadinIcon.COG, Set.of(), new Page("settings", SettingsView.class), new Page("billingSettings", BillingSettingsView.class),
        new Page("subscriberFields", FieldsView.class));

    private final VaadinIcon icon;
    private final Set<Class<? extends Component>> below;
    private final List<Page> pages;

    /** @param name of its texts {@code menu.<name>} and, with dashes, of its ids */
    private record Page(String name, Class<? extends Component> view) {
        boolean isFor(Caller caller) {
            Needs needs = view.getAnnotation(Needs.class);
            return needs == null || caller.may(needs.value());
        }

        String id() {
            return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        }
    }

    /** @param below pages that have no tab, but belong to the area in the menu */
    Area(VaadinIcon icon, Set<Class<? extends Component>> below, Page... pages) {
        this.icon = icon;
        this.below = below;
        this.pages = List.of(pages);
    }

    private List<Page> pages(Caller caller) {
        return pages.stream().filter(p -> p.isFor(caller)).toList();
    }

    /** @param current the page on which they stand */
    public Tabs tabs(Who who, Class<? extends Component> current) {
        Tabs tabs = new Tabs();
        tabs.addClassName("area-tabs");
        List<Page> shown = pages(who.caller());
        for (Page p : shown) {
            Tab tab = new Tab(new RouterLink(t("menu." + p.name()), p.view()));
            tab.setId("area-" + p.id());
            tabs.add(tab);
            if (p.view() == current) tabs.setSelectedTab(tab);
        }
        tabs.setVisible(shown.size() > 1);
        return tabs;
    }

    /** Leads to the first page that the caller may see; null when there is none. */
    SideNavItem item(Caller caller) {
        List<Page> shown = pages(caller);
        if (shown.isEmpty()) return null;
        SideNavItem item = new SideNavItem(t("menu." + pages.get(0).name()), shown.get(0).view(), icon.create());
        item.setId("menu-" + pages.get(0).id());
        Set<String> aliases = new HashSet<>();
        for (Page p : pages) aliases.add(path(p.view()));
        for (Class<? extends Component> b : below) aliases.add(path(b));
        item.setPathAliases(aliases);
        item.setMatchNested(true);
        return item;
    }

    private static String path(Class<? extends Component> view) {
        return view.getAnnotation(Route.class).value();
    }
}
