package io.mtandao.ui.catalogue;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Packages;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.KeysetDataProvider;
import io.mtandao.ui.kit.ListGrid;
import io.mtandao.ui.kit.Texts;

/** The catalogue. */
final class PackagesGrid extends ListGrid<InternetPackage> {
    private static final long serialVersionUID = 1;

    PackagesGrid(Packages packages, Who who, Component whenEmpty) {
        super("packages-grid");
        Formats f = who.formats();
        wide("name", t("field.name"), InternetPackage::name).setFlexGrow(2).setSortProperty("name").setSortable(true);
        wideMoney("price", t("packages.price", f.currency()), p -> f.number(p.price())).setSortProperty("price").setSortable(true);
        wide("period", t("packages.period"), p -> f.period(p.period()));
        wide("speed", t("packages.speed"), PackagesGrid::speed);
        wide("service", t("packages.service"), p -> Texts.of("serviceType", p.terms().service()));
        wide("charging", t("packages.charging"), p -> Texts.of("charging", p.terms().charging()));
        wideMoney("used", t("packages.used"), p -> Formats.count(p.subscriptions()));
        wideComponent("state", t("field.state"), PackagesGrid::state);
        narrow(InternetPackage::name, p -> f.money(p.price()) + " / " + f.period(p.period()) + " · " + speed(p), PackagesGrid::state);
        source(new KeysetDataProvider<>(q -> packages.list(who.caller(), q), null, InternetPackage::id), whenEmpty);
    }

    private static String speed(InternetPackage p) {
        return "↓ " + Formats.speed(p.downKbps()) + "  ↑ " + Formats.speed(p.upKbps());
    }

    private static Div state(InternetPackage p) {
        Div badges = new Div(p.archived() ? new Badge(t("packages.archived"), Badge.Tone.PLAIN) : new Badge(t("packages.sold"), Badge.Tone.GOOD));
        badges.addClassName("badges");
        if (p.planned() > 0) badges.add(new Badge(t("packages.changePlanned"), Badge.Tone.INFO));
        return badges;
    }
}
