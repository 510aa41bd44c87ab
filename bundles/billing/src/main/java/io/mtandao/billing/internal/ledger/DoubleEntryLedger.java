package io.mtandao.billing.internal.ledger;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.Stale;
import io.mtandao.api.billing.Ledger;
import io.mtandao.billing.internal.bill.Renewals;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.entity.SubscriberRow;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The ledger as other bundles see it. */
@Component
public final class DoubleEntryLedger implements Ledger {
    /** Numbers what is booked by hand. */
    public static final String ADJUSTMENTS = "adjustment";
    private final BillingDesk desk;
    private final Books books;
    private final Intake intake;
    private final BookingsByHand byHand;
    private final LedgerProof proof;
    private final AccountSums sums;
    private final WalletHistory history = new WalletHistory();

    @Activate
    public DoubleEntryLedger(@Reference BillingDesk desk, @Reference Books books, @Reference Renewals renewals) {
        this.desk = desk;
        this.books = books;
        this.intake = new Intake(books, renewals);
        this.byHand = new BookingsByHand(books, renewals);
        this.proof = new LedgerProof(desk, books);
        this.sums = new AccountSums(books);
    }

    @Override
    public Page<WalletEntry> wallet(Caller caller, long subscriberId, ListQuery query) {
        caller.require(Permission.PAYMENTS_READ);
        return desk.open(caller, d -> history.page(d, books.payer(d, subscriberId), query));
    }

    @Override
    public Money balance(Caller caller, long subscriberId) {
        caller.require(Permission.PAYMENTS_READ);
        return desk.open(caller, d -> d.money(history.balance(d, books.payer(d, subscriberId))));
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
        caller.require(Permission.WALLETS_ADJUST);
        return desk.open(caller, d -> byHand.adjust(d, subscriberId, signed, reason));
    }

    @Override
    public Received transfer(Caller caller, long from, long to, Money amount, String reason) {
        caller.require(Permission.WALLETS_ADJUST);
        return desk.open(caller, d -> byHand.transfer(d, from, to, amount, reason));
    }

    @Override
    public Money refund(Caller caller, long subscriberId, Money amount, String method, String reference, String reason) {
        caller.require(Permission.WALLETS_ADJUST);
        return evenInARace(caller, d -> byHand.refund(d, subscriberId, amount, method, reference, reason));
    }

    @Override
    public Proof prove(Caller caller) {
        caller.require(Permission.PAYMENTS_READ);
        return proof.of(caller);
    }

    @Override
    public Optional<Proof> lastProof(Caller caller) {
        caller.require(Permission.PAYMENTS_READ);
        return desk.open(caller, LedgerProof::last);
    }

    @Override
    public TrialBalance trialBalance(Caller caller, Instant at) {
        caller.require(Permission.PAYMENTS_READ);
        proof.sealEarlier(caller);
        return desk.open(caller, d -> sums.trialBalance(d, at));
    }

    @Override
    public Statement statement(Caller caller, long subscriberId, Instant from, Instant to) {
        caller.require(Permission.PAYMENTS_READ);
        return desk.open(caller, d -> history.statement(d, d.find(SubscriberRow.class, subscriberId, "subscriber"), from, to));
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
}
