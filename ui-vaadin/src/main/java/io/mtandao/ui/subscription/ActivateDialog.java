package io.mtandao.ui.subscription;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.Money;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Subscription;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.FormDialog;
import io.mtandao.ui.kit.Formats;

/** Switches a pending subscription on, after saying what that means: a trial, a period to be paid afterwards, or money that must be in the wallet. */
final class ActivateDialog extends Div {
    private static final long serialVersionUID = 1;
    private final transient SubscriptionServices services;
    private final transient Who who;
    private final transient Subscription subscription;
    private final TextField reason = new TextField(t("activate.reason"));

    ActivateDialog(Subscription s, SubscriptionServices services, Who who) {
        this.services = services;
        this.who = who;
        subscription = s;
        addClassName("stack");
        reason.setId("activate-reason");
        InternetPackage p = services.packages().get(who.caller(), s.packageId());
        Div what = new Div();
        what.setId("activate-what");
        add(what, reason);
        Formats f = who.formats();
        if (p.terms().trial() != null) what.add(new Paragraph(t("activate.trial", f.period(p.terms().trial()), f.money(s.price()))));
        else if (s.details().charging() == Charging.POSTPAID) what.add(new Paragraph(t("activate.postpaid", f.money(s.price()), f.period(p.period()))));
        else firstBill(what, p, f);
    }

    private void firstBill(Div what, InternetPackage p, Formats f) {
        Money balance = services.subscribers().get(who.caller(), subscription.subscriberId()).balance();
        FirstBill bill = FirstBill.of(subscription.price(), p.terms(), services.extras().of(who.caller(), subscription.id()), balance);
        what.add(new Paragraph(t("activate.prepaid", f.period(p.period()))));
        AmountList list = new AmountList(f);
        bill.parts().forEach(part -> list.line(part.text() == null ? subscription.packageName() : part.text(), part.amount()));
        list.sum(t(bill.exact() ? "activate.sum" : "activate.sumAbout"), bill.sum()).line(t("activate.wallet"), balance);
        what.add(list);
        Div note = new Div(new Span(bill.missing().isZero() ? t("activate.covered") : t(bill.exact() ? "activate.missing" : "activate.missingAbout", f.money(bill.missing()))));
        note.setId("activate-verdict");
        note.addClassNames("note", bill.missing().isZero() ? "note-good" : "note-warn");
        what.add(note);
    }

    void open(Runnable done) {
        Checks checks = new Checks().text("reason", reason, Checks.atMost(200));
        new FormDialog(t("activate.title", subscription.packageName()), this, t("deed.ACTIVATE"), "activate-submit", () -> {
            String why = reason.getValue().isBlank() ? null : reason.getValue().trim();
            if (!checks.attempt(() -> services.subscriptions().activate(who.caller(), subscription.id(), why))) return false;
            done.run();
            return true;
        }).open();
    }
}
