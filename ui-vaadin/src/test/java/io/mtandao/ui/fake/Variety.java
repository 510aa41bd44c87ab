package io.mtandao.ui.fake;

import static io.mtandao.ui.fake.FakeTenant.kes;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.CustomField;
import io.mtandao.api.billing.CustomFields;
import io.mtandao.api.billing.Extras;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.PackageTerms.DataCap;
import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.Reduction;
import io.mtandao.api.billing.ScheduledChange;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.Subscription.Details;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.billing.Subscriptions.Step;
import io.mtandao.api.billing.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Of everything that can be, at least one: subscriber 1 has all details and pays for 2 and 5; subscription 4 is in grace, 7 on trial, 8 paused, 13 a postpaid static
 * address, 16 a hotspot whose data is used up; 241 is subscriber 1's second one, pending, with a trial; 242 is subscriber 6's, pending and to be paid first.
 */
final class Variety {
    static final long STATIC = 11;
    static final long HOTSPOT = 12;
    static final long FIBRE = 13;
    static final long TRIAL = 14;
    private final Instant now = Instant.now();
    private final World w;

    Variety(World w) {
        this.w = w;
    }

    void fill() {
        packages();
        subscribers();
        subscriptions();
        life();
        w.fakeFields.create(null, new CustomFields.Draft("floor", "Floor", CustomField.Kind.NUMBER, List.of(), false, null));
        w.fakeFields.create(null, new CustomFields.Draft("newsletter", "Newsletter", CustomField.Kind.YES_NO, List.of(), false, null));
        w.fakeVouchers.fill();
    }

    private void packages() {
        pack(STATIC, "Office 20M static", kes(8000), new Period(1, Period.Unit.MONTH), 20_000, terms(ServiceType.STATIC_IP, Charging.POSTPAID, null, null, null, null));
        pack(HOTSPOT, "Hotspot day", kes(100), new Period(1, Period.Unit.DAY), 5000, terms(ServiceType.HOTSPOT, Charging.PREPAID, new DataCap(5000, DataCap.AtCap.TOP_UP, 0, 0), null, null, null));
        pack(FIBRE, "Fibre 40M", kes(3500), new Period(1, Period.Unit.MONTH), 40_000,
            terms(ServiceType.PPPOE, Charging.PREPAID, new DataCap(300_000, DataCap.AtCap.THROTTLE, 2000, 2000), kes(1500), kes(1000), null));
        pack(TRIAL, "Home 15M", kes(2500), new Period(1, Period.Unit.MONTH), 15_000, terms(ServiceType.PPPOE, Charging.PREPAID, null, null, null, new Period(7, Period.Unit.DAY)));
    }

    private static PackageTerms terms(ServiceType service, Charging charging, DataCap cap, Money installation, Money deposit, Period trial) {
        return new PackageTerms(service, charging, false, true, null, null, cap, List.of(), 0, null, installation, deposit, trial, null);
    }

    private void pack(long id, String name, Money price, Period period, int kbps, PackageTerms terms) {
        w.billing.packages.add(new InternetPackage(id, 1, name, price, period, kbps, kbps, name, false, 1, terms, 1, now, 0));
    }

    private void subscribers() {
        String[] zones = {"Rongai", "Kahawa", "Thika Road", "Langas"};
        for (Subscriber s : List.copyOf(w.billing.subscribers)) {
            int i = (int) s.id();
            List<String> tags = i % 5 == 1 ? List.of("vip", "fibre") : i % 4 == 0 ? List.of("business") : List.of();
            details(s, new Subscriber.Details(null, null, i % 3 == 0 ? null : zones[i % zones.length], null, List.of(), tags, Map.of(), null, null));
        }
        details(w.billing.subscriber(1), new Subscriber.Details("Maasai Lodge Tower 4", "B12", "Rongai", new Subscriber.MapPoint(-1.395310, 36.754120),
            List.of(new Subscriber.Contact("Peter Otieno", "Caretaker", "+254722000111", null), new Subscriber.Contact("Njeri Accounts", "Accountant", null, "accounts@lodge.example")),
            List.of("vip", "fibre"), Map.of("id-number", "28114455", "floor", "3", "installed", "2026-03-31", "newsletter", "true", "dwelling", "Flat"), null, null));
        for (long id : new long[] {2, 5}) details(w.billing.subscriber(id), new Subscriber.Details(null, null, "Rongai", null, List.of(), List.of(), Map.of(), 1L, w.billing.subscriber(1).name()));
    }

    private void details(Subscriber s, Subscriber.Details d) {
        w.billing.put(new Subscriber(s.id(), s.version(), s.name(), s.phone(), s.email(), s.accountNumber(), s.place(), s.notes(), s.balance(), s.createdAt(), d, null));
    }

