package io.mtandao.ui.subscription;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Subscription;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.PageHeader;
import io.mtandao.ui.shell.MainLayout;

/** One subscription with everything of it: how it stands, its data, what it pays beside the package, what is to come, what was. */
@Needs(Permission.SUBSCRIPTIONS_READ)
@Route(value = "subscription", layout = MainLayout.class)
public final class SubscriptionView extends Div implements HasUrlParameter<Long>, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private final transient SubscriptionServices services;
    private final transient Who who;
    private final transient Deeds deeds;
    private transient Subscription subscription;

    public SubscriptionView(SubscriptionServices services, Who who) {
        this.services = services;
        this.who = who;
        deeds = new Deeds(services, who, this::reload);
        addClassNames("page", "subscription-page");
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        show(id);
    }

    private void reload() {
        show(subscription.id());
    }

    private void show(long id) {
        subscription = services.subscriptions().get(who.caller(), id);
        removeAll();
        Anchor back = new Anchor("subscriber/" + subscription.subscriberId(), subscription.subscriberName());
        back.getElement().setAttribute("router-link", true);
        back.setId("subscription-back");
        back.addClassName("back");
        boolean write = who.may(Permission.SUBSCRIPTIONS_WRITE) && !Surroundings.hasEnded(subscription);
        Surroundings around = new Surroundings(services, services.routers().list(who.caller(), ListQuery.first(ListQuery.MOST)).items(), who);
        Div left = new Div(new SubscriptionCard(subscription, around.of(subscription), who.formats()).buttons(write, deeds::start, null),
            new ScheduledPanel(subscription, services, who, write, this::reload, deeds), new HistoryPanel(subscription.id(), services.subscriptions(), who));
        Div right = new Div(new UsagePanel(subscription, services, who, write, this::reload),
            new ExtrasPanel(subscription, services, who, write, this::reload), new DepositPanel(subscription, services, who, this::reload));
        Div columns = new Div(left, right);
        columns.addClassName("two-columns");
        add(back, new PageHeader(subscription.packageName(), t("subscription.of", subscription.subscriberName(), subscription.accountNumber())), columns);
    }

    @Override
    public String getPageTitle() {
        return subscription == null ? t("subscriber.tab.subscriptions") : subscription.packageName() + " · " + subscription.subscriberName();
    }
}
