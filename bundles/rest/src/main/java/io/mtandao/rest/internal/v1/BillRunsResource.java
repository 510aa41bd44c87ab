package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.BILLS_READ;
import static io.mtandao.api.Permission.BILLS_WRITE;

import io.mtandao.api.Caller;
import io.mtandao.api.billing.BillRun;
import io.mtandao.api.billing.BillRuns;
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

@Path("/v1/bill-runs")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class BillRunsResource {
    private static final String UNTIL = "what is due until then; left out: within a day";
    private final BillRuns runs;

    public BillRunsResource(BillRuns runs) {
        this.runs = runs;
    }

    @GET
    @Lists
    @Operation(value = "Lists runs, newest first.", needs = BILLS_READ)
    public ListOf<BillRunView> listBillRuns(@Context Caller caller, @Context Params params) {
        return ListOf.of(runs.list(caller, params.list()), BillRunView::of);
    }

    @POST
    @Operation(value = "Begins a run over everything that is due; it goes on in the background, also after a restart. No period is billed twice.",
        needs = BILLS_WRITE, status = 202)
    public BillRunView startBillRun(@Context Caller caller, BillRunDraft draft) {
        return BillRunView.of(runs.start(caller, draft.until));
    }

    @GET
    @Path("{id}")
    @Operation(value = "One run and how far it is.", needs = BILLS_READ)
    public BillRunView getBillRun(@Context Caller caller, @PathParam("id") long id) {
        return BillRunView.of(runs.get(caller, id));
    }

    @POST
    @Path("{id}/stop")
    @Operation(value = "Ends a run after what is just being billed; what is billed stays.", needs = BILLS_WRITE, status = 202, location = "/v1/bill-runs/{id}")
    public BillRunView stopBillRun(@Context Caller caller, @PathParam("id") long id) {
        return BillRunView.of(runs.stop(caller, id));
    }

    @GET
    @Path("preview")
    @Lists
    @Query(value = "until", type = Instant.class, help = UNTIL)
    @Operation(value = "What a run would do now: who, how much, why. Nothing is written.", needs = BILLS_READ)
    public ListOf<ForecastView> previewBillRun(@Context Caller caller, @Context Params params) {
        return ListOf.of(runs.preview(caller, params.time("until"), params.listBy()), ForecastView::of);
    }

    @GET
    @Path("preview/sum")
    @Query(value = "until", type = Instant.class, help = UNTIL)
    @Operation(value = "The sums of the preview over all.", needs = BILLS_READ)
    public ForecastSum sumBillRun(@Context Caller caller, @Context Params params) {
        BillRuns.Sum s = runs.sum(caller, params.time("until"));
        return new ForecastSum(s.bills(), Amount.of(s.total()), s.covered(), s.problems());
    }

    public record BillRunDraft(@Field(eg = "null", help = UNTIL) Instant until) {}

    public record BillRunView(
            long id,
            int version,
            @Field(needed = true) BillRun.State state,
            @Field(needed = true, help = "what is due until then is billed") Instant until,
            @Field(eg = "Wanjiku Kamau") String by,
            @Field(needed = true) Instant startedAt,
            Instant finishedAt,
            @Field(help = "subscriptions found due when it began") long planned,
            long billed,
            long paid,
            long skipped,
            @Field(help = "that failed, each with its reason under parked") long parked,
            @Field(needed = true) Amount total) implements Identified, Versioned {
        static BillRunView of(BillRun r) {
            return new BillRunView(r.id(), r.version(), r.state(), r.until(), r.by(), r.startedAt(), r.finishedAt(), r.planned(), r.billed(), r.paid(),
                r.skipped(), r.parked(), Amount.of(r.total()));
        }
    }

    public record ForecastView(
            long subscriptionId,
            long subscriberId,
            @Field(eg = "Grace Muthoni") String subscriberName,
            @Field(eg = "MT-1000") String accountNumber,
            @Field(eg = "Home 10M") String packageName,
            Instant from,
            Instant to,
            @Field(needed = true) List<BillLine> lines,
            @Field(needed = true) Amount total,
            @Field(help = "whether the wallet pays it at once") boolean covered,
            @Field(eg = "above the ceiling of KES 20,000.00", help = "why it would be parked") String problem) {
        static ForecastView of(BillRuns.Forecast f) {
            return new ForecastView(f.subscriptionId(), f.subscriberId(), f.subscriberName(), f.accountNumber(), f.packageName(), f.from(), f.to(),
                f.lines().stream().map(BillLine::of).toList(), Amount.of(f.total()), f.covered(), f.problem());
        }
    }

    public record ForecastSum(long bills, @Field(needed = true) Amount total, @Field(help = "bills that the wallets pay at once") long covered,
        long problems) {}
}
