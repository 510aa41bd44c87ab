package io.mtandao.voucher.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.Forbidden;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Papers.Paper;
import io.mtandao.api.voucher.Voucher;
import io.mtandao.api.voucher.VoucherBatch;
import io.mtandao.api.voucher.Vouchers;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Vouchers as other bundles see them: asks for rights, then hands on. */
@Component
public final class VoucherBook implements Vouchers {
    private final BatchDesk batches;
    private final Withdrawals withdrawals;
    private final VoucherLists lists;
    private final Redemption redemption;
    private final PrintDesk print;

    @Activate
    public VoucherBook(@Reference BatchDesk batches, @Reference Withdrawals withdrawals, @Reference VoucherLists lists, @Reference Redemption redemption,
            @Reference PrintDesk print) {
        this.batches = batches;
        this.withdrawals = withdrawals;
        this.lists = lists;
        this.redemption = redemption;
        this.print = print;
    }

    @Override
    public Page<VoucherBatch> batches(Caller caller, ListQuery query) {
        caller.require(Permission.VOUCHERS_READ);
        return lists.batches(caller, query);
    }

    @Override
    public VoucherBatch batch(Caller caller, long id) {
        caller.require(Permission.VOUCHERS_READ);
        return lists.batch(caller, id);
    }

    @Override
    public VoucherBatch create(Caller caller, BatchDraft draft) {
        caller.require(Permission.VOUCHERS_WRITE);
        return batches.create(caller, draft);
    }

    @Override
    public VoucherBatch withdraw(Caller caller, long id, String reason) {
        caller.require(Permission.VOUCHERS_WRITE);
        return withdrawals.batch(caller, id, reason);
    }

    @Override
    public Page<Voucher> list(Caller caller, ListQuery query) {
        caller.require(Permission.VOUCHERS_READ);
        return lists.vouchers(caller, query);
    }

    @Override
    public Voucher get(Caller caller, long id) {
        caller.require(Permission.VOUCHERS_READ);
        return lists.voucher(caller, id);
    }

    @Override
    public Voucher withdrawOne(Caller caller, long id, String reason) {
        caller.require(Permission.VOUCHERS_WRITE);
        return withdrawals.one(caller, id, reason);
    }

    /** Who sells subscriptions may do so for a voucher as well. */
    @Override
    public Redeemed redeem(Caller caller, String code, Long subscriberId, String phone, String tryingFrom) {
        if (!caller.may(Permission.VOUCHERS_WRITE) && !caller.may(Permission.SUBSCRIPTIONS_WRITE)) throw new Forbidden(Permission.VOUCHERS_WRITE);
        return redemption.redeem(caller, code, subscriberId, phone, tryingFrom);
    }

    @Override
    public List<Voucher> reusable(Caller caller, String phone) {
        caller.require(Permission.VOUCHERS_READ);
        return lists.reusable(caller, phone);
    }

    @Override
    public Paper printSheet(Caller caller, long batchId) {
        caller.require(Permission.VOUCHERS_READ);
        return print.sheet(caller, batchId);
    }

    @Override
    public List<ReportLine> report(Caller caller, Instant from, Instant to) {
        caller.require(Permission.VOUCHERS_READ);
        return lists.report(caller, from, to);
    }
}
