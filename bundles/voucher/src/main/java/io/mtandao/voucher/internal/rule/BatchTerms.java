package io.mtandao.voucher.internal.rule;

import io.mtandao.api.Invalid;
import io.mtandao.api.Money;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.voucher.Vouchers.BatchDraft;
import java.util.Locale;

/** A draft that may become a batch: what its vouchers are worth, and their prefix as it is printed. */
public record BatchTerms(String name, Money value, InternetPackage sold, String prefix) {
    public static final int MOST_CODES = 10_000;
    private static final int LONGEST_SHELF = 3650;
    private static final int MOST_DEVICES = 100;

    /**
     * @param sold the draft's package, or null when it has none
     * @param price of one period of it with its tax, which is what a card must cost that is to buy it
     * @throws Invalid with all that is wrong
     */
    public static BatchTerms of(BatchDraft d, InternetPackage sold, Money price, String currency) {
        String prefix = d.prefix() == null ? "" : d.prefix().strip().toUpperCase(Locale.ROOT);
        Invalid.Check check = new Invalid.Check().notBlank(d.name(), "name", 100)
            .that(prefix.matches("[A-Z0-9]{0,8}"), "prefix", "up to 8 letters and digits")
            .that(d.count() >= 1 && d.count() <= MOST_CODES, "count", "from 1 to " + MOST_CODES)
            .that(d.shelfDays() >= 0 && d.shelfDays() <= LONGEST_SHELF, "shelfDays", "from 0 (for ever) to " + LONGEST_SHELF)
            .that(d.deviceLimit() >= 0 && d.deviceLimit() <= MOST_DEVICES, "deviceLimit", "from 0 (as the package says) to " + MOST_DEVICES)
            .that(d.length() >= VoucherCode.SHORTEST && d.length() <= VoucherCode.LONGEST, "length",
                "from " + VoucherCode.SHORTEST + " to " + VoucherCode.LONGEST);
        if (sold == null) money(check, d.value(), currency);
        else ofPackage(check, sold, price, d.value());
        check.orThrow();
        return new BatchTerms(d.name().strip(), sold == null ? d.value() : price, sold, prefix);
    }

    private static void money(Invalid.Check check, Money value, String currency) {
        check.that(value != null && value.isPositive(), "value", "must be above zero, unless a package is given")
            .that(value == null || value.currency().equals(currency), "value", "must be in " + currency);
    }

    private static void ofPackage(Invalid.Check check, InternetPackage sold, Money price, Money value) {
        check.that(!sold.archived(), "packageId", "is archived and no longer sold")
            .that(sold.terms().charging() == Charging.PREPAID, "packageId", "is paid afterwards; vouchers are paid before")
            .that(sold.price() != null && sold.price().isPositive(), "packageId", "has no price, so there is nothing to sell in advance")
            .that(value == null || value.equals(price), "value", "is the package's price with its tax; leave it out");
    }
}
