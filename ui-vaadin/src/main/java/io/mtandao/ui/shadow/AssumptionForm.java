package io.mtandao.ui.shadow;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Packages.Edition;
import io.mtandao.api.billing.ShadowBilling.Assumption;
import io.mtandao.ui.kit.Buttons;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.DayField;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.PercentField;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Which bills are written again, and under what other circumstances. It begins with the last whole month. */
final class AssumptionForm extends Div {
    private static final long serialVersionUID = 1;
    private final transient Checks checks = new Checks();
    private final transient Formats formats;
    private final DayField from = new DayField("shadow-from", t("shadow.from"));
    private final DayField to = new DayField("shadow-to", t("shadow.to"));
    private final PercentField tax = new PercentField("shadow-tax", t("shadow.tax"), true).optional();
    private final PackageRows packages;

    AssumptionForm(List<InternetPackage> all, Function<InternetPackage, List<Edition>> editions, Formats formats, Consumer<Assumption> compare) {
        this.formats = formats;
        packages = new PackageRows(all, editions, formats, checks);
        LocalDate month = formats.today().minusMonths(1).withDayOfMonth(1);
        from.setValue(month);
        to.setValue(month.plusMonths(1).minusDays(1));
        to.setMax(formats.today());
        tax.setHelperText(t("shadow.taxHelp"));
        checks.field("from", from, () -> from.isEmpty() ? t("check.needed") : null)
            .field("to", to, () -> to.isEmpty() ? t("check.needed") : !from.isEmpty() && to.getValue().isBefore(from.getValue()) ? t("taxes.untilWrong") : null)
            .text("taxPercentHundredths", tax, v -> tax.wrong());
        FormLayout period = new FormLayout(from, to, tax);
        period.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("30em", 3));
        Paragraph text = new Paragraph(t("shadow.what"));
        text.addClassName("hint");
        Div foot = new Div(Buttons.primary("shadow-compare", t("shadow.compare"), VaadinIcon.FLASK, e -> {
            if (checks.ok()) compare.accept(assumption());
        }));
        foot.addClassName("card-actions");
        addClassNames("card", "shadow-form");
        add(new H2(t("shadow.assume")), text, period, packages, foot);
    }

    Checks checks() {
        return checks;
    }

    private Assumption assumption() {
        return new Assumption(from.getValue().atStartOfDay(formats.zone()).toInstant(), to.getValue().plusDays(1).atStartOfDay(formats.zone()).toInstant(), packages.prices(),
            packages.editions(), tax.hundredths());
    }
}
