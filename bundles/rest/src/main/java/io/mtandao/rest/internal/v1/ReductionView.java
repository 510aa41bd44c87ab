package io.mtandao.rest.internal.v1;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Reduction;
import io.mtandao.rest.internal.edge.Field;

/** A share or an amount: of a discount, a coupon, a late fee. */
public record ReductionView(
        @Field(eg = "1250", help = "in hundredths of a percent, 1 to 10000: 1250 is 12.5 %; this or an amount") Integer percentHundredths,
        @Field(eg = "null", help = "above zero; this or a percentage") Amount amount) {
    static ReductionView of(Reduction r) {
        return r == null ? null : new ReductionView(r.percentHundredths(), Amount.of(r.amount()));
    }

    /** @param field by which an error names it */
    static Reduction reduction(ReductionView r, String field) {
        if (r == null) return null;
        Money money = Amount.money(r.amount, field + ".amount");
        return Blame.on(field, "reduction", () -> new Reduction(r.percentHundredths, money));
    }
}
