package io.mtandao.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.BillRun;
import io.mtandao.api.billing.BillRuns;
import io.mtandao.api.billing.BillingPolicy;
import io.mtandao.api.billing.BillingPolicy.Fuse;
import io.mtandao.api.billing.CutOffs;
import io.mtandao.api.billing.FuseBlown;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.ScheduledChange;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.billing.internal.bill.BillRunner;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many at once: runs with preview, ceiling and parking; cuts with preview and fuse. */
class RunStoryTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";
    private static final String SOON = "2026-11-22T20:00:00Z";

    private static List<Subscription> crowd(Isp isp, InternetPackage p, int count) {
        List<Subscription> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Subscriber who = isp.joins("Person " + i);
            all.add(isp.subscriptions.create(isp.owner, new Subscriptions.Draft(who.id(), p.id(), null, "u" + i, null, Instant.parse(SOON))));
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void theRunDoesWhatThePreviewSaidAndASecondOneNothing(Kind kind) {
        Isp isp = Isp.on(kind);
        List<Subscription> all = crowd(isp, isp.sells("Home", 1000), 7);
        isp.ledger.adjust(isp.owner, all.get(0).subscriberId(), isp.money(1000), "cash");
        List<BillRuns.Forecast> forecast = new ArrayList<>();
        ListQuery next = ListQuery.first(3);
        while (next != null) {
            var page = isp.runs.preview(isp.owner, null, next);
            forecast.addAll(page.items());
            next = page.next() == null ? null : next.after(page.next());
        }
        assertThat(forecast).hasSize(7).allSatisfy(f -> assertThat(f.total()).isEqualTo(isp.money(1000)));
        assertThat(forecast.stream().filter(BillRuns.Forecast::covered)).hasSize(1);
        BillRuns.Sum sum = isp.runs.sum(isp.owner, null);
        assertThat(isp.billsOf(isp.subscribers.get(isp.owner, all.get(1).subscriberId()))).as("a preview writes nothing").isEmpty();
        BillRun run = isp.runs.start(isp.owner, null);
        assertThat(run.planned()).isEqualTo(7);
        assertThatThrownBy(() -> isp.runs.start(isp.owner, null)).isInstanceOf(Conflict.class).hasMessageContaining("running");
        isp.itIs(isp.clock.instant().toString());
        BillRun done = isp.runs.get(isp.owner, run.id());
        assertThat(done.state()).isEqualTo(BillRun.State.DONE);
        assertThat(List.of(done.billed(), done.paid(), done.parked())).containsExactly(7L, 1L, 0L);
        assertThat(done.total()).isEqualTo(sum.total());
        List<Bill> bills = isp.bills.list(isp.owner, new ListQuery(null, java.util.Map.of("runId", String.valueOf(run.id())), "number", 50, null)).items();
        assertThat(bills).extracting(Bill::number).containsExactly("B-000001", "B-000002", "B-000003", "B-000004", "B-000005", "B-000006", "B-000007");
        assertThat(isp.bills.billDue(isp.owner).billed()).as("a second run finds nothing").isZero();
        assertThat(isp.proof().firstFault()).isNull();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whatIsAboveTheCeilingIsParkedWithItsReasonAndCanBeBilledByHand(Kind kind) {
        Isp isp = Isp.on(kind);
        BillingPolicy p = isp.policies.get(isp.owner);
        isp.policies.update(isp.owner, new BillingPolicy(p.version(), p.renewal(), p.dueDays(), p.dunning(), null, isp.money(5000), p.fuse(), p.numbering()));
        crowd(isp, isp.sells("Home", 1000), 2);
        Subscriber big = isp.joins("Big");
        Subscription s = isp.takes(big, isp.sells("Typo", 100_000), SOON);
        isp.bills.billDue(isp.owner);
        BillRuns.Parked parked = isp.runs.parked(isp.owner, ListQuery.where("open", "true")).items().get(0);
        assertThat(parked.subscriptionId()).isEqualTo(s.id());
        assertThat(parked.reason()).contains("more than the ceiling of KES 5,000.00");
        assertThat(isp.bills.count(isp.owner, ListQuery.first(10))).isEqualTo(2);
        isp.bills.billDue(isp.owner);
        assertThat(isp.runs.parked(isp.owner, ListQuery.where("open", "true")).items()).as("parked once").hasSize(1);
        Bill bill = isp.runs.retry(isp.owner, parked.id());
        assertThat(bill.total()).isEqualTo(isp.money(100_000));
        assertThat(bill.number()).as("no number was lost").isEqualTo("B-000003");
        assertThatThrownBy(() -> isp.runs.dismiss(isp.owner, parked.id(), "settled")).isInstanceOf(Conflict.class);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aRunThatIsStoppedLeavesTheRestAndAnotherBillsIt(Kind kind) {
        Isp isp = Isp.on(kind);
        crowd(isp, isp.sells("Home", 1000), 3);
        BillRun run = isp.runs.start(isp.owner, null);
        isp.runs.stop(isp.owner, run.id());
        assertThat(isp.jobs.count(BillRunner.JOB)).isEqualTo(1);
        isp.itIs(isp.clock.instant().toString());
        assertThat(isp.runs.get(isp.owner, run.id()).state()).isEqualTo(BillRun.State.STOPPED);
        assertThat(isp.bills.count(isp.owner, ListQuery.first(10))).isZero();
        assertThat(isp.bills.billDue(isp.owner).billed()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void tonightsCutsAreKnownBeforeAndTheFuseStopsThemWhenTheyAreTooMany(Kind kind) {
        Isp isp = Isp.on(kind);
        BillingPolicy p = isp.policies.get(isp.owner);
        isp.policies.update(isp.owner, new BillingPolicy(p.version(), p.renewal(), p.dueDays(), p.dunning(), null, null, new Fuse(50, 2), p.numbering()));
        List<Subscription> all = crowd(isp, isp.sells("Home", 1000), 6);
        isp.ledger.adjust(isp.owner, all.get(0).subscriberId(), isp.money(1000), "cash");
        List<CutOffs.CutOff> tonight = isp.cutOffs.preview(isp.owner, null, ListQuery.first(50)).items();
        assertThat(tonight).hasSize(5).allSatisfy(c -> {
            assertThat(c.missing()).isEqualTo(isp.money(1000));
            assertThat(c.reason()).contains("its time ends");
        });
        isp.events.taken();
        isp.itIs(SOON);
        assertThat(all).filteredOn(s -> isp.now(s).state() == SubscriptionState.ACTIVE).as("five of six would be cut: nobody is").hasSize(6);
        assertThat(isp.now(all.get(0)).expiresAt()).as("who has paid is renewed all the same").isEqualTo("2026-12-22T20:00:00Z");
        assertThat(isp.events.taken()).anySatisfy(e -> assertThat(e).isEqualTo(new FuseBlown(null, 0, 5, 6, 50)));
        assertThat(isp.cutOffs.fuses(isp.owner).get(0)).satisfies(f -> {
            assertThat(f.held()).isEqualTo(5);
            assertThat(f.blownAt()).isNotNull();
        });
        isp.pays(isp.subscribers.get(isp.owner, all.get(1).subscriberId()), 1000);
        assertThat(isp.now(all.get(1)).expiresAt()).as("whoever pays meanwhile loses no day").isEqualTo("2026-12-22T20:00:00Z");
        isp.cutOffs.reset(isp.owner, null, "all of it is right");
        isp.itIs(isp.clock.instant().plusSeconds(1).toString());
        assertThat(all).filteredOn(s -> isp.now(s).state() == SubscriptionState.EXPIRED).hasSize(4);
        assertThatThrownBy(() -> isp.cutOffs.reset(isp.owner, null, "again")).isInstanceOf(Conflict.class);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void tonightsCutsAreToldInTheOrderInWhichTheyComeAlsoOverPages(Kind kind) {
        Isp isp = Isp.on(kind);
        List<Subscription> all = crowd(isp, isp.sells("Home", 1000), 5);
        String[] ends = {"2026-11-22T19:00:00Z", "2026-11-22T17:00:00Z", "2026-11-22T18:00:00Z", "2026-11-22T17:00:00Z"};
        for (int i = 0; i < ends.length; i++) isp.subscriptions.moveExpiry(isp.owner, all.get(i).id(), Instant.parse(ends[i]), "an outage");
        isp.itIs("2026-11-22T16:00:00Z");
        isp.ledger.adjust(isp.owner, all.get(3).subscriberId(), isp.money(1000), "cash");
        List<Long> told = new ArrayList<>();
        for (String cursor = null; told.isEmpty() || cursor != null; ) {
            var page = isp.cutOffs.preview(isp.owner, null, new ListQuery(null, Map.of(), null, 2, cursor));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
            page.items().forEach(c -> told.add(c.subscriptionId()));
            cursor = page.next();
        }
        assertThat(told).containsExactly(all.get(1).id(), all.get(2).id(), all.get(0).id(), all.get(4).id());
        assertThatThrownBy(() -> isp.cutOffs.preview(isp.owner, null, new ListQuery(null, Map.of(), null, 2, "s12"))).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void oneThatFailsHoldsUpNobodyOfTheCrowd(Kind kind) {
        Isp isp = Isp.on(kind);
        List<Subscription> all = crowd(isp, isp.sells("Home", 1000), 6);
        for (Subscription s : all.subList(0, 4)) isp.ledger.adjust(isp.owner, s.subscriberId(), isp.money(1000), "cash");
        long small = isp.sells("Small", 500).id();
        for (Subscription s : all.subList(0, 3))
            isp.subscriptions.schedule(isp.owner, s.id(), ScheduledChange.Kind.CHANGE_PACKAGE, Instant.parse("2026-11-23T20:00:00Z"), small, null);
        long broken = all.get(1).id();
        standUnder(isp, broken, 99);
        isp.itIs("2026-11-22T20:00:00Z");
        assertThat(all.stream().map(s -> isp.desk.open(isp.system, d -> d.em().find(SubscriptionRow.class, s.id()).getState().name())))
            .containsExactly("ACTIVE", "ACTIVE", "ACTIVE", "ACTIVE", "EXPIRED", "EXPIRED");
        assertThat(List.of(0, 2, 3).stream().map(i -> isp.now(all.get(i)).expiresAt().toString())).containsOnly("2026-12-22T20:00:00Z");
        isp.itIs("2026-11-23T20:00:00Z");
        assertThat(isp.now(all.get(0)).packageId()).isEqualTo(small);
        assertThat(isp.now(all.get(2)).packageId()).as("the change before it failed").isEqualTo(small);
        standUnder(isp, broken, 1);
        isp.itIs("2026-11-23T20:30:00Z");
        assertThat(isp.now(all.get(1)).packageId()).as("mended, it takes its turn").isEqualTo(small);
    }

    /** As a backup that was put back by halves would have it: an edition that is not there. */
    private static void standUnder(Isp isp, long subscription, int edition) {
        isp.db.tx().run(isp.id, em -> em.createQuery("update SubscriptionRow s set s.edition = ?1 where s.id = ?2").setParameter(1, edition)
            .setParameter(2, subscription).executeUpdate());
    }
}
