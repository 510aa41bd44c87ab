package io.mtandao.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.Page;
import io.mtandao.api.billing.Ledger.Received;
import io.mtandao.api.billing.Ledger.Source;
import io.mtandao.api.billing.Ledger.WalletEntry;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Double entry, append-only, each source once. */
class LedgerTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";
    private static final Source UNKNOWN = new Source("payment", "QGH1", "mpesa");

    @ParameterizedTest
    @MethodSource(KINDS)
    void theSameSourceASecondTimeChangesNothingAndAnswersTheSame(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        isp.takes(grace, isp.sells("Home 10M", 2000));
        Received first = isp.pays(grace, 2500, "QGH1");
        isp.pays(grace, 3000, "QGH2");
        isp.events.taken();

        assertThat(isp.pays(grace, 2500, "QGH1")).isEqualTo(first).isEqualTo(new Received(isp.money(500), 1));

        assertThat(isp.balance(grace)).isEqualTo(isp.money(1500));
        assertThat(isp.events.taken()).isEmpty();
        isp.booksAreWhole(4);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aWalletTellsItsMovementsNewestFirst(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        isp.takes(grace, isp.sells("Home 10M", 2000));
        isp.pays(grace, 2500, "QGH1");
        isp.ledger.adjust(isp.owner, grace.id(), isp.money(-100), "late fee");
        Page<WalletEntry> page = isp.ledger.wallet(isp.owner, grace.id(), ListQuery.first(2));
        assertThat(page.items()).extracting(WalletEntry::text, WalletEntry::amount, WalletEntry::balanceAfter, WalletEntry::sourceKind)
            .containsExactly(
            org.assertj.core.groups.Tuple.tuple("late fee", isp.money(-100), isp.money(400), "adjustment"),
            org.assertj.core.groups.Tuple.tuple("Bill B-000001: Home 10M, 22 Nov 2026 10:15 to 22 Dec 2026 10:15", isp.money(-2000),
            isp.money(500),
            "bill"));
        assertThat(isp.ledger.wallet(isp.owner, grace.id(), ListQuery.first(2).after(page.next())).items()).singleElement()
            .satisfies(e -> assertThat(e.sourceId()).isEqualTo("QGH1"));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void moneyForNobodyKnownWaitsInSuspenseUntilItIsAssignedOnce(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        isp.takes(grace, isp.sells("Home 10M", 2000));
        isp.ledger.receiveUnmatched(isp.system, isp.money(2000), UNKNOWN, "INTERNET");
        isp.ledger.receiveUnmatched(isp.system, isp.money(2000), UNKNOWN, "INTERNET");
        assertThat(isp.proof().transactions()).isEqualTo(1);
        assertThatThrownBy(() -> isp.pays(grace, 2000, "QGH1")).as("the same money as if matched").isInstanceOf(Conflict.class)
            .hasMessageContaining("assign it");

        Received assigned = isp.ledger.assign(isp.owner, grace.id(), isp.money(2000), UNKNOWN, "assigned by hand");
        assertThat(assigned).isEqualTo(new Received(isp.money(0), 1));
        assertThat(isp.ledger.assign(isp.owner, grace.id(), isp.money(2000), UNKNOWN, "again")).isEqualTo(assigned);
        assertThatThrownBy(() -> isp.ledger.assign(isp.owner, grace.id(), isp.money(1), new Source("payment", "QGH9", "mpesa"), null))
            .as("no more than is there")
            .isInstanceOf(Conflict.class).hasMessageContaining("only KES 0.00");
        isp.booksAreWhole(3);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whatIsNoMoneyIsRefused(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        assertThatThrownBy(() -> isp.ledger.receive(isp.owner, grace.id(), isp.money(0), UNKNOWN, null)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> isp.ledger.receive(isp.owner, grace.id(), isp.money(-1), UNKNOWN, null)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> isp.ledger.receive(isp.owner, grace.id(), Money.of(100, "USD"), UNKNOWN, null)).isInstanceOf(Invalid.class)
            .hasMessageContaining("KES");
        assertThatThrownBy(() -> isp.ledger.receive(isp.owner, grace.id(), isp.money(1), new Source("payment", " ", "mpesa"), null))
            .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> isp.ledger.receive(isp.owner, -1, isp.money(1), UNKNOWN, null)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> isp.ledger.adjust(isp.owner, grace.id(), isp.money(0), "nothing")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> isp.ledger.adjust(isp.owner, grace.id(), isp.money(5), "")).isInstanceOf(Invalid.class);
        isp.booksAreWhole(0);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aLongMemoIsCutAndMoneyIsNotLostForIt(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        isp.ledger.receive(isp.system, grace.id(), isp.money(5), UNKNOWN, "x".repeat(900));
        assertThat(isp.ledger.wallet(isp.owner, grace.id(), ListQuery.first(1)).items().get(0).text()).hasSize(500).endsWith("…");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aCurrencyWithoutDecimalsIsCountedInItsOwnUnits(Kind kind) {
        Isp isp = Isp.on(kind, "UG", "UGX", "Africa/Kampala");
        Subscriber okello = isp.joins("Okello");
        isp.takes(okello, isp.sells("Home 10M", 75_000));
        assertThat(isp.pays(okello, 80_000)).isEqualTo(new Received(Money.of(5_000, "UGX"), 1));
        assertThat(isp.proof().whole()).isTrue();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void theProofNamesWhatIsWrong(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace"), kamau = isp.joins("Kamau");
        isp.pays(grace, 100);
        isp.pays(kamau, 100);
        changed(isp, "update WalletRow w set w.balance = w.balance + 1 where w.subscriberId = " + grace.id());
        assertThat(isp.proof().whole()).isFalse();
        assertThat(isp.proof().firstFault()).isEqualTo("wallet:" + grace.id() + " says 10001, its entries sum to 10000");
        changed(isp, "update WalletRow w set w.balance = w.balance - 1, w.entries = 2 where w.subscriberId = " + grace.id());
        assertThat(isp.proof().firstFault()).isEqualTo("wallet:" + grace.id() + " counts 2 entries, there are 1");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void theApplicationCannotChangeOrDeleteWhatIsBookedOnPostgres(Kind kind) {
        Isp isp = Isp.on(kind);
        isp.pays(isp.joins("Grace"), 100);
        if (kind == Kind.DERBY) changed(isp, "update LedgerEntryRow e set e.amount = e.amount + 1 where e.position is null");
        if (kind == Kind.DERBY) assertThat(isp.proof().firstFault()).as("Derby has no second role: the proof finds it").contains("sums to");
        if (kind == Kind.POSTGRES) {
            assertThatThrownBy(() -> changed(isp, "update LedgerEntryRow e set e.amount = 1")).hasStackTraceContaining("permission denied");
            assertThatThrownBy(() -> changed(isp, "delete from LedgerTransactionRow t")).hasStackTraceContaining("permission denied");
            assertThat(isp.proof().whole()).isTrue();
        }
    }

    private static void changed(Isp isp, String jpql) {
        isp.db.tx().run(isp.id, em -> em.createQuery(jpql).executeUpdate());
    }
}
