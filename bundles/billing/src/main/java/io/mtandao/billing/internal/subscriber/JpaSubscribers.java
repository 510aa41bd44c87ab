package io.mtandao.billing.internal.subscriber;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.rules.AccountText;
import io.mtandao.billing.internal.rules.SubscriberFacts;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaSubscribers implements Subscribers {
    private final BillingDesk desk;
    private final Books books;

    @Activate
    public JpaSubscribers(@Reference BillingDesk desk, @Reference Books books) {
        this.desk = desk;
        this.books = books;
    }

    @Override
    public Page<Subscriber> list(Caller caller, ListQuery query) {
        caller.require(Permission.SUBSCRIBERS_READ);
        return desk.open(caller, d -> {
            Page<SubscriberRow> rows = SubscriberViews.LISTING.page(d.em(), query, s -> s);
            return new Page<>(SubscriberViews.all(d, rows.items()), rows.next());
        });
    }

    @Override
    public long count(Caller caller, ListQuery query) {
        caller.require(Permission.SUBSCRIBERS_READ);
        return desk.open(caller, d -> SubscriberViews.LISTING.count(d.em(), query));
    }

    @Override
    public Subscriber get(Caller caller, long id) {
        caller.require(Permission.SUBSCRIBERS_READ);
        return desk.open(caller, d -> SubscriberViews.one(d, d.find(SubscriberRow.class, id, "subscriber")));
    }

    @Override
    public Optional<Subscriber> byAccount(Caller caller, String typedReference) {
        caller.require(Permission.SUBSCRIBERS_READ);
        return desk.open(caller, d -> Optional.ofNullable(AccountNumbers.owner(d, AccountText.key(typedReference))).map(s -> SubscriberViews.one(d, s)));
    }

    @Override
    public Subscriber create(Caller caller, Draft draft) {
        caller.require(Permission.SUBSCRIBERS_WRITE);
        return desk.open(caller, d -> {
            SubscriberFacts facts = SubscriberFacts.check(draft, d.region());
            if (facts.account() == null) facts = facts.withAccount(AccountNumbers.next(d), true);
            else AccountNumbers.requireFree(d, facts.accountKey(), null);
            SubscriberRow s = new SubscriberRow(facts);
            d.em().persist(s);
            books.openWallet(d, s.getId());
            d.audit("subscriber.create", "subscriber", s.getId(), null, s.told());
            return SubscriberViews.one(d, s);
        });
    }

    @Override
    public Subscriber update(Caller caller, long id, int version, Draft draft) {
        caller.require(Permission.SUBSCRIBERS_WRITE);
        return desk.open(caller, d -> {
            SubscriberRow s = d.find(SubscriberRow.class, id, "subscriber");
            s.expectVersion(version, "subscriber");
            SubscriberFacts facts = SubscriberFacts.check(draft, d.region());
            boolean sameAccount = facts.account() == null || facts.account().equals(s.getAccount());
            if (sameAccount) facts = facts.withAccount(s.getAccount(), s.isAccountMade());
            else AccountNumbers.requireFree(d, facts.accountKey(), id);
            var before = s.told();
            s.set(facts);
            d.audit("subscriber.update", "subscriber", id, before, s.told());
            return SubscriberViews.one(d, s);
        });
    }

    @Override
    public void delete(Caller caller, long id) {
        caller.require(Permission.SUBSCRIBERS_WRITE);
        desk.run(caller, d -> {
            WalletRow wallet = books.wallet(d, id);
            SubscriberRow s = d.find(SubscriberRow.class, id, "subscriber");
            List<SubscriptionRow> subscriptions = d.ofIds(SubscriptionRow.class, "subscriberId", List.of(id));
            if (subscriptions.stream().anyMatch(x -> !x.isCancelled())) throw new Conflict("this subscriber has a subscription; cancel it first");
            if (wallet.getEntries() > 0) throw new Conflict("money was booked for this subscriber; cancel the subscriptions instead");
            if (billed(d, id)) throw new Conflict("this subscriber has bills; cancel the subscriptions instead");
            forget(d, subscriptions.stream().map(SubscriptionRow::getId).toList());
            subscriptions.forEach(d.em()::remove);
            d.em().remove(wallet);
            d.em().remove(s);
            d.audit("subscriber.delete", "subscriber", id, s.told(), null);
        });
    }

    /** What hangs on subscriptions that go. */
    private static void forget(Desk d, List<Long> subscriptionIds) {
        if (subscriptionIds.isEmpty()) return;
        for (String row : List.of("StepRow", "ScheduledRow", "ItemRow", "DiscountRow", "UsageRow", "ReadingRow"))
            d.em().createQuery("delete from " + row + " x where x.subscriptionId in ?1").setParameter(1, subscriptionIds).executeUpdate();
    }

    private static boolean billed(Desk d, long id) {
        return d.em().createQuery("select count(b) from BillRow b where b.subscriberId = ?1", Long.class).setParameter(1, id).getSingleResult() > 0;
    }

    @Override
    public void exportCsv(Caller caller, ListQuery query, Writer out) throws IOException {
        caller.require(Permission.SUBSCRIBERS_READ);
        new SubscriberExport(desk).write(caller, query, out);
    }

    @Override
    public java.util.Map<String, Long> tags(Caller caller) {
        throw new UnsupportedOperationException();
    }
}
