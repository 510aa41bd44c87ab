package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.SUBSCRIPTIONS_READ;
import static io.mtandao.api.Permission.SUBSCRIPTIONS_WRITE;

import io.mtandao.api.Caller;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Lists;
import io.mtandao.rest.internal.edge.Operation;
import io.mtandao.rest.internal.edge.Params;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;

/** The steps that a subscription takes, each with who and why. */
@Path("/v1/subscriptions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class SubscriptionStepsResource {
    private final Subscriptions subscriptions;

    public SubscriptionStepsResource(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @POST
    @Path("{id}/activate")
    @Operation(value = "Switches a pending one on: its trial when there is one, else postpaid from now, else by buying the first period from the wallet.",
        needs = SUBSCRIPTIONS_WRITE)
    public SubscriptionView activateSubscription(@Context Caller caller, @PathParam("id") long id, Remark why) {
        return SubscriptionView.of(subscriptions.activate(caller, id, why.reason()));
    }

    @POST
    @Path("{id}/renew")
    @Operation(value = "Bills the next period and pays it from the wallet.", needs = SUBSCRIPTIONS_WRITE)
    public SubscriptionView renewSubscription(@Context Caller caller, @PathParam("id") long id) {
        return SubscriptionView.of(subscriptions.renew(caller, id));
    }

    @POST
    @Path("{id}/suspend")
    @Operation(value = "Cuts it off, whatever is paid.", needs = SUBSCRIPTIONS_WRITE)
    public SubscriptionView suspendSubscription(@Context Caller caller, @PathParam("id") long id, Reason why) {
        return SubscriptionView.of(subscriptions.suspend(caller, id, why.reason()));
    }

    @POST
    @Path("{id}/pause")
    @Operation(value = "Stops service at the subscriber's wish and keeps the time that is left.", needs = SUBSCRIPTIONS_WRITE)
    public SubscriptionView pauseSubscription(@Context Caller caller, @PathParam("id") long id, Reason why) {
        return SubscriptionView.of(subscriptions.pause(caller, id, why.reason()));
    }

    @POST
    @Path("{id}/resume")
    @Operation(value = "Lets a suspended or paused one on again; a paused one gets its time back.", needs = SUBSCRIPTIONS_WRITE)
    public SubscriptionView resumeSubscription(@Context Caller caller, @PathParam("id") long id) {
        return SubscriptionView.of(subscriptions.resume(caller, id));
    }

    @POST
    @Path("{id}/cancel")
    @Operation(value = "Cancels: the router forgets it, its bills and payments stay.", needs = SUBSCRIPTIONS_WRITE)
    public void cancelWithReason(@Context Caller caller, @PathParam("id") long id, Reason why) {
        subscriptions.cancel(caller, id, why.reason());
    }

    @POST
    @Path("{id}/expiry")
    @Operation(value = "Gives or takes time by hand; no money moves.", needs = SUBSCRIPTIONS_WRITE)
    public SubscriptionView moveExpiry(@Context Caller caller, @PathParam("id") long id, Expiry to) {
        return SubscriptionView.of(subscriptions.moveExpiry(caller, id, to.expiresAt, to.reason));
    }

    @GET
    @Path("{id}/history")
    @Lists
    @Operation(value = "Who let it take which step and why, newest first.", needs = SUBSCRIPTIONS_READ)
    public ListOf<StepView> listHistory(@Context Caller caller, @PathParam("id") long id, @Context Params params) {
        return ListOf.of(subscriptions.history(caller, id, params.list()), StepView::of);
    }

    public record Remark(@Field(eg = "asked for by phone", help = "may be left out") String reason) {}

    public record Expiry(
            @Field(needed = true, eg = "2030-01-31T21:00:00Z") Instant expiresAt,
            @Field(needed = true, eg = "two days without service") String reason) {}

    public record StepView(
            long id,
            @Field(needed = true) Instant at,
            @Field(help = "null for the creation") SubscriptionState from,
            @Field(needed = true, eg = "active") SubscriptionState to,
            @Field(eg = "Wanjiku Kamau") String who,
            @Field(eg = "asked for by phone") String why) {
        static StepView of(Subscriptions.Step s) {
            return new StepView(s.id(), s.at(), s.from(), s.to(), s.who(), s.why());
        }
    }
}
