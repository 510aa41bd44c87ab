package io.mtandao.ui.catalogue;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.MoneyField;
import io.mtandao.ui.kit.Texts;

/** What every package needs: a name, a price for a time, a speed. */
final class BasicsCard extends FormLayout {
    private static final long serialVersionUID = 1;
    final TextField name = new TextField(t("field.name"));
    final MoneyField price;
    final PeriodField period = new PeriodField("package", t("packages.lasts"));
    final SpeedField down = new SpeedField("package-down", t("packages.down"));
    final SpeedField up = new SpeedField("package-up", t("packages.up"));
    final Select<ServiceType> service = new Select<>();
    final Select<Charging> charging = new Select<>();

    BasicsCard(String currency) {
        addClassName("card");
        setResponsiveSteps(new ResponsiveStep("0", 1), new ResponsiveStep("30em", 2));
        price = new MoneyField(t("field.price"), currency);
        name.setId("package-name");
        price.setId("package-price");
        service.setId("package-service");
        service.setLabel(t("packages.service"));
        service.setItems(ServiceType.values());
        service.setItemLabelGenerator(s -> Texts.of("serviceType", s));
        charging.setId("package-charging");
        charging.setLabel(t("packages.charging"));
        charging.setItems(Charging.values());
        charging.setItemLabelGenerator(c -> Texts.of("charging", c));
        charging.addValueChangeListener(e -> charging.setHelperText(Texts.of("chargingText", charging.getValue())));
        add(name, price, period, down, up, service, charging);
        setColspan(name, 2);
    }

    void rules(Checks checks) {
        checks.text("name", name, Checks.needed(), Checks.atMost(80)).text("price", price, v -> price.wrong());
        period.rules(checks, "period");
        checks.text("downKbps", down, v -> down.wrong()).text("upKbps", up, v -> up.wrong()).field("terms.service", service, () -> null)
            .field("terms.charging", charging, () -> null);
    }

    /** @param old null for a new one */
    void fill(InternetPackage old) {
        PackageTerms terms = old == null ? PackageTerms.PLAIN : old.terms();
        service.setValue(terms.service());
        charging.setValue(terms.charging());
        if (old == null) {
            period.set(new Period(1, Period.Unit.MONTH));
            return;
        }
        name.setValue(old.name());
        price.setMoney(old.price());
        period.set(old.period());
        down.setKbps(old.downKbps());
        up.setKbps(old.upKbps());
        if (old.subscriptions() == 0) return;
        service.setEnabled(false);
        service.setHelperText(t("packages.fixedInUse"));
        charging.setEnabled(false);
    }
}
