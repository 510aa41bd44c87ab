package io.mtandao.billing.internal.ledger;

import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.Page;
import io.mtandao.api.billing.Ledger.WalletEntry;
import io.mtandao.billing.internal.books.Posting;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.LedgerEntryRow;
import io.mtandao.billing.internal.entity.LedgerTransactionRow;
import io.mtandao.persistence.Listing;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A wallet's movements as its owner reads them. */
final class WalletHistory {
    private static final Listing<LedgerEntryRow> ENTRIES = Listing.of(LedgerEntryRow.class)
        .sort("position", "position", LedgerEntryRow::getPosition)
        .filter("account", (text, where) -> where.and("e.account = ?", text));

    Page<WalletEntry> page(Desk d, long subscriberId, ListQuery asked) {
        if (!asked.filters().isEmpty() || asked.search() != null)
            throw io.mtandao.api.Invalid.field("query", "a wallet's movements have no filters and no search");
        ListQuery query = new ListQuery(null, Map.of("account", Posting.wallet(subscriberId)), "-position", asked.limit(), asked.cursor());
        Page<LedgerEntryRow> rows = ENTRIES.page(d.em(), query, e -> e);
        Map<Long, LedgerTransactionRow> transactions = d.all(LedgerTransactionRow.class, rows.items().stream().map(LedgerEntryRow::getTransactionId).toList())
            .stream().collect(Collectors.toMap(LedgerTransactionRow::getId, Function.identity()));
        return rows.map(e -> entry(e, transactions.get(e.getTransactionId())));
    }

    private static WalletEntry entry(LedgerEntryRow e, LedgerTransactionRow t) {
        Money amount = Money.of(e.getAmount(), t.getCurrency());
        return new WalletEntry(e.getId(), t.getBookedAt(), t.getMemo(), amount, Money.of(e.getBalanceAfter(), t.getCurrency()), t.getSourceKind(),
            t.getSourceId());
    }

    long balance(Desk d, long subscriberId) {
        return d.em().createQuery("select w.balance from WalletRow w where w.account = ?1", Long.class)
            .setParameter(1, Posting.wallet(subscriberId)).getResultList().stream().findFirst().orElse(0L);
    }
}
