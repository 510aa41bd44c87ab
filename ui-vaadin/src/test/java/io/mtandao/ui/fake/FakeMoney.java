package io.mtandao.ui.fake;

import static io.mtandao.ui.fake.FakeTenant.kes;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.Page;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.payment.Payment;
import io.mtandao.api.payment.PaymentRequest;
import io.mtandao.api.payment.Payments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Payments in memory. A request is paid after two looks. */
public final class FakeMoney implements Payments {
    public final List<Payment> all = new ArrayList<>();
    public final List<PaymentRequest> requests = new ArrayList<>();
    public Runnable onPaid = () -> {};
    private final FakeBilling billing;
    private int looks;

    public FakeMoney(FakeBilling billing) {
        this.billing = billing;
    }

    public FakeMoney fill() {
        Instant now = Instant.now();
        for (int i = 0; i < 40; i++) {
            boolean lost = i % 13 == 4;
            Subscriber s = billing.subscribers.get(i);
            all.add(new Payment(i + 1, "R-" + String.format("%05d", 2400 - i), i % 5 == 3 ? "cash" : "mpesa", i % 5 == 3 ? null : "SKR7H2XQ" + (10 + i), kes(i % 3 == 0 ? 1500 : 2000),
                lost ? Payment.State.UNMATCHED : Payment.State.BOOKED, lost ? null : s.id(), lost ? null : s.name(), "2547****" + (100 + i), lost ? i == 4 ? "mt 1004" : "INTERNET" : s.accountNumber(),
                now.minus(Duration.ofMinutes(7 + 97L * i)), now.minus(Duration.ofMinutes(7 + 97L * i))));
        }
        return this;
    }

    private boolean fits(ListQuery q, Payment p) {
        return Lists.is(q, "subscriberId", p.subscriberId()) && Lists.is(q, "state", p.state()) && Lists.has(q.search(), p.number(), p.providerReceipt(), p.reference(), p.payer());
    }

    @Override
    public Page<Payment> list(Caller caller, ListQuery q) {
        return Lists.page(all, q, p -> fits(q, p));
    }

    @Override
    public long count(Caller caller, ListQuery q) {
        return all.stream().filter(p -> fits(q, p)).count();
    }

    @Override
    public Payment get(Caller caller, long id) {
        return all.stream().filter(p -> p.id() == id).findFirst().orElseThrow(() -> new NotFound("payment"));
    }

    @Override
    public Payment receiveAtDesk(Caller caller, String method, long subscriberId, Money amount, String reference, String note) {
        if (all.stream().anyMatch(p -> reference.equals(p.reference()))) throw new Conflict("this reference was booked already");
        Subscriber s = billing.subscribers.stream().filter(x -> x.id() == subscriberId).findFirst().orElseThrow();
        Payment p = new Payment(all.size() + 1L, "R-02500", method, null, amount, Payment.State.BOOKED, s.id(), s.name(), s.name(), reference, Instant.now(), Instant.now());
        all.add(0, p);
        return p;
    }

    @Override
    public Payment assign(Caller caller, long paymentId, long subscriberId) {
        Payment o = get(caller, paymentId);
        Subscriber s = billing.subscribers.stream().filter(x -> x.id() == subscriberId).findFirst().orElseThrow();
        Payment p = new Payment(o.id(), o.number(), o.method(), o.providerReceipt(), o.amount(), Payment.State.BOOKED, s.id(), s.name(), o.payer(), o.reference(), o.paidAt(), Instant.now());
        all.set(all.indexOf(o), p);
        return p;
    }

    @Override
    public PaymentRequest request(Caller caller, long subscriberId, String method, String phone, Money amount) {
        looks = 0;
        PaymentRequest r = new PaymentRequest(requests.size() + 1L, subscriberId, method == null ? "mpesa" : method, amount == null ? kes(1500) : amount, phone, PaymentRequest.State.SENT,
            "Request accepted for processing", null, Instant.now());
        requests.add(r);
        return r;
    }

    @Override
    public PaymentRequest requestById(Caller caller, long id) {
        PaymentRequest r = requests.stream().filter(x -> x.id() == id).findFirst().orElseThrow(() -> new NotFound("request"));
        if (r.state() == PaymentRequest.State.SENT && ++looks >= 2) {
            PaymentRequest paid = new PaymentRequest(r.id(), r.subscriberId(), r.method(), r.amount(), r.phone(), PaymentRequest.State.PAID, "The service request is processed successfully.", 1L, r.createdAt());
            requests.set(requests.indexOf(r), paid);
            new FakeSubscriptions(billing).pay(r.subscriberId());
            onPaid.run();
            return paid;
        }
        return r;
    }

    @Override
    public Page<PaymentRequest> requests(Caller caller, ListQuery q) {
        return Lists.page(requests, q, r -> true);
    }

    @Override
    public Takings takings(Caller caller) {
        if (all.isEmpty()) return new Takings(kes(0), kes(0), 0, kes(0), null);
        long lost = all.stream().filter(p -> p.state() == Payment.State.UNMATCHED).count();
        return new Takings(kes(24_500), kes(386_250), lost, kes(lost * 2000), all.get(0).paidAt());
    }
}
