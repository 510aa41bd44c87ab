package io.mtandao.ui.catalogue;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.ui.kit.Checks;

/** How the price is meant: with or without tax, which tax, and where a period ends. */
final class PriceSection extends Section {
    private static final long serialVersionUID = 1;
    final Checkbox taxIncluded = new Checkbox(t("packages.taxIncluded"));
    final TaxChoice tax;
    private final Select<Boolean> calendar = new Select<>();
    private final transient TaxesToday taxes;

    PriceSection(TaxesToday taxes, String usedCode) {
        super("price", VaadinIcon.TAG);
        this.taxes = taxes;
        tax = new TaxChoice("package-tax-code", taxes, usedCode);
        taxIncluded.setId("package-tax-included");
        taxIncluded.setHelperText(t("packages.taxIncludedHelp"));
        calendar.setId("package-calendar");
        calendar.setLabel(t("packages.periodEnds"));
        calendar.setItems(false, true);
        calendar.setItemLabelGenerator(c -> t(c ? "packages.calendar" : "packages.rolling"));
        calendar.addValueChangeListener(e -> calendar.setHelperText(t(calendar.getValue() ? "packages.calendarHelp" : "packages.rollingHelp")));
        content(tax, taxIncluded, calendar);
        watch(taxIncluded, tax, calendar);
    }

    @Override
    void fill(PackageTerms terms) {
        taxIncluded.setValue(terms.taxIncluded());
        calendar.setValue(terms.calendar());
        tell();
    }

    @Override
    void rules(Checks checks) {
        checks.field("terms.taxCode", tax, () -> null).field("terms.calendar", calendar, () -> null);
    }

    boolean calendar() {
        return calendar.getValue();
    }

    @Override
    String summary() {
        return (taxes.taxed(tax.getValue()) ? t(taxIncluded.getValue() ? "packages.withTax" : "packages.plusTax", taxes.text(tax.getValue())) : t("taxes.noTax")) + " · "
            + t(Boolean.TRUE.equals(calendar.getValue()) ? "packages.calendar" : "packages.rolling");
    }
}
