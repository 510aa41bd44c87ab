package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.ROUTERS_WRITE;
import static io.mtandao.api.Permission.SUBSCRIPTIONS_READ;
import static io.mtandao.api.Permission.SUBSCRIPTIONS_WRITE;

import io.mtandao.api.Caller;
import io.mtandao.api.billing.Usage;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;

/** Data that a subscription uses. */
@Path("/v1/subscriptions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class UsageResource {
    private final Usage usage;

    public UsageResource(Usage usage) {
        this.usage = usage;
    }

    @GET
    @Path("{id}/usage")
    @Operation(value = "How much data was used in the period, and what counts now.", needs = SUBSCRIPTIONS_READ)
    public UsageView getUsage(@Context Caller caller, @PathParam("id") long id) {
        return UsageView.of(usage.of(caller, id));
    }

    @POST
    @Path("{id}/usage")
    @Operation(value = "Adds what the network counted. The same reading twice counts once.", needs = ROUTERS_WRITE, makes = false)
    public UsageView addUsage(@Context Caller caller, @PathParam("id") long id, Reading r) {
        return UsageView.of(usage.add(caller, id, r.bytes, r.reading));
    }

    @POST
    @Path("{id}/top-ups")
    @Operation(value = "Buys more data for the running period from the wallet.", needs = SUBSCRIPTIONS_WRITE)
    public UsageView topUp(@Context Caller caller, @PathParam("id") long id, TopUp buy) {
        return UsageView.of(usage.topUp(caller, id, buy.addOnId));
    }

    public record Reading(
            @Field(needed = true, eg = "734003200", help = "both directions") Long bytes,
            @Field(needed = true, eg = "81a00023/2026-11-22T08:00:00Z",
                help = "unique per subscription, at most 100 characters: for example session and time") String reading) {}

    public record TopUp(@Field(needed = true, help = "one that adds data") Long addOnId) {}

    public record UsageView(
            long subscriptionId,
            @Field(help = "since when it is counted") Instant periodFrom,
            @Field(eg = "734003200") long usedBytes,
            @Field(eg = "100000000000", help = "with what was topped up; null for no cap") Long capBytes,
            @Field(eg = "0") long toppedUpBytes,
            @Field(eg = "10000", help = "what counts now") int downKbps,
            @Field(eg = "10000") int upKbps,
            @Field(help = "whether the cap is reached") boolean usedUp) {
        static UsageView of(Usage.Volume v) {
            return new UsageView(v.subscriptionId(), v.periodFrom(), v.usedBytes(), v.capBytes(), v.toppedUpBytes(), v.downKbps(), v.upKbps(), v.usedUp());
        }
    }
}
