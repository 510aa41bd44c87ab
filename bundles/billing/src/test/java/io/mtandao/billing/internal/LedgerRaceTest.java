package io.mtandao.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.ListQuery;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Ledger.Received;
import io.mtandao.api.billing.Ledger.Source;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.billing.internal.kit.AtOnce;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many at once: nothing is booked twice, nothing is lost. */
class LedgerRaceTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";
    private static final int THREADS = 6;

    @ParameterizedTest
    @MethodSource(KINDS)
    void theSameCallbackFromSixSidesIsBookedOnceAndAnsweredSixTimes(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        isp.takes(grace, isp.sells("Home 10M", 2000));
        List<Callable<Received>> tasks = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) tasks.add(() -> isp.pays(grace, 2500, "QGH1"));
        assertThat(AtOnce.all(tasks)).hasSize(THREADS).containsOnly(new Received(isp.money(500), 1));
        assertThat(isp.balance(grace)).isEqualTo(isp.money(500));
        isp.booksAreWhole(2);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void theSameMoneyForTwoSubscribersAtOnceGoesToOneOfThem(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace"), kamau = isp.joins("Kamau");
        AtOnce.all(List.of(() -> isp.pays(grace, 100, "QGH1"), () -> isp.pays(kamau, 100, "QGH1")));
        assertThat(isp.balance(grace).plus(isp.balance(kamau))).isEqualTo(isp.money(100));
        isp.booksAreWhole(1);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void unmatchedMoneyAndItsAssignmentFromManySidesIsBookedOnce(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Source source = new Source("payment", "QGH1", "mpesa");
        List<Callable<String>> arrive = new ArrayList<>();
        for (int i = 0; i < THREADS; i++)
            arrive.add(() -> {
                isp.ledger.receiveUnmatched(isp.system, isp.money(700), source, "INTERNET");
                return "ok";
            });
        AtOnce.all(arrive);
        List<Callable<Received>> assign = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) assign.add(() -> isp.ledger.assign(isp.owner, grace.id(), isp.money(700), source, "by hand"));
        assertThat(AtOnce.all(assign)).containsOnly(new Received(isp.money(700), 0));
        isp.booksAreWhole(2);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void manyPaymentsForManySubscribersAddUpAndBillNumbersHaveNoGap(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        InternetPackage p = isp.sells("Home 10M", 100);
        List<Subscriber> people = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            people.add(isp.joins("Person " + i));
            isp.takes(people.get(i), p);
        }
        List<Callable<String>> tasks = new ArrayList<>();
        for (int t = 0; t < THREADS; t++) {
            int thread = t;
            tasks.add(() -> {
                for (int i = 0; i < 6; i++) isp.pays(people.get((thread + i) % 3), 150, "R" + thread + "-" + i);
                return "ok";
            });
        }
        AtOnce.all(tasks);
        // each pays 12 times 150, and each payment buys one period of 100
        for (Subscriber s : people) assertThat(isp.balance(s)).isEqualTo(isp.money(1800 - 1200));
        List<String> numbers = isp.bills.list(isp.owner, new ListQuery(null, null, "number", 100, null)).items().stream()
            .map(b -> b.number())
            .toList();
        assertThat(numbers).hasSize(36).startsWith("B-000001").endsWith("B-000036").doesNotHaveDuplicates();
        assertThat(isp.proof().whole()).isTrue();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aPaymentInTheSecondOfTheExpiryIsNotLostWhateverComesFirst(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        InternetPackage p = isp.sells("Home 10M", 2000);
        for (int i = 0; i < 3; i++) {
            Subscriber grace = isp.joins("Grace " + i);
            Subscription home = isp.takes(grace, p, "2026-11-22T07:15:00.500Z");
            assertThat(home.state()).isEqualTo(SubscriptionState.EXPIRED);
            Subscription on = isp.subscriptions.update(isp.owner, home.id(), home.version(),
                new io.mtandao.api.billing.Subscriptions.Draft(grace.id(), p.id(), null, null, null, isp.clock.instant().plusSeconds(60)));
            isp.clock.advance(java.time.Duration.ofSeconds(60));
            String receipt = "R" + i;
            AtOnce.all(List.<Callable<String>>of(() -> {
                isp.pays(grace, 2000, receipt);
                return "paid";
            }, () -> {
                isp.itIs(isp.clock.instant().toString());
                return "rung";
            }));
            assertThat(isp.now(on).state()).isEqualTo(SubscriptionState.ACTIVE);
            assertThat(isp.now(on).expiresAt()).isEqualTo(on.expiresAt().atZone(java.time.ZoneId.of("Africa/Nairobi")).plusMonths(1)
                .toInstant());
            assertThat(isp.balance(grace)).isEqualTo(isp.money(0));
        }
        assertThat(isp.proof().whole()).isTrue();
    }
}
