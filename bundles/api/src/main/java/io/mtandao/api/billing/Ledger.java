package io.mtandao.api.billing;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.Page;
import java.time.Instant;

/** Double entry, append-only. Wallets are the subscribers' accounts in it; a wallet's balance is the sum of its entries. */
public interface Ledger {
    /** A wallet's movements, newest first. */
    Page<WalletEntry> wallet(Caller caller, long subscriberId, ListQuery query);

    Money balance(Caller caller, long subscriberId);

    /**
     * Money that came in for a subscriber: books method account against wallet, then pays open bills oldest first and renews what the wallet
     * covers by one period. The same source a second time changes nothing and answers the same.
     *
     * @param amount above zero, in the tenant's currency
     */
    Received receive(Caller caller, long subscriberId, Money amount, Source source, String memo);

    /** Money that came in for nobody known: books method account against suspense. The same source twice changes nothing. */
    void receiveUnmatched(Caller caller, Money amount, Source source, String memo);

    /** From suspense to a subscriber's wallet; then as {@link #receive}. */
    Received assign(Caller caller, long subscriberId, Money amount, Source source, String memo);

    /** Adds to (or takes from) a wallet by hand, against the adjustments account. */
    Money adjust(Caller caller, long subscriberId, Money signed, String reason);

    /** Checks that every transaction balances and every wallet equals its entries. */
    Proof prove(Caller caller);

    /** What an entry comes from, unique per tenant. @param kind for example "payment" @param method the account money arrived on, for example "mpesa" */
    record Source(String kind, String id, String method) {}

    record Received(Money balance, int renewed) {}

    record WalletEntry(long id, Instant at, String text, Money amount, Money balanceAfter, String sourceKind, String sourceId) {}

    record Proof(boolean whole, long transactions, String firstFault) {}
}
