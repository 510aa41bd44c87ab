package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.VOUCHERS_READ;
import static io.mtandao.api.Permission.VOUCHERS_WRITE;

import io.mtandao.api.Caller;
import io.mtandao.api.voucher.VoucherBatch;
import io.mtandao.api.voucher.Vouchers;
import io.mtandao.rest.internal.edge.Download;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Identified;
import io.mtandao.rest.internal.edge.Lists;
import io.mtandao.rest.internal.edge.Operation;
import io.mtandao.rest.internal.edge.Params;
import io.mtandao.rest.internal.edge.Query;
import io.mtandao.rest.internal.edge.Versioned;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;

/** Vouchers made together. */
@Path("/v1/voucher-batches")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class VoucherBatchesResource {
    private final Vouchers vouchers;

    public VoucherBatchesResource(Vouchers vouchers) {
        this.vouchers = vouchers;
    }

    @GET
    @Lists(search = "name", sorts = {"name", "createdAt"})
    @Query(value = "packageId", type = Long.class, help = "only those that buy this package")
    @Operation(value = "Lists batches of vouchers.", needs = VOUCHERS_READ)
    public ListOf<VoucherBatchView> listVoucherBatches(@Context Caller caller, @Context Params params) {
        return ListOf.of(vouchers.batches(caller, params.list()), VoucherBatchView::of);
    }

    @POST
    @Operation(value = "Makes vouchers, at most 10000 at once: each buys one period of a package, or brings money.", needs = VOUCHERS_WRITE, status = 201)
    public VoucherBatchView createVoucherBatch(@Context Caller caller, VoucherBatchDraft draft) {
        return VoucherBatchView.of(vouchers.create(caller, draft.toDraft()));
    }

    @GET
    @Path("{id}")
    @Operation(value = "One batch, and how many of it are used.", needs = VOUCHERS_READ)
    public VoucherBatchView getVoucherBatch(@Context Caller caller, @PathParam("id") long id) {
        return VoucherBatchView.of(vouchers.batch(caller, id));
    }

    @POST
    @Path("{id}/withdraw")
    @Operation(value = "Unused codes of the batch are worth nothing from now on.", needs = VOUCHERS_WRITE)
    public VoucherBatchView withdrawVoucherBatch(@Context Caller caller, @PathParam("id") long id, Reason why) {
        return VoucherBatchView.of(vouchers.withdraw(caller, id, why.reason()));
    }

    @GET
    @Path("{id}/sheet")
    @Produces(BillStepsResource.PDF)
    @Operation(value = "The unused codes to print and cut out, each with a QR code.", needs = VOUCHERS_READ)
    public Download printVouchers(@Context Caller caller, @PathParam("id") long id) {
        return BillStepsResource.file(vouchers.printSheet(caller, id));
    }

    public record VoucherBatchDraft(
            @Field(needed = true, eg = "Kiosk, December") String name,
            @Field(help = "what each buys; null for money") Long packageId,
            @Field(eg = "null", help = "the money that each brings, when it buys no package") Amount value,
            @Field(eg = "KN", help = "in front of each code") String prefix,
            @Field(needed = true, eg = "100", help = "1 to 10000") Integer count,
            @Field(eg = "365", help = "an unused one is worth nothing after so many days; 0 or left out: for ever") Integer shelfDays,
            @Field(eg = "0", help = "devices at once while the period that it buys lasts; 0 or left out: as the package has it") Integer deviceLimit,
            @Field(eg = "10", help = "of the code without the prefix, 8 to 16; 10 when left out") Integer length) {
        private static final int USUAL_LENGTH = 10;

        Vouchers.BatchDraft toDraft() {
            return new Vouchers.BatchDraft(name, packageId, Amount.money(value, "value"), prefix == null ? "" : prefix, count,
                shelfDays == null ? 0 : shelfDays, deviceLimit == null ? 0 : deviceLimit, length == null ? USUAL_LENGTH : length);
        }
    }

    public record VoucherBatchView(
            long id,
            int version,
            @Field(needed = true, eg = "Kiosk, December") String name,
            @Field(help = "null: money") Long packageId,
            @Field(eg = "Day pass") String packageName,
            @Field(needed = true, help = "of each: the money it brings, or the package's price with its tax when it was made") Amount value,
            @Field(needed = true, eg = "KN") String prefix,
            @Field(eg = "100") int count,
            @Field(help = "an unused one is worth nothing after it; null: for ever") Instant sellBy,
            @Field(eg = "0") int deviceLimit,
            boolean withdrawn,
            @Field(needed = true) VoucherCounts counts,
            @Field(eg = "Wanjiku Kamau") String by,
            @Field(needed = true) Instant createdAt) implements Identified, Versioned {
        static VoucherBatchView of(VoucherBatch b) {
            return new VoucherBatchView(b.id(), b.version(), b.name(), b.packageId(), b.packageName(), Amount.of(b.value()), b.prefix(), b.count(), b.sellBy(),
                b.deviceLimit(), b.withdrawn(), VoucherCounts.of(b.counts()), b.by(), b.createdAt());
        }
    }

    public record VoucherCounts(long unused, long used, @Field(help = "whose shelf life is over") long over, long withdrawn) {
        static VoucherCounts of(VoucherBatch.Counts c) {
            return new VoucherCounts(c.unused(), c.used(), c.over(), c.withdrawn());
        }
    }
}
