package io.mtandao.ui.dashboard;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.BillRuns;
import io.mtandao.api.billing.CutOffs;
import io.mtandao.api.billing.Figures;
import io.mtandao.api.billing.Figures.Counts;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.extension.Plugins;
import io.mtandao.api.extension.Plugins.Plugin;
import io.mtandao.api.payment.Payments;
import io.mtandao.api.payment.Payments.Takings;
import io.mtandao.api.router.Router;
import io.mtandao.api.router.Routers;
import io.mtandao.ui.access.Locales;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.catalogue.PackagesView;
import io.mtandao.ui.imports.ImportView;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.payment.UnmatchedView;
import io.mtandao.ui.plugin.PluginsView;
import io.mtandao.ui.router.RoutersView;
import io.mtandao.ui.shell.MainLayout;
import io.mtandao.ui.subscriber.SubscribersView;
import java.util.ArrayList;
import java.util.List;

/** The first page: money, subscribers, what needs a hand. Who may not see figures gets a greeting. */
@Route(value = "", layout = MainLayout.class)
public final class DashboardView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private final transient Who who;

    public DashboardView(Figures figures, Payments payments, Plugins plugins, Routers routers, Packages packages, Ledger ledger, BillRuns runs, CutOffs cutOffs, Who who) {
        this.who = who;
        addClassNames("page", "dashboard");
        Div head = new Div(new H1(t("dashboard.hello", firstName(who.caller().name()))), new Paragraph(dayOf(who)));
        head.addClassName("dashboard-head");
        add(head);
        if (!who.may(Permission.DASHBOARD_READ)) return;
        Counts counts = figures.counts(who.caller());
        boolean money = who.may(Permission.PAYMENTS_READ);
        Takings takings = money ? payments.takings(who.caller()) : null;
        List<Plugin> installed = who.may(Permission.PLUGINS_READ) ? plugins.list(who.caller(), Locales.now()) : List.of();
        List<Router> known = who.may(Permission.ROUTERS_READ) ? routers.list(who.caller(), ListQuery.first(ListQuery.MOST)).items() : List.of();
        if (who.may(Permission.SETTINGS_WRITE)) {
            List<Step> steps = steps(counts, installed, known, !packages.list(who.caller(), ListQuery.first(1)).items().isEmpty());
            if (steps.stream().anyMatch(s -> !s.done())) add(new FirstSteps(steps));
        }
        add(new FigureCards(counts, takings, who.formats()));
        BillingAttention billing = new BillingAttention(ledger, runs, cutOffs, who);
        List<Attention.Item> attention = new ArrayList<>(billing.alarms());
        attention.addAll(attention(counts, takings, installed, known));
        attention.addAll(billing.work());
        Div two = new Div(new Attention(attention));
        two.addClassName("dashboard-two");
        if (counts.subscribers() > 0) two.add(new StateChart(counts));
        add(two);
        if (money) add(new LatestPayments(payments, who));
    }

    private static String firstName(String name) {
        return name.strip().split("\\s+")[0];
    }

    private static String dayOf(Who who) {
        return java.time.format.DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locales.now()).format(who.formats().today());
    }

    private static List<Step> steps(Counts counts, List<Plugin> plugins, List<Router> routers, boolean packages) {
        return List.of(new Step("payment", enabled(plugins, "payment"), PluginsView.class),
            new Step("messages", enabled(plugins, "sms") || enabled(plugins, "whatsapp"), PluginsView.class),
            new Step("network", enabled(plugins, "network"), PluginsView.class),
            new Step("router", !routers.isEmpty(), RoutersView.class), new Step("package", packages, PackagesView.class),
            new Step("subscriber", counts.subscribers() > 0, ImportView.class));
    }

    private static boolean enabled(List<Plugin> plugins, String kind) {
        return plugins.stream().anyMatch(p -> p.kind().equals(kind) && p.enabled());
    }

    private List<Attention.Item> attention(Counts counts, Takings takings, List<Plugin> plugins, List<Router> routers) {
        Formats f = who.formats();
        List<Attention.Item> out = new ArrayList<>();
        for (Router r : routers) {
            if (r.health() == Router.Health.DOWN) out.add(new Attention.Item("router-" + r.id(), VaadinIcon.SERVER, t("attention.routerDown", r.name()), RoutersView.class));
            else if (r.failing() > 0) out.add(new Attention.Item("failing-" + r.id(), VaadinIcon.WARNING, t("attention.failing", r.failing(), r.name()), RoutersView.class));
        }
        for (Plugin p : plugins) {
            if (p.state() == Plugins.State.AWAY) out.add(new Attention.Item("plugin-" + p.id(), VaadinIcon.PLUG, t("attention.pluginAway", p.name()), PluginsView.class));
            else if (p.enabled() && p.trouble() != null && !p.trouble().isBlank())
                out.add(new Attention.Item("plugin-" + p.id(), VaadinIcon.PLUG, p.name() + ": " + p.trouble(), PluginsView.class));
        }
        if (takings != null && takings.unmatched() > 0)
            out.add(new Attention.Item("unmatched", VaadinIcon.QUESTION_CIRCLE_O, t("attention.unmatched", takings.unmatched(), f.money(takings.unmatchedSum())), UnmatchedView.class));
        if (counts.expired() > 0)
            out.add(new Attention.Item("expired", VaadinIcon.CLOCK, t("attention.expired", counts.expired()), SubscribersView.class, QueryParameters.of("state", "EXPIRED"), false));
        return out;
    }

    @Override
    public String getPageTitle() {
        return t("menu.dashboard");
    }
}
