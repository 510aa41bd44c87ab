package io.mtandao.ui.catalogue;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Packages.Draft;
import io.mtandao.api.billing.Period;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.FormDialog;
import io.mtandao.ui.kit.MoneyField;
import io.mtandao.ui.kit.Texts;
import java.math.BigDecimal;
import java.util.function.Consumer;

/** What is sold: name, price, for how long, how fast. Speeds are typed in megabit. */
final class PackageForm extends FormLayout {
    private static final long serialVersionUID = 1;
    private final transient Checks checks = new Checks();
    private final TextField name = new TextField(t("field.name"));
    private final MoneyField price;
    private final TextField count = new TextField(t("packages.lasts"));
    private final Select<Period.Unit> unit = new Select<>();
    private final TextField down = new TextField(t("packages.down"));
    private final TextField up = new TextField(t("packages.up"));
    private final TextField profile = new TextField(t("packages.profile"));

    /** @param old null for a new one */
    PackageForm(InternetPackage old, String currency) {
        setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("24em", 2));
        price = new MoneyField(t("field.price"), currency);
        price.setHelperText(t("packages.priceHelp"));
        unit.setLabel(t("packages.unit"));
        unit.setItems(Period.Unit.values());
        unit.setItemLabelGenerator(u -> Texts.of("periodUnit", u));
        for (TextField speed : new TextField[] {down, up}) {
            speed.setSuffixComponent(new Span("Mbit/s"));
            speed.setAllowedCharPattern("[0-9.]");
            speed.getElement().setAttribute("inputmode", "decimal");
        }
        count.setAllowedCharPattern("[0-9]");
        count.getElement().setAttribute("inputmode", "numeric");
        profile.setHelperText(t("packages.profileHelp"));
        ids();
        rules();
        add(name, price, count, unit, down, up, profile);
        setColspan(name, 2);
        setColspan(price, 2);
        setColspan(profile, 2);
        fill(old);
    }

    private void ids() {
        name.setId("package-name");
        price.setId("package-price");
        count.setId("package-count");
        unit.setId("package-unit");
        down.setId("package-down");
        up.setId("package-up");
        profile.setId("package-profile");
    }

    private void rules() {
        checks.text("name", name, Checks.needed(), Checks.atMost(80)).text("price", price, v -> price.wrong())
            .text("period.count", count, Checks.needed(), Checks.matches("[1-9]\\d{0,2}|1000", "check.count"))
            .field("period.unit", unit, () -> unit.isEmpty() ? t("check.needed") : null).text("downKbps", down, Checks.needed(), PackageForm::speedWrong)
            .text("upKbps", up, Checks.needed(), PackageForm::speedWrong).text("profile", profile, Checks.atMost(60));
    }

    private void fill(InternetPackage old) {
        if (old == null) {
            count.setValue("1");
            unit.setValue(Period.Unit.MONTH);
            return;
        }
        name.setValue(old.name());
        price.setMoney(old.price());
        count.setValue(Integer.toString(old.period().count()));
        unit.setValue(old.period().unit());
        down.setValue(mbit(old.downKbps()));
        up.setValue(mbit(old.upKbps()));
        profile.setValue(old.profile() == null ? "" : old.profile());
    }

    FormDialog dialog(String title, Consumer<Draft> save) {
        FormDialog dialog = new FormDialog(title, this, t("action.save"), "package-save", () -> checks.attempt(() -> save.accept(draft())));
        dialog.open();
        name.focus();
        return dialog;
    }

    private Draft draft() {
        return new Draft(name.getValue().trim(), price.money(), new Period(Integer.parseInt(count.getValue()), unit.getValue()), kbps(down.getValue()), kbps(up.getValue()),
            profile.getValue().isBlank() ? null : profile.getValue().trim());
    }

    private static String speedWrong(String typed) {
        if (!typed.matches("\\d{1,6}(\\.\\d{1,3})?")) return t("check.speed");
        return kbps(typed) == 0 ? t("check.speed") : null;
    }

    private static int kbps(String mbit) {
        return new BigDecimal(mbit.trim()).movePointRight(3).intValueExact();
    }

    private static String mbit(int kbps) {
        return BigDecimal.valueOf(kbps, 3).stripTrailingZeros().toPlainString();
    }
}
