package io.mtandao.rest.internal.v1;

import io.mtandao.api.billing.Extras;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Identified;
import java.time.Instant;

/** Something on the next bill, on each, or on one that was written. */
public record ItemView(
        long id,
        long subscriptionId,
        @Field(help = "null for one written by hand") Long addOnId,
        @Field(needed = true, eg = "Public address") String text,
        @Field(eg = "1") int quantity,
        @Field(needed = true) Amount unitPrice,
        boolean recurring,
        @Field(eg = "B-000042", help = "number of the bill, of one that is charged once") String billedOn,
        Instant endedAt,
        @Field(needed = true) Instant createdAt) implements Identified {
    static ItemView of(Extras.Item i) {
        return new ItemView(i.id(), i.subscriptionId(), i.addOnId(), i.text(), i.quantity(), Amount.of(i.unitPrice()), i.recurring(), i.billedOn(), i.endedAt(),
            i.createdAt());
    }
}
