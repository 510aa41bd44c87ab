package io.mtandao.billing.internal.charge;

import io.mtandao.api.Invalid;
import io.mtandao.api.Money;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import java.util.Map;

/** What one subscription pays for a period whatever its package costs. A bill that is written already keeps the price it was written with. */
final class OwnPrice {
    private OwnPrice() {}

    /** @param price null to end it */
    static void set(Desk d, SubscriptionRow s, Money price, String reason) {
        Invalid.Check c = new Invalid.Check().that(price == null || !price.isNegative() && price.minor() <= JpaAddOns.DEAREST_MINOR, "price",
            "must not be negative, nor beyond all reason").atMost(reason, "reason", 200);
        if (price != null) c.notBlank(reason, "reason", 200);
        c.orThrow();
        if (price != null) d.requireCurrency(price, "price");
        var before = s.told();
        s.ownPrice(price == null ? null : price.minor());
        Map<String, Object> after = s.told();
        after.put("why", reason == null ? "" : reason.strip());
        d.audit("subscription.own-price", "subscription", s.getId(), before, after);
    }
}
