package io.mtandao.ui.catalogue;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.billing.AddOn;
import io.mtandao.api.billing.AddOns.Draft;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.FormDialog;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.MoneyField;
import io.mtandao.ui.kit.Texts;
import java.util.function.Consumer;

/** Something sold beside a package. */
final class AddOnForm extends FormLayout {
    private static final long serialVersionUID = 1;

    /** How it is charged, and whether it is data. */
    enum Kind {
        ONCE,
        RECURRING,
        DATA;

        static Kind of(AddOn a) {
            return a.dataMegabytes() > 0 ? DATA : a.recurring() ? RECURRING : ONCE;
        }
    }

    private final transient Checks checks = new Checks();
    private final TextField name = new TextField(t("field.name"));
    private final MoneyField price;
    private final RadioButtonGroup<Kind> kind = new RadioButtonGroup<>(t("addOns.charged"));
    private final DataField data = new DataField("add-on-data", t("addOns.data"));
    private final TaxChoice tax;
    private final Checkbox taxIncluded = new Checkbox(t("packages.taxIncluded"));

    /** @param old null for a new one */
    AddOnForm(AddOn old, TaxesToday taxes, Formats f) {
        setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("24em", 2));
        price = new MoneyField(t("field.price"), f.currency());
        tax = new TaxChoice("add-on-tax-code", taxes, old == null ? null : old.taxCode());
        name.setId("add-on-name");
        price.setId("add-on-price");
        kind.setId("add-on-kind");
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(k -> Texts.of("addOnKind", k));
        kind.addValueChangeListener(e -> data.setVisible(kind.getValue() == Kind.DATA));
        taxIncluded.setId("add-on-tax-included");
        checks.text("name", name, Checks.needed(), Checks.atMost(80)).text("price", price, v -> price.wrong())
            .text("dataMegabytes", data, v -> kind.getValue() == Kind.DATA ? data.wrong() : null).field("taxCode", tax, () -> null).field("recurring", kind, () -> null);
        add(name, price, kind, data, tax, taxIncluded);
        setColspan(name, 2);
        setColspan(kind, 2);
        fill(old);
    }

    private void fill(AddOn old) {
        kind.setValue(old == null ? Kind.ONCE : Kind.of(old));
        data.setVisible(kind.getValue() == Kind.DATA);
        taxIncluded.setValue(old == null || old.taxIncluded());
        if (old == null) return;
        name.setValue(old.name());
        price.setMoney(old.price());
        price.setHelperText(t("addOns.priceHelp"));
        data.setMegabytes(old.dataMegabytes());
    }

    FormDialog dialog(String title, Consumer<Draft> save) {
        FormDialog dialog = new FormDialog(title, this, t("action.save"), "add-on-save", () -> checks.attempt(() -> save.accept(new Draft(name.getValue().trim(), price.money(),
            kind.getValue() == Kind.RECURRING, taxIncluded.getValue(), tax.getValue(), kind.getValue() == Kind.DATA ? data.megabytes() : 0))));
        dialog.open();
        name.focus();
        return dialog;
    }
}
