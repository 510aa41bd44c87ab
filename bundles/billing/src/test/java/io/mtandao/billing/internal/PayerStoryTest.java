package io.mtandao.billing.internal;

import static io.mtandao.api.billing.SubscriptionState.ACTIVE;
import static io.mtandao.api.billing.SubscriptionState.PENDING;
import static io.mtandao.api.billing.SubscriptionState.SUSPENDED;
import static io.mtandao.billing.internal.kit.Family.child;
import static io.mtandao.billing.internal.kit.Family.give;
import static io.mtandao.billing.internal.kit.Family.own;
import static io.mtandao.billing.internal.kit.Family.paidBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Ledger.Received;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscriber.Details;
import io.mtandao.api.billing.Subscription;
import io.mtandao.billing.internal.kit.AtOnce;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One wallet that pays for others: a parent's, a company's. */
class PayerStoryTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";

    private static long payer(Isp isp, Bill bill) {
        return isp.bills.get(isp.owner, bill.id()).details().payerId();
    }

    private static InternetPackage postpaid(Isp isp, long price) {
        PackageTerms terms = new PackageTerms(ServiceType.PPPOE, Charging.POSTPAID, false, true, null, null, null, null, 0, null, null, null, null, null);
        return isp.packages.create(isp.owner, new Packages.Draft("Afterwards", isp.money(price), Isp.MONTH, 10_000, 5_000, null, terms));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void moneyOnTheChildsNumberLandsInThePayersWalletAndRenewsTheChild(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber parent = isp.joins("Parent"), child = child(isp, parent);
        assertThat(child.details()).extracting(Details::payerId, Details::payerName).containsExactly(parent.id(), "Parent");
        Subscription home = isp.takes(child, isp.sells("Home 10M", 2000));
        assertThat(home.details().payerId()).isEqualTo(parent.id());
        assertThat(isp.pays(child, 2500)).isEqualTo(new Received(isp.money(500), 1));
        assertThat(isp.now(home).state()).isEqualTo(ACTIVE);
        Bill bill = isp.billsOf(child).get(0);
        assertThat(bill).extracting(Bill::subscriberId, Bill::state, b -> b.details().payerId()).containsExactly(child.id(), Bill.State.PAID, parent.id());
        assertThat(isp.balance(child)).isEqualTo(isp.balance(parent)).isEqualTo(isp.money(500));
        for (Subscriber s : List.of(parent, child)) assertThat(isp.subscribers.get(isp.owner, s.id()).balance()).isEqualTo(isp.money(500));
        assertThat(own(isp, child)).isZero();
        assertThat(isp.pays(parent, 1500).renewed()).as("the payer's own money buys for the child as well").isEqualTo(1);
        assertThat(isp.subscribers.list(isp.owner, ListQuery.where("payerId", "" + parent.id())).items()).extracting(Subscriber::id).containsExactly(child.id());
        isp.booksAreWhole(4);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void openBillsAndServicesMoveToThePayerAndBackAgain(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber parent = isp.joins("Parent"), child = isp.joins("Child");
        Subscription home = isp.takes(child, isp.sells("Home 10M", 2000));
        Bill bill = isp.bills.billNext(isp.owner, home.id());
        isp.pays(parent, 1500);
        give(isp, child, parent);
        assertThat(isp.audit.last().was()).doesNotContainKey("payerId");
        assertThat(isp.audit.last().is()).containsEntry("payerId", parent.id());
        assertThat(isp.now(home)).extracting(s -> s.details().payerId(), Subscription::state).containsExactly(parent.id(), PENDING);
        assertThat(payer(isp, bill)).isEqualTo(parent.id());
        give(isp, child, null);
        assertThat(isp.now(home).details().payerId()).isEqualTo(child.id());
        assertThat(payer(isp, bill)).isEqualTo(child.id());
        assertThat(isp.pays(parent, 1000).renewed()).as("no longer for the child").isZero();
        give(isp, child, parent);
        assertThat(isp.subscriptions.renew(isp.owner, home.id()).state()).isEqualTo(ACTIVE);
        assertThat(isp.bills.get(isp.owner, bill.id()).state()).isEqualTo(Bill.State.PAID);
        assertThat(isp.balance(child)).isEqualTo(isp.money(500));
        assertThat(own(isp, child)).isZero();
        isp.booksAreWhole(3);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aDebtStaysWithThePayerInWhoseWalletItWasBooked(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber first = isp.joins("First payer"), second = isp.joins("Second payer"), child = child(isp, first);
        Subscription office = isp.takes(child, postpaid(isp, 3000));
        isp.subscriptions.activate(isp.owner, office.id(), null);
        isp.itIs("2026-12-22T08:00:00Z");
        Bill debt = isp.billsOf(child).get(0);
        assertThat(debt).extracting(Bill::state, b -> b.details().payerId()).containsExactly(Bill.State.OPEN, first.id());
        assertThat(isp.balance(first)).isEqualTo(isp.money(-3000));
        give(isp, child, second);
        assertThat(payer(isp, debt)).isEqualTo(first.id());
        assertThat(isp.now(office).details().payerId()).isEqualTo(second.id());
        assertThat(isp.subscribers.list(isp.owner, ListQuery.where("debt", "true")).items()).extracting(Subscriber::name).containsExactly("First payer");
        isp.pays(second, 3000);
        assertThat(isp.bills.get(isp.owner, debt.id()).state()).as("another's money").isEqualTo(Bill.State.OPEN);
        isp.pays(first, 3000);
        assertThat(isp.bills.get(isp.owner, debt.id()).state()).isEqualTo(Bill.State.PAID);
        isp.itIs("2027-01-22T08:00:00Z");
        assertThat(isp.billsOf(child)).hasSize(2).first().extracting(Bill::state, b -> b.details().payerId()).containsExactly(Bill.State.PAID, second.id());
        assertThat(isp.balance(first)).isEqualTo(isp.balance(second)).isEqualTo(isp.money(0));
        assertThat(isp.proof().whole()).isTrue();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void dunningForAnOldPayersDebtBillsWhatWasUsedSinceToTheNewOne(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber first = isp.joins("First payer"), second = isp.joins("Second payer"), child = child(isp, first);
        Subscription office = isp.takes(child, postpaid(isp, 3000));
        isp.subscriptions.activate(isp.owner, office.id(), null);
        isp.itIs("2026-12-22T08:00:00Z");
        give(isp, child, second);
        isp.itIs("2027-01-10T08:00:00Z");
        assertThat(isp.now(office).state()).isEqualTo(io.mtandao.api.billing.SubscriptionState.SUSPENDED);
        Bill used = isp.billsOf(child).get(0);
        assertThat(used.details().payerId()).isEqualTo(second.id());
        assertThat(isp.balance(second)).isEqualTo(used.total().negated());
        assertThat(isp.balance(first)).isEqualTo(isp.money(-3000));
        isp.pays(first, 3000);
        assertThat(isp.now(office).state()).as("the debt that cut it is paid").isEqualTo(ACTIVE);
        assertThat(isp.proof().whole()).isTrue();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void thereIsOneStepAndNoMoneyIsLeftBehind(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber parent = isp.joins("Parent"), child = child(isp, parent), other = isp.joins("Other");
        assertThatThrownBy(() -> give(isp, other, other)).isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("payerId"));
        assertThatThrownBy(() -> isp.subscribers.create(isp.owner, paidBy("X", -1L)))
            .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("payerId"));
        assertThatThrownBy(() -> give(isp, other, child)).isInstanceOf(Conflict.class).hasMessageContaining("somebody else pays");
        assertThatThrownBy(() -> isp.subscribers.create(isp.owner, paidBy("X", child.id()))).isInstanceOf(Conflict.class).hasMessageContaining("somebody else pays");
        assertThatThrownBy(() -> give(isp, parent, other)).isInstanceOf(Conflict.class).hasMessageContaining("pays for 1 other");
        isp.pays(other, 5);
        assertThatThrownBy(() -> give(isp, other, parent)).isInstanceOf(Conflict.class).hasMessageContaining("KES 5.00").hasMessageContaining("transfer it first");
        isp.ledger.transfer(isp.owner, other.id(), parent.id(), isp.money(5), "family");
        assertThat(give(isp, other, parent).balance()).isEqualTo(isp.money(5));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whoPaysForOthersIsNotDeletedAndNothingKeepsAPayerWhoHasDone(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber parent = isp.joins("Parent"), child = child(isp, parent);
        isp.subscriptions.cancel(isp.owner, isp.takes(child, isp.sells("Home 10M", 2000)).id());
        assertThatThrownBy(() -> isp.subscribers.delete(isp.owner, parent.id())).isInstanceOf(Conflict.class).hasMessageContaining("pays for 1 other");
        give(isp, child, null);
        isp.subscribers.delete(isp.owner, parent.id());
        isp.subscribers.delete(isp.owner, child.id());
        assertThat(isp.subscribers.count(isp.owner, ListQuery.first(1))).isZero();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whatIsCreditedForAnOldBillIsThereAgainWhenTheOwnWalletPaysAgain(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber parent = isp.joins("Parent"), other = isp.joins("Other"), child = isp.joins("Child");
        isp.takes(child, isp.sells("Home 10M", 2000));
        isp.pays(child, 2000);
        give(isp, child, parent);
        isp.bills.creditNote(isp.owner, isp.billsOf(child).get(0).id(), isp.money(300), "three days down");
        assertThat(own(isp, child)).as("to whom had paid").isEqualTo(isp.money(300).minor());
        assertThat(isp.balance(child)).as("what pays for the child").isEqualTo(isp.money(0));
        assertThatThrownBy(() -> give(isp, child, other)).isInstanceOf(Conflict.class).hasMessageContaining("KES 300.00");
        assertThat(give(isp, child, null).balance()).isEqualTo(isp.money(300));
        assertThat(isp.proof().whole()).isTrue();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void moneyThatArrivesWhileThePayerIsSetIsNotLeftInAWalletThatNobodySpends(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        Subscriber parent = isp.joins("Parent");
        for (int i = 0; i < 5; i++) {
            Subscriber child = isp.joins("Child " + i);
            List<String> done = AtOnce.all(List.<Callable<String>>of(() -> {
                isp.pays(child, 100);
                return "paid";
            }, () -> {
                try {
                    give(isp, child, parent);
                    return "given";
                } catch (Conflict e) {
                    return "refused";
                }
            }));
            boolean given = done.contains("given");
            assertThat(own(isp, child)).as("%s", done).isEqualTo(given ? 0 : isp.money(100).minor());
            assertThat(isp.balance(child).isPositive()).isTrue();
        }
        assertThat(isp.proof().whole()).isTrue();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whoIsCutForADebtOfTheFormerPayerIsNotLetOnByTheOwn(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber parent = isp.joins("Parent"), child = child(isp, parent);
        Subscription s = isp.takes(child, postpaid(isp, 1000));
        isp.subscriptions.activate(isp.owner, s.id(), null);
        isp.itIs("2026-12-22T07:15:00Z");
        give(isp, child, null);
        isp.itIs("2027-01-21T07:15:00Z");
        assertThat(isp.now(s).state()).isEqualTo(SUSPENDED);
        isp.pays(child, 1000);
        assertThat(own(isp, child)).as("what was used until the cut is paid by the own wallet").isNotNegative();
        assertThat(isp.now(s).state()).as("the debt for which it was cut is not paid").isEqualTo(SUSPENDED);
        isp.pays(parent, 1000);
        assertThat(isp.now(s).state()).isEqualTo(ACTIVE);
    }
}
