package io.mtandao.ui.catalogue;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import io.mtandao.api.billing.TaxRate;
import io.mtandao.api.billing.Taxes;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.KeysetDataProvider;
import io.mtandao.ui.kit.ListGrid;
import io.mtandao.ui.kit.PercentField;
import java.time.LocalDate;

/** Tax rates and when they hold. */
final class TaxesGrid extends ListGrid<TaxRate> {
    private static final long serialVersionUID = 1;

    TaxesGrid(Taxes taxes, Who who, Component whenEmpty) {
        super("taxes-grid");
        Formats f = who.formats();
        LocalDate today = f.today();
        wide("name", t("field.name"), TaxRate::name).setFlexGrow(2);
        wide("code", t("taxes.code"), r -> code(r.code()));
        wideMoney("rate", t("taxes.rate"), r -> PercentField.text(r.percentHundredths()) + " %");
        wide("from", t("taxes.from"), r -> f.day(r.from()));
        wide("until", t("taxes.until"), r -> r.until() == null ? t("taxes.forGood") : f.day(r.until()));
        wideComponent("state", t("field.state"), r -> state(r, today));
        narrow(r -> r.name() + " " + PercentField.text(r.percentHundredths()) + " %", r -> code(r.code()) + " · " + f.day(r.from()) + " – " + f.day(r.until()), r -> state(r, today));
        source(new KeysetDataProvider<>(q -> taxes.list(who.caller(), q), null, TaxRate::id), whenEmpty);
    }

    static String code(String code) {
        return code.equals(TaxesToday.OWN) ? t("taxes.codeOwn") : code;
    }

    private static Badge state(TaxRate r, LocalDate today) {
        if (TaxesToday.holds(r, today)) return new Badge(t("taxes.holds"), Badge.Tone.GOOD);
        return r.from().isAfter(today) ? new Badge(t("taxes.toCome"), Badge.Tone.INFO) : new Badge(t("taxes.over"), Badge.Tone.PLAIN);
    }
}
