package io.mtandao.ui.run;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.RouterLink;
import io.mtandao.api.billing.BillRuns;
import io.mtandao.api.billing.BillRuns.Parked;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.Facts;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.InfoDialog;
import io.mtandao.ui.kit.KeysetDataProvider;
import io.mtandao.ui.kit.ListGrid;
import io.mtandao.ui.kit.Problems;
import io.mtandao.ui.subscriber.SubscriberView;
import java.util.Map;

/** Accounts that a run could not bill, until somebody has settled them. */
final class ParkedGrid extends ListGrid<Parked> {
    private static final long serialVersionUID = 1;

    /** What can be done with one. */
    interface Listener {
        void retry(Parked parked);

        void dismiss(Parked parked);
    }

    private final transient Formats formats;
    private final transient Listener listener;

    /** @param listener null for who may only look */
    ParkedGrid(BillRuns runs, Who who, Listener listener) {
        super("parked-grid");
        addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT);
        formats = who.formats();
        this.listener = listener;
        wide("subscriber", t("field.subscriber"), Parked::subscriberName);
        wide("reason", t("runs.why"), p -> Problems.sentence(p.reason())).setAutoWidth(false).setWidth("18em").setFlexGrow(10);
        wide("at", t("runs.parkedAt"), p -> formats.time(p.at()));
        wideComponent("state", t("field.state"), ParkedGrid::state);
        narrow(Parked::subscriberName, p -> Problems.sentence(p.reason()), ParkedGrid::state);
        source(new KeysetDataProvider<>(q -> runs.parked(who.caller(), q), null, Parked::id), new EmptyState(VaadinIcon.CHECK_CIRCLE, t("runs.noneParked"), t("runs.noneParkedText")));
        settled(false);
        onOpen(this::open);
    }

    /** @param too also those that are settled */
    void settled(boolean too) {
        source().filter(null, too ? Map.of() : Map.of("open", "true"));
    }

    private static Component state(Parked p) {
        return p.settledAt() == null ? new Badge(t("runs.parked"), Badge.Tone.WARN) : new Badge(t("runs.settled"), Badge.Tone.GOOD);
    }

    private void open(Parked p) {
        RouterLink subscriber = new RouterLink(p.subscriberName(), SubscriberView.class, p.subscriberId());
        Facts facts = new Facts().put(t("field.subscriber"), subscriber).put(t("runs.parkedAt"), formats.time(p.at())).put(t("runs.ofRun"), Long.toString(p.runId()))
            .put(t("runs.settledAt"), formats.time(p.settledAt())).put(t("runs.settledBy"), p.settledBy());
        InfoDialog dialog = new InfoDialog(t("runs.parkedOne", p.subscriberName()), new Div(Problems.sentence(p.reason())), facts);
        subscriber.getElement().addEventListener("click", e -> dialog.close());
        if (listener != null && p.settledAt() == null) dialog.actions(
            Buttons.plain("parked-dismiss", t("runs.dismiss"), VaadinIcon.CLOSE_SMALL, e -> {
                dialog.close();
                listener.dismiss(p);
            }), Buttons.primary("parked-retry", t("runs.retry"), VaadinIcon.REFRESH, e -> {
                dialog.close();
                listener.retry(p);
            }));
        dialog.open();
    }
}
