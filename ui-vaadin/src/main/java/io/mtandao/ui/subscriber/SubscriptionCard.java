package io.mtandao.ui.subscriber;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.router.Routers.NetworkState;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Facts;
import io.mtandao.ui.kit.Formats;
import java.util.Optional;

/** One subscription with its state on the network. What is pressed is told to its {@link Listener}. */
final class SubscriptionCard extends Div {
    private static final long serialVersionUID = 1;

    interface Listener {
        void renew(Subscription s);

        void suspend(Subscription s);

        void resume(Subscription s);

        void edit(Subscription s);

        void cancel(Subscription s);
    }

    SubscriptionCard(Subscription s, Optional<NetworkState> network, String routerName, Formats f, boolean mayChange, Listener listener) {
        addClassNames("card", "subscription-card");
        setId("subscription-" + s.id());
        Div head = new Div(new H3(s.packageName()), Badge.of("subscriptionState", s.state()));
        head.addClassName("card-head");
        String until = s.expiresAt() == null ? t("subscriptions.neverPaid") : f.time(s.expiresAt()) + " (" + f.fromNow(s.expiresAt()) + ")";
        Facts facts = new Facts().put(t("field.price"), f.money(s.price())).put(t("subscriptions.expiry"), until).put(t("field.pppoeUser"), s.pppoeUser())
            .put(t("field.router"), routerName == null ? t("subscriptions.noRouter") : routerName);
        add(head, facts);
        network.ifPresent(n -> add(NetworkPanel.line(n)));
        if (mayChange && s.state() != SubscriptionState.CANCELLED) add(actions(s, listener));
    }

    private static Div actions(Subscription s, Listener listener) {
        String id = "subscription-" + s.id();
        Div row = new Div();
        row.addClassName("card-actions");
        if (s.state() == SubscriptionState.SUSPENDED) row.add(small(Buttons.plain(id + "-resume", t("subscriptions.resume"), VaadinIcon.PLAY, e -> listener.resume(s))));
        else row.add(small(Buttons.plain(id + "-renew", t("subscriptions.renew"), VaadinIcon.REFRESH, e -> listener.renew(s))));
        row.add(small(Buttons.plain(id + "-edit", t("action.edit"), VaadinIcon.EDIT, e -> listener.edit(s))));
        if (s.state() != SubscriptionState.SUSPENDED) row.add(small(Buttons.danger(id + "-suspend", t("subscriptions.suspend"), VaadinIcon.PAUSE, e -> listener.suspend(s))));
        row.add(small(Buttons.danger(id + "-cancel", t("subscriptions.cancel"), VaadinIcon.TRASH, e -> listener.cancel(s))));
        return row;
    }

    private static Button small(Button b) {
        b.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return b;
    }

}
