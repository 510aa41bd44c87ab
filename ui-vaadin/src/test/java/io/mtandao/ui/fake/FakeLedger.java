package io.mtandao.ui.fake;

import static io.mtandao.ui.fake.FakeTenant.kes;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.Page;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.Subscriber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The wallets of {@link FakeBilling}: the entries are those of the first subscriber, balances are everybody's. */
public final class FakeLedger implements Ledger {
    private final FakeBilling billing;

    public FakeLedger(FakeBilling billing) {
        this.billing = billing;
    }

    private List<WalletEntry> entries(long subscriberId) {
        return subscriberId == 1 ? billing.entries : List.of();
    }

    @Override
    public Page<WalletEntry> wallet(Caller caller, long subscriberId, ListQuery q) {
        return Lists.page(entries(subscriberId), q, e -> true);
    }

    @Override
    public Money balance(Caller caller, long subscriberId) {
        return billing.subscriber(subscriberId).balance();
    }

    @Override
    public Received receive(Caller caller, long subscriberId, Money amount, Source source, String memo) {
        throw new UnsupportedOperationException("not for the UI");
    }

    @Override
    public void receiveUnmatched(Caller caller, Money amount, Source source, String memo) {
        throw new UnsupportedOperationException("not for the UI");
    }

    @Override
    public Received assign(Caller caller, long subscriberId, Money amount, Source source, String memo) {
        throw new UnsupportedOperationException("not for the UI");
    }

    @Override
    public Money adjust(Caller caller, long subscriberId, Money signed, String reason) {
        return billing.credit(subscriberId, signed).balance();
    }

    @Override
    public Received transfer(Caller caller, long from, long to, Money amount, String reason) {
        holds(from, amount);
        billing.credit(from, amount.negated());
        return new Received(billing.credit(to, amount).balance(), 1);
    }

    @Override
    public Money refund(Caller caller, long subscriberId, Money amount, String method, String reference, String reason) {
        holds(subscriberId, amount);
        return billing.credit(subscriberId, amount.negated()).balance();
    }

    private void holds(long subscriberId, Money amount) {
        Money balance = billing.subscriber(subscriberId).balance();
        if (!balance.covers(amount)) throw new Conflict("the wallet holds only " + balance);
    }

    @Override
    public Proof prove(Caller caller) {
        return billing.books.prove();
    }

    @Override
    public Optional<Proof> lastProof(Caller caller) {
        return Optional.ofNullable(billing.books.last);
    }

    @Override
    public TrialBalance trialBalance(Caller caller, Instant at) {
        return billing.books.balance(at);
    }

    @Override
    public Statement statement(Caller caller, long subscriberId, Instant from, Instant to) {
        Subscriber s = billing.subscriber(subscriberId);
        List<WalletEntry> in = new ArrayList<>(entries(subscriberId).stream().filter(e -> !e.at().isBefore(from) && e.at().isBefore(to)).toList());
        Collections.reverse(in);
        Money plus = in.stream().map(WalletEntry::amount).filter(Money::isPositive).reduce(kes(0), Money::plus);
        Money minus = in.stream().map(WalletEntry::amount).filter(Money::isNegative).map(Money::negated).reduce(kes(0), Money::plus);
        Money opening = in.isEmpty() ? kes(0) : in.get(0).balanceAfter().minus(in.get(0).amount());
        return new Statement(subscriberId, s.name(), s.accountNumber(), from, to, opening, in, plus, minus, opening.plus(plus).minus(minus));
    }
}
