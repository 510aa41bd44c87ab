package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.PAYMENTS_READ;
import static io.mtandao.api.Permission.SUBSCRIBERS_READ;
import static io.mtandao.api.Permission.SUBSCRIBERS_WRITE;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.rest.internal.edge.Download;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Identified;
import io.mtandao.rest.internal.edge.IfMatch;
import io.mtandao.rest.internal.edge.Lists;
import io.mtandao.rest.internal.edge.Operation;
import io.mtandao.rest.internal.edge.Params;
import io.mtandao.rest.internal.edge.Query;
import io.mtandao.rest.internal.edge.Versioned;
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

@Path("/v1/subscribers")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class SubscribersResource {
    private final Subscribers subscribers;
    private final Ledger ledger;

    public SubscribersResource(Subscribers subscribers, Ledger ledger) {
        this.subscribers = subscribers;
        this.ledger = ledger;
    }

    @GET
    @Lists(search = "name, phone, account number and PPPoE user name", sorts = {"name", "accountNumber", "createdAt"})
    @Query(value = "state", type = SubscriptionState.class, help = "only those with a subscription in this state")
    @Query(value = "debt", type = Boolean.class, help = "true: only those whose wallet is below zero")
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
    @Path("{id}/ledger")
    @Lists
    @Operation(value = "The movements of a subscriber's wallet, newest first.", needs = PAYMENTS_READ)
    public ListOf<WalletEntryView> listLedger(@Context Caller caller, @PathParam("id") long id, @Context Params params) {
        return ListOf.of(ledger.wallet(caller, id, params.list()), WalletEntryView::of);
    }

    @GET
    @Path("export")
    @Produces("text/csv;charset=utf-8")
    @Query(value = "q", help = "as in the list")
    @Query(value = "state", type = SubscriptionState.class, help = "as in the list")
    @Query(value = "debt", type = Boolean.class, help = "as in the list")
    @Operation(value = "All subscribers that the filters leave, as a spreadsheet (CSV, one head line).", needs = SUBSCRIBERS_READ)
    public Download exportSubscribers(@Context Caller caller, @Context Params params) {
        ListQuery all = new ListQuery(params.text("q"), params.only("state", "debt"), null, ListQuery.MOST, null);
        return Download.text("subscribers.csv", out -> subscribers.exportCsv(caller, all, out));
    }

    public record SubscriberDraft(
            @Field(needed = true, eg = "Grace Muthoni") String name,
            @Field(eg = "0712 345 678", help = "any spelling of the ISP's country") String phone,
            @Field(eg = "grace@example.com") String email,
            @Field(eg = "MT-1000", help = "the reference that payers type; null for the next of the series") String accountNumber,
            @Field(eg = "Rongai, Maasai Lodge") String place,
            @Field(eg = "third floor, green door") String notes) {
        Subscribers.Draft toDraft() {
            return new Subscribers.Draft(name, phone, email, accountNumber, place, notes);
        }
    }

    public record SubscriberView(
            long id,
            int version,
            @Field(needed = true, eg = "Grace Muthoni") String name,
            @Field(eg = "+254712345678", help = "E.164") String phone,
            @Field(eg = "grace@example.com") String email,
            @Field(needed = true, eg = "MT-1000") String accountNumber,
            @Field(eg = "Rongai, Maasai Lodge") String place,
            @Field(eg = "third floor, green door") String notes,
            @Field(needed = true, help = "what is in the wallet; below zero is a debt") Amount balance,
            @Field(needed = true) Instant createdAt) implements Identified, Versioned {
        static SubscriberView of(Subscriber s) {
            return new SubscriberView(s.id(), s.version(), s.name(), s.phone(), s.email(), s.accountNumber(), s.place(), s.notes(), Amount.of(s.balance()), s.createdAt());
        }
    }

    public record WalletEntryView(
            long id,
            @Field(needed = true) Instant at,
            @Field(needed = true, eg = "Payment R-17 by M-Pesa") String text,
            @Field(needed = true) Amount amount,
            @Field(needed = true) Amount balanceAfter,
            @Field(eg = "payment", help = "what it comes from") String sourceKind,
            @Field(eg = "17") String sourceId) {
        static WalletEntryView of(Ledger.WalletEntry e) {
            return new WalletEntryView(e.id(), e.at(), e.text(), Amount.of(e.amount()), Amount.of(e.balanceAfter()), e.sourceKind(), e.sourceId());
        }
    }
}
