package io.mtandao.ui.bill;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Bills;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.KeysetDataProvider;
import io.mtandao.ui.kit.ListGrid;
import java.util.Map;

/** Bills, of all or of one subscriber. */
public final class BillsGrid extends ListGrid<Bill> {
    private static final long serialVersionUID = 1;

    /** @param subscriberId null for all */
    public BillsGrid(Bills bills, Who who, Long subscriberId, Component whenEmpty) {
        super("bills-grid");
        Formats f = who.formats();
        wide("number", t("bills.number"), Bill::number);
        if (subscriberId == null) wide("subscriber", t("field.subscriber"), Bill::subscriberName).setFlexGrow(2);
        wide("period", t("bills.period"), b -> f.day(b.periodFrom()) + " – " + f.day(b.periodTo()));
        wide("due", t("bills.due"), b -> f.day(b.dueAt()));
        wideMoney("total", t("bills.total", f.currency()), b -> f.number(b.total()));
        wideComponent("state", t("field.state"), b -> Badge.of("billState", b.state()));
        narrow(b -> subscriberId == null ? b.subscriberName() : b.number(), b -> f.money(b.total()) + " · " + f.day(b.dueAt()), b -> Badge.of("billState", b.state()));
        KeysetDataProvider<Bill> source = new KeysetDataProvider<>(q -> bills.list(who.caller(), q), q -> bills.count(who.caller(), q), Bill::id);
        if (subscriberId != null) source.filter(null, Map.of("subscriberId", subscriberId.toString()));
        source(source, whenEmpty);
        onOpen(b -> new BillDialog(bills, who, b.id(), this::reload).open());
    }
}
