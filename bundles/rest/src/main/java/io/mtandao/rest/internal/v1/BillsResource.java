package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.BILLS_READ;
import static io.mtandao.api.Permission.BILLS_WRITE;

import io.mtandao.api.Caller;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Bills;
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
    @Query(value = "payerId", type = Long.class, help = "only those that this subscriber's wallet pays")
    @Query(value = "subscriptionId", type = Long.class, help = "only this subscription's")
    @Query(value = "runId", type = Long.class, help = "only those of this run")
    @Query(value = "state", type = Bill.State.class, help = "only in this state")
    @Query(value = "kind", type = Bill.Kind.class, help = "only bills, or only credit notes")
    @Query(value = "overdue", type = Boolean.class, help = "true: only those that should be paid by now")
    @Query(value = "from", type = Instant.class, help = "not issued before this instant")
    @Query(value = "to", type = Instant.class, help = "issued before this instant")
    @Operation(value = "Lists bills and credit notes, newest first.", needs = BILLS_READ)
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
    @Operation(value = "Bills everything that is due now, pays what the wallets cover, and answers when it is done (bill-runs does it in the background).",
        needs = BILLS_WRITE)
    public BillsRun billDue(@Context Caller caller) {
        Bills.RunResult done = bills.billDue(caller);
        return new BillsRun(done.billed(), done.paid(), done.skipped(), done.failed());
    }

    public record BillDraft(@Field(needed = true) Long subscriptionId) {}

    public record BillsRun(int billed, int paid, int skipped, int failed) {}
}
