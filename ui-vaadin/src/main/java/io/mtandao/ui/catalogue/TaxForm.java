package io.mtandao.ui.catalogue;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.billing.TaxRate;
import io.mtandao.api.billing.Taxes.Draft;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.DayField;
import io.mtandao.ui.kit.FormDialog;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.PercentField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A tax rate. Once its first day has come, only its name and its last day can change. */
final class TaxForm extends FormLayout {
    private static final long serialVersionUID = 1;
    private final transient Checks checks = new Checks();
    private final ComboBox<String> code = new ComboBox<>(t("taxes.code"));
    private final TextField name = new TextField(t("field.name"));
    private final PercentField rate = new PercentField("tax-rate", t("taxes.rate"), true);
    private final DayField from = new DayField("tax-from", t("taxes.from"));
    private final DayField until = new DayField("tax-until", t("taxes.until")).clearable();

    /** @param old null for a new one @param codes in use */
    TaxForm(TaxRate old, List<String> codes, Formats f) {
        setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("24em", 2));
        until.setHelperText(t("taxes.untilHelp"));
        code.setId("tax-code");
        code.setHelperText(t("taxes.codeHelp"));
        List<String> all = new ArrayList<>(List.of(TaxesToday.OWN));
        all.addAll(codes);
        code.setItems(all);
        code.setItemLabelGenerator(TaxesGrid::code);
        code.setAllowCustomValue(true);
        code.addCustomValueSetListener(e -> code.setValue(e.getDetail().trim()));
        name.setId("tax-name");
        name.setHelperText(t("taxes.nameHelp"));
        rules();
        add(name, code, rate, from, until);
        fill(old, f.today());
    }

    private void rules() {
        checks.text("name", name, Checks.needed(), Checks.atMost(40))
            .field("code", code, () -> code.isEmpty() ? t("check.needed") : code.getValue().matches("[A-Za-z0-9][A-Za-z0-9._-]{0,29}") ? null : t("taxes.codeWrong"))
            .text("percentHundredths", rate, v -> rate.wrong()).field("from", from, () -> from.isEmpty() ? t("check.needed") : null)
            .field("until", until, () -> until.isEmpty() || from.isEmpty() || !until.getValue().isBefore(from.getValue()) ? null : t("taxes.untilWrong"));
    }

    private void fill(TaxRate old, LocalDate today) {
        if (old == null) {
            from.setValue(today);
            return;
        }
        code.setItems(old.code());
        code.setValue(old.code());
        name.setValue(old.name());
        rate.setHundredths(old.percentHundredths());
        from.setValue(old.from());
        until.setValue(old.until());
        if (old.from().isAfter(today)) return;
        code.setReadOnly(true);
        rate.setReadOnly(true);
        rate.setHelperText(t("taxes.fixed"));
        from.setReadOnly(true);
    }

    /** The same tax, with another rate from a day on that is to come: bills of today were written with the present one. */
    TaxForm following(TaxRate now, LocalDate today) {
        code.setItems(now.code());
        code.setValue(now.code());
        code.setReadOnly(true);
        name.setValue(now.name());
        from.clear();
        from.setMin(today.plusDays(1));
        checks.field("from", from, () -> from.isEmpty() ? t("check.needed") : from.getValue().isAfter(today) ? null : t("packages.dayToCome"));
        return this;
    }

    FormDialog dialog(String title, Consumer<Draft> save) {
        FormDialog dialog = new FormDialog(title, this, t("action.save"), "tax-save", () -> checks.attempt(() -> save.accept(
            new Draft(code.getValue(), name.getValue().trim(), rate.hundredths(), from.getValue(), until.getValue()))));
        dialog.open();
        return dialog;
    }
}
