package io.mtandao.billing.internal.subscription;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.Forbidden;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.billing.internal.bill.Renewals;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.PackageRow;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.rules.SubscriptionLife;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaSubscriptions implements Subscriptions {
    private final BillingDesk desk;
    private final Books books;
    private final Renewals renewals;
    private final SubscriptionEditor editor;
    private final SubscriptionSteps steps;
    private final PppoePasswords passwords;

    @Activate
    public JpaSubscriptions(@Reference BillingDesk desk, @Reference Books books, @Reference Renewals renewals, @Reference SubscriptionEditor editor,
            @Reference SubscriptionSteps steps, @Reference PppoePasswords passwords) {
        this.desk = desk;
        this.books = books;
        this.renewals = renewals;
        this.editor = editor;
        this.steps = steps;
        this.passwords = passwords;
    }

    @Override
    public Page<Subscription> list(Caller caller, ListQuery query) {
        caller.require(Permission.SUBSCRIPTIONS_READ);
        return desk.open(caller, d -> {
            Page<SubscriptionRow> rows = SubscriptionViews.LISTING.page(d.em(), query, s -> s);
            return new Page<>(SubscriptionViews.all(d, rows.items()), rows.next());
        });
    }

    @Override
    public long count(Caller caller, ListQuery query) {
        caller.require(Permission.SUBSCRIPTIONS_READ);
        return desk.open(caller, d -> SubscriptionViews.LISTING.count(d.em(), query));
    }

    @Override
    public Subscription get(Caller caller, long id) {
        caller.require(Permission.SUBSCRIPTIONS_READ);
        return desk.open(caller, d -> SubscriptionViews.one(d, d.find(SubscriptionRow.class, id, "subscription")));
    }

    @Override
    public Subscription create(Caller caller, Draft draft) {
        caller.require(Permission.SUBSCRIPTIONS_WRITE);
        return desk.open(caller, d -> SubscriptionViews.one(d, editor.create(d, draft)));
    }

    @Override
    public Subscription update(Caller caller, long id, int version, Draft draft) {
        caller.require(Permission.SUBSCRIPTIONS_WRITE);
        return desk.open(caller, d -> SubscriptionViews.one(d, editor.update(d, id, version, draft)));
    }

    @Override
    public void cancel(Caller caller, long id) {
        caller.require(Permission.SUBSCRIPTIONS_WRITE);
        desk.run(caller, d -> steps.cancel(d, id));
    }

    @Override
    public Subscription suspend(Caller caller, long id, String reason) {
        caller.require(Permission.SUBSCRIPTIONS_WRITE);
        return desk.open(caller, d -> SubscriptionViews.one(d, steps.suspend(d, id, reason)));
    }

    @Override
    public Subscription resume(Caller caller, long id) {
        caller.require(Permission.SUBSCRIPTIONS_WRITE);
        return desk.open(caller, d -> SubscriptionViews.one(d, steps.resume(d, id)));
    }

    @Override
    public Subscription renew(Caller caller, long id) {
        caller.require(Permission.SUBSCRIPTIONS_WRITE);
        return desk.open(caller, d -> {
            WalletRow wallet = books.walletOfSubscription(d, id);
            SubscriptionRow s = d.find(SubscriptionRow.class, id, "subscription");
            SubscriptionLife.mayBuy(s.getState());
            if (!renewals.buy(d, s, wallet)) throw notBought(d, s, wallet);
            return SubscriptionViews.one(d, s);
        });
    }

    private Conflict notBought(Desk d, SubscriptionRow s, WalletRow wallet) {
        return renewals.cost(d, s)
            .map(cost -> new Conflict("the wallet holds " + d.money(wallet.getBalance()) + "; " + d.money(cost - wallet.getBalance()) + " is missing"))
            .orElseGet(() -> new Conflict("its package has no price yet"));
    }

    @Override
    public Optional<ServiceToDeliver> serviceToDeliver(Caller system, long id) {
        if (system.kind() != Caller.Kind.SYSTEM) throw new Forbidden("the PPPoE password leaves for the router only");
        return desk.open(system, d -> Optional.ofNullable(d.em().find(SubscriptionRow.class, id)).filter(s -> !s.isCancelled()).map(s -> delivered(d, s)));
    }

    private ServiceToDeliver delivered(Desk d, SubscriptionRow s) {
        PackageRow p = d.find(PackageRow.class, s.getPackageId(), "package");
        SubscriberRow owner = d.find(SubscriberRow.class, s.getSubscriberId(), "subscriber");
        return new ServiceToDeliver(s.getId(), s.getRouterId(), s.getPppoeUser(), passwords.open(d.tenant(), s.getSealedPassword()), p.getProfile(),
            p.getDownKbps(), p.getUpKbps(), s.getState() == SubscriptionState.ACTIVE, owner.getName());
    }
}
