package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.BILLS_READ;
import static io.mtandao.api.Permission.BILLS_WRITE;

import io.mtandao.api.Caller;
import io.mtandao.api.billing.BillRuns;
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

/** Accounts that a run could not bill. */
@Path("/v1/bill-runs/parked")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class ParkedResource {
    private final BillRuns runs;

    public ParkedResource(BillRuns runs) {
        this.runs = runs;
    }

    @GET
    @Lists
    @Query(value = "runId", type = Long.class, help = "only those of this run")
    @Query(value = "open", type = Boolean.class, help = "true: only those not settled")
    @Operation(value = "Lists accounts that a run could not bill, with the reasons.", needs = BILLS_READ)
    public ListOf<ParkedView> listParked(@Context Caller caller, @Context Params params) {
        return ListOf.of(runs.parked(caller, params.list()), ParkedView::of);
    }

    @POST
    @Path("{id}/retry")
    @Operation(value = "Bills a parked one now, whatever the ceiling.", needs = BILLS_WRITE, status = 201, location = BillStepsResource.ONE_BILL)
    public BillView retryParked(@Context Caller caller, @PathParam("id") long id) {
        return BillView.of(runs.retry(caller, id));
    }

    @POST
    @Path("{id}/dismiss")
    @Operation(value = "Says that a parked one is settled otherwise.", needs = BILLS_WRITE)
    public void dismissParked(@Context Caller caller, @PathParam("id") long id, Reason why) {
        runs.dismiss(caller, id, why.reason());
    }

    public record ParkedView(
            long id,
            long runId,
            long subscriptionId,
            long subscriberId,
            @Field(eg = "Grace Muthoni") String subscriberName,
            @Field(needed = true, eg = "above the ceiling of KES 20,000.00") String reason,
            @Field(needed = true) Instant at,
            Instant settledAt,
            @Field(eg = "Wanjiku Kamau") String settledBy) {
        static ParkedView of(BillRuns.Parked p) {
            return new ParkedView(p.id(), p.runId(), p.subscriptionId(), p.subscriberId(), p.subscriberName(), p.reason(), p.at(), p.settledAt(),
                p.settledBy());
        }
    }
}
