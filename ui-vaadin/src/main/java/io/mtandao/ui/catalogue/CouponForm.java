package io.mtandao.ui.catalogue;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.billing.Coupon;
import io.mtandao.api.billing.Coupons.Draft;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.DayField;
import io.mtandao.ui.kit.FormDialog;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.ReductionField;
import io.mtandao.ui.kit.WholeField;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** A coupon. Code and worth are fixed once somebody has redeemed it. */
final class CouponForm extends FormLayout {
    private static final long serialVersionUID = 1;
    private static final int MOST = 1_000_000;
    private final transient Checks checks = new Checks();
    private final TextField code = new TextField(t("coupons.code"));
    private final ReductionField worth;
    private final WholeField bills = new WholeField("coupon-bills", t("coupons.bills"), 1, 1000).optional();
    private final WholeField most = new WholeField("coupon-most", t("coupons.most"), 1, MOST).optional();
    private final DayField from = new DayField("coupon-from", t("taxes.from")).clearable();
    private final DayField until = new DayField("coupon-until", t("taxes.until")).clearable();
    private final ComboBox<InternetPackage> pack = new ComboBox<>(t("field.package"));

    /** @param old null for a new one */
    CouponForm(Coupon old, List<InternetPackage> packages, Formats f) {
        setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("24em", 2));
        worth = new ReductionField("coupon", t("coupons.worth"), f.currency());
        code.setId("coupon-code");
        code.setPlaceholder(t("coupons.codeMade"));
        bills.setHelperText(t("coupons.billsHelp"));
        most.setHelperText(t("coupons.mostHelp"));
        pack.setId("coupon-package");
        pack.setItems(packages);
        pack.setItemLabelGenerator(InternetPackage::name);
        pack.setPlaceholder(t("coupons.anyPackage"));
        pack.setClearButtonVisible(true);
        rules();
        add(code, worth, bills, most, from, until, pack);
        setColspan(worth, 2);
        setColspan(code, 2);
        fill(old, packages);
    }

    private void rules() {
        checks.text("code", code, Checks.atMost(30), Checks.matches("[A-Za-z0-9-]{3,30}", "coupons.codeWrong"));
        worth.rules(checks, "reduction");
        checks.text("bills", bills, v -> bills.wrong()).text("most", most, v -> most.wrong()).field("from", from, () -> null)
            .field("until", until, () -> until.isEmpty() || from.isEmpty() || !until.getValue().isBefore(from.getValue()) ? null : t("taxes.untilWrong")).field("packageId", pack, () -> null);
    }

    private void fill(Coupon old, List<InternetPackage> packages) {
        if (old == null) return;
        code.setValue(old.code());
        worth.set(old.reduction());
        bills.setNumber(old.bills());
        most.setNumber(old.most());
        from.setValue(old.from());
        until.setValue(old.until());
        packages.stream().filter(p -> Objects.equals(p.id(), old.packageId())).findFirst().ifPresent(pack::setValue);
        if (old.redeemed() == 0) return;
        code.setReadOnly(true);
        code.setHelperText(t("coupons.fixed", old.redeemed()));
        worth.lock();
    }

    FormDialog dialog(String title, Consumer<Draft> save) {
        FormDialog dialog = new FormDialog(title, this, t("action.save"), "coupon-save", () -> checks.attempt(() -> save.accept(draft())));
        dialog.open();
        return dialog;
    }

    private Draft draft() {
        return new Draft(code.getValue().isBlank() ? null : code.getValue().trim(), worth.get(), from.getValue(), until.getValue(), most.number(), bills.number(),
            pack.isEmpty() ? null : pack.getValue().id());
    }
}
