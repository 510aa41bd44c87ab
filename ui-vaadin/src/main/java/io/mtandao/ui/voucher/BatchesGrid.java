package io.mtandao.ui.voucher;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.mtandao.api.voucher.VoucherBatch;
import io.mtandao.api.voucher.Vouchers;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.KeysetDataProvider;
import io.mtandao.ui.kit.ListGrid;

/** Batches of vouchers with how many of each are used. */
final class BatchesGrid extends ListGrid<VoucherBatch> {
    private static final long serialVersionUID = 1;

    BatchesGrid(Vouchers vouchers, Who who, Component whenEmpty) {
        super("vouchers-grid");
        Formats f = who.formats();
        wide("name", t("field.name"), VoucherBatch::name).setFlexGrow(2).setSortProperty("name").setSortable(true);
        wide("worth", t("vouchers.worth"), b -> Worth.of(b, f)).setFlexGrow(2);
        wideMoney("count", t("vouchers.count"), b -> Formats.count(b.count()));
        wideComponent("used", t("vouchers.used"), BatchesGrid::used);
        wideComponent("state", t("field.state"), b -> state(b, f));
        wide("made", t("vouchers.made"), b -> f.day(b.createdAt()) + " · " + b.by());
        narrow(VoucherBatch::name, b -> Worth.of(b, f), b -> {
            Div right = new Div(state(b, f), new Span(b.counts().used() + " / " + b.count()));
            right.addClassName("narrow-right");
            return right;
        });
        source(new KeysetDataProvider<>(q -> vouchers.batches(who.caller(), q), null, VoucherBatch::id), whenEmpty);
    }

    private static Div used(VoucherBatch b) {
        ProgressBar bar = new ProgressBar(0, Math.max(1, b.count()), b.counts().used());
        bar.getElement().setAttribute("aria-label", t("vouchers.used"));
        Div cell = new Div(new Span(b.counts().used() + " / " + b.count()), bar);
        cell.addClassName("used-cell");
        return cell;
    }

    /** What is left of a batch as a whole. */
    static Badge state(VoucherBatch b, Formats f) {
        if (b.withdrawn()) return Badge.of("voucherState", io.mtandao.api.voucher.Voucher.State.WITHDRAWN);
        if (b.counts().unused() == 0) return new Badge(t(b.counts().over() > 0 ? "voucherState.OVER" : "vouchers.allUsed"), Badge.Tone.PLAIN);
        return new Badge(b.sellBy() == null ? t("vouchers.open") : t("vouchers.openUntil", f.day(b.sellBy())), Badge.Tone.GOOD);
    }
}
