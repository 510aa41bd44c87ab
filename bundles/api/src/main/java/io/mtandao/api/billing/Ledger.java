package io.mtandao.api.billing;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Double entry, append-only, each entry chained to the one before it by a hash. Wallets are the subscribers' accounts in it; a wallet's balance is
 * the sum of its entries.
 */
public interface Ledger {
    /** A wallet's movements, newest first. */
    Page<WalletEntry> wallet(Caller caller, long subscriberId, ListQuery query);

    Money balance(Caller caller, long subscriberId);

    /**
     * Money that came in for a subscriber: books method account against wallet, then pays open bills oldest first and renews what the wallet
     * covers. The same source a second time changes nothing and answers the same.
     *
     * @param amount above zero, in the tenant's currency
     */
    Received receive(Caller caller, long subscriberId, Money amount, Source source, String memo);

    /** Money that came in for nobody known: books method account against suspense. The same source twice changes nothing. */
    void receiveUnmatched(Caller caller, Money amount, Source source, String memo);

    /** From suspense to a subscriber's wallet; then as {@link #receive}. */
    Received assign(Caller caller, long subscriberId, Money amount, Source source, String memo);

    /** Adds to (or takes from) a wallet by hand, against the adjustments account. Needs {@code wallets:adjust}. */
    Money adjust(Caller caller, long subscriberId, Money signed, String reason);

    /** From one wallet to another; then the receiver's bills are paid as by {@link #receive}. Needs {@code wallets:adjust}. @throws io.mtandao.api.Conflict above the balance */
    Received transfer(Caller caller, long from, long to, Money amount, String reason);

    /**
     * Money given back out of a wallet, by hand: books wallet against the method's account. Needs {@code wallets:adjust}.
     *
     * @param method as of payments, for example "cash" @param reference the receipt of the way back, unique with its method
     * @throws io.mtandao.api.Conflict above the balance, or when the reference is booked already
     */
    Money refund(Caller caller, long subscriberId, Money amount, String method, String reference, String reason);

    /** Checks that every transaction balances, every wallet equals its entries and the chain of hashes is whole. Kept as the last proof. */
    Proof prove(Caller caller);

    Optional<Proof> lastProof(Caller caller);

    /** The sum of every account at a moment; wallets and money accounts also as one line each. Debits equal credits. @param at null for now */
    TrialBalance trialBalance(Caller caller, Instant at);

    /** A subscriber's movements of a time with the balance before and after. @param from inclusive @param to exclusive @throws io.mtandao.api.Invalid above 5000 movements */
    Statement statement(Caller caller, long subscriberId, Instant from, Instant to);

    /** What an entry comes from, unique per tenant. @param kind for example "payment" @param method the account money arrived on, for example "mpesa" */
    record Source(String kind, String id, String method) {}

    record Received(Money balance, int renewed) {}

    record WalletEntry(long id, Instant at, String text, Money amount, Money balanceAfter, String sourceKind, String sourceId) {}

    /** @param entries chained @param head the hash of the last of them, hex */
    record Proof(boolean whole, long transactions, String firstFault, long entries, String head, Instant at) {
        public Proof(boolean whole, long transactions, String firstFault) {
            this(whole, transactions, firstFault, 0, null, null);
        }
    }

    record TrialBalance(Instant at, List<Account> accounts, Money debits, Money credits) {
        public TrialBalance {
            accounts = List.copyOf(accounts);
        }

        /** @param name "wallets", "suspense", "income", "tax:VAT", "money:mpesa" … @param debit one of the two is zero */
        public record Account(String name, Money debit, Money credit, long entries) {}
    }

    record Statement(long subscriberId, String subscriberName, String accountNumber, Instant from, Instant to, Money opening, List<WalletEntry> movements, Money in, Money out, Money closing) {
        public Statement {
            movements = List.copyOf(movements);
        }
    }
}
