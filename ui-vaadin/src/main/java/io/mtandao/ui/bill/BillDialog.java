package io.mtandao.ui.bill;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Bills;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.Facts;
import io.mtandao.ui.kit.FormDialog;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.InfoDialog;
import io.mtandao.ui.kit.Toast;
import io.mtandao.ui.subscriber.SubscriberView;

/** One bill with its lines; an open one can be taken back. */
final class BillDialog {
    private final Bills bills;
    private final Who who;
    private final Bill bill;
    private final Runnable changed;

    BillDialog(Bills bills, Who who, long id, Runnable changed) {
        this.bills = bills;
        this.who = who;
        this.changed = changed;
        bill = bills.get(who.caller(), id);
    }

    void open() {
        Formats f = who.formats();
        RouterLink subscriber = new RouterLink(bill.subscriberName(), SubscriberView.class, bill.subscriberId());
        Facts facts = new Facts().put(t("field.subscriber"), subscriber).put(t("field.state"), Badge.of("billState", bill.state()))
            .put(t("bills.period"), f.time(bill.periodFrom()) + " – " + f.time(bill.periodTo()))
            .put(t("bills.issued"), f.time(bill.issuedAt())).put(t("bills.due"), f.time(bill.dueAt())).put(t("bills.paid"), f.time(bill.paidAt()));
        InfoDialog dialog = new InfoDialog(t("bills.one", bill.number()), facts, lines(f), total(f));
        subscriber.getElement().addEventListener("click", e -> dialog.close());
        if (bill.state() == Bill.State.OPEN && who.may(Permission.BILLS_WRITE))
            dialog.actions(Buttons.danger("bill-void", t("bills.void"), VaadinIcon.BAN, e -> takeBack(dialog)));
        dialog.open();
    }

    private Component lines(Formats f) {
        Grid<Bill.Line> grid = new Grid<>();
        grid.setId("bill-lines");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.addColumn(Bill.Line::text).setHeader(t("bills.line")).setFlexGrow(3);
        grid.addColumn(Bill.Line::quantity).setHeader(t("bills.quantity")).setTextAlign(ColumnTextAlign.END).setWidth("5em").setFlexGrow(0);
        grid.addColumn(l -> f.number(l.amount())).setHeader(t("bills.amount")).setTextAlign(ColumnTextAlign.END);
        grid.setItems(bill.lines());
        grid.setAllRowsVisible(true);
        return grid;
    }

    private Div total(Formats f) {
        Div total = new Div(new Span(t("bills.sum")), new Span(f.money(bill.total())));
        total.addClassName("sum-row");
        return total;
    }

    private void takeBack(InfoDialog around) {
        TextField reason = new TextField(t("field.reason"));
        reason.setId("bill-void-reason");
        reason.setWidthFull();
        Checks checks = new Checks().text("reason", reason, Checks.needed(), Checks.atMost(200));
        new FormDialog(t("bills.voidTitle", bill.number()), new Div(new Span(t("bills.voidText")), reason), t("bills.void"), "bill-void-submit", () -> {
            if (!checks.attempt(() -> bills.voidBill(who.caller(), bill.id(), reason.getValue().trim()))) return false;
            Toast.ok(t("bills.voided", bill.number()));
            around.close();
            changed.run();
            return true;
        }).open();
    }
}
