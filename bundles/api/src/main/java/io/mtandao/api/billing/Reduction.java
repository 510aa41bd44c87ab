package io.mtandao.api.billing;

import io.mtandao.api.Invalid;
import io.mtandao.api.Money;

/**
 * A share or an amount: of a discount, a coupon or a late fee. Exactly one of the two.
 *
 * @param percentHundredths 1 to 10000 (1250 is 12.5 %), or null
 * @param amount above zero, or null
 */
public record Reduction(Integer percentHundredths, Money amount) {
    public Reduction {
        if ((percentHundredths == null) == (amount == null)) throw Invalid.field("reduction", "a percentage or an amount, one of the two");
        if (percentHundredths != null && (percentHundredths < 1 || percentHundredths > 10_000)) throw Invalid.field("reduction.percentHundredths", "from 1 to 10000");
        if (amount != null && !amount.isPositive()) throw Invalid.field("reduction.amount", "must be above zero");
    }

    public static Reduction percent(int hundredths) {
        return new Reduction(hundredths, null);
    }

    public static Reduction of(Money amount) {
        return new Reduction(null, amount);
    }
}
