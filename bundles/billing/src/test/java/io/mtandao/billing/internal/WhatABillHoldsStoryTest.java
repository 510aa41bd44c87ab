package io.mtandao.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.BillingPolicy;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.Deposit.Choice;
import io.mtandao.api.billing.Deposit.Settlement;
import io.mtandao.api.billing.Extras;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.Reduction;
import io.mtandao.api.billing.RenewalPolicy;
import io.mtandao.api.billing.RenewalPolicy.Excess;
import io.mtandao.api.billing.RenewalPolicy.ExpiryTime;
import io.mtandao.api.billing.RenewalPolicy.Late;
import io.mtandao.api.billing.RenewalPolicy.Partial;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bills that hold more than a package, as random histories found them: what is given back or given up of them is neither lost nor given twice. */
class WhatABillHoldsStoryTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";

    private static InternetPackage withDeposit(Isp isp, Charging charging) {
        return isp.sells("With deposit", 1000, new PackageTerms(ServiceType.PPPOE, charging, false, true, null, null, null, List.of(), 0, null, null, isp.money(500), null, null));
    }

    private static void sellsParts(Isp isp) {
        BillingPolicy p = isp.policies.get(isp.owner);
        isp.policies.update(isp.owner, new BillingPolicy(p.version(), new RenewalPolicy(Late.FROM_NOW, Partial.BUY_PART, Excess.STAY, true, 0, ExpiryTime.EXACT), p.dueDays(),
            p.dunning(), p.lateFee(), p.ceiling(), p.fuse(), p.numbering()));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aDepositIsNotGivenBackWithTheRestOfAPeriod(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription s = isp.takes(grace, withDeposit(isp, Charging.PREPAID));
        isp.pays(grace, 1500);
        isp.subscriptions.changePackage(isp.owner, s.id(), isp.sells("Other", 1000).id(), null);
        assertThat(isp.subscriptions.deposit(isp.owner, s.id()).held()).isEqualTo(isp.money(500)).isEqualTo(isp.booked("deposits"));
        isp.subscriptions.cancel(isp.owner, s.id(), "moved away");
        isp.subscriptions.settleDeposit(isp.owner, s.id(), new Settlement(Choice.GIVE_BACK, null, null));
        assertThat(isp.balance(grace)).isEqualTo(isp.money(500));
        assertThat(isp.booked("deposits")).isEqualTo(isp.money(0));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aCreditTakesOfADepositOnlyWhatIsBeyondAllElse(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription s = isp.takes(grace, withDeposit(isp, Charging.PREPAID));
        isp.pays(grace, 1500);
        long bill = isp.billsOf(grace).get(0).id();
        isp.bills.creditNote(isp.owner, bill, isp.money(300), "bad days");
        assertThat(isp.subscriptions.deposit(isp.owner, s.id()).held()).isEqualTo(isp.money(500)).isEqualTo(isp.booked("deposits"));
        isp.bills.creditNote(isp.owner, bill, isp.money(900), "a bad month");
        assertThat(isp.subscriptions.deposit(isp.owner, s.id()).held()).isEqualTo(isp.money(300)).isEqualTo(isp.booked("deposits"));
        assertThat(isp.booked("income").plus(isp.booked("tax:default"))).isEqualTo(isp.money(0));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whatIsCreditedOfABillThatIsPaidInPartIsGivenOnce(Kind kind) {
        Isp isp = Isp.on(kind);
        sellsParts(isp);
        Subscriber grace = isp.joins("Grace");
        isp.takes(grace, isp.sells("Home", 3000, new Period(30, Period.Unit.DAY)));
        isp.pays(grace, 1000);
        Bill part = isp.billsOf(grace).get(0);
        isp.bills.creditNote(isp.owner, part.id(), isp.money(400), "bad days");
        assertThat(isp.balance(grace)).isEqualTo(isp.money(400));
        isp.pays(grace, 1600);
        assertThat(isp.bills.get(isp.owner, part.id()).state()).isEqualTo(Bill.State.PAID);
        assertThat(isp.balance(grace)).as("what was credited came back, so the rest is still to be paid: 2600 for a month of 3000").isEqualTo(isp.money(0));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void theDepositOfABillThatIsPaidInPartIsNotCredited(Kind kind) {
        Isp isp = Isp.on(kind);
        sellsParts(isp);
        Subscriber grace = isp.joins("Grace");
        Subscription s = isp.takes(grace, withDeposit(isp, Charging.PREPAID));
        isp.pays(grace, 600);
        long bill = isp.billsOf(grace).get(0).id();
        assertThatThrownBy(() -> isp.bills.creditNote(isp.owner, bill, isp.money(300), "bad days")).isInstanceOf(Invalid.class).hasMessageContaining("KES 100.00");
        isp.bills.creditNote(isp.owner, bill, isp.money(100), "bad days");
        assertThat(isp.subscriptions.deposit(isp.owner, s.id()).held()).isEqualTo(isp.money(500)).isEqualTo(isp.booked("deposits"));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whatWasGivenUpIsNotCreditedAsWell(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription s = isp.takes(grace, isp.sellsPostpaid("Office", 1000, false));
        isp.subscriptions.activate(isp.owner, s.id(), null);
        isp.itIs("2026-12-22T07:15:00Z");
        long bill = isp.billsOf(grace).get(0).id();
        isp.bills.writeOff(isp.owner, bill, "gone");
        assertThatThrownBy(() -> isp.bills.creditNote(isp.owner, bill, isp.money(1000), "bad days")).isInstanceOf(Conflict.class).hasMessageContaining("written off");
        assertThat(isp.balance(grace)).isEqualTo(isp.money(0));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aDiscountOnItemsTakesNothingFromTheRestOfAPeriod(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription s = isp.takes(grace, isp.sells("Home", 2000));
        isp.extras.add(isp.owner, s.id(), new Extras.ItemDraft(null, "Router", 1, isp.money(1000), false, true, null));
        isp.extras.discount(isp.owner, s.id(), Reduction.percent(5000), 1, "welcome");
        isp.pays(grace, 1500);
        assertThat(isp.subscriptions.quoteChange(isp.owner, s.id(), isp.sells("Other", 2000).id()).toPay()).as("half of 2000 was paid for the month").isEqualTo(isp.money(1000));
    }
}
