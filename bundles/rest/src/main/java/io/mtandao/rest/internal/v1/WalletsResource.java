package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.PAYMENTS_READ;
import static io.mtandao.api.Permission.WALLETS_ADJUST;

import io.mtandao.api.Caller;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.Papers;
import io.mtandao.rest.internal.edge.Download;
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
import java.time.LocalDate;
import java.util.List;

/** The money of one subscriber. */
@Path("/v1/subscribers")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class WalletsResource {
    private final Ledger ledger;
    private final Papers papers;

    public WalletsResource(Ledger ledger, Papers papers) {
        this.ledger = ledger;
        this.papers = papers;
    }

    @GET
    @Path("{id}/ledger")
    @Lists
    @Operation(value = "The movements of a subscriber's wallet, newest first.", needs = PAYMENTS_READ)
    public ListOf<WalletEntryView> listLedger(@Context Caller caller, @PathParam("id") long id, @Context Params params) {
        return ListOf.of(ledger.wallet(caller, id, params.list()), WalletEntryView::of);
    }

    @GET
    @Path("{id}/wallet")
    @Operation(value = "What is in a subscriber's wallet; below zero is a debt.", needs = PAYMENTS_READ)
    public WalletView getWallet(@Context Caller caller, @PathParam("id") long id) {
        return new WalletView(Amount.of(ledger.balance(caller, id)));
    }

    @POST
    @Path("{id}/wallet/adjust")
    @Operation(value = "Adds to a wallet by hand, or takes from it.", needs = WALLETS_ADJUST)
    public WalletView adjustWallet(@Context Caller caller, @PathParam("id") long id, Adjustment a) {
        return new WalletView(Amount.of(ledger.adjust(caller, id, Amount.money(a.amount, "amount"), a.reason)));
    }

    @POST
    @Path("{id}/refunds")
    @Operation(value = "Books money that was given back out of a wallet. The same method and reference twice is refused.", needs = WALLETS_ADJUST)
    public WalletView refund(@Context Caller caller, @PathParam("id") long id, RefundDraft r) {
        return new WalletView(Amount.of(ledger.refund(caller, id, Amount.money(r.amount, "amount"), r.method, r.reference, r.reason)));
    }

    @GET
    @Path("{id}/statement")
    @Query(value = "from", type = Instant.class, needed = true, help = "not before this instant")
    @Query(value = "to", type = Instant.class, needed = true, eg = "2026-12-22T08:00:00Z", help = "before this instant")
    @Operation(value = "A subscriber's movements of a time with the balance before and after; at most 5000.", needs = PAYMENTS_READ)
    public StatementView getStatement(@Context Caller caller, @PathParam("id") long id, @Context Params params) {
        return StatementView.of(ledger.statement(caller, id, params.time("from"), params.time("to")));
    }

    @GET
    @Path("{id}/statement.pdf")
    @Produces(BillStepsResource.PDF)
    @Query(value = "from", type = LocalDate.class, needed = true, help = "first day, in the ISP's zone")
    @Query(value = "to", type = LocalDate.class, needed = true, eg = "2026-12-22", help = "last day")
    @Operation(value = "A statement to print.", needs = PAYMENTS_READ)
    public Download printStatement(@Context Caller caller, @PathParam("id") long id, @Context Params params) {
        return BillStepsResource.file(papers.statement(caller, id, params.day("from"), params.day("to")));
    }

    public record WalletView(@Field(needed = true) Amount balance) {}

    public record Adjustment(@Field(needed = true, help = "below zero: taken from it") Amount amount,
        @Field(needed = true, eg = "counted wrong at the desk") String reason) {}

    public record RefundDraft(
            @Field(needed = true, help = "above zero, at most what the wallet holds") Amount amount,
            @Field(needed = true, eg = "cash", help = "the way back, as of payments") String method,
            @Field(needed = true, eg = "book 4, page 2", help = "the receipt of the way back; unique with its method") String reference,
            @Field(needed = true, eg = "moved away") String reason) {}

    public record StatementView(
            long subscriberId,
            @Field(eg = "Grace Muthoni") String subscriberName,
            @Field(eg = "MT-1000") String accountNumber,
            @Field(needed = true) Instant from,
            @Field(needed = true) Instant to,
            @Field(needed = true) Amount opening,
            @Field(needed = true) List<WalletEntryView> movements,
            @Field(needed = true) Amount in,
            @Field(needed = true) Amount out,
            @Field(needed = true) Amount closing) {
        static StatementView of(Ledger.Statement s) {
            return new StatementView(s.subscriberId(), s.subscriberName(), s.accountNumber(), s.from(), s.to(), Amount.of(s.opening()),
                s.movements().stream().map(WalletEntryView::of).toList(), Amount.of(s.in()), Amount.of(s.out()), Amount.of(s.closing()));
        }
    }
}
