package io.mtandao.billing.internal.rules;

import io.mtandao.api.billing.BillingPolicy.Numbering;
import java.util.Locale;

/** How the ISP writes the account numbers that it gives. */
public final class AccountNumberText {
    private static final long BASE = 1000;

    private AccountNumberText() {}

    /** @param n of the series, from 1: with the prefix MT- and four digits, 1 is MT-1001 */
    public static String of(Numbering numbering, long n) {
        return numbering.accountPrefix() + String.format(Locale.ROOT, "%0" + numbering.accountDigits() + "d", BASE + n);
    }
}
