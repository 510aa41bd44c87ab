package io.mtandao.billing.internal.ledger;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.Stale;
import io.mtandao.api.billing.Ledger;
import io.mtandao.billing.internal.bill.Renewals;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.books.Posting;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.entity.WalletRow;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The ledger as other bundles see it. */
@Component
public final class DoubleEntryLedger implements Ledger {
    /** Numbers the adjustments by hand. */
    public static final String ADJUSTMENTS = "adjustment";
    private final BillingDesk desk;
    private final Books books;
    private final Intake intake;
    private final WalletHistory history = new WalletHistory();
    private final LedgerProof proof = new LedgerProof();

    @Activate
    public DoubleEntryLedger(@Reference BillingDesk desk, @Reference Books books, @Reference Renewals renewals) {
        this.desk = desk;
        this.books = books;
        this.intake = new Intake(books, renewals);
    }

    @Override
    public Page<WalletEntry> wallet(Caller caller, long subscriberId, ListQuery query) {
        caller.require(Permission.PAYMENTS_READ);
        return desk.open(caller, d -> {
            d.find(SubscriberRow.class, subscriberId, "subscriber");
            return history.page(d, subscriberId, query);
        });
    }

    @Override
    public Money balance(Caller caller, long subscriberId) {
        caller.require(Permission.PAYMENTS_READ);
        return desk.open(caller, d -> {
            d.find(SubscriberRow.class, subscriberId, "subscriber");
            return d.money(history.balance(d, subscriberId));
        });
    }

    @Override
    public Received receive(Caller caller, long subscriberId, Money amount, Source source, String memo) {
        caller.require(Permission.PAYMENTS_WRITE);
        return evenInARace(caller, d -> intake.receive(d, subscriberId, amount, source, memo));
    }

    @Override
    public void receiveUnmatched(Caller caller, Money amount, Source source, String memo) {
        caller.require(Permission.PAYMENTS_WRITE);
        evenInARace(caller, d -> {
            intake.receiveUnmatched(d, amount, source, memo);
            return null;
        });
    }

    @Override
    public Received assign(Caller caller, long subscriberId, Money amount, Source source, String memo) {
        caller.require(Permission.PAYMENTS_WRITE);
        return evenInARace(caller, d -> intake.assign(d, subscriberId, amount, source, memo));
    }

    @Override
    public Money adjust(Caller caller, long subscriberId, Money signed, String reason) {
        caller.require(Permission.PAYMENTS_WRITE);
        new Invalid.Check().that(signed != null && !signed.isZero(), "amount", "must not be zero").notBlank(reason, "reason", 400).orThrow();
        return desk.open(caller, d -> {
            d.requireCurrency(signed, "amount");
            WalletRow wallet = books.wallet(d, subscriberId);
            Money before = d.money(wallet.getBalance());
            Posting posting = new Posting(ADJUSTMENTS, String.valueOf(d.next(ADJUSTMENTS)), reason.strip(), null);
            books.book(d, posting.to(Posting.ADJUSTMENTS, -signed.minor()).to(wallet, signed.minor()));
            Money after = d.money(wallet.getBalance());
            d.audit("wallet.adjust", "subscriber", subscriberId, Map.of("balance", before.toString()), Map.of("balance", after.toString(), "reason", reason));
            return after;
        });
    }

    @Override
    public Proof prove(Caller caller) {
        caller.require(Permission.PAYMENTS_READ);
        return desk.open(caller, proof::of);
    }

    /**
     * Of two first bookings of one source at once, one may end in a Conflict by the unique key, and one beside an import may find its subscription
     * changed. Looked at again, each finds what the other did.
     */
    private <R> R evenInARace(Caller caller, BillingDesk.Task<R> task) {
        boolean outermost = !desk.busy();
        try {
            return desk.open(caller, task);
        } catch (Conflict | Stale e) {
            if (!outermost) throw e;
            return desk.open(caller, task);
        }
    }

    // Written by the ledger branch; these lines go with its merge.
    @Override
    public Received transfer(Caller caller, long from, long to, Money amount, String reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Money refund(Caller caller, long subscriberId, Money amount, String method, String reference, String reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public java.util.Optional<Proof> lastProof(Caller caller) {
        throw new UnsupportedOperationException();
    }

    @Override
    public TrialBalance trialBalance(Caller caller, java.time.Instant at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Statement statement(Caller caller, long subscriberId, java.time.Instant from, java.time.Instant to) {
        throw new UnsupportedOperationException();
    }
}
