package io.mtandao.billing.internal.history;

import io.mtandao.api.Money;
import io.mtandao.api.billing.AddOn;
import io.mtandao.api.billing.AddOns;
import io.mtandao.api.billing.Coupons;
import io.mtandao.api.billing.Extras;
import io.mtandao.api.billing.Reduction;
import io.mtandao.billing.internal.kit.Isp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is paid beside a package, or instead of its price: add-ons, discounts, coupons, own prices; and data. Knows what was agreed with whom. */
final class Sundries {
    private static final List<String> COUPONS = List.of("HALF", "FREE", "THREE HUNDRED");
    private static final long MB = 1_000_000;
    private final Isp isp;
    private final List<AddOn> addOns = new ArrayList<>();
    private final List<AddOn> data = new ArrayList<>();
    /** Prices that a subscription was sold at beside its package's. */
    final Map<Long, Set<Long>> agreed = new HashMap<>();
    /** On how many bills a discount was to count. */
    final Map<Long, Integer> promised = new HashMap<>();
    final Map<Long, Long> bytes = new HashMap<>();
    private final Map<Long, Reading> lastReading = new HashMap<>();
    private int readings;

    private record Reading(String name, Instant at) {}

    Sundries(Isp isp) {
        this.isp = isp;
        addOns.add(sells("Public address", 200, true, true, 0));
        addOns.add(sells("Television", 333, true, false, 0));
        addOns.add(sells("Router", 1500, false, true, 0));
        addOns.add(sells("Visit", 701, false, false, 0));
        data.add(sells("1 GB", 100, false, true, 1000));
        data.add(sells("5 GB", 299, false, false, 5000));
        coupon(COUPONS.get(0), Reduction.percent(5000), null, 2);
        coupon(COUPONS.get(1), Reduction.percent(10_000), 3, 1);
        coupon(COUPONS.get(2), Reduction.of(isp.money(300)), null, null);
    }

    private AddOn sells(String name, long price, boolean recurring, boolean taxIncluded, long megabytes) {
        return isp.addOns.create(isp.owner, new AddOns.Draft(name, isp.money(price), recurring, taxIncluded, null, megabytes));
    }

    private void coupon(String code, Reduction reduction, Integer most, Integer bills) {
        isp.coupons.create(isp.owner, new Coupons.Draft(code, reduction, null, null, most, bills, null));
    }

    void agree(long subscription, long minor) {
        agreed.computeIfAbsent(subscription, x -> new HashSet<>()).add(minor);
    }

    String done(Act act, long id, String line) {
        return line + switch (act.kind()) {
            case ADD_ON -> add(act, id);
            case ADD_ON_ENDED -> endItem(act, id);
            case DISCOUNT -> discount(act, id);
            case COUPON -> redeem(act, id);
            case DISCOUNT_ENDED -> endDiscount(act, id);
            case OWN_PRICE -> ownPrice(act, id);
            case DATA -> use(act, id);
            default -> topUp(act, id);
        };
    }

    private String add(Act act, long id) {
        Extras.Item i = isp.extras.add(isp.owner, id, new Extras.ItemDraft(act.other(addOns).id(), null, 1 + act.size() % 3, null, null, null, null));
        return " gets " + i.quantity() + " of " + i.text() + (i.recurring() ? " on each bill" : " once");
    }

    private String endItem(Act act, long id) {
        List<Extras.Item> open = isp.extras.of(isp.owner, id).items().stream().filter(i -> i.endedAt() == null && i.billedOn() == null).toList();
        if (open.isEmpty()) return " has nothing to be taken off";
        isp.extras.removeItem(isp.owner, act.other(open).id());
        return " has no " + act.other(open).text() + " any more";
    }

    private String discount(Act act, long id) {
        Reduction r = act.more() % 2 == 0 ? Reduction.percent(100 * (1 + act.size() % 100)) : Reduction.of(Money.of(1 + act.size() % 250_000, "KES"));
        Integer bills = act.more() % 3 == 0 ? null : 1 + act.more() % 4;
        Extras.Discount given = isp.extras.discount(isp.owner, id, r, bills, "good neighbour");
        if (bills != null) promised.put(given.id(), bills);
        return " gets a discount: " + r + " on " + (bills == null ? "all" : bills) + " bills";
    }

    private String redeem(Act act, long id) {
        Extras.Discount given = isp.extras.redeem(isp.owner, id, act.other(COUPONS));
        if (given.bills() != null) promised.put(given.id(), given.bills());
        return " redeems the coupon " + act.other(COUPONS);
    }

    private String endDiscount(Act act, long id) {
        List<Extras.Discount> open = isp.extras.of(isp.owner, id).discounts().stream().filter(x -> x.endedAt() == null).toList();
        if (open.isEmpty()) return " has no discount that could be ended";
        isp.extras.endDiscount(isp.owner, act.other(open).id());
        return " loses a discount: " + act.other(open).reduction();
    }

    private String ownPrice(Act act, long id) {
        Money price = act.more() % 3 == 0 ? null : Money.of(100L * (act.size() % 4000), "KES");
        isp.extras.overridePrice(isp.owner, id, price, "agreed");
        if (price != null) agree(id, price.minor());
        return price == null ? " pays what its package costs" : " has an own price of " + price;
    }

    /** Half of those that follow at once tell of the last again. (Later the database's own clock, which stands still here, would have forgotten it.) */
    private String use(Act act, long id) {
        Reading last = lastReading.get(id);
        boolean again = act.more() % 2 == 0 && last != null && last.at().equals(isp.clock.instant());
        long used = (1 + act.size() % 2500) * MB;
        String reading = again ? last.name() : "session " + ++readings;
        isp.usage.add(isp.system, id, used, reading);
        if (!again) {
            lastReading.put(id, new Reading(reading, isp.clock.instant()));
            bytes.merge(id, used, Long::sum);
        }
        return " uses " + used / MB + " MB" + (again ? ", which was counted before" : "");
    }

    private String topUp(Act act, long id) {
        isp.usage.topUp(isp.owner, id, act.other(data).id());
        return " buys " + act.other(data).name();
    }
}
