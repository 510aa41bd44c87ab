package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.BILLS_READ;
import static io.mtandao.api.Permission.BILLS_WRITE;

import io.mtandao.api.Caller;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Bills;
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
import java.util.List;

@Path("/v1/bills")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class BillsResource {
    private final Bills bills;

    public BillsResource(Bills bills) {
        this.bills = bills;
    }

    @GET
    @Lists(search = "number and subscriber", sorts = {"number", "issuedAt"})
    @Query(value = "subscriberId", type = Long.class, help = "only this subscriber's")
    @Query(value = "subscriptionId", type = Long.class, help = "only this subscription's")
    @Query(value = "state", type = Bill.State.class, help = "only in this state")
    @Operation(value = "Lists bills, newest first.", needs = BILLS_READ)
    public ListOf<BillView> listBills(@Context Caller caller, @Context Params params) {
        return ListOf.of(bills.list(caller, params.list()), BillView::of);
    }

    @POST
    @Operation(value = "Bills the next period of a subscription, without paying it.", needs = BILLS_WRITE, status = 201)
    public BillView billNext(@Context Caller caller, BillDraft draft) {
        return BillView.of(bills.billNext(caller, draft.subscriptionId));
    }

    @GET
    @Path("{id}")
    @Operation(value = "One bill with its lines.", needs = BILLS_READ)
    public BillView getBill(@Context Caller caller, @PathParam("id") long id) {
        return BillView.of(bills.get(caller, id));
    }

    @POST
    @Path("run")
    @Operation(value = "Bills everything that is due now and pays what the wallets cover.", needs = BILLS_WRITE)
    public BillRun billDue(@Context Caller caller) {
        Bills.RunResult done = bills.billDue(caller);
        return new BillRun(done.billed(), done.paid(), done.skipped(), done.failed());
    }

    @POST
    @Path("{id}/void")
    @Operation(value = "Takes an open bill back.", needs = BILLS_WRITE)
    public BillView voidBill(@Context Caller caller, @PathParam("id") long id, Reason why) {
        return BillView.of(bills.voidBill(caller, id, why.reason()));
    }

    public record BillDraft(@Field(needed = true) Long subscriptionId) {}

    public record BillRun(int billed, int paid, int skipped, int failed) {}

    public record BillView(
            long id,
            int version,
            @Field(needed = true, eg = "B-000042") String number,
            long subscriberId,
            @Field(eg = "Grace Muthoni") String subscriberName,
            Long subscriptionId,
            Instant periodFrom,
            Instant periodTo,
            @Field(needed = true) Amount total,
            @Field(needed = true) Bill.State state,
            @Field(needed = true) Instant issuedAt,
            Instant dueAt,
            Instant paidAt,
            @Field(needed = true) List<BillLine> lines) implements Identified, Versioned {
        static BillView of(Bill b) {
            return new BillView(b.id(), b.version(), b.number(), b.subscriberId(), b.subscriberName(), b.subscriptionId(), b.periodFrom(), b.periodTo(), Amount.of(b.total()),
                b.state(), b.issuedAt(), b.dueAt(), b.paidAt(), b.lines().stream().map(BillLine::of).toList());
        }
    }
}
