package io.mtandao.ui.subscription;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.router.Router;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.EmptyState;
import java.util.List;

/** What one subscriber uses, a card for each, those that have ended last. */
public final class SubscriptionsPanel extends Div {
    private static final long serialVersionUID = 1;

    public SubscriptionsPanel(Subscriber subscriber, List<Subscription> of, SubscriptionServices services, Who who, Deeds deeds) {
        addClassName("cards");
        boolean write = who.may(Permission.SUBSCRIPTIONS_WRITE);
        List<Router> routers = services.routers().list(who.caller(), ListQuery.first(ListQuery.MOST)).items();
        Surroundings around = new Surroundings(services, routers, who);
        of.stream().sorted((a, b) -> Boolean.compare(Surroundings.hasEnded(a), Surroundings.hasEnded(b))).forEach(s -> add(new SubscriptionCard(s, around.of(s), who.formats())
            .buttons(write, deeds::start, () -> getUI().ifPresent(ui -> ui.navigate(SubscriptionView.class, s.id())))));
        if (!of.isEmpty()) return;
        add(write ? new EmptyState(VaadinIcon.CONNECT_O, t("subscriptions.none"), t("subscriptions.noneText"),
                Buttons.primary("subscription-first", t("subscriptions.new"), VaadinIcon.PLUS, e -> deeds.create(subscriber)))
            : new EmptyState(VaadinIcon.CONNECT_O, t("subscriptions.none"), t("subscriptions.noneRead")));
    }
}
