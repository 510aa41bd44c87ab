package io.mtandao.ui.fake;

import static io.mtandao.ui.fake.FakeTenant.kes;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.Page;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.BillRun;
import io.mtandao.api.billing.BillRuns;
import io.mtandao.api.billing.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Bill runs in memory; each look at the running one bills {@link #step} more. */
public final class FakeRuns implements BillRuns {
    public final List<Forecast> due = new ArrayList<>();
    public final List<BillRun> runs = new ArrayList<>();
    public final List<Parked> parked = new ArrayList<>();
    public long step = 15;
    private final FakeBilling billing;

    public FakeRuns(FakeBilling billing) {
        this.billing = billing;
    }

    public FakeRuns fill() {
        Instant now = Instant.now();
        for (int i = 0; i < 40; i++) {
            Subscription s = billing.subscriptions.get(i * 3);
            Money price = s.price();
            List<Bill.Line> lines = new ArrayList<>(List.of(new Bill.Line(s.packageName() + ", 1 month", 1, price, price)));
            if (i % 5 == 1) lines.add(new Bill.Line(Bill.Line.Kind.ITEM, "Public IP address", 1, kes(500), kes(500), kes(0), null));
            if (i % 7 == 3) lines.add(new Bill.Line(Bill.Line.Kind.DISCOUNT, "Coupon ESTATE10 (10 %)", 1, kes(-150), kes(-150), kes(0), null));
            Money total = lines.stream().map(Bill.Line::amount).reduce(kes(0), Money::plus);
            due.add(new Forecast(s.id(), s.subscriberId(), s.subscriberName(), s.accountNumber(), s.packageName(), now.plus(Duration.ofHours(i)), now.plus(Duration.ofDays(30)), lines, total,
                i % 3 == 0, i == 7 ? "its package has no price yet" : i == 22 ? "the bill would be KES 61,000.00, above the ceiling of KES 50,000.00" : null));
        }
        runs.add(new BillRun(2, 5, BillRun.State.DONE, now.minus(Duration.ofHours(20)), "Faith Mutua", now.minus(Duration.ofHours(20)), now.minus(Duration.ofHours(20)).plusSeconds(74), 212, 198,
            61, 12, 2, kes(402_500)));
        runs.add(new BillRun(1, 3, BillRun.State.STOPPED, now.minus(Duration.ofDays(30)), "Wanjiru Kamau", now.minus(Duration.ofDays(30)), now.minus(Duration.ofDays(30)).plusSeconds(12), 205, 40,
            11, 0, 0, kes(79_000)));
        parked.add(new Parked(1, 2, 12, 12, billing.subscribers.get(11).name(), "the bill would be KES 61,000.00, above the ceiling of KES 50,000.00", now.minus(Duration.ofHours(20)), null, null));
        parked.add(new Parked(2, 2, 40, 40, billing.subscribers.get(39).name(), "its package has no price yet", now.minus(Duration.ofHours(20)), null, null));
        parked.add(new Parked(3, 1, 41, 41, billing.subscribers.get(40).name(), "its package has no price yet", now.minus(Duration.ofDays(30)), now.minus(Duration.ofDays(29)), "Faith Mutua"));
        return this;
    }

    @Override
    public Page<Forecast> preview(Caller caller, Instant until, ListQuery q) {
        return Lists.page(due, q, f -> true);
    }

    @Override
    public Sum sum(Caller caller, Instant until) {
        return new Sum(due.size(), due.stream().map(Forecast::total).reduce(kes(0), Money::plus), due.stream().filter(Forecast::covered).count(),
            due.stream().filter(f -> f.problem() != null).count());
    }

    @Override
    public BillRun start(Caller caller, Instant until) {
        if (runs.stream().anyMatch(r -> r.state() == BillRun.State.RUNNING)) throw new Conflict("a bill run is going on already");
        BillRun r = new BillRun(runs.size() + 1L, 1, BillRun.State.RUNNING, until == null ? Instant.now().plus(Duration.ofDays(1)) : until, caller.name(), Instant.now(), null, due.size(), 0, 0, 0, 0,
            kes(0));
        runs.add(0, r);
        return r;
    }

    @Override
    public BillRun stop(Caller caller, long id) {
        return put(find(id), BillRun.State.STOPPED, 0);
    }

    @Override
    public BillRun get(Caller caller, long id) {
        BillRun r = find(id);
        if (r.state() != BillRun.State.RUNNING) return r;
        long more = Math.min(step, r.planned() - r.billed());
        return put(r, r.billed() + more == r.planned() ? BillRun.State.DONE : BillRun.State.RUNNING, more);
    }

    private BillRun find(long id) {
        return runs.stream().filter(x -> x.id() == id).findFirst().orElseThrow(() -> new NotFound("run"));
    }

    private BillRun put(BillRun r, BillRun.State state, long more) {
        BillRun changed = new BillRun(r.id(), r.version() + 1, state, r.until(), r.by(), r.startedAt(), state == BillRun.State.RUNNING ? null : Instant.now(), r.planned(), r.billed() + more,
            r.paid() + more / 3, r.skipped(), r.parked(), r.total().plus(kes(2_000).times(more)));
        runs.set(runs.indexOf(r), changed);
        return changed;
    }

    @Override
    public Page<BillRun> list(Caller caller, ListQuery q) {
        return Lists.page(runs, q, r -> true);
    }

    @Override
    public Page<Parked> parked(Caller caller, ListQuery q) {
        return Lists.page(parked, q, p -> Lists.is(q, "runId", p.runId()) && Lists.is(q, "open", p.settledAt() == null));
    }

    @Override
    public Bill retry(Caller caller, long parkedId) {
        Parked p = one(parkedId);
        if (p.reason().contains("no price")) throw new Conflict("its package has no price yet");
        settle(p, caller);
        return billing.bills.get(0);
    }

    @Override
    public void dismiss(Caller caller, long parkedId, String reason) {
        settle(one(parkedId), caller);
    }

    private Parked one(long id) {
        return parked.stream().filter(p -> Objects.equals(p.id(), id)).findFirst().orElseThrow(() -> new NotFound("parked account"));
    }

    private void settle(Parked p, Caller caller) {
        parked.set(parked.indexOf(p), new Parked(p.id(), p.runId(), p.subscriptionId(), p.subscriberId(), p.subscriberName(), p.reason(), p.at(), Instant.now(), caller.name()));
    }
}
