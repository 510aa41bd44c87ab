package io.mtandao.ui.subscriber;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.Money;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.extension.Plugins.Plugin;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.FormDialog;
import io.mtandao.ui.kit.MoneyField;
import java.util.List;

/** Asks for money by phone, or takes it at the desk. */
final class PayForm extends FormLayout {
    private static final long serialVersionUID = 1;

    interface Ask {
        void ask(String method, String phone, Money amount);
    }

    interface Cash {
        void receive(String method, Money amount, String reference, String note);
    }

    private final transient Checks checks = new Checks();
    private final MoneyField amount;
    private final TextField first = new TextField();
    private final TextField note = new TextField(t("field.note"));
    private final Select<Plugin> method = new Select<>();

    private PayForm(String currency, List<Plugin> methods, String prefix) {
        setResponsiveSteps(new ResponsiveStep("0", 1));
        amount = new MoneyField(t("payments.amountOnly"), currency);
        amount.setId(prefix + "-amount");
        method.setId(prefix + "-method");
        method.setLabel(t("payments.method"));
        method.setItems(methods);
        method.setItemLabelGenerator(Plugin::name);
        method.setVisible(methods.size() > 1);
        if (!methods.isEmpty()) method.setValue(methods.get(0));
    }

    /** @param methods the ISP's push methods as far as the caller may know them */
    static void ask(Subscriber s, String currency, List<Plugin> methods, Ask then) {
        PayForm f = new PayForm(currency, methods, "pay");
        f.amount.optional().setHelperText(t("pay.amountHelp"));
        f.first.setLabel(t("field.phone"));
        f.first.setId("pay-phone");
        f.first.setValue(s.phone() == null ? "" : s.phone());
        f.checks.text("phone", f.first, Checks.needed(), Checks.phone()).text("amount", f.amount, v -> f.amount.wrong());
        f.add(f.first, f.amount, f.method);
        new FormDialog(t("pay.title", s.name()), f, t("pay.submit"), "pay-submit",
            () -> f.checks.attempt(() -> then.ask(f.chosen(null), f.first.getValue().trim(), f.amount.money()))).open();
    }

    /** @param methods the ISP's desk methods as far as the caller may know them */
    static void cash(Subscriber s, String currency, List<Plugin> methods, Cash then) {
        PayForm f = new PayForm(currency, methods, "cash");
        f.first.setLabel(t("cash.reference"));
        f.first.setHelperText(t("cash.referenceHelp"));
        f.first.setId("cash-reference");
        f.note.setId("cash-note");
        f.checks.text("amount", f.amount, v -> f.amount.wrong()).text("reference", f.first, Checks.atMost(60)).text("note", f.note, Checks.atMost(200));
        f.add(f.amount, f.first, f.note, f.method);
        new FormDialog(t("cash.title", s.name()), f, t("cash.submit"), "cash-submit", () -> f.checks.attempt(
            () -> then.receive(f.chosen("cash"), f.amount.money(), f.first.isEmpty() ? null : f.first.getValue().trim(), f.note.isEmpty() ? null : f.note.getValue().trim()))).open();
    }

    private String chosen(String otherwise) {
        return method.isEmpty() ? otherwise : method.getValue().id();
    }
}
