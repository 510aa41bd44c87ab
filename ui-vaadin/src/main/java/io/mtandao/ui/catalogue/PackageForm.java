package io.mtandao.ui.catalogue;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import io.mtandao.api.Money;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.Packages.Draft;
import io.mtandao.api.billing.RenewalPolicy;
import io.mtandao.ui.kit.Checks;
import io.mtandao.ui.kit.Formats;
import java.util.List;

/** A whole package: what every one needs stands open, the rest is folded and says in one line what is agreed. */
final class PackageForm extends Div {
    private static final long serialVersionUID = 1;
    private final transient Checks checks = new Checks();
    private final transient TaxesToday taxes;
    private final transient Formats formats;
    private final BasicsCard basics;
    private final PriceSection price;
    private final SpeedSection speed = new SpeedSection();
    private final DataSection data = new DataSection();
    private final TimesSection times = new TimesSection();
    private final FeesSection fees;
    private final RenewalSection renewal;

    /** @param old null for a new one @param isp the ISP's renewal policy, or null for who may not see it */
    PackageForm(InternetPackage old, TaxesToday taxes, RenewalPolicy isp, Formats formats) {
        this.taxes = taxes;
        this.formats = formats;
        PackageTerms terms = old == null ? PackageTerms.PLAIN : old.terms();
        basics = new BasicsCard(formats.currency());
        price = new PriceSection(taxes, terms.taxCode());
        fees = new FeesSection(formats);
        renewal = new RenewalSection(isp);
        addClassName("package-form");
        add(basics);
        basics.rules(checks);
        basics.fill(old);
        for (Section s : sections()) {
            add(s);
            s.rules(checks);
            s.fill(terms);
        }
        speed.profile(old == null ? null : old.profile());
        checks.reveal(PackageForm::unfold);
        for (HasValue<?, ?> f : List.<HasValue<?, ?>>of(basics.price, price.taxIncluded, price.tax)) f.addValueChangeListener(e -> explainPrice());
        explainPrice();
    }

    private List<Section> sections() {
        return List.of(price, speed, data, times, fees, renewal);
    }

    private static void unfold(Component field) {
        for (Component c = field; c != null; c = c.getParent().orElse(null)) if (c instanceof Section s) s.setOpen(true);
    }

    /** What of it is tax, or what comes on top of it. */
    private void explainPrice() {
        String code = price.tax.getValue();
        Money typed = basics.price.wrong() == null ? basics.price.money() : null;
        String help;
        if (typed == null || !taxes.taxed(code)) help = t(price.taxIncluded.getValue() ? "packages.priceHelp" : "packages.priceHelpNet");
        else if (price.taxIncluded.getValue()) help = t("packages.ofItTax", formats.money(taxes.within(typed, code)), taxes.text(code));
        else help = t("packages.withTaxIs", formats.money(typed.plus(taxes.on(typed, code))), taxes.text(code));
        basics.price.setHelperText(help);
    }

    Checks checks() {
        return checks;
    }

    void focus() {
        basics.name.focus();
    }

    Draft draft() {
        return new Draft(basics.name.getValue().trim(), basics.price.money(), basics.period.get(), basics.down.kbps(), basics.up.kbps(), speed.profile(),
            new PackageTerms(basics.service.getValue(), basics.charging.getValue(), price.calendar(), price.taxIncluded.getValue(), price.tax.getValue(), speed.burst(), data.cap(),
                data.fairUse(), speed.devices(), times.hours(), fees.installation(), fees.deposit(), fees.trial(), renewal.policy()));
    }
}
