package io.mtandao.rest.internal.v1;

import io.mtandao.api.voucher.Voucher;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Identified;
import java.time.Instant;

/** One code and what became of it. */
public record VoucherView(
        long id,
        long batchId,
        @Field(needed = true, eg = "Kiosk, December") String batchName,
        @Field(eg = "KN7H2WQ4XR9M") String code,
        @Field(help = "null: money") Long packageId,
        @Field(eg = "Day pass") String packageName,
        @Field(needed = true) Amount value,
        @Field(needed = true) Voucher.State state,
        @Field(help = "who used it") Long subscriberId,
        @Field(eg = "Grace Muthoni") String subscriberName,
        @Field(eg = "+254712345678") String phone,
        Long subscriptionId,
        Instant usedAt,
        @Field(help = "of a used one that bought a package: when its time ends") Instant validUntil,
        @Field(help = "an unused one is worth nothing after it; null: for ever") Instant sellBy,
        @Field(eg = "0") int deviceLimit) implements Identified {
    static VoucherView of(Voucher v) {
        return new VoucherView(v.id(), v.batchId(), v.batchName(), v.code(), v.packageId(), v.packageName(), Amount.of(v.value()), v.state(), v.subscriberId(),
            v.subscriberName(), v.phone(), v.subscriptionId(), v.usedAt(), v.validUntil(), v.sellBy(), v.deviceLimit());
    }
}
