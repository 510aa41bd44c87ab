package io.mtandao.rest.internal.v1;

import io.mtandao.api.billing.Bill;
import io.mtandao.rest.internal.edge.Field;

/** One line of a bill, or of what would be one. */
public record BillLine(
        @Field(needed = true, eg = "Home 10M, 1 month") String text,
        int quantity,
        @Field(needed = true) Amount unitPrice,
        @Field(needed = true, help = "as it counts in the total: tax included; below zero for discounts and credits") Amount amount,
        @Field(needed = true) Bill.Line.Kind kind,
        @Field(needed = true, help = "what part of the amount is tax") Amount tax,
        @Field(eg = "VAT 16 %") String taxName) {
    static BillLine of(Bill.Line l) {
        return new BillLine(l.text(), l.quantity(), Amount.of(l.unitPrice()), Amount.of(l.amount()), l.kind(), Amount.of(l.tax()), l.taxName());
    }
}
