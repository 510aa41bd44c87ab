package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.PAYMENTS_READ;
import static io.mtandao.api.Permission.WALLETS_ADJUST;

import io.mtandao.api.Caller;
import io.mtandao.api.NotFound;
import io.mtandao.api.billing.Ledger;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Operation;
import io.mtandao.rest.internal.edge.Params;
import io.mtandao.rest.internal.edge.Query;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;

/** The books of one ISP: double entry, append-only, chained. */
@Path("/v1/ledger")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class LedgerResource {
    private final Ledger ledger;

    public LedgerResource(Ledger ledger) {
        this.ledger = ledger;
    }

    @GET
    @Path("trial-balance")
    @Query(value = "at", type = Instant.class, help = "at this moment; left out: now")
    @Operation(value = "The sum of every account; wallets and money accounts also as one line each. Debits equal credits.", needs = PAYMENTS_READ)
    public TrialBalanceView getTrialBalance(@Context Caller caller, @Context Params params) {
        return TrialBalanceView.of(ledger.trialBalance(caller, params.time("at")));
    }

    @GET
    @Path("proof")
    @Operation(value = "The last proof of the ledger: made each night, or when somebody wanted it.", needs = PAYMENTS_READ)
    public ProofView getProof(@Context Caller caller) {
        return ProofView.of(ledger.lastProof(caller).orElseThrow(() -> new NotFound("proof yet")));
    }

    @POST
    @Path("proof")
    @Operation(value = "Proves now that every transaction balances, every wallet equals its entries and the chain of hashes is whole.", needs = PAYMENTS_READ,
        makes = false)
    public ProofView proveLedger(@Context Caller caller) {
        return ProofView.of(ledger.prove(caller));
    }

    @POST
    @Path("transfers")
    @Operation(value = "Moves money from one wallet to another; then the receiver's bills are paid.", needs = WALLETS_ADJUST)
    public TransferView transfer(@Context Caller caller, TransferDraft t) {
        Ledger.Received r = ledger.transfer(caller, t.fromSubscriberId, t.toSubscriberId, Amount.money(t.amount, "amount"), t.reason);
        return new TransferView(Amount.of(r.balance()), r.renewed());
    }

    public record TransferDraft(
            @Field(needed = true) Long fromSubscriberId,
            @Field(needed = true, eg = "43") Long toSubscriberId,
            @Field(needed = true, help = "above zero, at most what the wallet holds") Amount amount,
            @Field(needed = true, eg = "paid into the wrong account") String reason) {}

    public record TransferView(@Field(needed = true, help = "of the receiver's wallet, afterwards") Amount balance,
        @Field(eg = "1", help = "subscriptions that were renewed by it") int renewed) {}

    public record TrialBalanceView(
            @Field(needed = true) Instant at,
            @Field(needed = true) List<LedgerAccountView> accounts,
            @Field(needed = true) Amount debits,
            @Field(needed = true) Amount credits) {
        static TrialBalanceView of(Ledger.TrialBalance t) {
            return new TrialBalanceView(t.at(), t.accounts().stream().map(LedgerAccountView::of).toList(), Amount.of(t.debits()), Amount.of(t.credits()));
        }
    }

    public record LedgerAccountView(
            @Field(needed = true, eg = "money:mpesa", help = "wallets, suspense, income, tax:VAT, money:mpesa …") String name,
            @Field(needed = true, help = "one of the two is zero") Amount debit,
            @Field(needed = true) Amount credit,
            long entries) {
        static LedgerAccountView of(Ledger.TrialBalance.Account a) {
            return new LedgerAccountView(a.name(), Amount.of(a.debit()), Amount.of(a.credit()), a.entries());
        }
    }

    public record ProofView(
            boolean whole,
            long transactions,
            @Field(eg = "transaction 17 does not balance: KES 5.00", help = "when it is not whole") String firstFault,
            @Field(help = "chained") long entries,
            @Field(eg = "9f86d081884c7d65…", help = "the hash of the last entry: noted elsewhere, it proves that nothing before it was rewritten") String head,
            Instant at) {
        static ProofView of(Ledger.Proof p) {
            return new ProofView(p.whole(), p.transactions(), p.firstFault(), p.entries(), p.head(), p.at());
        }
    }
}
