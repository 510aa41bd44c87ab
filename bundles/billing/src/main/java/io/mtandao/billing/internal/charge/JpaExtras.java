package io.mtandao.billing.internal.charge;

import io.mtandao.api.Caller;
import io.mtandao.api.Money;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Extras;
import io.mtandao.api.billing.Reduction;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.catalogue.Catalogue;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.rules.SubscriptionLife;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Each change holds the lock of the wallet that pays, as billing does: what a bill holds is never changed under its pen. */
@Component
public final class JpaExtras implements Extras {
    private final BillingDesk desk;
    private final Books books;
    private final ExtraItems items;
    private final Discounts discounts;
    private final Catalogue catalogue;

    @Activate
    public JpaExtras(@Reference BillingDesk desk, @Reference Books books, @Reference ExtraItems items, @Reference Discounts discounts,
        @Reference Catalogue catalogue) {
        this.desk = desk;
        this.books = books;
        this.items = items;
        this.discounts = discounts;
        this.catalogue = catalogue;
    }

    private interface Change<R> {
        R on(Desk d, SubscriptionRow s);
    }

    private <R> R changed(Caller caller, long subscriptionId, Change<R> change) {
        caller.require(Permission.SUBSCRIPTIONS_WRITE);
        return desk.open(caller, d -> change.on(d, locked(d, subscriptionId)));
    }

    private SubscriptionRow locked(Desk d, long subscriptionId) {
        books.walletOfSubscription(d, subscriptionId);
        SubscriptionRow s = d.find(SubscriptionRow.class, subscriptionId, "subscription");
        SubscriptionLife.notCancelled(s.getState());
        return s;
    }

    @Override
    public View of(Caller caller, long subscriptionId) {
        caller.require(Permission.SUBSCRIPTIONS_READ);
        return desk.open(caller, d -> view(d, d.find(SubscriptionRow.class, subscriptionId, "subscription")));
    }

    private View view(Desk d, SubscriptionRow s) {
        Money own = s.getOwnPrice() == null ? null : d.money(s.getOwnPrice());
        return new View(catalogue.holding(d, s).getPrice(), own, items.of(d, s.getId()), discounts.of(d, s.getId()));
    }

    @Override
    public Item add(Caller caller, long subscriptionId, ItemDraft draft) {
        return changed(caller, subscriptionId, (d, s) -> items.add(d, s, draft));
    }

    @Override
    public void removeItem(Caller caller, long itemId) {
        caller.require(Permission.SUBSCRIPTIONS_WRITE);
        desk.run(caller, d -> {
            books.walletOfSubscription(d, items.subscriptionOf(d, itemId));
            items.remove(d, itemId);
        });
    }

    @Override
    public Discount discount(Caller caller, long subscriptionId, Reduction reduction, Integer bills, String reason) {
        return changed(caller, subscriptionId, (d, s) -> discounts.give(d, s, reduction, bills, reason));
    }

    @Override
    public Discount redeem(Caller caller, long subscriptionId, String code) {
        return changed(caller, subscriptionId, (d, s) -> discounts.redeem(d, s, code));
    }

    @Override
    public void endDiscount(Caller caller, long discountId) {
        caller.require(Permission.SUBSCRIPTIONS_WRITE);
        desk.run(caller, d -> {
            books.walletOfSubscription(d, discounts.subscriptionOf(d, discountId));
            discounts.end(d, discountId);
        });
    }

    @Override
    public View overridePrice(Caller caller, long subscriptionId, Money price, String reason) {
        return changed(caller, subscriptionId, (d, s) -> {
            OwnPrice.set(d, s, price, reason);
            return view(d, s);
        });
    }
}
