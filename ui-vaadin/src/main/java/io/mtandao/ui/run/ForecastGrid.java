package io.mtandao.ui.run;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.mtandao.api.billing.BillRuns;
import io.mtandao.api.billing.BillRuns.Forecast;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.bill.BillLines;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.Facts;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.InfoDialog;
import io.mtandao.ui.kit.KeysetDataProvider;
import io.mtandao.ui.kit.ListGrid;
import io.mtandao.ui.kit.Problems;
import java.time.Instant;

/** Whom the next run would bill, how much, and why. */
final class ForecastGrid extends ListGrid<Forecast> {
    private static final long serialVersionUID = 1;
    private transient Instant until;

    ForecastGrid(BillRuns runs, Who who) {
        super("forecast-grid");
        Formats f = who.formats();
        wide("subscriber", t("field.subscriber"), Forecast::subscriberName).setFlexGrow(2);
        wide("account", t("field.account"), Forecast::accountNumber);
        wide("package", t("field.package"), Forecast::packageName);
        wide("period", t("bills.period"), x -> x.from() == null ? "–" : f.day(x.from()) + " – " + f.day(x.to()));
        wideMoney("total", t("bills.total", f.currency()), x -> f.number(x.total()));
        wideComponent("state", t("runs.what"), ForecastGrid::state);
        narrow(Forecast::subscriberName, x -> f.money(x.total()) + " · " + x.packageName(), ForecastGrid::state);
        source(new KeysetDataProvider<>(q -> runs.preview(who.caller(), until, q), null, Forecast::subscriptionId),
            new EmptyState(VaadinIcon.CHECK_CIRCLE, t("runs.nothingDue"), t("runs.nothingDueText")));
        onOpen(x -> open(x, f));
    }

    void until(Instant until) {
        this.until = until;
        reload();
    }

    static Component state(Forecast x) {
        if (x.problem() != null) return new Badge(t("runs.problem"), Badge.Tone.BAD);
        return x.covered() ? new Badge(t("runs.covered"), Badge.Tone.GOOD) : new Badge(t("runs.waits"), Badge.Tone.WARN);
    }

    static void open(Forecast x, Formats f) {
        Facts facts = new Facts().put(t("field.account"), x.accountNumber()).put(t("field.package"), x.packageName())
            .put(t("bills.period"), x.from() == null ? "" : f.time(x.from()) + " – " + f.time(x.to())).put(t("runs.what"), state(x)).put(t("runs.why"), x.problem() == null ? "" : Problems.sentence(x.problem()));
        new InfoDialog(x.subscriberName(), facts, new BillLines(x.lines(), f), BillLines.sum(t("bills.sum"), x.total(), f, true)).open();
    }
}
