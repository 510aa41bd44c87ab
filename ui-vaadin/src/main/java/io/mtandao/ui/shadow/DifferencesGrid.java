package io.mtandao.ui.shadow;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.RouterLink;
import io.mtandao.api.billing.ShadowBilling;
import io.mtandao.api.billing.ShadowBilling.Assumption;
import io.mtandao.api.billing.ShadowBilling.Difference;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.bill.BillLines;
import io.mtandao.ui.kit.EmptyState;
import io.mtandao.ui.kit.Facts;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.InfoDialog;
import io.mtandao.ui.kit.KeysetDataProvider;
import io.mtandao.ui.kit.ListGrid;
import io.mtandao.ui.subscriber.SubscriberView;

/** Bill by bill: what it was and what it would be. */
final class DifferencesGrid extends ListGrid<Difference> {
    private static final long serialVersionUID = 1;
    private final transient Formats formats;

    DifferencesGrid(ShadowBilling shadow, Assumption assumption, Who who) {
        super("shadow-grid");
        formats = who.formats();
        wide("number", t("bills.number"), Difference::billNumber);
        wide("subscriber", t("field.subscriber"), Difference::subscriberName).setFlexGrow(2);
        wideMoney("was", t("shadow.was", formats.currency()), d -> formats.number(d.was()));
        wideMoney("would", t("shadow.would", formats.currency()), d -> formats.number(d.wouldBe()));
        wideComponent("difference", t("shadow.difference", formats.currency()), this::difference).setTextAlign(ColumnTextAlign.END);
        narrow(Difference::subscriberName, d -> formats.number(d.was()) + " → " + formats.number(d.wouldBe()), this::difference);
        source(new KeysetDataProvider<>(q -> shadow.compare(who.caller(), assumption, q), null, Difference::billId),
            new EmptyState(VaadinIcon.INVOICE, t("shadow.none"), t("shadow.noneText")));
        onOpen(this::open);
    }

    private Span difference(Difference d) {
        Span s = new Span(d.difference().isZero() ? "–" : (d.difference().isPositive() ? "+" : "") + formats.number(d.difference()));
        if (!d.difference().isZero()) s.addClassName(d.difference().isNegative() ? "minus" : "plus");
        return s;
    }

    private void open(Difference d) {
        RouterLink subscriber = new RouterLink(d.subscriberName(), SubscriberView.class, d.subscriberId());
        Facts facts = new Facts().put(t("field.subscriber"), subscriber).put(t("shadow.wasOnly"), formats.money(d.was())).put(t("shadow.wouldOnly"), formats.money(d.wouldBe()))
            .put(t("shadow.differenceOnly"), difference(d));
        InfoDialog dialog = new InfoDialog(t("bills.one", d.billNumber()), facts, new Paragraph(t("shadow.linesText")), new BillLines(d.lines(), formats));
        subscriber.getElement().addEventListener("click", e -> dialog.close());
        dialog.open();
    }
}
