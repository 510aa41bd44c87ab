package io.mtandao.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.Packages;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who pays in parts ends where somebody ends who pays at once: the same time, the same wallet, the same income and taxes; under each policy. */
class InPartsTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";
    private final Random random = new Random(7);
    private Isp isp;
    private int payments;

    /** Two with the same package: one pays at once what the other pays in these parts. */
    private record Pair(String name, Subscription once, Subscription inParts, List<Long> parts) {
        long sum() {
            return parts.stream().mapToLong(Long::longValue).sum();
        }
    }

    /** What somebody has from it. */
    private record Got(Object state, Object until, long wallet, List<String> bills, Map<String, Long> books) {}

    @ParameterizedTest
    @MethodSource(KINDS)
    void allOnTheSameDay(Kind kind) {
        isp = Isp.on(kind);
        for (Pair p : pairs(List.of(Partial.values()))) {
            pay(p.once(), p.sum());
            p.parts().forEach(part -> pay(p.inParts(), part));
            assertThat(got(p.inParts())).as("%s in parts of %s", p.name(), p.parts()).isEqualTo(got(p.once()));
        }
        assertThat(isp.proof().firstFault()).isNull();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void eachPartBeforeTheTimeOfTheLastOneIsOver(Kind kind) {
        isp = Isp.on(kind);
        List<Pair> pairs = pairs(List.of(Partial.BUY_PART));
        pairs.forEach(p -> pay(p.once(), p.sum()));
        for (int i = 0; i < 4; i++) {
            for (Pair p : pairs) if (i < p.parts().size()) pay(p.inParts(), p.parts().get(i));
            isp.itIs(isp.clock.instant().plus(Duration.ofHours(20)).toString());
        }
        for (Pair p : pairs) assertThat(got(p.inParts())).as("%s in parts of %s", p.name(), p.parts()).isEqualTo(got(p.once()));
        assertThat(isp.proof().firstFault()).isNull();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void lateAfterTheCut(Kind kind) {
        isp = Isp.on(kind);
        List<Pair> pairs = pairs(List.of(Partial.values())).stream().filter(p -> p.name().startsWith("plain")).toList();
        for (Pair p : pairs) {
            pay(p.once(), p.sum());
            pay(p.inParts(), p.sum());
        }
        isp.itIs("2027-06-04T05:06:07Z");
        for (Pair p : pairs) {
            pay(p.once(), p.sum());
            p.parts().forEach(part -> pay(p.inParts(), part));
            assertThat(got(p.inParts())).as("%s in parts of %s", p.name(), p.parts()).isEqualTo(got(p.once()));
        }
        assertThat(isp.proof().firstFault()).isNull();
    }

    private List<Pair> pairs(List<Partial> partials) {
        List<Pair> pairs = new ArrayList<>();
        for (Partial partial : partials) for (Late late : Late.values()) for (Excess excess : Excess.values()) for (ExpiryTime expiry : ExpiryTime.values())
            for (int kind = 0; kind < 3; kind++) pairs.add(pair(new RenewalPolicy(late, partial, excess, true, 0, expiry), kind));
        return pairs;
    }

    /** @param kind plain, with a tax on top and fees, by the calendar */
    private Pair pair(RenewalPolicy policy, int kind) {
        boolean fees = kind == 1;
        String name = List.of("plain", "with fees", "calendar").get(kind) + " " + policy;
        PackageTerms terms = new PackageTerms(ServiceType.PPPOE, Charging.PREPAID, kind == 2, !fees, null, null, null, List.of(), 0, null, fees ? isp.money(777) : null,
            fees ? isp.money(500) : null, null, policy);
        InternetPackage sold = isp.packages.create(isp.owner, new Packages.Draft(name, isp.money(1999 + kind), Isp.MONTH, 10_000, 5_000, null, terms));
        Subscriber probe = isp.joins("Probe");
        long asked = isp.bills.billNext(isp.owner, isp.takes(probe, sold).id()).total().minor();
        long sum = policy.excess() == Excess.STAY ? asked : asked + random.nextInt(500_000);
        return new Pair(name, isp.takes(isp.joins("Once"), sold), isp.takes(isp.joins("In parts"), sold), parts(sum, asked, 2 + random.nextInt(3)));
    }

    /** Each at least a sixth of what is asked for first, so that it reaches to the next day. */
    private List<Long> parts(long sum, long asked, int count) {
        List<Long> parts = new ArrayList<>();
        long left = sum;
        for (int i = 1; i < count; i++) {
            long part = asked / 6 + 1 + random.nextInt((int) (asked / 12));
            parts.add(part);
            left -= part;
        }
        parts.add(left);
        Collections.shuffle(parts, random);
        return parts;
    }

    private void pay(Subscription s, long minor) {
        isp.ledger.receive(isp.system, s.subscriberId(), Money.of(minor, "KES"), new Ledger.Source("payment", "P" + ++payments, "mpesa"), null);
    }

    private Got got(Subscription s) {
        List<Bill> bills = isp.bills.list(isp.owner, new io.mtandao.api.ListQuery(null, Map.of("subscriptionId", "" + s.id()), "number", 100, null)).items();
        Map<String, Long> books = new TreeMap<>();
        for (Bill b : bills) booked(b.id()).forEach((account, minor) -> books.merge(account, minor, Long::sum));
        return new Got(isp.now(s).state(), isp.now(s).expiresAt(), isp.ledger.balance(isp.owner, s.subscriberId()).minor(),
            bills.stream().map(b -> b.state() + " " + b.periodFrom() + " " + b.periodTo() + " " + b.total() + " tax " + b.details().tax()).toList(), books);
    }

    /** What a bill has brought to each account but the wallet. */
    private Map<String, Long> booked(long bill) {
        Map<String, Long> sums = new TreeMap<>();
        isp.db.tx().run(isp.id, em -> em.createQuery("select e.account, e.amount from LedgerEntryRow e, LedgerTransactionRow t where t.id = e.transactionId and t.sourceKind = ?1"
                + " and (t.sourceId = ?2 or t.sourceId like ?3)", Object[].class)
            .setParameter(1, "bill").setParameter(2, "" + bill).setParameter(3, bill + ":%").getResultList().stream().filter(r -> !r[0].toString().startsWith("wallet:"))
            .forEach(r -> sums.merge((String) r[0], (Long) r[1], Long::sum)));
        return sums;
    }
}
