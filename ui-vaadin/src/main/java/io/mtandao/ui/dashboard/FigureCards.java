package io.mtandao.ui.dashboard;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import io.mtandao.api.billing.Figures.Counts;
import io.mtandao.api.payment.Payments.Takings;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.subscriber.SubscribersView;

/** The figures on top of the dashboard. */
final class FigureCards extends Div {
    private static final long serialVersionUID = 1;

    /** @param takings null for who may not see money */
    FigureCards(Counts c, Takings takings, Formats f) {
        addClassName("tiles");
        if (takings != null) {
            String last = takings.lastPayment() == null ? t("dashboard.noPayment") : t("dashboard.lastPayment", f.fromNow(takings.lastPayment()));
            add(tile("today", VaadinIcon.COIN_PILES, t("dashboard.today"), f.money(takings.today()), last, "money"),
                tile("month", VaadinIcon.CALENDAR, t("dashboard.month"), f.money(takings.month()), t("dashboard.owed", f.money(c.owed())), "money"));
        }
        add(link(tile("active", VaadinIcon.CONNECT, t("dashboard.active"), Formats.count(c.active()), t("dashboard.ofAll", Formats.count(c.subscribers())), "good"), "ACTIVE"),
            tile("expiring", VaadinIcon.HOURGLASS, t("dashboard.expiring"), Formats.count(c.expiringIn3Days()), t("dashboard.expiringText"), c.expiringIn3Days() > 0 ? "warn" : ""),
            link(tile("expired", VaadinIcon.CLOCK, t("dashboard.expired"), Formats.count(c.expired()), t("dashboard.pending", Formats.count(c.pending())), c.expired() > 0 ? "bad" : ""), "EXPIRED"));
    }

    private static Div tile(String id, VaadinIcon icon, String name, String value, String below, String tone) {
        Span label = new Span(name);
        label.addClassName("tile-name");
        Span number = new Span(value);
        number.setId("figure-" + id);
        number.addClassName("tile-value");
        // by which the style finds the size at which a long sum still fits
        number.getStyle().set("--chars", String.valueOf(value.length()));
        Span text = new Span(below);
        text.addClassName("tile-below");
        Div sign = new Div(icon.create());
        sign.addClassName("tile-icon");
        Div tile = new Div(sign, label, number, text);
        tile.addClassNames("card", "tile");
        if (!tone.isEmpty()) tile.addClassName("tile-" + tone);
        return tile;
    }

    private static RouterLink link(Div tile, String state) {
        RouterLink link = new RouterLink();
        link.setRoute(SubscribersView.class);
        link.setQueryParameters(QueryParameters.of("state", state));
        link.addClassName("tile-link");
        link.add(tile);
        return link;
    }
}
