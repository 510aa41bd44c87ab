package io.mtandao.ui.bill;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import io.mtandao.api.Money;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Bills;
import io.mtandao.api.billing.Papers;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Copy;
import io.mtandao.ui.kit.Downloads;
import io.mtandao.ui.kit.Facts;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.InfoDialog;
import io.mtandao.ui.kit.Problems;
import io.mtandao.ui.subscriber.SubscriberView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One bill or credit note with its lines and sums, its paper, and what can be done with it. */
final class BillDialog {
    private final Bills bills;
    private final Papers papers;
    private final Who who;
    private final Runnable changed;

    /** @param papers null for none @param changed after something was done to a bill */
    BillDialog(Bills bills, Papers papers, Who who, Runnable changed) {
        this.bills = bills;
        this.papers = papers;
        this.who = who;
        this.changed = changed;
    }

    void open(long id) {
        Bill bill = bills.get(who.caller(), id);
        Formats f = who.formats();
        InfoDialog dialog = new InfoDialog(t(BillText.isNote(bill) ? "bills.note" : "bills.one", bill.number()));
        dialog.addClassName("bill-dialog");
        dialog.setWidth("760px");
        dialog.add(facts(bill, f, dialog), new BillLines(bill.lines(), f), sums(bill, f));
        List<Component> actions = new ArrayList<>();
        if (papers != null) {
            actions.add(Downloads.file("bill-pdf", t("bills.pdf"), VaadinIcon.DOWNLOAD, () -> papers.bill(who.caller(), id)));
            actions.add(Buttons.plain("bill-link", t("bills.link"), VaadinIcon.LINK, e -> link(bill)));
        }
        actions.addAll(new BillActions(bills, who, bill, () -> {
            dialog.close();
            changed.run();
        }).buttons());
        dialog.actions(actions.toArray(Component[]::new));
        dialog.open();
    }

    private Facts facts(Bill b, Formats f, InfoDialog dialog) {
        Facts facts = new Facts().put(t("field.subscriber"), leave(new RouterLink(b.subscriberName(), SubscriberView.class, b.subscriberId()), dialog))
            .put(t("field.state"), BillText.state(b, f.clock().instant()))
            .put(t("bills.period"), b.periodFrom() == null ? "" : f.time(b.periodFrom()) + " – " + f.time(b.periodTo()))
            .put(t("bills.issued"), f.time(b.issuedAt())).put(t("bills.due"), f.time(b.dueAt())).put(t("bills.paid"), f.time(b.paidAt()))
            .put(t("field.reason"), b.details().reason());
        if (b.details().payerId() != b.subscriberId())
            facts.put(t("bills.payer"), leave(new RouterLink(t("bills.payerLink"), SubscriberView.class, b.details().payerId()), dialog));
        if (b.details().refersTo() != null) facts.put(t("bills.refersTo"), Buttons.plain("bill-refers-to", t("bills.openIt"), VaadinIcon.INVOICE, e -> {
            dialog.close();
            open(b.details().refersTo());
        }));
        if (b.details().runId() != null) {
            RouterLink run = new RouterLink(t("bills.ofRun", b.details().runId()), BillsView.class);
            run.setQueryParameters(QueryParameters.of("runId", b.details().runId().toString()));
            facts.put(t("bills.writtenBy"), leave(run, dialog));
        }
        return facts;
    }

    private static RouterLink leave(RouterLink link, InfoDialog dialog) {
        link.getElement().addEventListener("click", e -> dialog.close());
        return link;
    }

    private static Div sums(Bill b, Formats f) {
        Div sums = new Div();
        sums.setId("bill-sums");
        Map<String, Money> taxes = new LinkedHashMap<>();
        b.lines().stream().filter(l -> l.taxName() != null).forEach(l -> taxes.merge(l.taxName(), l.tax(), Money::plus));
        if (!taxes.isEmpty()) sums.add(BillLines.sum(t("bills.net"), b.details().net(), f, false));
        taxes.forEach((name, tax) -> sums.add(BillLines.sum(name, tax, f, false)));
        sums.add(BillLines.sum(t(BillText.isNote(b) ? "bills.credited" : "bills.sum"), b.total(), f, true));
        if (BillText.isNote(b)) return sums;
        if (b.details().paid().isPositive()) sums.add(BillLines.sum(t("bills.paidSum"), b.details().paid(), f, false));
        if (b.details().credited().isPositive()) sums.add(BillLines.sum(t("bills.credited"), b.details().credited(), f, false));
        if (b.state() == Bill.State.OPEN) sums.add(BillLines.sum(t("bills.stillOpen"), b.open(), f, true));
        return sums;
    }

    private void link(Bill b) {
        String[] path = {null};
        if (Problems.attempt(() -> path[0] = papers.publicLink(who.caller(), b.id())))
            new InfoDialog(t("bills.linkTitle", b.number()), new Paragraph(t("bills.linkText")), new Copy("bill-public-link", t("bills.link"), path[0])).open();
    }
}
