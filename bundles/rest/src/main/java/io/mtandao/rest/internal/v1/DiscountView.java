package io.mtandao.rest.internal.v1;

import io.mtandao.api.billing.Extras;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Identified;
import java.time.Instant;

/** A discount of one subscription. */
public record DiscountView(
        long id,
        long subscriptionId,
        @Field(needed = true) ReductionView reduction,
        @Field(help = "left; null for all to come") Integer bills,
        @Field(eg = "KARIBU", help = "its code, when it comes from one") String coupon,
        @Field(eg = "three days without service") String reason,
        Instant endedAt,
        @Field(needed = true) Instant createdAt) implements Identified {
    static DiscountView of(Extras.Discount d) {
        return new DiscountView(d.id(), d.subscriptionId(), ReductionView.of(d.reduction()), d.bills(), d.coupon(), d.reason(), d.endedAt(), d.createdAt());
    }
}
