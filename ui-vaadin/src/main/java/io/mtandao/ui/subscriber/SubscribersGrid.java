package io.mtandao.ui.subscriber;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.ui.access.Who;
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
        wide("place", t("field.place"), Subscriber::place).setFlexGrow(2);
        wideComponent("balance", t("subscribers.balance", f.currency()), s -> balance(s, f.number(s.balance()))).setTextAlign(com.vaadin.flow.component.grid.ColumnTextAlign.END);
        wide("since", t("subscribers.since"), s -> f.day(s.createdAt())).setSortProperty("createdAt").setSortable(true);
        narrow(Subscriber::name, s -> s.accountNumber() + (s.phone() == null ? "" : " · " + s.phone()), s -> s.balance().isZero() ? null : balance(s, f.number(s.balance())));
        source(new KeysetDataProvider<>(q -> subscribers.list(who.caller(), q), q -> subscribers.count(who.caller(), q), Subscriber::id), whenEmpty);
        onOpen(s -> getUI().ifPresent(ui -> ui.navigate(SubscriberView.class, s.id())));
    }

    private static Span balance(Subscriber s, String text) {
        Span span = new Span(text);
        if (s.balance().isNegative()) span.addClassName("debt");
        return span;
    }
}
