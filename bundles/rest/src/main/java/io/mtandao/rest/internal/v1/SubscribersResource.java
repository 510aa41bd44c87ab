package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.SUBSCRIBERS_READ;
import static io.mtandao.api.Permission.SUBSCRIBERS_WRITE;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.rest.internal.edge.Download;
import io.mtandao.rest.internal.edge.Field;
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
import java.util.TreeMap;

@Path("/v1/subscribers")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class SubscribersResource {
    private final Subscribers subscribers;

    public SubscribersResource(Subscribers subscribers) {
        this.subscribers = subscribers;
    }

    @GET
    @Lists(search = "name, phone, account number and PPPoE user name", sorts = {"name", "accountNumber", "createdAt"})
    @Query(value = "state", type = SubscriptionState.class, help = "only those with a subscription in this state")
    @Query(value = "debt", type = Boolean.class, help = "true: only those whose wallet is below zero")
    @Query(value = "tag", help = "only those with this tag")
    @Query(value = "zone", help = "only those of this zone")
    @Query(value = "building", help = "only those of this building")
    @Query(value = "payerId", type = Long.class, help = "only those for whom this one pays")
    @Operation(value = "Lists subscribers.", needs = SUBSCRIBERS_READ)
    public ListOf<SubscriberView> listSubscribers(@Context Caller caller, @Context Params params) {
        return ListOf.of(subscribers.list(caller, params.list()), SubscriberView::of);
    }

    @POST
    @Operation(value = "Adds a subscriber; without an account number the next of the series is taken.", needs = SUBSCRIBERS_WRITE, status = 201)
    public SubscriberView createSubscriber(@Context Caller caller, SubscriberDraft draft) {
        return SubscriberView.of(subscribers.create(caller, draft.toDraft()));
    }

    @GET
    @Path("{id}")
    @Operation(value = "One subscriber.", needs = SUBSCRIBERS_READ)
    public SubscriberView getSubscriber(@Context Caller caller, @PathParam("id") long id) {
        return SubscriberView.of(subscribers.get(caller, id));
    }

    @PUT
    @Path("{id}")
    @Operation(value = "Replaces a subscriber's data.", needs = SUBSCRIBERS_WRITE)
    public SubscriberView updateSubscriber(@Context Caller caller, @Context IfMatch read, @PathParam("id") long id, SubscriberDraft draft) {
        return SubscriberView.of(subscribers.update(caller, id, read.version(), draft.toDraft()));
    }

    @DELETE
    @Path("{id}")
    @Operation(value = "Removes a subscriber without money, bills and live subscriptions.", needs = SUBSCRIBERS_WRITE)
    public void deleteSubscriber(@Context Caller caller, @PathParam("id") long id) {
        subscribers.delete(caller, id);
    }

    @GET
    @Path("tags")
    @Operation(value = "All tags in use, and how many subscribers have each.", needs = SUBSCRIBERS_READ)
    public ListOf<TagView> listTags(@Context Caller caller) {
        return ListOf.all(new TreeMap<>(subscribers.tags(caller)).entrySet().stream().toList(), t -> new TagView(t.getKey(), t.getValue()));
    }

    @GET
    @Path("export")
    @Produces("text/csv;charset=utf-8")
    @Query(value = "q", help = "as in the list")
    @Query(value = "state", type = SubscriptionState.class, help = "as in the list")
    @Query(value = "debt", type = Boolean.class, help = "as in the list")
    @Query(value = "tag", help = "as in the list")
    @Query(value = "zone", help = "as in the list")
    @Query(value = "building", help = "as in the list")
    @Query(value = "payerId", type = Long.class, help = "as in the list")
    @Operation(value = "All subscribers that the filters leave, as a spreadsheet (CSV, one head line).", needs = SUBSCRIBERS_READ)
    public Download exportSubscribers(@Context Caller caller, @Context Params params) {
        ListQuery all = new ListQuery(params.text("q"), params.only("state", "debt", "tag", "zone", "building", "payerId"), null, ListQuery.MOST, null);
        return Download.text("subscribers.csv", out -> subscribers.exportCsv(caller, all, out));
    }

    public record TagView(@Field(needed = true, eg = "fibre") String tag, @Field(eg = "12") long subscribers) {}
}
