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
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Bills in memory, over those of {@link FakeBilling}. */
public final class FakeBills implements Bills {
    private final FakeBilling billing;

    public FakeBills(FakeBilling billing) {
        this.billing = billing;
    }

    /** An overdue debt that is paid in part, one that another subscriber pays, and a credit note, beside the plain ones. */
    public FakeBills fill() {
        Instant now = Instant.now();
        Instant from = now.minus(Duration.ofDays(60));
        List<Bill.Line> lines = List.of(new Bill.Line(Bill.Line.Kind.PACKAGE, "Office 50M, November", 1, kes(9_500), kes(11_020), kes(1_520), "VAT 16 %"),
            new Bill.Line(Bill.Line.Kind.ITEM, "Public IP address", 2, kes(500), kes(1_000), Money.of(13_793, "KES"), "VAT 16 %"),
            new Bill.Line(Bill.Line.Kind.DISCOUNT, "Coupon ESTATE10 (10 %)", 1, kes(-1_202), kes(-1_202), Money.of(-16_579, "KES"), "VAT 16 %"));
        Money tax = Money.of(149_214, "KES");
        billing.bills.add(new Bill(61, 1, "B-000061", 100, "Baraka Hassan", 100L, from, now.minus(Duration.ofDays(30)), kes(10_818), Bill.State.OPEN, now.minus(Duration.ofDays(30)),
            now.minus(Duration.ofDays(16)), null, lines, new Details(Bill.Kind.BILL, true, 100, kes(10_818).minus(tax), tax, kes(4_000), kes(0), null, null, 2L)));
        billing.bills.add(new Bill(62, 1, "B-000062", 101, "Neema Ali", 101L, from, now, kes(2_000), Bill.State.PAID, now.minus(Duration.ofDays(5)), now, now.minus(Duration.ofDays(4)),
            List.of(new Bill.Line("Home 10M, 1 month", 1, kes(2_000), kes(2_000))), new Details(Bill.Kind.BILL, false, 100, kes(2_000), kes(0), kes(2_000), kes(500), null, null, null)));
        billing.bills.add(note(63, get(null, 62), kes(500), "two days without service"));
        return this;
    }

    private static Bill note(long id, Bill b, Money amount, String reason) {
        return new Bill(id, 1, "C-" + String.format("%06d", id), b.subscriberId(), b.subscriberName(), b.subscriptionId(), b.periodFrom(), b.periodTo(), amount, Bill.State.CREDITED,
            Instant.now(), null, null, List.of(new Bill.Line(Bill.Line.Kind.CREDIT, reason, 1, amount, amount, kes(0), null)),
            new Details(Bill.Kind.CREDIT_NOTE, false, b.details().payerId(), amount, kes(0), kes(0), kes(0), b.id(), reason, null));
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
        Money left = (d.debt() ? b.total() : d.paid()).minus(d.credited());
        if (!left.covers(amount)) throw Invalid.field("amount", "at most " + left);
        put(b, b.state(), new Details(d.kind(), d.debt(), d.payerId(), d.net(), d.tax(), d.paid(), d.credited().plus(amount), d.refersTo(), d.reason(), d.runId()));
        Bill note = note(billing.bills.size() + 1L, b, amount, reason);
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
