package io.mtandao.ui.fake;

import static io.mtandao.ui.fake.FakeTenant.kes;

import io.mtandao.api.Caller;
import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Figures;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The services of the bundle {@code billing}, in memory. */
public final class FakeBilling {
    public final List<Subscriber> subscribers = new ArrayList<>();
    public final List<InternetPackage> packages = new ArrayList<>();
    public final List<Subscription> subscriptions = new ArrayList<>();
    public final List<Bill> bills = new ArrayList<>();
    public final List<Ledger.WalletEntry> entries = new ArrayList<>();
    public final FakeBooks books = new FakeBooks();

    private static final String[] FIRST = {"Grace", "Akinyi", "Dennis", "Baraka", "Naliaka", "Brian", "Atieno", "Neema", "Faith", "Achieng", "Halima", "Wambui"};
    private static final String[] LAST = {"Muthoni", "Simiyu", "Maina", "Korir", "Kimani", "Mbugua", "Njoroge", "Ochieng", "Onyango", "Ali", "Ng'ang'a"};
    private static final String[] PLACES = {"Rongai, Maasai Lodge", "Kahawa Wendani", "Thika Section 9", "Eldoret Langas", "Pipeline Estate; Tower 4", "Umoja Inner Core, Blk C"};

    /** @param count of subscribers */
    public FakeBilling fill(int count) {
        Instant now = Instant.now();
        packages.add(new InternetPackage(1, 1, "Home 5M", kes(1500), new Period(1, Period.Unit.MONTH), 5000, 5000, "Home 5M", false, 80));
        packages.add(new InternetPackage(2, 1, "Home 10M", kes(2000), new Period(1, Period.Unit.MONTH), 10000, 10000, "Home 10M", false, 100));
        packages.add(new InternetPackage(3, 1, "Biz 30M", kes(6500), new Period(30, Period.Unit.DAY), 30000, 15000, "Biz 30M", false, 60));
        packages.add(new InternetPackage(4, 1, "Lite 2.5M", kes(1000), new Period(1, Period.Unit.WEEK), 2500, 1024, "Lite", true, 0));
        for (int i = 0; i < count; i++) {
            String name = FIRST[i % FIRST.length] + " " + LAST[i % LAST.length];
            InternetPackage p = packages.get(i % 3);
            SubscriptionState state = i % 17 == 5 ? SubscriptionState.SUSPENDED : i % 6 == 2 ? SubscriptionState.EXPIRED : i % 25 == 9 ? SubscriptionState.PENDING : SubscriptionState.ACTIVE;
            Money balance = i % 7 == 2 ? kes(-500) : i % 3 == 0 ? kes(300) : kes(0);
            subscribers.add(new Subscriber(i + 1, 1, name, "+2547" + (12000000 + i * 7919), i % 2 == 0 ? "s" + i + "@example.com" : null, "MT-" + (1000 + i),
                PLACES[i % PLACES.length], i % 5 == 0 ? "VIP – don’t cut" : null, balance, now.minus(Duration.ofDays(400 - i))));
            Instant expires = state == SubscriptionState.PENDING ? null : state == SubscriptionState.EXPIRED ? now.minus(Duration.ofDays(2)) : now.plus(Duration.ofDays(1 + i % 28));
            subscriptions.add(new Subscription(i + 1, 1, i + 1, name, "MT-" + (1000 + i), p.id(), p.name(), p.price(), 1L,
                name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "") + i, state, expires, now.minus(Duration.ofDays(90))));
            if (i < 60) bills.add(new Bill(i + 1, 1, "INV-" + String.format("%05d", 900 + i), i + 1, name, (long) i + 1, now.minus(Duration.ofDays(30)), now, p.price(),
                i % 4 == 0 ? Bill.State.OPEN : i % 19 == 3 ? Bill.State.VOID : Bill.State.PAID, now.minus(Duration.ofDays(30)), now.minus(Duration.ofDays(29)),
                i % 4 == 0 ? null : now.minus(Duration.ofDays(28)), List.of(new Bill.Line(p.name() + ", 1 month", 1, p.price(), p.price()))));
        }
        for (int i = 0; i < 8; i++) entries.add(new Ledger.WalletEntry(i + 1, now.minus(Duration.ofDays(i * 15L)), i % 2 == 0 ? "Bill INV-0090" + i : "M-Pesa SKR7H2" + i,
            i % 2 == 0 ? kes(-2000) : kes(2000), i % 2 == 0 ? kes(0) : kes(2000), i % 2 == 0 ? "bill" : "payment", "" + i));
        return this;
    }

    public Subscriber subscriber(long id) {
        return subscribers.stream().filter(s -> s.id() == id).findFirst().orElseThrow(() -> new NotFound("subscriber"));
    }

    public InternetPackage packageOf(long id) {
        return packages.stream().filter(p -> p.id() == id).findFirst().orElseThrow(() -> new NotFound("package"));
    }

    public Subscriber put(Subscriber s) {
        subscribers.replaceAll(x -> x.id() == s.id() ? s : x);
        return s;
    }

    public Subscriber credit(long id, Money signed) {
        Subscriber s = subscriber(id);
        return put(new Subscriber(id, s.version(), s.name(), s.phone(), s.email(), s.accountNumber(), s.place(), s.notes(), s.balance().plus(signed), s.createdAt(), s.details(), s.standing()));
    }

    public final class FakeFigures implements Figures {
        @Override
        public Counts counts(Caller caller) {
            long active = of(SubscriptionState.ACTIVE);
            return new Counts(subscribers.size(), active, of(SubscriptionState.EXPIRED), of(SubscriptionState.PENDING), active / 9, kes(subscribers.isEmpty() ? 0 : 46_500));
        }

        private long of(SubscriptionState state) {
            return subscriptions.stream().filter(s -> s.state() == state).count();
        }
    }
}
