package io.mtandao.api.voucher;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.Page;
import io.mtandao.api.billing.Papers.Paper;
import java.time.Instant;
import java.util.List;

/** Vouchers of one ISP; their codes are unique over the platform. */
public interface Vouchers {
    /** Filters: {@code packageId}; search: name; sorts: name, createdAt. */
    Page<VoucherBatch> batches(Caller caller, ListQuery query);

    VoucherBatch batch(Caller caller, long id);

    /** @throws io.mtandao.api.Invalid above 10000 at once */
    VoucherBatch create(Caller caller, BatchDraft draft);

    /** Unused codes of the batch are worth nothing from now on. */
    VoucherBatch withdraw(Caller caller, long id, String reason);

    /** Filters: {@code batchId}, {@code state}, {@code phone}, {@code subscriberId}; search: a whole code. */
    Page<Voucher> list(Caller caller, ListQuery query);

    Voucher get(Caller caller, long id);

    /** Withdraws one unused code. */
    Voucher withdrawOne(Caller caller, long id, String reason);

    /**
     * Turns a code into time or money, once. Validity begins now. Who is meant: the subscriber, else the one with this phone, else (phone given) a new one.
     *
     * @param tryingFrom address or device of whoever typed it, for the throttle
     * @throws io.mtandao.api.NotFound for an unknown code and another ISP's, alike
     * @throws io.mtandao.api.Conflict when it is used, over or withdrawn, saying which
     * @throws io.mtandao.api.Throttled after too many wrong codes from one place or for one subscriber
     */
    Redeemed redeem(Caller caller, String code, Long subscriberId, String phone, String tryingFrom);

    /** Unexpired vouchers that this phone used or bought, to be used again instead of buying another. */
    List<Voucher> reusable(Caller caller, String phone);

    /** The unused codes of a batch to cut out, each with a QR code. */
    Paper printSheet(Caller caller, long batchId);

    /** Sold, used and open by batch, for what was made in a time. */
    List<ReportLine> report(Caller caller, Instant from, Instant to);

    /** @param packageId null for a money voucher, which then needs the value @param shelfDays 0 for ever @param length of the code without the prefix, 8 to 16 */
    record BatchDraft(String name, Long packageId, Money value, String prefix, int count, int shelfDays, int deviceLimit, int length) {}

    record Redeemed(Voucher voucher, long subscriberId, Long subscriptionId, Instant validUntil, Money balance) {}

    record ReportLine(long batchId, String batchName, Money value, long made, long used, long over, long withdrawn, Money usedWorth, Money openWorth) {}
}
