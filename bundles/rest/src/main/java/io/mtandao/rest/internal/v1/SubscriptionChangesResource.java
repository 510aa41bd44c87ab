package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.SUBSCRIPTIONS_READ;
import static io.mtandao.api.Permission.SUBSCRIPTIONS_WRITE;

import io.mtandao.api.Caller;
import io.mtandao.api.NotFound;
import io.mtandao.api.billing.ChangeQuote;
import io.mtandao.api.billing.ScheduledChange;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Identified;
import io.mtandao.rest.internal.edge.Operation;
import io.mtandao.rest.internal.edge.Params;
import io.mtandao.rest.internal.edge.Query;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;

/** Another package now, and what is to happen later. */
@Path("/v1/subscriptions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class SubscriptionChangesResource {
    private final Subscriptions subscriptions;

    public SubscriptionChangesResource(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @GET
    @Path("{id}/change-quote")
    @Query(value = "packageId", type = Long.class, needed = true, help = "the package to change to")
    @Operation(value = "What changing the package now would cost or give back, line by line.", needs = SUBSCRIPTIONS_READ)
    public ChangeQuoteView quoteChange(@Context Caller caller, @PathParam("id") long id, @Context Params params) {
        return ChangeQuoteView.of(subscriptions.quoteChange(caller, id, params.number("packageId")));
    }

    @POST
    @Path("{id}/change-package")
    @Operation(value = "Changes the package now, settled as the quote says.", needs = SUBSCRIPTIONS_WRITE)
    public SubscriptionView changePackage(@Context Caller caller, @PathParam("id") long id, PackageChange to) {
        return SubscriptionView.of(subscriptions.changePackage(caller, id, to.packageId, to.reason));
    }

    @GET
    @Path("{id}/scheduled")
    @Operation(value = "What is to happen later, newest first, what is done among it.", needs = SUBSCRIPTIONS_READ)
    public ListOf<ScheduledView> listScheduled(@Context Caller caller, @PathParam("id") long id) {
        return ListOf.all(subscriptions.scheduled(caller, id), ScheduledView::of);
    }

    @POST
    @Path("{id}/scheduled")
    @Operation(value = "Has something happen later.", needs = SUBSCRIPTIONS_WRITE, status = 201)
    public ScheduledView schedule(@Context Caller caller, @PathParam("id") long id, ScheduledDraft d) {
        return ScheduledView.of(subscriptions.schedule(caller, id, d.kind, d.at, d.packageId, d.reason));
    }

    @GET
    @Path("{id}/scheduled/{scheduledId}")
    @Operation(value = "One thing that is to happen later.", needs = SUBSCRIPTIONS_READ)
    public ScheduledView getScheduled(@Context Caller caller, @PathParam("id") long id, @PathParam("scheduledId") long scheduledId) {
        return ScheduledView.of(ofThis(caller, id, scheduledId));
    }

    @DELETE
    @Path("{id}/scheduled/{scheduledId}")
    @Operation(value = "Takes it back while it waits.", needs = SUBSCRIPTIONS_WRITE, also = SUBSCRIPTIONS_READ)
    public void cancelScheduled(@Context Caller caller, @PathParam("id") long id, @PathParam("scheduledId") long scheduledId) {
        subscriptions.cancelScheduled(caller, ofThis(caller, id, scheduledId).id());
    }

    /** An address that names another subscription's is nobody's. */
    private ScheduledChange ofThis(Caller caller, long id, long scheduledId) {
        return subscriptions.scheduled(caller, id).stream().filter(s -> s.id() == scheduledId).findFirst().orElseThrow(() -> new NotFound("scheduled change"));
    }

    public record PackageChange(@Field(needed = true) Long packageId, @Field(eg = "wants more speed") String reason) {}

    public record ChangeQuoteView(
            long subscriptionId,
            long packageId,
            @Field(needed = true) List<BillLine> lines,
            @Field(needed = true, help = "above zero: the wallet must hold it") Amount toPay,
            @Field(needed = true, help = "above zero: goes to the wallet") Amount toCredit,
            @Field(needed = true, help = "of the wallet now") Amount balance,
            @Field(help = "afterwards") Instant expiresAt) {
        static ChangeQuoteView of(ChangeQuote q) {
            return new ChangeQuoteView(q.subscriptionId(), q.packageId(), q.lines().stream().map(BillLine::of).toList(), Amount.of(q.toPay()),
                Amount.of(q.toCredit()), Amount.of(q.balance()), q.expiresAt());
        }
    }

    public record ScheduledDraft(
            @Field(needed = true) ScheduledChange.Kind kind,
            @Field(eg = "2030-01-31T21:00:00Z", help = "null for the next renewal, of change-package and cancel") Instant at,
            @Field(help = "of change-package") Long packageId,
            @Field(eg = "moves house") String reason) {}

    public record ScheduledView(
            long id,
            long subscriptionId,
            @Field(needed = true) ScheduledChange.Kind kind,
            @Field(help = "null for the next renewal") Instant at,
            Long packageId,
            @Field(eg = "Home 20M") String packageName,
            @Field(eg = "moves house") String reason,
            @Field(needed = true) ScheduledChange.State state,
            @Field(eg = "KES 500.00 are missing", help = "why it could not be done") String failure,
            @Field(eg = "Wanjiku Kamau") String by,
            @Field(needed = true) Instant createdAt) implements Identified {
        static ScheduledView of(ScheduledChange s) {
            return new ScheduledView(s.id(), s.subscriptionId(), s.kind(), s.at(), s.packageId(), s.packageName(), s.reason(), s.state(), s.failure(), s.by(),
                s.createdAt());
        }
    }
}