    private void subscriptions() {
        change(4, null, SubscriptionState.GRACE, now.minus(Duration.ofHours(20)), details(ServiceType.PPPOE, Charging.PREPAID, null, null, null, now.plus(Duration.ofDays(2)), null, false));
        change(7, null, SubscriptionState.TRIAL, now.plus(Duration.ofDays(5)), Details.PLAIN);
        change(8, null, SubscriptionState.PAUSED, now.plus(Duration.ofDays(9)),
            details(ServiceType.PPPOE, Charging.PREPAID, null, null, "travels until January", null, now.minus(Duration.ofDays(3)), false));
        change(13, STATIC, SubscriptionState.ACTIVE, now.plus(Duration.ofDays(13)), details(ServiceType.STATIC_IP, Charging.POSTPAID, "41.90.12.34", "48:8F:5A:11:22:33", null, null, null, false));
        change(16, HOTSPOT, SubscriptionState.ACTIVE, now.plus(Duration.ofHours(9)), details(ServiceType.HOTSPOT, Charging.PREPAID, null, "A4:2B:B0:01:02:03", null, null, null, true));
        change(6, null, SubscriptionState.SUSPENDED, now.plus(Duration.ofDays(9)), details(ServiceType.PPPOE, Charging.PREPAID, null, null, "moved out, wants it back in March", null, null, false));
        add(241, 1, TRIAL);
        add(242, 6, FIBRE);
        w.fakeExtras.volumes.put(1L, new Usage.Volume(1, now.minus(Duration.ofDays(11)), 214_600_000_000L, 320_000_000_000L, 20_000_000_000L, 5000, 5000, false));
        w.fakeExtras.volumes.put(16L, new Usage.Volume(16, now.minus(Duration.ofHours(15)), 5_000_000_000L, 5_000_000_000L, 0, 0, 0, true));
    }

    private static Details details(ServiceType service, Charging charging, String ip, String mac, String reason, Instant graceUntil, Instant pausedAt, boolean usedUp) {
        return new Details(service, charging, 1, false, ip, mac, reason, graceUntil, pausedAt, null, usedUp);
    }

    private void change(long id, Long packageId, SubscriptionState state, Instant expires, Details d) {
        Subscription o = w.fakeSubscriptions.get(null, id);
        InternetPackage p = w.billing.packageOf(packageId == null ? o.packageId() : packageId);
        String user = d.service() == ServiceType.PPPOE ? o.pppoeUser() : null;
        w.fakeSubscriptions.put(new Subscription(id, 1, o.subscriberId(), o.subscriberName(), o.accountNumber(), p.id(), p.name(), p.price(), o.routerId(), user, state, expires, o.createdAt(), d));
    }

    private void add(long id, long subscriberId, long packageId) {
        Subscriber s = w.billing.subscriber(subscriberId);
        InternetPackage p = w.billing.packageOf(packageId);
        w.billing.subscriptions.add(new Subscription(id, 1, s.id(), s.name(), s.accountNumber(), p.id(), p.name(), p.price(), 1L, "user" + id, SubscriptionState.PENDING, null, now));
    }

    private void life() {
        FakeSubscriptions f = w.fakeSubscriptions;
        f.steps.add(new Step(4, now.minus(Duration.ofDays(2)), SubscriptionState.EXPIRED, SubscriptionState.ACTIVE, "payment SKR7H2XQ10", null));
        f.steps.add(new Step(3, now.minus(Duration.ofDays(4)), SubscriptionState.ACTIVE, SubscriptionState.EXPIRED, "expiry", "the wallet did not cover the next period"));
        f.steps.add(new Step(2, now.minus(Duration.ofDays(34)), SubscriptionState.PENDING, SubscriptionState.ACTIVE, "Baraka Hassan", "installed by Juma"));
        f.steps.add(new Step(1, now.minus(Duration.ofDays(35)), null, SubscriptionState.PENDING, "Wanjiru Kamau", null));
        f.scheduled.add(new ScheduledChange(3, 1, ScheduledChange.Kind.CHANGE_PACKAGE, null, FIBRE, "Fibre 40M", "asked by phone", ScheduledChange.State.WAITING, null, "Baraka Hassan", now));
        f.scheduled.add(new ScheduledChange(2, 1, ScheduledChange.Kind.PAUSE, now.plus(Duration.ofDays(12)), null, null, "holiday", ScheduledChange.State.WAITING, null, "Baraka Hassan", now));
        f.scheduled.add(new ScheduledChange(1, 1, ScheduledChange.Kind.RESUME, now.minus(Duration.ofDays(8)), null, null, null, ScheduledChange.State.FAILED, "this subscription is not suspended",
            "Otieno Ouma", now.minus(Duration.ofDays(9))));
        FakeExtras e = w.fakeExtras;
        e.items.add(new Extras.Item(1, 1, 1L, "Public IP address", 1, kes(500), true, null, null, now));
        e.items.add(new Extras.Item(2, 1, null, "Call-out, cable cut", 1, kes(1200), false, "INV-00931", null, now.minus(Duration.ofDays(40))));
        e.items.add(new Extras.Item(3, 1, 2L, "Router Tenda AC5", 2, kes(3200), false, null, null, now));
        e.items.add(new Extras.Item(4, 242, null, "Installation", 1, kes(1500), false, null, null, now));
        e.items.add(new Extras.Item(5, 242, null, "Deposit", 1, kes(1000), false, null, null, now));
        e.discounts.add(new Extras.Discount(1, 1, Reduction.percent(1250), 2, null, "outage in October", null, now));
        e.discounts.add(new Extras.Discount(2, 1, Reduction.of(kes(200)), null, "KARIBU", null, null, now));
    }
}
