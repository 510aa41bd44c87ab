package io.mtandao.billing.internal;

import static io.mtandao.billing.internal.kit.Family.child;
import static io.mtandao.billing.internal.kit.Family.give;
import static io.mtandao.billing.internal.kit.Family.own;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.Money;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.Deposit;
import io.mtandao.api.billing.Deposit.Choice;
import io.mtandao.api.billing.Deposit.Settlement;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.billing.internal.kit.AtOnce;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was left as security goes back at the end, once, or what is kept of it becomes income. */
class DepositStoryTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";
    private static final Settlement BACK = new Settlement(Choice.GIVE_BACK, null, null), OFF = new Settlement(Choice.SET_OFF, null, null);

    private static InternetPackage sells(Isp isp, Charging charging) {
        return isp.sells("With deposit", 1000, new PackageTerms(ServiceType.PPPOE, charging, false, true, null, null, null, List.of(), 0, null, null, isp.money(500), null, null));
    }

    private static Subscription ended(Isp isp, Subscriber who, long paid) {
        Subscription s = isp.takes(who, sells(isp, Charging.PREPAID));
        if (paid > 0) isp.pays(who, paid);
        isp.subscriptions.cancel(isp.owner, s.id(), "moved away");
        return s;
    }

    private static Settlement kept(Money how) {
        return new Settlement(Choice.KEEP, how, "router not returned");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void itGoesBackIntoTheWalletOnceAndIsShown(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription s = isp.takes(grace, sells(isp, Charging.PREPAID));
        isp.pays(grace, 1500);
        assertThat(isp.subscriptions.deposit(isp.owner, s.id())).isEqualTo(new Deposit(s.id(), isp.money(500), null));
        assertThatThrownBy(() -> isp.subscriptions.settleDeposit(isp.owner, s.id(), BACK)).isInstanceOf(Conflict.class).hasMessageContaining("cancel the subscription first");
        isp.subscriptions.cancel(isp.owner, s.id(), "moved away");
        Deposit settled = isp.subscriptions.settleDeposit(isp.owner, s.id(), BACK);
        assertThat(settled).isEqualTo(isp.subscriptions.deposit(isp.owner, s.id()));
        assertThat(settled).isEqualTo(new Deposit(s.id(), isp.money(0), new Deposit.Settled(Choice.GIVE_BACK, isp.money(500), isp.money(0), null, isp.clock.instant(), isp.owner.name())));
        assertThat(isp.balance(grace)).isEqualTo(isp.money(500));
        assertThat(isp.booked("deposits")).isEqualTo(isp.money(0));
        assertThat(isp.audit.last().action()).isEqualTo("subscription.settle-deposit");
        for (Settlement again : List.of(BACK, OFF, kept(null)))
            assertThatThrownBy(() -> isp.subscriptions.settleDeposit(isp.owner, s.id(), again)).isInstanceOf(Conflict.class).hasMessageContaining("settled already");
        Bill bill = isp.billsOf(grace).get(0);
        assertThatThrownBy(() -> isp.bills.voidBill(isp.owner, bill.id(), "spite")).as("nor a second time with its bill").isInstanceOf(Conflict.class)
            .hasMessageContaining("settled already");
        assertThatThrownBy(() -> isp.bills.creditNote(isp.owner, bill.id(), isp.money(100), "spite")).isInstanceOf(Conflict.class);
        assertThat(isp.balance(grace)).isEqualTo(isp.money(500));
        isp.booksAreWhole(3);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void ofTwoWhoGiveItBackAtOnceOneDoes(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription s = ended(isp, grace, 1500);
        Callable<String> one = () -> {
            try {
                isp.subscriptions.settleDeposit(isp.owner, s.id(), BACK);
                return "done";
            } catch (Conflict e) {
                return "refused";
            }
        };
        assertThat(AtOnce.all(List.of(one, one, one))).containsOnlyOnce("done");
        assertThat(isp.balance(grace)).isEqualTo(isp.money(500));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whatIsKeptForDamagesIsIncomeAndTheRestGoesBack(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription s = ended(isp, grace, 1500);
        assertThatThrownBy(() -> isp.subscriptions.settleDeposit(isp.owner, s.id(), new Settlement(Choice.KEEP, null, " "))).isInstanceOf(Invalid.class)
            .hasMessageContaining("reason");
        assertThatThrownBy(() -> isp.subscriptions.settleDeposit(isp.owner, s.id(), kept(isp.money(501)))).isInstanceOf(Conflict.class)
            .hasMessage("only KES 500.00 was left as deposit");
        assertThatThrownBy(() -> isp.subscriptions.settleDeposit(isp.owner, s.id(), new Settlement(Choice.GIVE_BACK, isp.money(1), null))).isInstanceOf(Invalid.class);
        Money before = isp.booked("income");
        assertThat(isp.subscriptions.settleDeposit(isp.owner, s.id(), kept(isp.money(200))).settled()).satisfies(x -> {
            assertThat(x.kept()).isEqualTo(isp.money(200));
            assertThat(x.returned()).isEqualTo(isp.money(300));
            assertThat(x.reason()).isEqualTo("router not returned");
        });
        assertThat(isp.booked("income").minus(before)).isEqualTo(isp.money(200));
        assertThat(isp.balance(grace)).isEqualTo(isp.money(300));
        Subscriber other = isp.joins("Other");
        Subscription all = isp.takes(other, isp.packages.list(isp.owner, io.mtandao.api.ListQuery.first(1)).items().get(0));
        isp.pays(other, 1500);
        isp.subscriptions.cancel(isp.owner, all.id());
        isp.subscriptions.settleDeposit(isp.owner, all.id(), kept(null));
        assertThat(isp.balance(other)).isEqualTo(isp.money(0));
        assertThat(isp.booked("deposits")).isEqualTo(isp.money(0));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void itIsSetOffAgainstADebtFirst(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription s = isp.takes(grace, sells(isp, Charging.POSTPAID));
        isp.subscriptions.activate(isp.owner, s.id(), null);
        isp.itIs("2026-12-22T07:16:00Z");
        isp.subscriptions.cancel(isp.owner, s.id(), "moved away");
        isp.pays(grace, 1200);
        assertThat(isp.balance(grace)).isLessThan(isp.money(0));
        Money owed = isp.money(0).minus(isp.balance(grace));
        assertThatThrownBy(() -> isp.subscriptions.settleDeposit(isp.owner, s.id(), BACK)).isInstanceOf(Conflict.class).hasMessageContaining("owes " + owed);
        isp.subscriptions.settleDeposit(isp.owner, s.id(), OFF);
        assertThat(isp.balance(grace)).isEqualTo(isp.money(500).minus(owed));
        assertThat(isp.billsOf(grace)).allSatisfy(b -> assertThat(b.state()).isEqualTo(Bill.State.PAID));
        assertThat(isp.booked("deposits")).isEqualTo(isp.money(0));
        assertThat(isp.proof().whole()).isTrue();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whatWasNeverPaidOrWasTakenBackIsNotGivenBack(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscription unpaid = ended(isp, isp.joins("Unpaid"), 0);
        assertThatThrownBy(() -> isp.subscriptions.settleDeposit(isp.owner, unpaid.id(), OFF)).isInstanceOf(Conflict.class).hasMessageContaining("no deposit was paid");
        Subscriber back = isp.joins("Taken back");
        Subscription s = isp.takes(back, isp.packages.list(isp.owner, io.mtandao.api.ListQuery.first(1)).items().get(0));
        isp.pays(back, 1500);
        isp.bills.voidBill(isp.owner, isp.billsOf(back).get(0).id(), "mistake");
        isp.subscriptions.cancel(isp.owner, s.id());
        assertThat(isp.balance(back)).isEqualTo(isp.money(1500));
        assertThatThrownBy(() -> isp.subscriptions.settleDeposit(isp.owner, s.id(), OFF)).isInstanceOf(Conflict.class);
    }

    /** A child whose first payer has left its deposit, and who pays alone then. */
    private static Subscription movedOn(Isp isp, Subscriber parent, Subscriber child, Charging charging, long paid) {
        Subscription s = isp.takes(child, sells(isp, charging));
        if (charging == Charging.POSTPAID) {
            isp.subscriptions.activate(isp.owner, s.id(), null);
            isp.itIs("2026-12-22T07:16:00Z");
        }
        isp.pays(parent, paid);
        give(isp, child, null);
        isp.subscriptions.cancel(isp.owner, s.id(), "moved away");
        return s;
    }

    private static void have(Isp isp, Subscriber parent, long ofParent, Subscriber child, long ofChild) {
        assertThat(own(isp, parent)).as("the parent's").isEqualTo(isp.money(ofParent).minor());
        assertThat(own(isp, child)).as("the child's").isEqualTo(isp.money(ofChild).minor());
        assertThat(isp.booked("deposits")).isEqualTo(isp.money(0));
        assertThat(isp.proof().firstFault()).isNull();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void itGoesBackToWhoLeftItAndNotToWhoPaysAtTheEnd(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber parent = isp.joins("Parent"), child = child(isp, parent);
        Subscription s = movedOn(isp, parent, child, Charging.PREPAID, 1500);
        isp.subscriptions.settleDeposit(isp.owner, s.id(), BACK);
        have(isp, parent, 500, child, 0);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void ofWhatIsKeptInPartTheRestGoesBackToWhoLeftIt(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber parent = isp.joins("Parent"), child = child(isp, parent);
        Subscription s = movedOn(isp, parent, child, Charging.PREPAID, 1500);
        isp.subscriptions.settleDeposit(isp.owner, s.id(), kept(isp.money(200)));
        have(isp, parent, 300, child, 0);
        assertThat(isp.booked("income").plus(isp.booked("tax:default"))).isEqualTo(isp.money(1200));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whoPaysAtTheEndHasItsDebtPaidOfItAndWhoLeftItGetsTheRest(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber parent = isp.joins("Parent"), child = child(isp, parent);
        Subscription s = movedOn(isp, parent, child, Charging.PREPAID, 1500);
        isp.ledger.adjust(isp.owner, child.id(), isp.money(-120), "a cable");
        assertThatThrownBy(() -> isp.subscriptions.settleDeposit(isp.owner, s.id(), BACK)).isInstanceOf(Conflict.class).hasMessageContaining("owes");
        isp.subscriptions.settleDeposit(isp.owner, s.id(), OFF);
        have(isp, parent, 380, child, 0);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void ofADebtItGoesIntoTheWalletThatTheDebtStandsIn(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber parent = isp.joins("Parent"), child = child(isp, parent);
        Subscription s = movedOn(isp, parent, child, Charging.POSTPAID, 2000);
        assertThat(own(isp, parent)).as("2000 less the month and the deposit").isEqualTo(50_000);
        assertThat(own(isp, child)).as("the last minute, which the child owes").isEqualTo(-2);
        isp.subscriptions.settleDeposit(isp.owner, s.id(), OFF);
        assertThat(own(isp, parent)).isEqualTo(50_000 + 49_998);
        assertThat(own(isp, child)).isZero();
        assertThat(isp.booked("deposits")).isEqualTo(isp.money(0));
        assertThat(isp.proof().firstFault()).isNull();
    }

    private static Subscription owing(Isp isp, Subscriber who, long paid) {
        Subscription s = isp.takes(who, sells(isp, Charging.POSTPAID));
        isp.subscriptions.activate(isp.owner, s.id(), null);
        isp.itIs("2026-12-22T07:15:00Z");
        if (paid > 0) isp.pays(who, paid);
        isp.subscriptions.cancel(isp.owner, s.id(), "moved away");
        return s;
    }

    private static void booked(Isp isp, long deposits, long writeOffs) {
        assertThat(isp.booked("deposits")).isEqualTo(isp.money(deposits));
        assertThat(isp.booked("write-offs")).isEqualTo(isp.money(writeOffs));
        assertThat(isp.proof().firstFault()).isNull();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whatNobodyLeftIsNotOwedOnceItsDebtIsGivenUp(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription s = owing(isp, grace, 0);
        booked(isp, 500, 0);
        isp.bills.writeOff(isp.owner, isp.billsOf(grace).get(0).id(), "gone");
        booked(isp, 0, -1000);
        assertThat(isp.balance(grace)).isEqualTo(isp.money(0));
        assertThat(isp.subscriptions.deposit(isp.owner, s.id()).held()).isEqualTo(isp.money(0));
        assertThatThrownBy(() -> isp.subscriptions.settleDeposit(isp.owner, s.id(), OFF)).isInstanceOf(Conflict.class).hasMessageContaining("no deposit was paid");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whatWasLeftOfItGoesBackAlsoWhenTheRestIsGivenUp(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription s = owing(isp, grace, 200);
        isp.bills.writeOff(isp.owner, isp.billsOf(grace).get(0).id(), "gone");
        booked(isp, 200, -1000);
        assertThat(isp.subscriptions.settleDeposit(isp.owner, s.id(), BACK).settled().returned()).isEqualTo(isp.money(200));
        assertThat(isp.balance(grace)).isEqualTo(isp.money(200));
        booked(isp, 0, -1000);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void ofAPaidOneTheWholeDepositStaysWhenTheRestIsGivenUp(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription s = owing(isp, grace, 600);
        isp.bills.creditNote(isp.owner, isp.billsOf(grace).get(0).id(), isp.money(400), "bad days");
        isp.bills.writeOff(isp.owner, isp.billsOf(grace).stream().filter(b -> b.details().kind() == Bill.Kind.BILL).findFirst().orElseThrow().id(), "gone");
        booked(isp, 500, -500);
        assertThat(isp.subscriptions.deposit(isp.owner, s.id()).held()).isEqualTo(isp.money(500));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whatIsGivenUpAfterTheDepositWasSettledIsALoss(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription s = owing(isp, grace, 0);
        isp.subscriptions.settleDeposit(isp.owner, s.id(), kept(null));
        booked(isp, 0, 0);
        isp.bills.writeOff(isp.owner, isp.billsOf(grace).get(0).id(), "gone");
        booked(isp, 0, -1500);
        assertThat(isp.balance(grace)).isEqualTo(isp.money(0));
    }
}
