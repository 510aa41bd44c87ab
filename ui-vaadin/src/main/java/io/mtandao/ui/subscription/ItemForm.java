package io.mtandao.ui.subscription;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.ListQuery;
import io.mtandao.api.billing.AddOn;
import io.mtandao.api.billing.AddOns;
import io.mtandao.api.billing.Extras.ItemDraft;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.FormDialog;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.MoneyField;
import io.mtandao.ui.kit.WholeField;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Something for the next bill, or for each: an add-on of the catalogue, or written by hand. */
final class ItemForm extends FormLayout {
    private static final long serialVersionUID = 1;
    private final transient Checks checks = new Checks();
    private final ComboBox<AddOn> addOn = new ComboBox<>(t("extras.addOn"));
    private final TextField text = new TextField(t("extras.text"));
    private final MoneyField price;
    private final WholeField quantity = new WholeField("item-quantity", t("bills.quantity"), 1, 1000);
    private final Checkbox recurring = new Checkbox(t("extras.eachBill"));
    private final Checkbox taxIncluded = new Checkbox(t("extras.taxIncluded"), true);

    ItemForm(AddOns addOns, Who who) {
        Formats f = who.formats();
        setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("24em", 2));
        List<AddOn> sold = addOns.list(who.caller(), new ListQuery(null, Map.of("archived", "false"), "name", ListQuery.MOST, null)).items();
        addOn.setId("item-add-on");
        addOn.setItems(sold);
        addOn.setItemLabelGenerator(a -> a.name() + " · " + f.money(a.price()) + (a.recurring() ? " · " + t("extras.recurring") : ""));
        addOn.setClearButtonVisible(true);
        addOn.setHelperText(t("extras.addOnHelp"));
        addOn.setVisible(!sold.isEmpty());
        text.setId("item-text");
        price = new MoneyField(t("extras.unitPrice"), who.settings().currency());
        price.setId("item-price");
        quantity.setNumber(1);
        recurring.setId("item-recurring");
        taxIncluded.setId("item-tax-included");
        checks.field("addOnId", addOn, () -> null).text("text", text, v -> addOn.isEmpty() && v.isEmpty() ? t("check.needed") : null, Checks.atMost(200))
            .text("unitPrice", price, v -> addOn.isEmpty() ? price.wrong() : null).text("quantity", quantity, v -> quantity.wrong());
        addOn.addValueChangeListener(e -> show());
        add(addOn, text, price, quantity, recurring, taxIncluded);
        setColspan(addOn, 2);
        setColspan(text, 2);
        show();
    }

    private void show() {
        boolean byHand = addOn.isEmpty();
        text.setVisible(byHand);
        price.setVisible(byHand);
        recurring.setVisible(byHand);
        taxIncluded.setVisible(byHand);
    }

    void dialog(Consumer<ItemDraft> save) {
        new FormDialog(t("extras.itemAdd"), this, t("extras.itemAdd"), "item-submit", () -> checks.attempt(() -> save.accept(draft()))).open();
    }

    private ItemDraft draft() {
        if (!addOn.isEmpty()) return new ItemDraft(addOn.getValue().id(), null, quantity.number(), null, null, null, null);
        return new ItemDraft(null, text.getValue().trim(), quantity.number(), price.money(), recurring.getValue(), taxIncluded.getValue(), null);
    }
}
