package io.mtandao.ui.router;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import io.mtandao.api.router.Router;
import io.mtandao.api.router.Routers;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.KeysetDataProvider;
import io.mtandao.ui.kit.ListGrid;

/** The ISP's routers and how they are. */
final class RoutersGrid extends ListGrid<Router> {
    private static final long serialVersionUID = 1;

    RoutersGrid(Routers routers, Who who, Component whenEmpty) {
        super("routers-grid");
        Formats f = who.formats();
        wide("name", t("field.name"), Router::name).setFlexGrow(2);
        wide("address", t("routers.address"), r -> r.host() + ":" + r.port() + (r.tls() ? " · TLS" : ""));
        wideComponent("health", t("routers.health"), r -> Badge.of("health", r.health()));
        wide("seen", t("routers.looked"), r -> r.lookedAt() == null ? "–" : f.fromNow(r.lookedAt()));
        wideMoney("used", t("routers.used"), r -> Formats.count(r.subscriptions()));
        wideComponent("failing", t("routers.failing"), RoutersGrid::failing);
        narrow(Router::name, r -> r.host() + " · " + t("routers.usedShort", r.subscriptions()), r -> Badge.of("health", r.health()));
        source(new KeysetDataProvider<>(q -> routers.list(who.caller(), q), null, Router::id), whenEmpty);
    }

    private static Component failing(Router r) {
        return r.failing() == 0 ? new Span("–") : new Badge(Formats.count(r.failing()), Badge.Tone.BAD);
    }
}
