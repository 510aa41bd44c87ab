package io.mtandao.billing.internal;

import static io.mtandao.billing.internal.kit.Family.child;
import static io.mtandao.billing.internal.kit.Family.give;
import static io.mtandao.billing.internal.kit.Family.own;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Conflict;
import io.mtandao.api.Money;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.BillingPolicy;
import io.mtandao.api.billing.BillingPolicy.DunningStep;
import io.mtandao.api.billing.ChangeQuote;
import io.mtandao.api.billing.Ledger.WalletEntry;
import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.Reduction;
import io.mtandao.api.billing.RenewalPolicy;
import io.mtandao.api.billing.RenewalPolicy.Excess;
import io.mtandao.api.billing.RenewalPolicy.ExpiryTime;
import io.mtandao.api.billing.RenewalPolicy.Late;
import io.mtandao.api.billing.RenewalPolicy.Partial;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.billing.internal.kit.AtOnce;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A bill that one wallet has paid a part of, and that another is to pay then: what comes back of it comes back to who paid it. */
class MovedBillStoryTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";
    private static final Period THIRTY_DAYS = new Period(30, Period.Unit.DAY);

    private static Isp sellsParts(Kind kind) {
        Isp isp = Isp.on(kind);
        BillingPolicy p = isp.policies.get(isp.owner);
        RenewalPolicy parts = new RenewalPolicy(Late.FROM_NOW, Partial.BUY_PART, Excess.STAY, true, 0, ExpiryTime.EXACT);
        isp.policies.update(isp.owner, new BillingPolicy(p.version(), parts, p.dueDays(),
            p.dunning(), p.lateFee(), p.ceiling(), p.fuse(), p.numbering()));
        return isp;
    }

    private static Bill bill(Isp isp, Subscriber s) {
        List<Bill> bills = isp.billsOf(s).stream().filter(b -> b.details().kind() == Bill.Kind.BILL).toList();
        return bills.get(bills.size() - 1);
    }

    private static Money has(Isp isp, Subscriber s) {
        return Money.of(own(isp, s), "KES");
    }

    /** Amount and text of each movement of the wallet that pays for a subscriber, newest first. */
    private static List<String> statement(Isp isp, Subscriber s) {
        return isp.ledger.statement(isp.owner, s.id(), Instant.parse(Isp.START).minusSeconds(1), isp.clock.instant().plusSeconds(1)).movements().stream()
            .map((WalletEntry e) -> e.amount().minor() / 100 + " " + e.text().replaceAll(":.*", "")).toList();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whatEachPaidComesBackToEachWhenABillIsTakenBack(Kind kind) {
        Isp isp = sellsParts(kind);
        Subscriber child = isp.joins("Child"), parent = isp.joins("Parent");
        Subscription home = isp.takes(child, isp.sells("Home", 3000, THIRTY_DAYS));
        isp.pays(child, 1000);
        give(isp, child, parent);
        isp.pays(parent, 600);
        assertThat(bill(isp, child).details().paid()).isEqualTo(isp.money(1600));
        isp.bills.voidBill(isp.owner, bill(isp, child).id(), "wrong");
        assertThat(has(isp, child)).isEqualTo(isp.money(1000));
        assertThat(has(isp, parent)).isEqualTo(isp.money(600));
        assertThat(isp.booked("income").plus(isp.booked("tax:default"))).isEqualTo(isp.money(0));
        assertThat(isp.now(home).state().isServed()).isFalse();
        assertThat(statement(isp, parent)).containsExactly("600 M-Pesa MPESA2", "-600 Bill B-000001", "600 Bill B-000001 taken back");
        give(isp, child, null);
        assertThat(statement(isp, child)).containsExactly("1000 M-Pesa MPESA1", "-1000 Bill B-000001", "1000 Bill B-000001 taken back");
        isp.booksAreWhole(5);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void ofACreditWhoPaidLastGetsFirst(Kind kind) {
        Isp isp = sellsParts(kind);
        Subscriber first = isp.joins("First payer"), second = isp.joins("Second payer"), child = child(isp, first);
        isp.takes(child, isp.sells("Home", 3000, THIRTY_DAYS));
        isp.pays(first, 1000);
        give(isp, child, second);
        isp.pays(second, 2000);
        Bill home = bill(isp, child);
        assertThat(home.state()).isEqualTo(Bill.State.PAID);
        Bill note = isp.bills.creditNote(isp.owner, home.id(), isp.money(500), "bad days");
        assertThat(note.details().payerId()).isEqualTo(second.id());
        assertThat(has(isp, second)).as("the last of the time was bought by the last money").isEqualTo(isp.money(500));
        assertThat(has(isp, first)).isEqualTo(isp.money(0));
        isp.bills.creditNote(isp.owner, home.id(), isp.money(1700), "a bad month");
        assertThat(has(isp, second)).as("no more than it paid").isEqualTo(isp.money(2000));
        assertThat(has(isp, first)).isEqualTo(isp.money(200));
        isp.bills.creditNote(isp.owner, home.id(), isp.money(800), "all of it");
        assertThat(has(isp, second)).isEqualTo(isp.money(2000));
        assertThat(has(isp, first)).isEqualTo(isp.money(1000));
        isp.booksAreWhole(7);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aBillThatMovedTwiceAndCameBackKnowsEachPart(Kind kind) {
        Isp isp = sellsParts(kind);
        Subscriber first = isp.joins("First payer"), second = isp.joins("Second payer"), third = isp.joins("Third payer"), child = child(isp, first);
        isp.takes(child, isp.sells("Home", 3000, THIRTY_DAYS));
        isp.pays(first, 700);
        isp.bills.creditNote(isp.owner, bill(isp, child).id(), isp.money(100), "a bad day");
        isp.ledger.refund(isp.owner, first.id(), isp.money(100), "cash", "1", "asked for it");
        give(isp, child, second);
        isp.pays(second, 600);
        give(isp, child, third);
        isp.pays(third, 500);
        give(isp, child, first);
        isp.pays(first, 400);
        Bill home = bill(isp, child);
        assertThat(home.details().paid()).isEqualTo(isp.money(2200));
        isp.bills.creditNote(isp.owner, home.id(), isp.money(1100), "bad weeks");
        assertThat(List.of(has(isp, first), has(isp, second), has(isp, third))).containsExactly(isp.money(400), isp.money(200), isp.money(500));
        isp.bills.creditNote(isp.owner, home.id(), isp.money(1000), "all of it");
        assertThat(List.of(has(isp, first), has(isp, second), has(isp, third))).containsExactly(isp.money(1000), isp.money(600), isp.money(500));
        assertThat(isp.proof().firstFault()).isNull();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whatComesBackToAFormerPayerPaysWhatItOwes(Kind kind) {
        Isp isp = sellsParts(kind);
        Subscriber former = isp.joins("Former payer"), next = isp.joins("Next payer"), child = child(isp, former);
        isp.takes(child, isp.sells("Home", 3000, THIRTY_DAYS));
        isp.pays(former, 1000);
        give(isp, child, next);
        Subscription office = isp.takes(former, isp.sellsPostpaid("Office", 800, false));
        isp.subscriptions.activate(isp.owner, office.id(), null);
        isp.itIs("2027-01-20T07:15:00Z");
        assertThat(isp.now(office).state()).isEqualTo(SubscriptionState.SUSPENDED);
        assertThat(isp.balance(former).isNegative()).isTrue();
        isp.bills.creditNote(isp.owner, bill(isp, child).id(), isp.money(1000), "never worked");
        assertThat(isp.balance(former).isNegative()).isTrue();
        isp.pays(former, 1500);
        assertThat(isp.now(office).state()).as("both together pay the debts").isEqualTo(SubscriptionState.ACTIVE);
        assertThat(isp.billsOf(former)).filteredOn(b -> b.details().debt()).extracting(Bill::state).containsOnly(Bill.State.PAID);
        assertThat(has(isp, next)).isEqualTo(isp.money(0));
        assertThat(isp.proof().firstFault()).isNull();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void theRestOfAPeriodThatAnotherPaidGoesBackThereWhenThePackageIsChanged(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber child = isp.joins("Child"), parent = isp.joins("Parent");
        Subscription home = isp.takes(child, isp.sells("Home", 3000, THIRTY_DAYS));
        isp.pays(child, 3000);
        give(isp, child, parent);
        isp.itIs("2026-12-02T07:15:00Z");
        long large = isp.sells("Large", 6000, THIRTY_DAYS).id();
        ChangeQuote quote = isp.subscriptions.quoteChange(isp.owner, home.id(), large);
        assertThat(quote).extracting(ChangeQuote::toPay, ChangeQuote::toCredit).containsExactly(isp.money(4000), isp.money(0));
        assertThat(quote.lines()).first().satisfies(l -> {
            assertThat(l.text()).contains("KES 2,000.00").contains("another wallet");
            assertThat(l.amount()).isEqualTo(isp.money(0));
        });
        isp.ledger.adjust(isp.owner, parent.id(), isp.money(3999), "so that it buys nothing else");
        assertThatThrownBy(() -> isp.subscriptions.changePackage(isp.owner, home.id(), large, null)).isInstanceOf(Conflict.class)
            .hasMessageContaining("4,000.00");
        isp.ledger.adjust(isp.owner, parent.id(), isp.money(1), "the rest");
        isp.subscriptions.changePackage(isp.owner, home.id(), large, null);
        assertThat(has(isp, child)).isEqualTo(isp.money(2000));
        assertThat(has(isp, parent)).isEqualTo(isp.money(0));
        isp.booksAreWhole(6);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void theTimeThatAChangeOfPackageBoughtEndsWhenItsBillIsTakenBack(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription home = isp.takes(grace, isp.sells("Home", 3000, THIRTY_DAYS));
        isp.pays(grace, 3000);
        isp.itIs("2026-12-02T07:15:00Z");
        isp.ledger.adjust(isp.owner, grace.id(), isp.money(2000), "so that it buys nothing else");
        isp.subscriptions.changePackage(isp.owner, home.id(), isp.sells("Large", 6000, THIRTY_DAYS).id(), null);
        assertThat(has(isp, grace)).isEqualTo(isp.money(0));
        Bill rest = isp.billsOf(grace).stream().filter(b -> b.details().kind() == Bill.Kind.BILL && b.state() == Bill.State.PAID && b.total().equals(isp.money(4000))).findFirst().orElseThrow();
        isp.bills.voidBill(isp.owner, rest.id(), "not wanted");
        assertThat(has(isp, grace)).isEqualTo(isp.money(4000));
        assertThat(isp.now(home)).as("nobody is served for nothing").extracting(Subscription::state, Subscription::expiresAt)
            .containsExactly(SubscriptionState.EXPIRED, isp.clock.instant());
        isp.pays(grace, 2000);
        assertThat(isp.now(home).expiresAt()).isEqualTo(Instant.parse("2027-01-01T07:15:00Z"));
        assertThat(isp.proof().firstFault()).isNull();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whatAChangeOfPackageGivesBackPaysDebts(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription home = isp.takes(grace, isp.sells("Home", 3000, THIRTY_DAYS));
        Subscription office = isp.subscriptions.create(isp.owner,
            new Subscriptions.Draft(grace.id(), isp.sellsPostpaid("Office", 800, false).id(), null, "office", null, null));
        isp.subscriptions.activate(isp.owner, office.id(), null);
        isp.itIs("2026-12-21T07:15:00Z");
        isp.pays(grace, 3000);
        isp.itIs("2026-12-22T07:15:00Z");
        assertThat(isp.balance(grace)).isEqualTo(isp.money(-800));
        isp.subscriptions.changePackage(isp.owner, home.id(), isp.sells("Small", 300, THIRTY_DAYS).id(), null);
        assertThat(isp.balance(grace)).isEqualTo(isp.money(2900 - 290 - 800));
        assertThat(isp.billsOf(grace)).filteredOn(b -> b.details().debt()).extracting(Bill::state).containsExactly(Bill.State.PAID);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aDebtWithItsFeeStaysWhereItWasBookedHoweverItEnds(Kind kind) {
        Isp isp = Isp.on(kind);
        BillingPolicy p = isp.policies.get(isp.owner);
        List<DunningStep> fee = List.of(new DunningStep(2, DunningStep.Action.LATE_FEE));
        isp.policies.update(isp.owner, new BillingPolicy(p.version(), p.renewal(), 5, fee, Reduction.of(isp.money(100)), p.ceiling(), p.fuse(), p.numbering()));
        Subscriber first = isp.joins("First payer"), second = isp.joins("Second payer"), child = child(isp, first);
        Subscription office = isp.takes(child, isp.sellsPostpaid("Office", 3000, false));
        isp.subscriptions.activate(isp.owner, office.id(), null);
        isp.itIs("2026-12-22T08:00:00Z");
        isp.pays(first, 1000);
        give(isp, child, second);
        isp.itIs("2026-12-30T08:00:00Z");
        assertThat(has(isp, first)).as("with the late fee").isEqualTo(isp.money(-2100));
        assertThat(has(isp, second)).isEqualTo(isp.money(0));
        List<Bill> bills = isp.billsOf(child);
        Bill late = bills.get(0), debt = bills.get(1);
        assertThat(late.details()).extracting(Bill.Details::payerId, Bill.Details::refersTo).containsExactly(first.id(), debt.id());
        isp.bills.creditNote(isp.owner, debt.id(), isp.money(500), "bad days");
        assertThat(has(isp, first)).as("what is owed shrinks").isEqualTo(isp.money(-1600));
        isp.bills.writeOff(isp.owner, debt.id(), "a mistake");
        isp.bills.voidBill(isp.owner, late.id(), "a mistake");
        assertThat(has(isp, first)).isEqualTo(isp.money(0));
        assertThat(has(isp, second)).isEqualTo(isp.money(0));
        assertThat(isp.proof().firstFault()).isNull();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whoHasPaidAPartIsNotDeleted(Kind kind) {
        Isp isp = sellsParts(kind);
        Subscriber former = isp.joins("Former payer"), next = isp.joins("Next payer"), child = child(isp, former);
        isp.takes(child, isp.sells("Home", 3000, THIRTY_DAYS));
        isp.pays(former, 1000);
        give(isp, child, next);
        assertThatThrownBy(() -> isp.subscribers.delete(isp.owner, former.id())).isInstanceOf(Conflict.class).hasMessageContaining("money was booked");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aBillThatIsTakenBackWhileItMovesLosesNothing(Kind kind) throws Exception {
        Isp isp = sellsParts(kind);
        Subscriber first = isp.joins("First payer"), second = isp.joins("Second payer");
        for (int i = 0; i < 4; i++) {
            Subscriber child = child(isp, first);
            Subscription s = isp.takes(child, isp.sells("Home " + i, 3000, THIRTY_DAYS));
            isp.pays(first, 700);
            give(isp, child, second);
            isp.pays(second, 500);
            Bill home = bill(isp, child);
            AtOnce.all(List.<Callable<Bill>>of(() -> isp.bills.voidBill(isp.owner, home.id(), "wrong"), () -> {
                give(isp, child, first);
                return home;
            }));
            assertThat(List.of(has(isp, first), has(isp, second))).containsExactly(isp.money(700), isp.money(500));
            isp.subscriptions.cancel(isp.owner, s.id(), "so that the next money is for the next");
            isp.ledger.refund(isp.owner, first.id(), isp.money(700), "cash", "1st" + i, "asked for it");
            isp.ledger.refund(isp.owner, second.id(), isp.money(500), "cash", "2nd" + i, "asked for it");
        }
        assertThat(isp.proof().firstFault()).isNull();
    }
}
