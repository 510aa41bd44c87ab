package io.mtandao.ui.bill;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Bills;
import io.mtandao.api.billing.Papers;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.KeysetDataProvider;
import io.mtandao.ui.kit.ListGrid;
import java.util.Map;

/** Bills and credit notes, of all or of one subscriber. */
public final class BillsGrid extends ListGrid<Bill> {
    private static final long serialVersionUID = 1;

    /** Without papers: the dialog has no PDF and no link. */
    public BillsGrid(Bills bills, Who who, Long subscriberId, Component whenEmpty) {
        this(bills, null, who, subscriberId, whenEmpty);
    }

    /** @param subscriberId null for all */
    public BillsGrid(Bills bills, Papers papers, Who who, Long subscriberId, Component whenEmpty) {
        super("bills-grid");
        Formats f = who.formats();
        wide("number", t("bills.number"), Bill::number).setSortProperty("number").setSortable(true);
        if (subscriberId == null) wide("subscriber", t("field.subscriber"), Bill::subscriberName).setFlexGrow(2);
        wide("period", t("bills.period"), b -> BillText.period(b, f));
        wideMoney("total", t("bills.total", f.currency()), b -> f.number(BillText.amount(b)));
        wideMoney("open", t("bills.open", f.currency()), b -> b.open().isZero() ? "–" : f.number(b.open()));
        wideComponent("state", t("field.state"), b -> BillText.state(b, f.clock().instant()));
        wide("due", t("bills.due"), b -> f.day(b.dueAt()));
        narrow(b -> subscriberId == null ? b.subscriberName() : b.number(), b -> f.money(BillText.amount(b)) + " · "
            + f.day(b.dueAt() == null ? b.issuedAt() : b.dueAt()),
            b -> BillText.state(b, f.clock().instant()));
        KeysetDataProvider<Bill> source = new KeysetDataProvider<>(q -> bills.list(who.caller(), q), q -> bills.count(who.caller(), q), Bill::id);
        if (subscriberId != null) source.filter(null, Map.of("subscriberId", subscriberId.toString()));
        source(source, whenEmpty);
        onOpen(b -> new BillDialog(bills, papers, who, this::reload).open(b.id()));
    }
}
