package io.mtandao.ui.cutoff;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Route;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.CutOffs;
import io.mtandao.api.billing.CutOffs.FuseState;
import io.mtandao.api.router.Router;
import io.mtandao.api.router.Routers;
import io.mtandao.ui.access.Needs;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.AskReason;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.ListPage;
import io.mtandao.ui.kit.Texts;
import io.mtandao.ui.kit.Toast;
import io.mtandao.ui.shell.MainLayout;
import io.mtandao.ui.subscriber.SubscriberView;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tonight's cuts before they happen, and the fuses that stop too many of them. */
@Needs(Permission.SUBSCRIPTIONS_READ)
@Route(value = "cut-offs", layout = MainLayout.class)
public final class CutOffsView extends ListPage {
    private static final long serialVersionUID = 1;
    private final transient CutOffs cutOffs;
    private final transient Who who;
    private final Div fuses = new Div();
    private final CutOffsGrid grid;

    /** How far ahead one looks: to the end of that day. */
    enum Ahead {
        TONIGHT(0),
        THREE_DAYS(3),
        WEEK(7);

        private final int days;

        Ahead(int days) {
            this.days = days;
        }

        /** @return null for the end of today */
        Instant until(Formats f) {
            return days == 0 ? null : f.today().plusDays(days + 1L).atStartOfDay(f.zone()).toInstant();
        }
    }

    public CutOffsView(CutOffs cutOffs, Routers routers, Who who) {
        super("cuts");
        this.cutOffs = cutOffs;
        this.who = who;
        Map<Long, String> names = new LinkedHashMap<>();
        if (who.may(Permission.ROUTERS_READ)) routers.list(who.caller(), ListQuery.first(ListQuery.MOST)).items().forEach((Router r) -> names.put(r.id(), r.name()));
        grid = new CutOffsGrid(cutOffs, names, who, new EmptyState(VaadinIcon.CHECK_CIRCLE, t("cuts.none"), t("cuts.noneText")));
        ahead();
        if (names.size() > 1) router(names);
        onFilter(filters -> grid.source().filter(null, filters));
        grid.onOpen(c -> getUI().ifPresent(ui -> ui.navigate(SubscriberView.class, c.subscriberId())));
        build(grid);
        addComponentAtIndex(1, fuses);
        showFuses();
    }

    private void ahead() {
        Select<Ahead> ahead = new Select<>();
        ahead.setId("cuts-ahead");
        ahead.setAriaLabel(t("cuts.ahead"));
        ahead.setItems(Ahead.values());
        ahead.setItemLabelGenerator(a -> Texts.of("cutsAhead", a));
        ahead.setValue(Ahead.TONIGHT);
        ahead.addValueChangeListener(e -> grid.until(ahead.getValue().until(who.formats())));
        filter("ahead", ahead, () -> null);
    }

    private void router(Map<Long, String> names) {
        Select<Long> router = new Select<>();
        router.setId("cuts-router");
        router.setItems(names.keySet());
        router.setEmptySelectionAllowed(true);
        router.setEmptySelectionCaption(t("cuts.allRouters"));
        router.setPlaceholder(t("cuts.allRouters"));
        router.setAriaLabel(t("field.router"));
        router.setItemLabelGenerator(id -> id == null ? t("cuts.allRouters") : names.get(id));
        router.addValueChangeListener(e -> changed());
        filter("routerId", router, () -> router.isEmpty() ? null : router.getValue().toString());
    }

    private void showFuses() {
        boolean mayReset = who.may(Permission.SUBSCRIPTIONS_WRITE) && who.may(Permission.SETTINGS_WRITE);
        fuses.removeAll();
        fuses.add(new FuseCards(cutOffs.fuses(who.caller()), who.settings().name(), who.formats(), mayReset ? this::reset : null));
    }

    private void reset(FuseState f) {
        String name = FuseCards.name(f, who.settings().name());
        AskReason.open("fuse-reset", t("cuts.resetTitle", name), t("cuts.resetText", f.held()), t("cuts.reset"), reason -> {
            cutOffs.reset(who.caller(), f.routerId(), reason);
            Toast.ok(t("cuts.resetDone", name));
            showFuses();
            grid.reload();
        });
    }
}
