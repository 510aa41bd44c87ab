package io.mtandao.ui.subscriber;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.KeysetDataProvider;
import io.mtandao.ui.kit.ListGrid;

/** All subscribers. */
final class SubscribersGrid extends ListGrid<Subscriber> {
    private static final long serialVersionUID = 1;

    SubscribersGrid(Subscribers subscribers, Who who, Component whenEmpty) {
        super("subscribers-grid");
        Formats f = who.formats();
        wide("name", t("field.name"), Subscriber::name).setFlexGrow(2).setSortProperty("name").setSortable(true);
        wide("account", t("field.account"), Subscriber::accountNumber).setSortProperty("accountNumber").setSortable(true);
        wide("phone", t("field.phone"), Subscriber::phone);
        wideComponent("state", t("field.state"), SubscribersGrid::state);
        wide("until", t("subscribers.until"), s -> s.standing() == null ? "" : f.day(s.standing().expiresAt()));
        wide("where", t("subscribers.where"), s -> s.details().zone() == null ? s.place() : s.details().zone());
        wideComponent("tags", t("field.tags"), SubscribersGrid::tags).setFlexGrow(2);
        wideComponent("balance", t("subscribers.balance", f.currency()), s -> balance(s, f.number(s.balance()))).setTextAlign(ColumnTextAlign.END);
        wide("since", t("subscribers.since"), s -> f.day(s.createdAt())).setSortProperty("createdAt").setSortable(true);
        narrow(Subscriber::name, s -> s.accountNumber() + (s.phone() == null ? "" : " · " + s.phone()), s -> right(s, f));
        source(new KeysetDataProvider<>(q -> subscribers.list(who.caller(), q), q -> subscribers.count(who.caller(), q), Subscriber::id), whenEmpty);
        onOpen(s -> getUI().ifPresent(ui -> ui.navigate(SubscriberView.class, s.id())));
    }

    /** Of the subscription that matters most; how many there are when there are several. */
    static Component state(Subscriber s) {
        if (s.standing() == null) return new Span(t("subscribers.noService"));
        Div state = new Div(Badge.of("subscriptionState", s.standing().state()));
        if (s.standing().services() > 1) state.add(new Span(" × " + s.standing().services()));
        return state;
    }

    static Div tags(Subscriber s) {
        Div tags = new Div();
        tags.addClassName("tags");
        s.details().tags().forEach(tag -> tags.add(new Badge(tag, Badge.Tone.PLAIN)));
        return tags;
    }

    private static Div right(Subscriber s, Formats f) {
        Div right = new Div(state(s));
        right.addClassName("narrow-right");
        if (!s.balance().isZero()) right.add(balance(s, f.number(s.balance())));
        return right;
    }

    private static Span balance(Subscriber s, String text) {
        Span span = new Span(text);
        if (s.balance().isNegative()) span.addClassName("debt");
        return span;
    }
}
