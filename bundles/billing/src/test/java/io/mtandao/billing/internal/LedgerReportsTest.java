package io.mtandao.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Invalid;
import io.mtandao.api.NotFound;
import io.mtandao.api.billing.Ledger.Source;
import io.mtandao.api.billing.Ledger.Statement;
import io.mtandao.api.billing.Ledger.TrialBalance;
import io.mtandao.api.billing.Ledger.TrialBalance.Account;
import io.mtandao.api.billing.Ledger.WalletEntry;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.books.Posting;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the ledger tells: the trial balance of the ISP, the statement of a subscriber. */
class LedgerReportsTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";

    private static Account debit(Isp isp, String name, long major, long entries) {
        return new Account(name, isp.money(major), isp.money(0), entries);
    }

    private static Account credit(Isp isp, String name, long major, long entries) {
        return new Account(name, isp.money(0), isp.money(major), entries);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void theTrialBalanceHasEveryAccountAndAllWalletsAsOne(Kind kind) {
        Isp isp = Isp.on(kind);
        assertThat(isp.ledger.trialBalance(isp.owner, null)).isEqualTo(new TrialBalance(isp.clock.instant(), java.util.List.of(), isp.money(0), isp.money(0)));
        Subscriber grace = isp.joins("Grace"), kamau = isp.joins("Kamau");
        isp.takes(grace, isp.sells("Home 10M", 2000));
        isp.pays(grace, 2500);
        isp.ledger.receive(isp.system, kamau.id(), isp.money(300), new Source("payment", "R7", "cash"), null);
        isp.ledger.receiveUnmatched(isp.system, isp.money(70), new Source("payment", "R8", "cash"), null);
        Instant before = isp.clock.instant();
        isp.clock.advance(Duration.ofMinutes(1));
        isp.ledger.adjust(isp.owner, kamau.id(), isp.money(-1000), "router lost");

        TrialBalance then = isp.ledger.trialBalance(isp.owner, before);
        assertThat(then.accounts()).containsExactlyInAnyOrder(credit(isp, "wallets", 800, 3),
            new TrialBalance.Account("income", isp.money(0), io.mtandao.api.Money.of(172_414, "KES"), 1),
            new TrialBalance.Account("tax:default", isp.money(0), io.mtandao.api.Money.of(27_586, "KES"), 1), debit(isp, "money:cash", 370, 2), debit(isp, "money:mpesa", 2500, 1),
            credit(isp, "suspense", 70, 1));
        assertThat(then.debits()).isEqualTo(isp.money(2870)).isEqualTo(then.credits());
        TrialBalance now = isp.ledger.trialBalance(isp.owner, null);
        assertThat(now.at()).isEqualTo(isp.clock.instant());
        assertThat(now.accounts()).as("debts come off the wallets").contains(debit(isp, "wallets", 200, 4), credit(isp, "adjustments", 1000, 1));
        assertThat(now.debits()).isEqualTo(isp.money(3070)).isEqualTo(now.credits());
        assertThat(isp.ledger.trialBalance(isp.owner, before.minusSeconds(1)).accounts()).isEmpty();
        Isp other = Isp.on(kind);
        assertThat(other.ledger.trialBalance(other.owner, null).accounts()).as("another ISP's").isEmpty();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aStatementGoesFromOneBalanceToTheNext(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        isp.takes(grace, isp.sells("Home 10M", 2000));
        Instant start = isp.clock.instant();
        isp.pays(grace, 2500);
        Instant middle = start.plus(Duration.ofDays(1));
        isp.itIs(middle.toString());
        isp.ledger.adjust(isp.owner, grace.id(), isp.money(-700), "router lost");
        Instant end = middle.plusSeconds(1);

        Statement first = isp.ledger.statement(isp.owner, grace.id(), start, middle), second = isp.ledger.statement(isp.owner, grace.id(), middle, end);
        assertThat(first).extracting(Statement::subscriberId, Statement::subscriberName, Statement::accountNumber, Statement::opening, Statement::in, Statement::out, Statement::closing)
            .containsExactly(grace.id(), "Grace", grace.accountNumber(), isp.money(0), isp.money(2500), isp.money(2000), isp.money(500));
        assertThat(first.movements()).extracting(WalletEntry::amount, WalletEntry::balanceAfter).containsExactly(org.assertj.core.groups.Tuple.tuple(isp.money(2500), isp.money(2500)),
            org.assertj.core.groups.Tuple.tuple(isp.money(-2000), isp.money(500)));
        assertThat(second.opening()).isEqualTo(first.closing());
        assertThat(second.movements()).singleElement().satisfies(e -> assertThat(e.text()).isEqualTo("router lost"));
        assertThat(second.closing()).isEqualTo(isp.money(-200)).isEqualTo(isp.balance(grace));
        assertThat(isp.ledger.statement(isp.owner, grace.id(), end, end.plusSeconds(1))).extracting(Statement::opening, Statement::closing, s -> s.movements().size())
            .containsExactly(isp.money(-200), isp.money(-200), 0);
        assertThat(isp.ledger.statement(isp.owner, grace.id(), start.minusSeconds(9), start).closing()).isEqualTo(isp.money(0));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aStatementOfNoTimeOrOfTooMuchIsRefused(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Instant now = isp.clock.instant();
        assertThatThrownBy(() -> isp.ledger.statement(isp.owner, grace.id(), now, now)).isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("to"));
        assertThatThrownBy(() -> isp.ledger.statement(isp.owner, grace.id(), null, null)).isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("from", "to"));
        assertThatThrownBy(() -> isp.ledger.statement(isp.owner, -1, now, now.plusSeconds(1))).isInstanceOf(NotFound.class);
        Books books = new Books();
        isp.desk.run(isp.owner, d -> {
            WalletRow wallet = books.wallet(d, grace.id());
            Posting posting = new Posting("bulk", "1", "x", null).to(Posting.OPENING, -5_000);
            for (int i = 0; i < 5_000; i++) posting.to(wallet, 1);
            books.book(d, posting);
        });
        assertThat(isp.ledger.statement(isp.owner, grace.id(), now, now.plusSeconds(1)).movements()).hasSize(5_000);
        isp.pays(grace, 1);
        assertThatThrownBy(() -> isp.ledger.statement(isp.owner, grace.id(), now, now.plusSeconds(1))).isInstanceOf(Invalid.class).hasMessageContaining("5000");
    }
}
