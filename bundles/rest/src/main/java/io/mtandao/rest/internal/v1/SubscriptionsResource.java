package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.SUBSCRIPTIONS_READ;
import static io.mtandao.api.Permission.SUBSCRIPTIONS_WRITE;

import io.mtandao.api.Caller;
import io.mtandao.api.NotFound;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.api.router.Routers;
import io.mtandao.rest.internal.edge.IfMatch;
import io.mtandao.rest.internal.edge.Lists;
import io.mtandao.rest.internal.edge.Operation;
import io.mtandao.rest.internal.edge.Params;
import io.mtandao.rest.internal.edge.Query;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;

@Path("/v1/subscriptions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class SubscriptionsResource {
    private final Subscriptions subscriptions;
    private final Routers routers;

    public SubscriptionsResource(Subscriptions subscriptions, Routers routers) {
        this.subscriptions = subscriptions;
        this.routers = routers;
    }

    @GET
    @Lists(search = "PPPoE user and subscriber", sorts = {"expiresAt", "createdAt"})
    @Query(value = "subscriberId", type = Long.class, help = "only this subscriber's")
    @Query(value = "packageId", type = Long.class, help = "only of this package")
    @Query(value = "routerId", type = Long.class, help = "only on this router")
    @Query(value = "state", type = SubscriptionState.class, help = "only in this state")
    @Query(value = "charging", type = Charging.class, help = "only those paid for before, or after")
    @Query(value = "expiresBefore", type = Instant.class, help = "only what expires before this instant")
    @Operation(value = "Lists subscriptions.", needs = SUBSCRIPTIONS_READ)
    public ListOf<SubscriptionView> listSubscriptions(@Context Caller caller, @Context Params params) {
        return ListOf.of(subscriptions.list(caller, params.list()), SubscriptionView::of);
    }

    @POST
    @Operation(value = "Gives a subscriber a package, pending until it is paid for or activated; without a PPPoE password one is made.",
        needs = SUBSCRIPTIONS_WRITE, status = 201)
    public SubscriptionView createSubscription(@Context Caller caller, SubscriptionDraft draft) {
        return SubscriptionView.of(subscriptions.create(caller, draft.toDraft()));
    }

    @GET
    @Path("{id}")
    @Operation(value = "One subscription.", needs = SUBSCRIPTIONS_READ)
    public SubscriptionView getSubscription(@Context Caller caller, @PathParam("id") long id) {
        return SubscriptionView.of(subscriptions.get(caller, id));
    }

    @PUT
    @Path("{id}")
    @Operation(value = "Replaces a subscription's data; a null PPPoE password leaves the old one, another package counts from the next period.",
        needs = SUBSCRIPTIONS_WRITE)
    public SubscriptionView updateSubscription(@Context Caller caller, @Context IfMatch read, @PathParam("id") long id, SubscriptionDraft draft) {
        return SubscriptionView.of(subscriptions.update(caller, id, read.version(), draft.toDraft()));
    }

    @DELETE
    @Path("{id}")
    @Operation(value = "Cancels without a reason: the router forgets it, its bills and payments stay.", needs = SUBSCRIPTIONS_WRITE)
    public void cancelSubscription(@Context Caller caller, @PathParam("id") long id) {
        subscriptions.cancel(caller, id);
    }

    @GET
    @Path("{id}/network")
    @Operation(value = "How it stands on its router: what is desired, what is applied, and the last error.", needs = SUBSCRIPTIONS_READ)
    public NetworkView getNetworkState(@Context Caller caller, @PathParam("id") long id) {
        return NetworkView.of(routers.state(caller, id).orElseThrow(() -> new NotFound("network state")));
    }

    @POST
    @Path("{id}/sync")
    @Operation(value = "Has the router told again at once what is desired, for example after it was repaired.", needs = SUBSCRIPTIONS_WRITE, status = 202,
        makes = false)
    public void syncSubscription(@Context Caller caller, @PathParam("id") long id) {
        routers.sync(caller, id);
    }
}
