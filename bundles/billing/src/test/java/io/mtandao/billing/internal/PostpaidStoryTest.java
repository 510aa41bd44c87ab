package io.mtandao.billing.internal;

import static io.mtandao.api.billing.SubscriptionState.ACTIVE;
import static io.mtandao.api.billing.SubscriptionState.CANCELLED;
import static io.mtandao.api.billing.SubscriptionState.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Conflict;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.BillOverdue;
import io.mtandao.api.billing.BillingPolicy;
import io.mtandao.api.billing.BillingPolicy.DunningStep;
import io.mtandao.api.billing.BillingPolicy.DunningStep.Action;
import io.mtandao.api.billing.CutOffs;
import io.mtandao.api.billing.Reduction;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Service first, bill afterwards: periods, debts, dunning for each service alone, late fees, giving up. */
class PostpaidStoryTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";

    private static Subscription switchedOn(Isp isp, Subscriber who, long price) {
        Subscription s = isp.takes(who, isp.sellsPostpaid("Business " + price, price, false));
        return isp.subscriptions.activate(isp.owner, s.id(), "signed contract");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void eachPeriodIsBilledWhenItIsOverAndServiceGoesOn(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber shop = isp.joins("Shop");
        Subscription s = switchedOn(isp, shop, 5000);
        assertThat(s.state()).isEqualTo(ACTIVE);
        assertThat(isp.billsOf(shop)).isEmpty();
        isp.itIs("2026-12-22T07:15:00Z");
        Bill bill = isp.billsOf(shop).get(0);
        assertThat(bill.details().debt()).isTrue();
        assertThat(bill.state()).isEqualTo(Bill.State.OPEN);
        assertThat(bill.periodFrom()).isEqualTo("2026-11-22T07:15:00Z");
        assertThat(bill.dueAt()).isEqualTo("2026-12-29T07:15:00Z");
        assertThat(isp.balance(shop)).as("it is a debt").isEqualTo(isp.money(-5000));
        assertThat(isp.now(s).state()).isEqualTo(ACTIVE);
        isp.pays(shop, 5000);
        assertThat(isp.billsOf(shop).get(0).state()).isEqualTo(Bill.State.PAID);
        assertThat(isp.now(s).expiresAt()).as("paying buys no time: it has it").isEqualTo("2027-01-22T07:15:00Z");
        assertThat(isp.proof().firstFault()).isNull();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void afterDowntimeEveryPeriodThatIsOverIsBilledOnce(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber shop = isp.joins("Shop");
        Subscription s = switchedOn(isp, shop, 5000);
        isp.isDownUntil("2026-12-25T00:00:00Z");
        assertThat(isp.billsOf(shop)).hasSize(1);
        isp.bills.billDue(isp.owner);
        assertThat(isp.billsOf(shop)).as("the run finds nothing that the clock has done").hasSize(1);
        assertThat(isp.now(s).expiresAt()).isEqualTo("2027-01-22T07:15:00Z");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whomDunningWillCutTonightIsToldBeforeUnlessHePays(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber shop = isp.joins("Shop"), school = isp.joins("School");
        Subscription unpaid = switchedOn(isp, shop, 5000), later = switchedOn(isp, school, 7000);
        isp.itIs("2026-12-22T07:15:00Z");
        isp.itIs("2027-01-04T06:00:00Z");
        assertThat(isp.cutOffs.preview(isp.owner, null, ListQuery.first(1)).items()).as("not today").isEmpty();
        isp.itIs("2027-01-05T06:00:00Z");
        Page<CutOffs.CutOff> first = isp.cutOffs.preview(isp.owner, null, ListQuery.first(1));
        assertThat(first.items()).singleElement().satisfies(c -> {
            assertThat(c.subscriptionId()).isEqualTo(unpaid.id());
            assertThat(c.at()).isEqualTo("2027-01-05T07:15:00Z");
            assertThat(c.missing()).isEqualTo(isp.money(5000));
            assertThat(c.reason()).contains("is not paid");
        });
        Page<CutOffs.CutOff> second = isp.cutOffs.preview(isp.owner, null, ListQuery.first(1).after(first.next()));
        assertThat(second.items()).singleElement().satisfies(c -> assertThat(c.subscriptionId()).isEqualTo(later.id()));
        isp.pays(shop, 5000);
        assertThat(isp.cutOffs.preview(isp.owner, null, ListQuery.first(50)).items()).extracting(CutOffs.CutOff::subscriptionId).containsExactly(later.id());
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void dunningRemindsThenCutsThisServiceAloneAndPayingLetsItOnAgain(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber shop = isp.joins("Shop");
        Subscription unpaid = switchedOn(isp, shop, 5000);
        isp.itIs("2026-12-10T00:00:00Z");
        Subscription other = isp.subscriptions.create(isp.owner, new io.mtandao.api.billing.Subscriptions.Draft(shop.id(), isp.sellsPostpaid("Second", 900, false).id(), null,
            "second", null, null));
        isp.subscriptions.activate(isp.owner, other.id(), null);
        isp.itIs("2026-12-22T07:15:00Z");
        isp.events.taken();
        isp.itIs("2026-12-26T07:15:00Z");
        assertThat(isp.events.taken()).singleElement().isInstanceOfSatisfying(BillOverdue.class, e -> assertThat(e.day()).isEqualTo(-3));
        isp.itIs("2027-01-05T07:15:00Z");
        assertThat(isp.now(unpaid).state()).isEqualTo(SUSPENDED);
        assertThat(isp.now(unpaid).details().reason()).contains("is not paid");
        assertThat(isp.now(other).state()).as("the other service is paid for later").isEqualTo(ACTIVE);
        long open = -isp.balance(shop).minor() / 100;
        assertThat(open).as("the month, and what was used until the cut").isGreaterThan(5000);
        isp.pays(shop, 5000);
        assertThat(isp.now(unpaid).state()).as("the bill for which it was cut is paid").isEqualTo(ACTIVE);
        assertThat(isp.now(unpaid).expiresAt()).as("a new period from now; nothing was delivered meanwhile").isEqualTo("2027-02-05T07:15:00Z");
        assertThat(isp.proof().firstFault()).isNull();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aLateFeeIsBilledOncePerStepAndNeverOnAFee(Kind kind) {
        Isp isp = Isp.on(kind);
        BillingPolicy p = isp.policies.get(isp.owner);
        isp.policies.update(isp.owner, new BillingPolicy(p.version(), p.renewal(), 0, List.of(new DunningStep(2, Action.LATE_FEE)), Reduction.percent(1000), null, p.fuse(),
            p.numbering()));
        Subscriber shop = isp.joins("Shop");
        switchedOn(isp, shop, 5000);
        isp.itIs("2027-01-10T00:00:00Z");
        List<Bill> bills = isp.billsOf(shop);
        assertThat(bills).hasSize(2);
        Bill fee = bills.stream().filter(b -> b.lines().get(0).kind() == Bill.Line.Kind.LATE_FEE).findFirst().orElseThrow();
        assertThat(fee.total()).isEqualTo(isp.money(500));
        assertThat(fee.details().refersTo()).isEqualTo(bills.stream().filter(b -> b != fee).findFirst().orElseThrow().id());
        assertThat(isp.balance(shop)).isEqualTo(isp.money(-5500));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aFirstPeriodWhoseEndWasSetByHandCostsItsShare(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber shop = isp.joins("Shop");
        Subscription s = isp.takes(shop, isp.sellsPostpaid("Business", 3000, false), "2026-12-02T07:15:00Z");
        isp.itIs("2026-12-02T07:15:00Z");
        isp.bills.billDue(isp.owner);
        Bill first = isp.billsOf(shop).get(0);
        assertThat(first.total().minor()).as("10 of 30 days").isEqualTo(100_000);
        assertThat(first.periodFrom()).isEqualTo("2026-11-22T07:15:00Z");
        isp.pays(shop, 1000);
        isp.itIs("2027-01-02T07:15:00Z");
        isp.bills.billDue(isp.owner);
        assertThat(isp.billsOf(shop)).hasSize(2).filteredOn(b -> b.id() != first.id()).first().satisfies(b -> assertThat(b.total()).isEqualTo(isp.money(3000)));
        assertThat(isp.now(s).expiresAt()).isEqualTo("2027-02-02T07:15:00Z");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whoLeavesInTheMiddlePaysForWhatWasUsed(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber shop = isp.joins("Shop");
        Subscription s = isp.takes(shop, isp.sellsPostpaid("Calendar", 3000, true));
        isp.itIs("2026-11-30T21:00:00Z");
        isp.subscriptions.activate(isp.owner, s.id(), null);
        isp.itIs("2026-12-10T21:00:00Z");
        isp.subscriptions.cancel(isp.owner, s.id(), "moved away");
        assertThat(isp.now(s).state()).isEqualTo(CANCELLED);
        Bill last = isp.billsOf(shop).get(0);
        assertThat(last.total().minor()).as("10 of 31 days").isEqualTo(Math.round(300_000 * 10 / 31.0));
        assertThat(last.periodTo()).isEqualTo("2026-12-10T21:00:00Z");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void moneyThatWasThereBeforePaysTheBillAtOnceAndPartsPayTheOldestFirst(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber shop = isp.joins("Shop");
        switchedOn(isp, shop, 5000);
        isp.pays(shop, 6000);
        assertThat(isp.balance(shop)).as("nothing is bought with it").isEqualTo(isp.money(6000));
        isp.itIs("2026-12-22T07:15:00Z");
        assertThat(isp.billsOf(shop).get(0).state()).isEqualTo(Bill.State.PAID);
        isp.itIs("2027-01-22T07:15:00Z");
        isp.itIs("2027-01-23T07:15:00Z");
        Bill second = isp.billsOf(shop).get(0);
        assertThat(second.details().paid()).as("what was left").isEqualTo(isp.money(1000));
        isp.pays(shop, 1500);
        assertThat(isp.bills.get(isp.owner, second.id()).details().paid()).isEqualTo(isp.money(2500));
        assertThat(isp.balance(shop)).isEqualTo(isp.money(-2500));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aDebtIsGivenUpCreditedOrReversedByNewEntries(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber shop = isp.joins("Shop");
        switchedOn(isp, shop, 5000);
        isp.itIs("2026-12-22T07:15:00Z");
        Bill bill = isp.billsOf(shop).get(0);
        Bill note = isp.bills.creditNote(isp.owner, bill.id(), isp.money(2000), "two bad days");
        assertThat(note.number()).isEqualTo("C-000001");
        assertThat(note.details().tax().minor()).as("its share of the 16 %").isEqualTo(Math.round(200_000 * 16 / 116.0));
        assertThat(isp.balance(shop)).isEqualTo(isp.money(-3000));
        assertThatThrownBy(() -> isp.bills.creditNote(isp.owner, bill.id(), isp.money(3001), "too much")).isInstanceOf(io.mtandao.api.Invalid.class);
        Bill given = isp.bills.writeOff(isp.owner, bill.id(), "moved away");
        assertThat(given.state()).isEqualTo(Bill.State.WRITTEN_OFF);
        assertThat(isp.balance(shop).minor()).isZero();
        assertThatThrownBy(() -> isp.bills.writeOff(isp.owner, bill.id(), "again")).isInstanceOf(Conflict.class);
        assertThat(isp.ledger.trialBalance(isp.owner, null)).satisfies(t -> assertThat(t.debits()).isEqualTo(t.credits()));
        assertThat(isp.proof().firstFault()).isNull();
    }
}
