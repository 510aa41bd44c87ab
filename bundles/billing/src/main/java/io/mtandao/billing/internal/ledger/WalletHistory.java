package io.mtandao.billing.internal.ledger;

import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.Page;
import io.mtandao.api.billing.Ledger.Statement;
import io.mtandao.api.billing.Ledger.WalletEntry;
import io.mtandao.billing.internal.books.Posting;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.LedgerEntryRow;
import io.mtandao.billing.internal.entity.LedgerTransactionRow;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.persistence.Listing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A wallet's movements as its owner reads them. */
final class WalletHistory {
    private static final int MOST = 5000;
    private static final Listing<LedgerEntryRow> ENTRIES = Listing.of(LedgerEntryRow.class)
        .sort("position", "position", LedgerEntryRow::getPosition)
        .filter("account", (text, where) -> where.and("e.account = ?", text));

    Page<WalletEntry> page(Desk d, long subscriberId, ListQuery asked) {
        if (!asked.filters().isEmpty() || asked.search() != null)
            throw Invalid.field("query", "a wallet's movements have no filters and no search");
        ListQuery query = new ListQuery(null, Map.of("account", Posting.wallet(subscriberId)), "-position", asked.limit(), asked.cursor());
        Page<LedgerEntryRow> rows = ENTRIES.page(d.em(), query, e -> e);
        Map<Long, LedgerTransactionRow> transactions = d.all(LedgerTransactionRow.class, rows.items().stream().map(LedgerEntryRow::getTransactionId).toList())
            .stream().collect(Collectors.toMap(LedgerTransactionRow::getId, Function.identity()));
        return rows.map(e -> entry(e, transactions.get(e.getTransactionId())));
    }

    static WalletEntry entry(LedgerEntryRow e, LedgerTransactionRow t) {
        Money amount = Money.of(e.getAmount(), t.getCurrency());
        return new WalletEntry(e.getId(), t.getBookedAt(), t.getMemo(), amount, Money.of(e.getBalanceAfter(), t.getCurrency()), t.getSourceKind(),
            t.getSourceId());
    }

    /** Every movement belongs to the time in which it was booked, so one statement's closing balance is the opening one of the next. */
    Statement statement(Desk d, SubscriberRow who, Instant from, Instant to) {
        new Invalid.Check().that(from != null, "from", "must be given").that(to != null, "to", "must be given")
            .that(from == null || to == null || from.isBefore(to), "to", "must be after from").orThrow();
        String account = Posting.wallet(who.getPayerId() == null ? who.getId() : who.getPayerId());
        String booked = " from LedgerEntryRow e, LedgerTransactionRow t where t.id = e.transactionId and e.account = ?1 and t.bookedAt";
        Long opening = d.em().createQuery("select sum(e.amount)" + booked + " < ?2", Long.class).setParameter(1, account).setParameter(2, from).getSingleResult();
        List<Object[]> found = d.em().createQuery("select e, t" + booked + " >= ?2 and t.bookedAt < ?3 order by e.position", Object[].class)
            .setParameter(1, account).setParameter(2, from).setParameter(3, to).setMaxResults(MOST + 1).getResultList();
        if (found.size() > MOST) throw Invalid.field("to", "more than " + MOST + " movements: ask for a shorter time");
        List<WalletEntry> movements = found.stream().map(r -> entry((LedgerEntryRow) r[0], (LedgerTransactionRow) r[1])).toList();
        long in = movements.stream().mapToLong(e -> e.amount().minor()).filter(a -> a > 0).sum();
        long out = movements.stream().mapToLong(e -> -e.amount().minor()).filter(a -> a > 0).sum();
        long before = opening == null ? 0 : opening;
        return new Statement(who.getId(), who.getName(), who.getAccount(), from, to, d.money(before), movements, d.money(in), d.money(out), d.money(before + in - out));
    }

    long balance(Desk d, long subscriberId) {
        return d.em().createQuery("select w.balance from WalletRow w where w.account = ?1", Long.class)
            .setParameter(1, Posting.wallet(subscriberId)).getResultList().stream().findFirst().orElse(0L);
    }
}
