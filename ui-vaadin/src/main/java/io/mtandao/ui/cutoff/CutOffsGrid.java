package io.mtandao.ui.cutoff;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import io.mtandao.api.billing.CutOffs;
import io.mtandao.api.billing.CutOffs.CutOff;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.KeysetDataProvider;
import io.mtandao.ui.kit.ListGrid;
import io.mtandao.ui.kit.Problems;
import java.time.Instant;
import java.util.Map;

/** Who will be cut, when and why, unless somebody pays. */
final class CutOffsGrid extends ListGrid<CutOff> {
    private static final long serialVersionUID = 1;
    private transient Instant until;

    /** @param routers names by id */
    CutOffsGrid(CutOffs cutOffs, Map<Long, String> routers, Who who, Component whenEmpty) {
        super("cuts-grid");
        addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT);
        Formats f = who.formats();
        wide("at", t("cuts.at"), c -> f.time(c.at()));
        wide("subscriber", t("field.subscriber"), CutOff::subscriberName).setFlexGrow(1);
        wide("package", t("field.package"), CutOff::packageName);
        wide("router", t("field.router"), c -> c.routerId() == null ? "–" : routers.getOrDefault(c.routerId(), "–"));
        wideMoney("missing", t("cuts.missing", f.currency()), c -> f.number(c.missing()));
        wide("reason", t("cuts.reason"), c -> Problems.sentence(c.reason())).setAutoWidth(false).setWidth("18em").setFlexGrow(10);
        narrow(CutOff::subscriberName, c -> f.time(c.at()) + " · " + Problems.sentence(c.reason()), c -> missing(c, f));
        source(new KeysetDataProvider<>(q -> cutOffs.preview(who.caller(), until, q), null, CutOff::subscriptionId), whenEmpty);
    }

    /** @param until null for the end of today */
    void until(Instant until) {
        this.until = until;
        reload();
    }

    private static Span missing(CutOff c, Formats f) {
        Span amount = new Span(f.money(c.missing()));
        amount.addClassName("row-amount");
        return amount;
    }
}
