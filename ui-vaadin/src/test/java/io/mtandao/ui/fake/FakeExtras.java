package io.mtandao.ui.fake;


import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.billing.AddOn;
import io.mtandao.api.billing.Extras;
import io.mtandao.api.billing.Reduction;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Items, discounts, own prices and data of subscriptions in memory. */
public final class FakeExtras implements Extras {
    public static final String COUPON = "KARIBU10";
    public final List<Item> items = new ArrayList<>();
    public final List<Discount> discounts = new ArrayList<>();
    public final Map<Long, Money> ownPrices = new HashMap<>();
    public final Map<Long, Usage.Volume> volumes = new HashMap<>();
    private final FakeBilling billing;
    private final List<AddOn> shelf;

    public FakeExtras(FakeBilling billing, List<AddOn> shelf) {
        this.billing = billing;
        this.shelf = shelf;
    }

    private Subscription subscription(long id) {
        return billing.subscriptions.stream().filter(s -> s.id() == id).findFirst().orElseThrow(() -> new NotFound("subscription"));
    }

    private AddOn addOn(long id) {
        return shelf.stream().filter(a -> a.id() == id).findFirst().orElseThrow(() -> new NotFound("add-on"));
    }

    @Override
    public View of(Caller caller, long id) {
        Money price = billing.packageOf(subscription(id).packageId()).price();
        return new View(price, ownPrices.get(id), items.stream().filter(i -> i.subscriptionId() == id).toList(), discounts.stream().filter(d -> d.subscriptionId() == id).toList());
    }

    @Override
    public Item add(Caller caller, long id, ItemDraft d) {
        AddOn a = d.addOnId() == null ? null : addOn(d.addOnId());
        Item i = new Item(items.size() + 1L, id, d.addOnId(), a == null ? d.text() : a.name(), d.quantity(), a == null ? d.unitPrice() : a.price(), a == null ? d.recurring() : a.recurring(), null,
            null, Instant.now());
        items.add(i);
        return i;
    }

    @Override
    public void removeItem(Caller caller, long itemId) {
        items.removeIf(i -> i.id() == itemId);
    }

    @Override
    public Discount discount(Caller caller, long id, Reduction r, Integer bills, String reason) {
        Discount d = new Discount(discounts.size() + 1L, id, r, bills, null, reason, null, Instant.now());
        discounts.add(d);
        return d;
    }

    @Override
    public Discount redeem(Caller caller, long id, String code) {
        if (!code.equalsIgnoreCase(COUPON)) throw new Conflict("there is no such coupon");
        Discount d = new Discount(discounts.size() + 1L, id, Reduction.percent(1000), 3, COUPON, null, null, Instant.now());
        discounts.add(d);
        return d;
    }

    @Override
    public void endDiscount(Caller caller, long discountId) {
        discounts.removeIf(d -> d.id() == discountId);
    }

    @Override
    public View overridePrice(Caller caller, long id, Money price, String reason) {
        if (price == null) ownPrices.remove(id);
        else ownPrices.put(id, price);
        return of(caller, id);
    }

    /** How much of its data a subscription has used. */
    public final class FakeUsage implements Usage {
        @Override
        public Volume add(Caller caller, long id, long bytes, String reading) {
            throw new UnsupportedOperationException("not for the UI");
        }

        @Override
        public Volume of(Caller caller, long id) {
            Subscription s = subscription(id);
            var p = billing.packageOf(s.packageId());
            return volumes.getOrDefault(id, new Volume(id, Instant.now().minus(Duration.ofDays(11)), 41_250_000_000L, null, 0, p.downKbps(), p.upKbps(), false));
        }

        @Override
        public Volume topUp(Caller caller, long id, long addOnId) {
            AddOn a = addOn(addOnId);
            Money balance = billing.subscriber(subscription(id).subscriberId()).balance();
            if (!balance.covers(a.price())) throw new Conflict("the wallet holds " + balance + "; " + a.price().minus(balance) + " is missing");
            billing.credit(subscription(id).subscriberId(), a.price().negated());
            Volume v = of(caller, id);
            long more = a.dataMegabytes() * 1_000_000;
            Volume now = new Volume(id, v.periodFrom(), v.usedBytes(), v.capBytes() + more, v.toppedUpBytes() + more, v.downKbps(), v.upKbps(), v.usedBytes() >= v.capBytes() + more);
            volumes.put(id, now);
            return now;
        }
    }
}
