package io.mtandao.api.voucher;

import io.mtandao.api.Money;
import java.time.Instant;

/**
 * Vouchers made together.
 *
 * @param packageId what each buys, or null for money
 * @param value what each is worth: the money it brings, or the package's price with its tax when the batch was made
 * @param prefix in front of each code, may be empty
 * @param sellBy an unused one is worth nothing after this instant (shelf life); null for ever
 * @param deviceLimit devices at once while the period that one buys lasts; 0 for the package's
 */
public record VoucherBatch(
        long id, int version, String name, Long packageId, String packageName, Money value, String prefix, int count, Instant sellBy, int deviceLimit, boolean withdrawn,
        Counts counts, String by, Instant createdAt) {
    public record Counts(long unused, long used, long over, long withdrawn) {}
}
