package io.mtandao.billing.internal;

import static io.mtandao.api.billing.SubscriptionState.ACTIVE;
import static io.mtandao.api.billing.SubscriptionState.EXPIRED;
import static io.mtandao.api.billing.SubscriptionState.PENDING;
import static io.mtandao.api.billing.SubscriptionState.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Bills.RunResult;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bills: written, paid late, taken back, and the run over all that is due. */
class BillStoryTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";

    @ParameterizedTest
    @MethodSource(KINDS)
    void aPeriodIsBilledOnceAndAFailedBillLeavesNoGapInTheNumbers(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage p = isp.sells("Home 10M", 2000);
        Subscription one = isp.takes(isp.joins("One"), p), two = isp.takes(isp.joins("Two"), p);
        assertThat(isp.bills.billNext(isp.owner, one.id()).number()).isEqualTo("B-000001");
        assertThatThrownBy(() -> isp.bills.billNext(isp.owner, one.id())).isInstanceOf(Conflict.class).hasMessageContaining("B-000001");
        Bill second = isp.bills.billNext(isp.owner, two.id());
        assertThat(second.number()).isEqualTo("B-000002");
        assertThat(second.state()).isEqualTo(Bill.State.OPEN);
        assertThat(second.total()).isEqualTo(isp.money(2000));
        assertThat(second.dueAt()).isEqualTo(Isp.START);
        assertThat(isp.now(two).state()).as("a bill alone lets nobody on").isEqualTo(PENDING);
        assertThat(isp.bills.get(isp.owner, second.id())).isEqualTo(second);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void moneyPaysOpenBillsOldestFirstAndNoneJumpsTheQueue(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription shop = isp.subscriptions.create(isp.owner, new io.mtandao.api.billing.Subscriptions.Draft(grace.id(),
            isp.sells("Biz 30M", 6500).id(), null, "shop", null, null));
        Subscription home = isp.takes(grace, isp.sells("Lite 3M", 1000));
        isp.bills.billNext(isp.owner, shop.id());
        isp.itIs("2026-11-22T08:00:00Z");
        isp.bills.billNext(isp.owner, home.id());
        assertThat(isp.pays(grace, 3000).renewed()).isZero();
        assertThat(isp.pays(grace, 4000).renewed()).as("the older, larger one").isEqualTo(1);
        assertThat(isp.now(shop).state()).isEqualTo(ACTIVE);
        assertThat(isp.now(home).state()).isEqualTo(PENDING);
        assertThat(isp.pays(grace, 500).renewed()).isEqualTo(1);
        assertThat(isp.balance(grace)).isEqualTo(isp.money(0));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void anOpenBillPaidAfterTheCutPaysForTimeFromThenOn(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription home = isp.takes(grace, isp.sells("Home 10M", 2000), "2026-11-25T20:59:59Z");
        Bill bill = isp.bills.billNext(isp.owner, home.id());
        assertThat(bill.periodFrom()).isEqualTo("2026-11-25T20:59:59Z");
        assertThat(bill.dueAt()).isEqualTo("2026-11-25T20:59:59Z");
        isp.itIs("2026-12-01T09:00:00Z");
        isp.pays(grace, 2000);
        Bill paid = isp.bills.get(isp.owner, bill.id());
        assertThat(paid.state()).isEqualTo(Bill.State.PAID);
        assertThat(paid.periodFrom()).isEqualTo("2026-12-01T09:00:00Z");
        assertThat(paid.lines()).singleElement().extracting(Bill.Line::text).isEqualTo("Home 10M, 1 Dec 2026 12:00 to 1 Jan 2027 12:00");
        assertThat(isp.now(home).expiresAt()).isEqualTo("2027-01-01T09:00:00Z");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aNewPriceHoldsFromTheNextBillOn(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage p = isp.sells("Home 10M", 2000);
        Subscriber grace = isp.joins("Grace");
        Subscription home = isp.takes(grace, p);
        Bill old = isp.bills.billNext(isp.owner, home.id());
        isp.packages.update(isp.owner, p.id(), p.version(), new Packages.Draft("Home 10M", isp.money(2500), Isp.MONTH, 10_000, 5_000,
            null));
        assertThat(isp.bills.get(isp.owner, old.id()).total()).isEqualTo(isp.money(2000));
        assertThat(isp.pays(grace, 2000).renewed()).isEqualTo(1);
        assertThat(isp.bills.billNext(isp.owner, home.id()).total()).isEqualTo(isp.money(2500));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void onlyAnOpenBillIsTakenBackAndThenThePeriodCanBeBilledAgain(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription home = isp.takes(grace, isp.sells("Home 10M", 2000), "2026-12-01T20:59:59Z");
        Bill wrong = isp.bills.billNext(isp.owner, home.id());
        assertThatThrownBy(() -> isp.bills.voidBill(isp.owner, wrong.id(), " ")).isInstanceOf(Invalid.class);
        assertThat(isp.bills.voidBill(isp.owner, wrong.id(), "typed twice").state()).isEqualTo(Bill.State.VOID);
        assertThatThrownBy(() -> isp.bills.voidBill(isp.owner, wrong.id(), "again")).isInstanceOf(Conflict.class)
            .hasMessageContaining("is void");
        Bill right = isp.bills.billNext(isp.owner, home.id());
        assertThat(right.number()).isEqualTo("B-000002");
        assertThat(right.periodFrom()).isEqualTo(wrong.periodFrom());
        isp.pays(grace, 2000);
        assertThat(isp.now(home).expiresAt()).isEqualTo("2027-01-01T20:59:59Z");
        assertThat(isp.bills.voidBill(isp.owner, right.id(), "the wrong subscriber paid").state()).isEqualTo(Bill.State.VOID);
        assertThat(isp.now(home).expiresAt()).as("the time goes back with the money").isEqualTo(right.periodFrom());
        assertThat(isp.balance(grace)).isEqualTo(isp.money(2000));
        assertThat(isp.audit.entries).anySatisfy(a -> {
            assertThat(a.action()).isEqualTo("bill.void");
            assertThat(a.after().get("reason")).isEqualTo("typed twice");
        });
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void theRunBillsWhatIsDueAndPaysWhatTheWalletsCover(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage p = isp.sells("Home 10M", 2000);
        Subscriber rich = isp.joins("Rich"), poor = isp.joins("Poor");
        Subscription renewed = isp.takes(rich, p, "2026-11-22T18:00:00Z"), billed = isp.takes(poor, p, "2026-11-20T18:00:00Z");
        Subscription later = isp.takes(isp.joins("Later"), p, "2026-11-24T18:00:00Z"), never = isp.takes(isp.joins("Never paid"), p);
        Subscription cut = isp.takes(isp.joins("Cut"), p, "2026-11-20T18:00:00Z");
        isp.subscriptions.suspend(isp.owner, cut.id(), "moved out");
        isp.ledger.adjust(isp.owner, rich.id(), isp.money(2000), "deposit");

        assertThat(isp.bills.billDue(isp.owner)).isEqualTo(new RunResult(2, 1, 0, 0));
        assertThat(isp.now(renewed).expiresAt()).isEqualTo("2026-12-22T18:00:00Z");
        assertThat(isp.now(billed).state()).isEqualTo(EXPIRED);
        assertThat(isp.billsOf(poor)).singleElement().extracting(Bill::state).isEqualTo(Bill.State.OPEN);
        for (Subscription s : new Subscription[] {later, never, cut})
            assertThat(isp.bills.count(isp.owner, ListQuery.where("subscriptionId", String.valueOf(s.id())))).isZero();
        assertThat(isp.now(cut).state()).isEqualTo(SUSPENDED);

        assertThat(isp.bills.billDue(isp.owner)).as("a second run finds nothing").isEqualTo(new RunResult(0, 0, 0, 0));
        assertThat(isp.proof().whole()).isTrue();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void anAccountThatFailsIsCountedAndTheRunGoesOn(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage p = isp.sells("Home 10M", 2000);
        isp.takes(isp.joins("First"), p, "2026-11-20T18:00:00Z");
        Subscription broken = isp.takes(isp.joins("Broken"), p, "2026-11-20T18:00:00Z");
        isp.takes(isp.joins("Last"), p, "2026-11-20T18:00:00Z");
        // what only a damaged database could hold: a subscription whose bill of the same period is there but not open
        Bill bill = isp.bills.billNext(isp.owner, broken.id());
        isp.db.tx().run(isp.id, em -> em.createQuery("update BillRow b set b.state = ?1 where b.id = ?2").setParameter(1, Bill.State.PAID)
            .setParameter(2, bill.id()).executeUpdate());
        assertThat(isp.bills.billDue(isp.owner)).isEqualTo(new RunResult(2, 0, 0, 1));
        assertThat(isp.bills.list(isp.owner, ListQuery.first(10)).items()).extracting(Bill::number).as("no gap where it failed")
            .containsExactly("B-000003", "B-000002", "B-000001");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void billsAreFoundByNumberSubscriberAndState(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage p = isp.sells("Home 10M", 2000);
        Subscriber grace = isp.joins("Grace Muthoni"), kamau = isp.joins("Kamau Were");
        Bill first = isp.bills.billNext(isp.owner, isp.takes(grace, p).id());
        Bill second = isp.bills.billNext(isp.owner, isp.takes(kamau, p).id());
        assertThat(isp.bills.list(isp.owner, new ListQuery("b-000002", null, null, 10, null)).items()).containsExactly(second);
        assertThat(isp.bills.list(isp.owner, new ListQuery("muthoni", null, null, 10, null)).items()).containsExactly(first);
        assertThat(isp.bills.list(isp.owner, ListQuery.where("state", "open")).items()).containsExactly(second, first);
        assertThat(isp.bills.count(isp.owner, ListQuery.where("state", "paid"))).isZero();
        assertThatThrownBy(() -> isp.bills.list(isp.owner, new ListQuery(null, Map.of("state", "lost"), null, 10, null)))
            .isInstanceOf(Invalid.class)
            .hasMessageContaining("one of open, paid, void");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void cancellingTakesTheOpenBillBackAndChangingThePackageToo(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage p = isp.sells("Home 10M", 2000), q = isp.sells("Home 20M", 3000);
        Subscriber grace = isp.joins("Grace"), kamau = isp.joins("Kamau");
        Subscription cancelled = isp.takes(grace, p), changed = isp.takes(kamau, p);
        isp.bills.billNext(isp.owner, cancelled.id());
        isp.bills.billNext(isp.owner, changed.id());
        isp.subscriptions.cancel(isp.owner, cancelled.id());
        isp.subscriptions.update(isp.owner, changed.id(), changed.version(),
            new io.mtandao.api.billing.Subscriptions.Draft(kamau.id(), q.id(), null, null, null, null));
        assertThat(isp.billsOf(grace)).singleElement().extracting(Bill::state).isEqualTo(Bill.State.VOID);
        assertThat(isp.billsOf(kamau)).singleElement().extracting(Bill::state).isEqualTo(Bill.State.VOID);
        assertThat(isp.pays(kamau, 3000).renewed()).isEqualTo(1);
        assertThat(isp.figures.counts(isp.owner).owed()).isEqualTo(isp.money(0));
    }
}
