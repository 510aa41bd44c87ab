package io.mtandao.billing.internal.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The ISP's tax rates. What has no code of its own takes the rate with code {@code default} that holds on the day, else the one of the ISP's settings. */
public record TaxTable(List<Rate> rates, String settingsName, int settingsPercentHundredths) {
    public static final String DEFAULT = "default";
    /** Of the ledger, before the code. */
    static final String ACCOUNT = "tax:";
    private static final int WHOLE = 10_000;

    /** @param until last day, or null */
    public record Rate(String code, String name, int percentHundredths, LocalDate from, LocalDate until) {
        boolean holds(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    /** @param name for people, for example "VAT 16 %"; null when there is no tax */
    public record Tax(String code, String name, int percentHundredths) {
        /** The tax within an amount that includes it; half a minor unit rounds up. */
        public long within(long gross) {
            return Proration.ratio(gross, percentHundredths, WHOLE + (long) percentHundredths);
        }

        /** The tax on an amount without it. */
        public long on(long net) {
            return Proration.ratio(net, percentHundredths, WHOLE);
        }

        /** Of the ledger; null when there is no tax. */
        public String account() {
            return percentHundredths == 0 ? null : ACCOUNT + code;
        }
    }

    /** @param code null for the ISP's own rate; a code without a rate on that day is not taxed */
    public Tax of(String code, LocalDate day) {
        String wanted = code == null ? DEFAULT : code(code);
        for (Rate r : rates) if (r.code().equals(wanted) && r.holds(day)) return tax(wanted, r.name(), r.percentHundredths());
        return wanted.equals(DEFAULT) ? tax(DEFAULT, settingsName, settingsPercentHundredths) : tax(wanted, null, 0);
    }

    /** As codes are kept and compared. */
    public static String code(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /** @param name null when it is not known; shown with the rate behind it */
    static Tax tax(String code, String name, int percent) {
        String shown = percent == 0 ? null : (name == null || name.isBlank() ? "Tax" : name) + " " + BigDecimal.valueOf(percent, 2).stripTrailingZeros().toPlainString() + " %";
        return new Tax(code, shown, percent);
    }
}
