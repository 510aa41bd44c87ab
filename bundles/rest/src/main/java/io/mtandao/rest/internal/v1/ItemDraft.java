package io.mtandao.rest.internal.v1;

import io.mtandao.api.billing.Extras;
import io.mtandao.rest.internal.edge.Field;

/** Something on the next bill, or on each: an add-on, or written by hand. */
public record ItemDraft(
        @Field(help = "with it, text, price and tax are the add-on's and may be left out") Long addOnId,
        @Field(eg = "null") String text,
        @Field(eg = "1", help = "1 to 1000; 1 when left out") Integer quantity,
        @Field(eg = "null", help = "of one") Amount unitPrice,
        @Field(eg = "null", help = "on each bill; false: once") Boolean recurring,
        @Field(eg = "null", help = "whether the price holds the tax already") Boolean taxIncluded,
        @Field(eg = "null", help = "code of a tax; null for the ISP's own rate") String taxCode) {
    Extras.ItemDraft toDraft() {
        return new Extras.ItemDraft(addOnId, text, quantity == null ? 1 : quantity, Amount.money(unitPrice, "unitPrice"), recurring, taxIncluded, taxCode);
    }
}
