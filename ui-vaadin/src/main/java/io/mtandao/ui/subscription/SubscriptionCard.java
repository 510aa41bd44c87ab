package io.mtandao.ui.subscription;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.ScheduledChange;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.Usage.Volume;
import io.mtandao.api.router.Routers.NetworkState;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.Texts;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** One subscription: how it stands, how much is used, how it is on the network, what is to come. What is pressed is told to a listener. */
final class SubscriptionCard extends Div {
    private static final long serialVersionUID = 1;
    private static final Set<Deed> BUTTONS = EnumSet.of(Deed.ACTIVATE, Deed.RENEW, Deed.RESUME, Deed.CHANGE_PACKAGE, Deed.EDIT);

    /** What is shown beside the subscription itself. @param volume null when nothing is counted @param routerName null for none */
    record Around(Optional<NetworkState> network, String routerName, Volume volume, List<ScheduledChange> toCome) {}

    private final transient Subscription subscription;

    SubscriptionCard(Subscription s, Around around, Formats f) {
        subscription = s;
        addClassNames("card", "subscription-card");
        setId("subscription-" + s.id());
        Div badges = new Div(Badge.of("subscriptionState", s.state()));
        badges.addClassName("badges");
        if (s.details().charging() == Charging.POSTPAID) badges.add(new Badge(t("subscriptions.postpaid"), Badge.Tone.INFO));
        if (s.details().ownPrice()) badges.add(new Badge(t("subscriptions.ownPrice"), Badge.Tone.PLAIN));
        if (s.details().dataUsedUp()) badges.add(new Badge(t("usage.usedUp"), Badge.Tone.BAD));
        Div head = new Div(new H3(s.packageName()), badges);
        head.addClassName("card-head");
        add(head, new SubscriptionFacts(s, around.routerName(), f));
        if (around.volume() != null && around.volume().capBytes() != null) add(new UsageBar(around.volume()));
        around.network().ifPresent(n -> add(NetworkPanel.line(n, f)));
        around.toCome().forEach(c -> add(toCome(c, f)));
    }

    private static Div toCome(ScheduledChange c, Formats f) {
        Span what = new Span(ScheduledPanel.what(c) + " · " + ScheduledPanel.when(c, f));
        Div line = new Div(VaadinIcon.CLOCK.create(), what);
        line.addClassName("to-come");
        return line;
    }

    /** @param open leads to the subscription's own page, or null when it stands there */
    SubscriptionCard buttons(boolean mayChange, BiConsumer<Deed, Subscription> listener, Runnable open) {
        String id = "subscription-" + subscription.id();
        Div row = new Div();
        row.addClassName("card-actions");
        MenuBar more = new MenuBar();
        more.setId(id + "-more");
        more.addThemeVariants(MenuBarVariant.LUMO_SMALL, MenuBarVariant.LUMO_ICON);
        MenuItem root = more.addItem(VaadinIcon.ELLIPSIS_DOTS_H.create());
        root.setAriaLabel(t("action.more"));
        if (mayChange) {
            for (Deed d : Deed.of(subscription)) {
                if (BUTTONS.contains(d)) row.add(button(id + "-" + d.id(), d, listener));
                else {
                    MenuItem item = root.getSubMenu().addItem(Texts.of("deed", d), e -> listener.accept(d, subscription));
                    item.setId(id + "-" + d.id());
                    if (d == Deed.SUSPEND || d == Deed.CANCEL) item.addClassName("danger-item");
                }
            }
        }
        if (!root.getSubMenu().getItems().isEmpty()) row.add(more);
        if (open != null) row.add(Buttons.small(id + "-open", t("subscriptions.open"), null, e -> open.run()));
        if (row.getChildren().findAny().isPresent()) add(row);
        return this;
    }

    private Button button(String id, Deed d, BiConsumer<Deed, Subscription> listener) {
        // a sign only for the one that comes first: with one for each they fill two rows
        VaadinIcon icon = switch (d) {
            case ACTIVATE, RESUME -> VaadinIcon.PLAY;
            case RENEW -> VaadinIcon.REFRESH;
            default -> null;
        };
        Button b = Buttons.small(id, Texts.of("deed", d), icon, e -> listener.accept(d, subscription));
        if (d == Deed.ACTIVATE) b.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return b;
    }
}
