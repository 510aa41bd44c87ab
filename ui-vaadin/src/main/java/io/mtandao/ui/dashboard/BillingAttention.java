package io.mtandao.ui.dashboard;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.icon.VaadinIcon;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.BillRuns;
import io.mtandao.api.billing.CutOffs;
import io.mtandao.api.billing.CutOffs.FuseState;
import io.mtandao.api.billing.Ledger;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.cutoff.CutOffsView;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.ledger.LedgerView;
import io.mtandao.ui.run.BillRunsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What of billing needs a hand: alarms first, then work that waits. */
final class BillingAttention {
    /** Nobody needs to know more exactly; more are "100+". */
    private static final int MOST = 100;
    private final Ledger ledger;
    private final BillRuns runs;
    private final CutOffs cutOffs;
    private final Who who;

    BillingAttention(Ledger ledger, BillRuns runs, CutOffs cutOffs, Who who) {
        this.ledger = ledger;
        this.runs = runs;
        this.cutOffs = cutOffs;
        this.who = who;
    }

    List<Attention.Item> alarms() {
        List<Attention.Item> out = new ArrayList<>();
        if (who.may(Permission.PAYMENTS_READ)) ledger.lastProof(who.caller()).filter(p -> !p.whole())
            .ifPresent(p -> out.add(new Attention.Item("ledger", VaadinIcon.BOOK, t("attention.ledger", p.firstFault()), LedgerView.class).loud()));
        if (!who.may(Permission.SUBSCRIPTIONS_READ)) return out;
        for (FuseState f : cutOffs.fuses(who.caller())) {
            if (f.blownAt() == null) continue;
            String name = f.routerId() == null ? who.settings().name() : f.name();
            out.add(new Attention.Item("fuse-" + (f.routerId() == null ? "isp" : f.routerId()), VaadinIcon.EXCLAMATION_CIRCLE, t("attention.fuse", name, f.held()), CutOffsView.class).loud());
        }
        return out;
    }

    List<Attention.Item> work() {
        List<Attention.Item> out = new ArrayList<>();
        if (who.may(Permission.BILLS_READ)) {
            Page<?> parked = runs.parked(who.caller(), new ListQuery(null, Map.of("open", "true"), null, MOST, null));
            if (!parked.items().isEmpty()) out.add(new Attention.Item("parked", VaadinIcon.INVOICE, t("attention.parked", count(parked)), BillRunsView.class));
        }
        if (who.may(Permission.SUBSCRIPTIONS_READ)) {
            Page<?> cuts = cutOffs.preview(who.caller(), null, ListQuery.first(MOST));
            if (!cuts.items().isEmpty()) out.add(new Attention.Item("cuts", VaadinIcon.SCISSORS, t("attention.cuts", count(cuts)), CutOffsView.class));
        }
        return out;
    }

    private static String count(Page<?> page) {
        return Formats.count(page.items().size()) + (page.next() == null ? "" : "+");
    }
}
