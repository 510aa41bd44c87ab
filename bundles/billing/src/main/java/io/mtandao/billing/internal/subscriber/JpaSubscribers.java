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
import io.mtandao.billing.internal.desk.Elsewhere;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.rules.AccountText;
import io.mtandao.billing.internal.search.WordBook;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaSubscribers implements Subscribers {
    private final BillingDesk desk;
    private final Books books;
    private final Elsewhere elsewhere;
    private final SubscriberEditor editor;

    @Activate
    public JpaSubscribers(@Reference BillingDesk desk, @Reference Books books, @Reference Elsewhere elsewhere) {
        this.desk = desk;
        this.books = books;
        this.elsewhere = elsewhere;
        this.editor = new SubscriberEditor(books);
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
        return desk.open(caller, d -> SubscriberViews.one(d, editor.create(d, draft)));
    }

    @Override
    public Subscriber update(Caller caller, long id, int version, Draft draft) {
        caller.require(Permission.SUBSCRIBERS_WRITE);
        return desk.open(caller, d -> SubscriberViews.one(d, editor.update(d, id, version, draft)));
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
            Payers.requireForNobody(d, id);
            elsewhere.onSubscriber(d, id).ifPresent(what -> {
                throw new Conflict(what + " depend on this subscriber; cancel the subscriptions instead");
            });
            DetailBook book = DetailBook.of(d, List.of(s));
            var before = book.told(s);
            book.hangingOn(s).forEach(d.em()::remove);
            WordBook.forget(d, id);
            forget(d, subscriptions.stream().map(SubscriptionRow::getId).toList());
            subscriptions.forEach(d.em()::remove);
            d.em().remove(wallet);
            // of several deferred keys to one row that break Derby remembers only the first: the children go first, and so does what it remembers
            d.em().flush();
            d.em().remove(s);
            d.audit("subscriber.delete", "subscriber", id, before, null);
        });
    }

    /** What hangs on subscriptions that go. */
    private static void forget(Desk d, List<Long> subscriptionIds) {
        if (subscriptionIds.isEmpty()) return;
        for (String row : List.of("StepRow", "ScheduledRow", "ItemRow", "DiscountRow", "UsageRow", "ReadingRow", "ParkedRow"))
            d.em().createQuery("delete from " + row + " x where x.subscriptionId in ?1").setParameter(1, subscriptionIds).executeUpdate();
    }

    /** Also for another's service. */
    private static boolean billed(Desk d, long id) {
        return d.em().createQuery("select count(b) from BillRow b where b.subscriberId = ?1 or b.payerId = ?1", Long.class).setParameter(1, id).getSingleResult() > 0;
    }

    @Override
    public void exportCsv(Caller caller, ListQuery query, Writer out) throws IOException {
        caller.require(Permission.SUBSCRIBERS_READ);
        new SubscriberExport(desk).write(caller, query, out);
    }

    @Override
    public Map<String, Long> tags(Caller caller) {
        caller.require(Permission.SUBSCRIBERS_READ);
        return desk.open(caller, d -> {
            Map<String, Long> tags = new TreeMap<>();
            for (Object[] r : d.em().createQuery("select t.tag, count(t) from TagRow t group by t.tag", Object[].class).getResultList())
                tags.put((String) r[0], (Long) r[1]);
            return tags;
        });
    }
}
