package io.mtandao.rest.internal.v1;

import io.mtandao.api.billing.Extras;
import io.mtandao.rest.internal.edge.Field;
import java.util.List;

/** What one subscription pays beside or instead of its package's price. */
public record ExtrasView(
        @Field(needed = true) Amount packagePrice,
        @Field(help = "null: the package's counts") Amount ownPrice,
        @Field(needed = true) List<ItemView> items,
        @Field(needed = true) List<DiscountView> discounts) {
    static ExtrasView of(Extras.View v) {
        return new ExtrasView(Amount.of(v.packagePrice()), Amount.of(v.ownPrice()), v.items().stream().map(ItemView::of).toList(),
            v.discounts().stream().map(DiscountView::of).toList());
    }
}
