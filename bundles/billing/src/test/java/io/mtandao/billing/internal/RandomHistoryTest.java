package io.mtandao.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Conflict;
import io.mtandao.api.ListQuery;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Months of an ISP's life in random order: whatever happened, the books are whole and nobody paid for a day twice. */
class RandomHistoryTest {
    private static final int STEPS = 80;
    private Isp isp;
    private Random random;
    private final List<Subscriber> people = new ArrayList<>();
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final List<InternetPackage> catalogue = new ArrayList<>();
    private final List<String> receipts = new ArrayList<>();
    private final Map<Long, Long> moneyIn = new HashMap<>();

    static Stream<Arguments> histories() {
        return TestDatabase.kinds().flatMap(kind -> Stream.of(1L, 2L, 3L).map(seed -> Arguments.of(kind, seed)));
    }

    @ParameterizedTest
    @MethodSource("histories")
    void theBooksAreWholeWhateverHappens(Kind kind, long seed) {
        isp = Isp.on(kind);
        random = new Random(seed);
        catalogue.add(isp.sells("Lite", 1000));
        catalogue.add(isp.sells("Week", 300, new Period(1, Period.Unit.WEEK)));
        catalogue.add(isp.sells("Ten days", 450, new Period(10, Period.Unit.DAY)));
        for (int i = 0; i < 3; i++) people.add(isp.joins("Person " + i));
        for (int i = 0; i < 4; i++) {
            Subscriber who = any(people);
            subscriptions.add(isp.subscriptions.create(isp.owner,
                new Subscriptions.Draft(who.id(), any(catalogue).id(), null, "user" + i, null, null)));
        }
        for (int step = 1; step <= STEPS; step++) {
            try {
                something();
            } catch (Conflict refused) {
                // a refusal must leave no trace, which the checks below would find
            }
            if (step % 20 == 0) check();
        }
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void something() {
        Subscription s = isp.now(any(subscriptions));
        switch (random.nextInt(14)) {
            case 0, 1, 2 -> pay(any(people), 100L * (1 + random.nextInt(15)));
            case 3 -> payAgain();
            case 4 -> adjust(any(people), 50L * (random.nextInt(9) - 4));
            case 5 -> isp.subscriptions.renew(isp.owner, s.id());
            case 6 -> isp.bills.billNext(isp.owner, s.id());
            case 7 -> isp.bills.billDue(isp.owner);
            case 8 -> isp.bills.list(isp.owner, ListQuery.where("state", "open")).items().stream().findFirst()
                .ifPresent(b -> isp.bills.voidBill(isp.owner, b.id(), "random"));
            case 9 -> isp.subscriptions.suspend(isp.owner, s.id(), "random");
            case 10 -> isp.subscriptions.resume(isp.owner, s.id());
            case 11 -> isp.subscriptions.update(isp.owner, s.id(), s.version(),
                new Subscriptions.Draft(s.subscriberId(), any(catalogue).id(), null, null, null, null));
            case 12 -> isp.itIs(isp.clock.instant().plus(Duration.ofHours(random.nextInt(300))).toString());
            default -> isp.isDownUntil(isp.clock.instant().plus(Duration.ofHours(random.nextInt(120))).toString());
        }
    }

    private void pay(Subscriber who, long amount) {
        String receipt = "R" + receipts.size();
        isp.pays(who, amount, receipt);
        receipts.add(receipt);
        moneyIn.merge(who.id(), amount, Long::sum);
    }

    /** The provider tells of an old payment once more, now even for somebody else. */
    private void payAgain() {
        if (!receipts.isEmpty()) isp.pays(any(people), 777, any(receipts));
    }

    private void adjust(Subscriber who, long amount) {
        if (amount == 0) return;
        isp.ledger.adjust(isp.owner, who.id(), isp.money(amount), "random");
        moneyIn.merge(who.id(), amount, Long::sum);
    }

    private void check() {
        assertThat(isp.proof().firstFault()).isNull();
        List<Bill> bills = isp.bills.list(isp.owner, new ListQuery(null, null, "number", 500, null)).items();
        for (int i = 0; i < bills.size(); i++) assertThat(bills.get(i).number()).isEqualTo(String.format("B-%06d", i + 1));
        for (Subscriber who : people) {
            long spent = bills.stream().filter(b -> b.subscriberId() == who.id() && b.state() == Bill.State.PAID)
                .mapToLong(b -> b.total().minor()).sum();
            assertThat(isp.balance(who).minor()).isEqualTo(100 * moneyIn.getOrDefault(who.id(), 0L) - spent);
        }
        for (Subscription s : subscriptions) check(isp.now(s), bills.stream().filter(b -> b.subscriptionId() == s.id()).toList());
    }

    private void check(Subscription s, List<Bill> bills) {
        assertThat(bills.stream().filter(b -> b.state() == Bill.State.OPEN)).hasSizeLessThanOrEqualTo(1);
        List<Bill> paid = bills.stream().filter(b -> b.state() == Bill.State.PAID).sorted(Comparator.comparing(Bill::periodFrom)).toList();
        for (int i = 1; i < paid.size(); i++)
            assertThat(paid.get(i).periodFrom()).as("no day is paid twice").isAfterOrEqualTo(paid.get(i - 1).periodTo());
        Instant bought = paid.isEmpty() ? null : paid.get(paid.size() - 1).periodTo();
        assertThat(s.expiresAt()).as("what is paid is what is let on").isEqualTo(bought);
        if (s.state() == SubscriptionState.ACTIVE) assertThat(s.expiresAt()).isAfter(isp.clock.instant());
        if (s.state() == SubscriptionState.EXPIRED) assertThat(s.expiresAt()).isBeforeOrEqualTo(isp.clock.instant());
        if (s.state() == SubscriptionState.PENDING) assertThat(paid).isEmpty();
    }
}
