package io.mtandao.api.billing;

import io.mtandao.api.Caller;
import io.mtandao.api.Money;
import java.time.Instant;
import java.util.List;

/** What one subscription pays beside or instead of its package's price: items, discounts, an own price. All of it shows as lines of the next bill. */
public interface Extras {
    View of(Caller caller, long subscriptionId);

    /** Adds an item to the next bill (or to each). @throws io.mtandao.api.Conflict when the subscription is cancelled */
    Item add(Caller caller, long subscriptionId, ItemDraft draft);

    /** Takes an item off that is not billed yet, or ends a recurring one. */
    void removeItem(Caller caller, long itemId);

    /** @param bills on how many bills, or null for all to come */
    Discount discount(Caller caller, long subscriptionId, Reduction reduction, Integer bills, String reason);

    /** @throws io.mtandao.api.Conflict saying why: unknown, over, used up, not for this package, redeemed here already */
    Discount redeem(Caller caller, long subscriptionId, String code);

    void endDiscount(Caller caller, long discountId);

    /** An own price for one period instead of the package's. @param price null to end it */
    View overridePrice(Caller caller, long subscriptionId, Money price, String reason);

    record View(Money packagePrice, Money ownPrice, List<Item> items, List<Discount> discounts) {}

    /** @param addOnId null for one written by hand @param billedOn number of the bill that holds it, for one that is charged once; null before */
    record Item(long id, long subscriptionId, Long addOnId, String text, int quantity, Money unitPrice, boolean recurring, String billedOn, Instant endedAt, Instant createdAt) {}

    /** @param bills left, or null for all to come @param coupon its code, or null */
    record Discount(long id, long subscriptionId, Reduction reduction, Integer bills, String coupon, String reason, Instant endedAt, Instant createdAt) {}

    /** @param addOnId with it, text, price, recurring and tax are the add-on's and may be null @param quantity 1 to 1000 */
    record ItemDraft(Long addOnId, String text, int quantity, Money unitPrice, Boolean recurring, Boolean taxIncluded, String taxCode) {}
}
