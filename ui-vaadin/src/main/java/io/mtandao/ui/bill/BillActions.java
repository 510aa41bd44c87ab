package io.mtandao.ui.bill;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Bills;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.AskReason;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.FormDialog;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.MoneyField;
import io.mtandao.ui.kit.Toast;
import java.util.ArrayList;
import java.util.List;

/** Correcting one bill: take it back, give a part of it back, give the debt up. All of it stays in the books with its reason. */
final class BillActions {
    private final Bills bills;
    private final Who who;
    private final Bill bill;
    private final Runnable changed;

    BillActions(Bills bills, Who who, Bill bill, Runnable changed) {
        this.bills = bills;
        this.who = who;
        this.bill = bill;
        this.changed = changed;
    }

    List<Component> buttons() {
        List<Component> all = new ArrayList<>();
        if (BillText.isNote(bill) || !who.may(Permission.BILLS_WRITE)) return all;
        boolean open = bill.state() == Bill.State.OPEN;
        boolean paid = bill.state() == Bill.State.PAID;
        boolean debt = bill.details().debt();
        if ((paid || open && debt) && BillText.left(bill).isPositive()) all.add(Buttons.plain("bill-credit", t("bills.giveCredit"), VaadinIcon.ARROW_BACKWARD,
            e -> credit()));
        if (open && debt && who.may(Permission.WALLETS_ADJUST)) all.add(Buttons.danger("bill-write-off", t("bills.writeOff"), VaadinIcon.ERASER,
            e -> writeOff()));
        if (open || paid) all.add(Buttons.danger("bill-void", t("bills.void"), VaadinIcon.BAN, e -> takeBack()));
        return all;
    }

    private void takeBack() {
        boolean booked = bill.details().debt() || bill.details().paid().isPositive() || bill.state() == Bill.State.PAID;
        String text = booked ? t("bills.voidBooked", who.formats().money(bill.details().paid())) : t("bills.voidText");
        AskReason.open("bill-void", t("bills.voidTitle", bill.number()), text, t("bills.void"), reason -> {
            bills.voidBill(who.caller(), bill.id(), reason);
            done(t("bills.voided", bill.number()));
        });
    }

    private void writeOff() {
        AskReason.open("bill-write-off", t("bills.writeOffTitle", bill.number()), t("bills.writeOffText", who.formats().money(bill.open())),
            t("bills.writeOff"), reason -> {
            bills.writeOff(who.caller(), bill.id(), reason);
            done(t("bills.writtenOff", bill.number()));
        });
    }

    private void credit() {
        Formats f = who.formats();
        MoneyField amount = new MoneyField(t("bills.amount"), f.currency());
        amount.setId("bill-credit-amount");
        amount.setMoney(BillText.left(bill));
        amount.setHelperText(t("bills.creditMost", f.money(BillText.left(bill))));
        amount.setWidthFull();
        TextField reason = AskReason.field("bill-credit");
        Checks checks = new Checks()
            .text("amount", amount, v -> amount.wrong(), v -> BillText.left(bill).covers(amount.money()) ? null
                : t("bills.creditMost", f.money(BillText.left(bill))))
            .text("reason", reason, Checks.needed(), Checks.atMost(200));
        new FormDialog(t("bills.creditTitle", bill.number()), new Div(new Span(t("bills.creditText")), amount, reason), t("bills.giveCredit"),
            "bill-credit-submit", () -> checks.attempt(() -> {
            Bill note = bills.creditNote(who.caller(), bill.id(), amount.money(), reason.getValue().trim());
            done(t("bills.creditGiven", note.number(), f.money(note.total())));
        })).open();
    }

    private void done(String text) {
        Toast.ok(text);
        changed.run();
    }
}
