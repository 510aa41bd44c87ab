package io.mtandao.ui.fake;

import static io.mtandao.ui.fake.FakeTenant.kes;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Ledger.Proof;
import io.mtandao.api.billing.Ledger.TrialBalance;
import io.mtandao.api.billing.Ledger.TrialBalance.Account;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the ledger says of itself as a whole. */
public final class FakeBooks {
    public static final String HEAD = "5f3a1c0e9b7d42688c1a44e0d0b6f2a97e31c58812f0a4d6b93c7e15a2086d4b";
    public final List<Account> accounts = new ArrayList<>();
    public Proof last;
    public String fault;

    public FakeBooks fill() {
        accounts.add(new Account("money:mpesa", kes(1_204_500), kes(0), 640));
        accounts.add(new Account("money:cash", kes(88_000), kes(0), 51));
        accounts.add(new Account("wallets", kes(0), kes(36_250), 1_288));
        accounts.add(new Account("suspense", kes(0), kes(4_100), 3));
        accounts.add(new Account("income", kes(0), kes(1_067_457), 601));
        accounts.add(new Account("tax:default", kes(0), kes(170_793), 601));
        accounts.add(new Account("deposits", kes(0), kes(12_000), 6));
        accounts.add(new Account("adjustments", kes(0), kes(1_900), 4));
        last = new Proof(true, 1_288, null, 3_194, HEAD, Instant.now().minusSeconds(9 * 3600));
        return this;
    }

    Proof prove() {
        last = new Proof(fault == null, 1_288, fault, 3_194, HEAD, Instant.now());
        return last;
    }

    TrialBalance balance(Instant at) {
        Money debits = accounts.stream().map(Account::debit).reduce(kes(0), Money::plus);
        Money credits = accounts.stream().map(Account::credit).reduce(kes(0), Money::plus);
        return new TrialBalance(at == null ? Instant.now() : at, accounts, debits, credits);
    }
}
