package io.mtandao.ui.fake;

import static io.mtandao.ui.fake.FakeTenant.kes;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.Page;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Bill.Details;
import io.mtandao.api.billing.Bills;
import java.time.Instant;
import java.util.List;

/** Bills in memory, over those of {@link FakeBilling}. */
public final class FakeBills implements Bills {
    private final FakeBilling billing;

    public FakeBills(FakeBilling billing) {
        this.billing = billing;
    }

    private static boolean fits(ListQuery q, Bill b) {
        boolean overdue = b.state() == Bill.State.OPEN && b.details().debt() && b.dueAt().isBefore(Instant.now());
        return Lists.is(q, "subscriberId", b.subscriberId()) && Lists.is(q, "state", b.state()) && Lists.is(q, "kind", b.details().kind()) && Lists.is(q, "runId", b.details().runId())
            && Lists.is(q, "overdue", overdue) && Lists.has(q.search(), b.number(), b.subscriberName());
    }

    @Override
    public Page<Bill> list(Caller caller, ListQuery q) {
        return Lists.page(billing.bills, q, b -> fits(q, b));
    }

    @Override
    public long count(Caller caller, ListQuery q) {
        return billing.bills.stream().filter(b -> fits(q, b)).count();
    }

    @Override
    public Bill get(Caller caller, long id) {
        return billing.bills.stream().filter(b -> b.id() == id).findFirst().orElseThrow(() -> new NotFound("bill"));
    }

    @Override
    public Bill billNext(Caller caller, long subscriptionId) {
        throw new Conflict("that period is billed already");
    }

    @Override
    public RunResult billDue(Caller caller) {
        return new RunResult(42, 17, 3, 1);
    }

    @Override
    public Bill voidBill(Caller caller, long id, String reason) {
        return end(id, Bill.State.VOID, reason);
    }

    @Override
    public Bill writeOff(Caller caller, long id, String reason) {
        return end(id, Bill.State.WRITTEN_OFF, reason);
    }

    private Bill end(long id, Bill.State state, String reason) {
        Bill b = get(null, id);
        Details d = b.details();
        return put(b, state, new Details(d.kind(), d.debt(), d.payerId(), d.net(), d.tax(), d.paid(), d.credited(), d.refersTo(), reason, d.runId()));
    }

    @Override
    public Bill creditNote(Caller caller, long id, Money amount, String reason) {
        Bill b = get(null, id);
        Details d = b.details();
        Money left = b.total().minus(d.credited());
        if (!left.covers(amount)) throw Invalid.field("amount", "at most " + left);
        put(b, b.state(), new Details(d.kind(), d.debt(), d.payerId(), d.net(), d.tax(), d.paid(), d.credited().plus(amount), d.refersTo(), d.reason(), d.runId()));
        Bill note = new Bill(billing.bills.size() + 1L, 1, "C-00001", b.subscriberId(), b.subscriberName(), b.subscriptionId(), b.periodFrom(), b.periodTo(), amount, Bill.State.CREDITED,
            Instant.now(), null, null, List.of(new Bill.Line(Bill.Line.Kind.CREDIT, reason, 1, amount.negated(), amount.negated(), kes(0), null)),
            new Details(Bill.Kind.CREDIT_NOTE, false, d.payerId(), amount, kes(0), kes(0), kes(0), id, reason, null));
        billing.bills.add(0, note);
        return note;
    }

    private Bill put(Bill b, Bill.State state, Details details) {
        Bill changed = new Bill(b.id(), b.version() + 1, b.number(), b.subscriberId(), b.subscriberName(), b.subscriptionId(), b.periodFrom(), b.periodTo(), b.total(), state, b.issuedAt(),
            b.dueAt(), b.paidAt(), b.lines(), details);
        billing.bills.set(billing.bills.indexOf(b), changed);
        return changed;
    }
}
