package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.SUBSCRIPTIONS_WRITE;
import static io.mtandao.api.Permission.VOUCHERS_READ;
import static io.mtandao.api.Permission.VOUCHERS_WRITE;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Origin;
import io.mtandao.api.voucher.Voucher;
import io.mtandao.api.voucher.Vouchers;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Lists;
import io.mtandao.rest.internal.edge.Operation;
import io.mtandao.rest.internal.edge.Params;
import io.mtandao.rest.internal.edge.Query;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Map;

/** Codes that are sold in advance and turned into time or money. */
@Path("/v1/vouchers")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class VouchersResource {
    private final Vouchers vouchers;

    public VouchersResource(Vouchers vouchers) {
        this.vouchers = vouchers;
    }

    @GET
    @Lists
    @Query(value = "batchId", type = Long.class, help = "only of this batch")
    @Query(value = "state", type = Voucher.State.class, help = "only in this state")
    @Query(value = "phone", help = "only those that this phone used, any spelling")
    @Query(value = "subscriberId", type = Long.class, help = "only those that this subscriber used")
    @Operation(value = "Lists vouchers.", needs = VOUCHERS_READ)
    public ListOf<VoucherView> listVouchers(@Context Caller caller, @Context Params params) {
        return ListOf.of(vouchers.list(caller, params.list()), VoucherView::of);
    }

    @POST
    @Path("search")
    @Operation(value = "The voucher with this code, if the ISP has it. Codes are money and addresses are written into logs: so it is in the body.",
        needs = VOUCHERS_READ, makes = false)
    public ListOf<VoucherView> searchVouchers(@Context Caller caller, CodeSearch wanted) {
        return ListOf.of(vouchers.list(caller, new ListQuery(wanted.code, Map.of(), null, 1, null)), VoucherView::of);
    }

    @GET
    @Path("{id}")
    @Operation(value = "One voucher.", needs = VOUCHERS_READ)
    public VoucherView getVoucher(@Context Caller caller, @PathParam("id") long id) {
        return VoucherView.of(vouchers.get(caller, id));
    }

    @POST
    @Path("{id}/withdraw")
    @Operation(value = "Withdraws one unused code.", needs = VOUCHERS_WRITE)
    public VoucherView withdrawVoucher(@Context Caller caller, @PathParam("id") long id, Reason why) {
        return VoucherView.of(vouchers.withdrawOne(caller, id, why.reason()));
    }

    @POST
    @Path("redeem")
    @Operation(value = "Turns a code into time or money, once; its validity begins now. Wrong codes are throttled by the caller's address.",
        needs = {VOUCHERS_WRITE, SUBSCRIPTIONS_WRITE})
    public RedeemedView redeemVoucher(@Context Caller caller, @Context Origin from, Redemption r) {
        return RedeemedView.of(vouchers.redeem(caller, r.code, r.subscriberId, r.phone, from.address()));
    }

    @GET
    @Path("reusable")
    @Query(value = "phone", needed = true, eg = "0712 345 678", help = "any spelling of the ISP's country")
    @Operation(value = "Vouchers of this phone that still run, to be used again instead of buying another.", needs = VOUCHERS_READ)
    public ListOf<VoucherView> listReusable(@Context Caller caller, @Context Params params) {
        return ListOf.all(vouchers.reusable(caller, params.text("phone")), VoucherView::of);
    }

    @GET
    @Path("report")
    @Query(value = "from", type = Instant.class, needed = true, help = "made not before this instant")
    @Query(value = "to", type = Instant.class, needed = true, eg = "2026-12-22T08:00:00Z", help = "and before this one")
    @Operation(value = "Used and open by batch, for what was made in a time.", needs = VOUCHERS_READ)
    public ListOf<VoucherReportLine> reportVouchers(@Context Caller caller, @Context Params params) {
        return ListOf.all(vouchers.report(caller, params.time("from"), params.time("to")), VoucherReportLine::of);
    }

    public record CodeSearch(@Field(needed = true, eg = "KN7H2WQ4XR9M", help = "whole; case, spaces and dashes do not matter") String code) {}

    public record Redemption(
            @Field(needed = true, eg = "KN7H2WQ4XR9M") String code,
            @Field(help = "for whom; null: who has this phone, or else a new subscriber with it") Long subscriberId,
            @Field(eg = "null", help = "any spelling of the ISP's country") String phone) {}

    public record RedeemedView(
            @Field(needed = true) VoucherView voucher,
            long subscriberId,
            @Field(help = "null: it was money") Long subscriptionId,
            Instant validUntil,
            @Field(needed = true, help = "of the wallet, afterwards") Amount balance) {
        static RedeemedView of(Vouchers.Redeemed r) {
            return new RedeemedView(VoucherView.of(r.voucher()), r.subscriberId(), r.subscriptionId(), r.validUntil(), Amount.of(r.balance()));
        }
    }

    public record VoucherReportLine(
            long batchId,
            @Field(needed = true, eg = "Kiosk, December") String batchName,
            @Field(needed = true, help = "of each") Amount value,
            long made,
            long used,
            long over,
            long withdrawn,
            @Field(needed = true) Amount usedWorth,
            @Field(needed = true, help = "of those that may still be used") Amount openWorth) {
        static VoucherReportLine of(Vouchers.ReportLine l) {
            return new VoucherReportLine(l.batchId(), l.batchName(), Amount.of(l.value()), l.made(), l.used(), l.over(), l.withdrawn(),
                Amount.of(l.usedWorth()), Amount.of(l.openWorth()));
        }
    }
}
