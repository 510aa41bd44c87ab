package io.mtandao.ui.catalogue;

import static io.mtandao.ui.kit.Texts.t;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.billing.TaxRate;
import io.mtandao.api.billing.Taxes;
import io.mtandao.api.tenant.TenantSettings;
import io.mtandao.ui.kit.PercentField;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/** The taxes as they hold today, by code; null is the ISP's own, which a rate of the code {@value #OWN} takes the place of. */
final class TaxesToday {
    static final String OWN = "default";
    private static final int WHOLE = 10_000;
    private final List<TaxRate> rates;
    private final TenantSettings settings;
    private final LocalDate today;

    private record Rate(String name, int hundredths) {}

    TaxesToday(List<TaxRate> rates, TenantSettings settings, LocalDate today) {
        this.rates = rates;
        this.settings = settings;
        this.today = today;
    }

    static TaxesToday of(Taxes taxes, Caller caller, TenantSettings settings, LocalDate today) {
        return new TaxesToday(taxes.list(caller, ListQuery.first(ListQuery.MOST)).items(), settings, today);
    }

    /** Besides the ISP's own. */
    List<String> codes() {
        return rates.stream().map(TaxRate::code).filter(c -> !c.equals(OWN)).distinct().sorted().toList();
    }

    static boolean holds(TaxRate rate, LocalDate day) {
        return !day.isBefore(rate.from()) && (rate.until() == null || !day.isAfter(rate.until()));
    }

    private Rate rate(String code) {
        String wanted = code == null ? OWN : code;
        for (TaxRate r : rates) if (r.code().equals(wanted) && holds(r, today)) return new Rate(r.name(), r.percentHundredths());
        return code == null ? new Rate(settings.taxName(), settings.taxPercentHundredths()) : new Rate(code, 0);
    }

    /** For example "VAT 16 %". */
    String text(String code) {
        Rate r = rate(code);
        if (r.hundredths() == 0) return t("taxes.noTax");
        return (r.name() == null || r.name().isBlank() ? t("taxes.tax") : r.name()) + " " + PercentField.text(r.hundredths()) + " %";
    }

    boolean taxed(String code) {
        return rate(code).hundredths() > 0;
    }

    /** The tax in an amount that includes it. */
    Money within(Money gross, String code) {
        int percent = rate(code).hundredths();
        return ratio(gross, percent, WHOLE + percent);
    }

    /** The tax on an amount without it. */
    Money on(Money net, String code) {
        return ratio(net, rate(code).hundredths(), WHOLE);
    }

    /** Half a minor unit rounds up, as bills do. */
    private static Money ratio(Money amount, long part, long whole) {
        return Money.of(BigDecimal.valueOf(amount.minor()).multiply(BigDecimal.valueOf(part)).divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP).longValueExact(), amount.currency());
    }
}
