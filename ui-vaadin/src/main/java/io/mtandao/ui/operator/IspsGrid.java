package io.mtandao.ui.operator;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.mtandao.api.tenant.Operators;
import io.mtandao.api.tenant.Operators.Isp;
import io.mtandao.ui.access.Locales;
import io.mtandao.ui.access.OperatorDesk;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.KeysetDataProvider;
import io.mtandao.ui.kit.ListGrid;
import java.time.Clock;
import java.time.ZoneOffset;

/** All ISPs with their size. */
final class IspsGrid extends ListGrid<Isp> {
    private static final long serialVersionUID = 1;

    IspsGrid(Operators operators, OperatorDesk desk, Clock clock) {
        super("isps-grid");
        Formats f = new Formats(ZoneOffset.UTC, "KES", Locales.now(), clock);
        wide("name", t("field.name"), Isp::name).setFlexGrow(2);
        wide("slug", t("field.slug"), Isp::slug);
        wideMoney("subscribers", t("menu.subscribers"), i -> Formats.count(i.subscribers()));
        wideMoney("staff", t("menu.staff"), i -> Formats.count(i.staff()));
        wide("since", t("subscribers.since"), i -> f.day(i.createdAt()));
        wideComponent("state", t("field.state"), i -> Badge.of("ispState", i.state()));
        narrow(Isp::name, i -> i.slug() + " · " + t("isps.size", Formats.count(i.subscribers())), i -> Badge.of("ispState", i.state()));
        source(new KeysetDataProvider<>(q -> operators.isps(desk.operator(), q), null, Isp::id), new EmptyState(VaadinIcon.BUILDING, t("isps.none"), t("isps.noneText")));
    }
}
