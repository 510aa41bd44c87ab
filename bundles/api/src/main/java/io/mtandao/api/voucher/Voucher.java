package io.mtandao.api.voucher;

import io.mtandao.api.Money;
import java.time.Instant;

/**
 * One code.
 *
 * @param code shown to those who may see it (vouchers:read); kept sealed, found by its hash
 * @param validUntil of a used one that bought a package: when its time ends
 */
public record Voucher(
        long id, long batchId, String batchName, String code, Long packageId, String packageName, Money value, State state, Long subscriberId, String subscriberName, String phone,
        Long subscriptionId, Instant usedAt, Instant validUntil, Instant sellBy, int deviceLimit) {
    public enum State {
        UNUSED,
        USED,
        /** Its shelf life is over. */
        OVER,
        WITHDRAWN
    }
}
