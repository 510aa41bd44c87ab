package io.mtandao.ui.subscriber;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.bill.BillsGrid;
import io.mtandao.ui.kit.Background;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.message.MessagesGrid;
import io.mtandao.ui.payment.PaymentDialog;
import io.mtandao.ui.payment.PaymentsGrid;
import io.mtandao.ui.shell.MainLayout;
import io.mtandao.ui.subscription.Deeds;
import io.mtandao.ui.subscription.NetworkPanel;
import io.mtandao.ui.subscription.SubscriptionsPanel;
import io.mtandao.ui.wallet.StatementPanel;
import io.mtandao.ui.wallet.WalletPanel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** One subscriber: who it is, what is owed, what is used, and the tabs with everything that happened. */
@Needs(Permission.SUBSCRIBERS_READ)
@Route(value = "subscriber", layout = MainLayout.class)
public final class SubscriberView extends Div implements HasUrlParameter<Long>, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private final transient SubscriberServices services;
    private final transient Who who;
    private final transient Background background;
    private final Div head = new Div();
    private final Tabs tabs = new Tabs();
    private final Div content = new Div();
    private final transient Map<Tab, Supplier<Component>> panels = new LinkedHashMap<>();
    private final PayProgress progress;
    private final transient Deeds deeds;
    private transient Subscriber subscriber;
    private transient List<Subscription> subscriptions = List.of();

    public SubscriberView(SubscriberServices services, Who who, Background background) {
        this.services = services;
        this.who = who;
        this.background = background;
        progress = new PayProgress(services.payments(), services.used().routers(), who, this::connected, this::reload);
        deeds = new Deeds(services.used(), who, this::reload);
        addClassNames("page", "subscriber-page");
        content.addClassName("tab-content");
        tabs.setId("subscriber-tabs");
        tabs.addSelectedChangeListener(e -> show());
        add(head, progress, tabs, content);
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        load(id);
        tabs.removeAll();
        panels.clear();
        tab("subscriptions", () -> new SubscriptionsPanel(subscriber, subscriptions, services.used(), who, deeds));
        tab("about", () -> new AboutPanel(subscriber, services.subscribers(), services.customFields(), who));
        if (who.may(Permission.BILLS_READ))
            tab("bills", () -> new BillsGrid(services.bills(), who, id, new EmptyState(VaadinIcon.INVOICE, t("bills.none"), t("bills.noneOfOne"))));
        if (who.may(Permission.PAYMENTS_READ)) {
            tab("payments", () -> {
                PaymentsGrid grid = new PaymentsGrid("payments-grid", services.payments(), who, Map.of("subscriberId", id.toString()),
                    new EmptyState(VaadinIcon.MONEY, t("payments.none"), t("payments.noneOfOne")));
                grid.onOpen(p -> new PaymentDialog(p, who).open());
                return grid;
            });
            tab("ledger", () -> new WalletPanel(subscriber, services.wallet(), who, this::reload));
            tab("statement", () -> new StatementPanel(id, services.wallet(), who));
        }
        if (who.may(Permission.MESSAGES_READ)) tab("messages", () -> MessagesGrid.ofOne(services.messages(), who, id));
        if (who.may(Permission.ROUTERS_READ)) tab("network", () -> new NetworkPanel(subscriptions, services.used().routers(), who, background, this::reload));
        show();
    }

    private void tab(String name, Supplier<Component> panel) {
        Tab tab = new Tab(t("subscriber.tab." + name));
        tab.setId("tab-" + name);
        panels.put(tab, panel);
        tabs.add(tab);
    }

    private void load(long id) {
        subscriber = services.subscribers().get(who.caller(), id);
        subscriptions = services.used().subscriptions()
            .list(who.caller(), new ListQuery(null, Map.of("subscriberId", Long.toString(id)), null, ListQuery.MOST, null)).items();
        head.removeAll();
        head.add(new SubscriberHead(subscriber, subscriptions, services, who, new SubscriberActions(subscriber, services, who, this::reload, this::follow, this::newSubscription)));
    }

    private void reload() {
        load(subscriber.id());
        show();
    }

    private void show() {
        Supplier<Component> panel = panels.get(tabs.getSelectedTab());
        content.removeAll();
        if (panel != null && subscriber != null) content.add(panel.get());
    }

    private void newSubscription() {
        deeds.create(subscriber);
    }

    private void follow(io.mtandao.api.payment.PaymentRequest request) {
        progress.follow(request, background);
    }

    /** The subscriptions that money can let on. */
    private List<Long> connected() {
        return subscriptions.stream().filter(s -> s.routerId() != null && s.state().isServed()).map(Subscription::id).toList();
    }

    @Override
    public String getPageTitle() {
        return subscriber == null ? t("subscribers.title") : subscriber.name();
    }
}
