package io.mtandao.billing.internal.books;

import io.mtandao.api.NotFound;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.LedgerEntryRow;
import io.mtandao.billing.internal.entity.LedgerTransactionRow;
import io.mtandao.billing.internal.entity.WalletRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.persistence.LockModeType;
import org.osgi.service.component.annotations.Component;

/** The pages of the ledger: finds and locks wallets, writes bookings and seals them. Knows nothing of bills and payments. */
@Component(service = Books.class)
public final class Books {
    private final Chain chain = new Chain();

    /** Opens a new subscriber's wallet. */
    public WalletRow openWallet(Desk d, long subscriberId) {
        WalletRow wallet = new WalletRow(Posting.wallet(subscriberId), subscriberId);
        d.em().persist(wallet);
        return wallet;
    }

    /** A subscriber's own wallet under its row lock, which also puts all changes of what it pays for, subscriptions and bills, one after the other. */
    public WalletRow wallet(Desk d, long subscriberId) {
        return locked(d, Posting.wallet(subscriberId)).orElseThrow(() -> new NotFound("subscriber"));
    }

    /** The wallet that pays for a subscriber: the own, or that of the parent account. */
    public WalletRow payingWallet(Desk d, long subscriberId) {
        return locked(d, () -> payer(d, subscriberId));
    }

    /** Whose wallet that is, as the database says now: what this unit of work has read of the subscriber may be older. */
    public long payer(Desk d, long subscriberId) {
        List<Long> payer = d.em().createQuery("select s.payerId from SubscriberRow s where s.id = ?1", Long.class).setParameter(1, subscriberId).getResultList();
        if (payer.isEmpty()) throw new NotFound("subscriber");
        return payer.get(0) == null ? subscriberId : payer.get(0);
    }

    /** As {@link #payer}, of many, in one query. Whoever holds a subscriber's own wallet keeps others from changing its payer. */
    public Map<Long, Long> payers(Desk d, Collection<Long> subscriberIds) {
        Map<Long, Long> payers = new HashMap<>();
        if (subscriberIds.isEmpty()) return payers;
        // the range for Derby; these are as many as a portion of an import
        for (Object[] r : d.em().createQuery("select s.id, s.payerId from SubscriberRow s where s.id between ?1 and ?2 and s.id in ?3", Object[].class)
                .setParameter(1, Collections.min(subscriberIds)).setParameter(2, Collections.max(subscriberIds)).setParameter(3, subscriberIds).getResultList())
            payers.put((Long) r[0], r[1] == null ? (Long) r[0] : (Long) r[1]);
        return payers;
    }

    /** Who pays may change while this waits for the lock, and never while it has it. */
    private WalletRow locked(Desk d, LongSupplier payer) {
        long before = payer.getAsLong();
        while (true) {
            WalletRow wallet = wallet(d, before);
            long now = payer.getAsLong();
            if (now == before) return wallet;
            before = now;
        }
    }

    /** The wallets of many by subscriber, locked by one query; there may be a few more than asked for. */
    public Map<Long, WalletRow> lockWallets(Desk d, Collection<Long> subscriberIds) {
        return byOwner(d.lockedAtLeast(WalletRow.class, "subscriberId", subscriberIds));
    }

    /** The wallets of those who are asked for, or of all in their range, locked by one query. @param asked not asked when hardly any others are there */
    public Map<Long, WalletRow> lockWallets(Desk d, long first, long last, int most, Supplier<List<Long>> asked) {
        return d.isCrowded(WalletRow.class, "subscriberId", first, last, most) ? lockWallets(d, asked.get())
            : byOwner(d.lockedBetween(WalletRow.class, "subscriberId", first, last));
    }

    private static Map<Long, WalletRow> byOwner(List<WalletRow> wallets) {
        Map<Long, WalletRow> byOwner = new HashMap<>();
        wallets.forEach(w -> byOwner.put(w.getSubscriberId(), w));
        return byOwner;
    }

    /** The wallet that pays for a subscription, locked before the subscription itself is read, so that what is read then is the newest. */
    public WalletRow walletOfSubscription(Desk d, long subscriptionId) {
        return locked(d, () -> owner(d, "select s.payerId from SubscriptionRow s where s.id = ?1", subscriptionId, "subscription"));
    }

    /** Likewise for a bill. */
    public WalletRow walletOfBill(Desk d, long billId) {
        return locked(d, () -> owner(d, "select b.payerId from BillRow b where b.id = ?1", billId, "bill"));
    }

    private static long owner(Desk d, String jpql, long id, String what) {
        return d.em().createQuery(jpql, Long.class).setParameter(1, id).getResultList().stream().findFirst().orElseThrow(() -> new NotFound(what));
    }

    /** Suspense under its row lock. */
    public WalletRow suspense(Desk d) {
        return locked(d, Posting.SUSPENSE).orElseGet(() -> {
            WalletRow made = new WalletRow(Posting.SUSPENSE, null);
            d.em().persist(made);
            d.em().flush();
            return made;
        });
    }

    private static Optional<WalletRow> locked(Desk d, String account) {
        return d.em().createQuery("select w from WalletRow w where w.account = ?1", WalletRow.class)
            .setParameter(1, account).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().stream().findFirst();
    }

    public Optional<LedgerTransactionRow> of(Desk d, String sourceKind, String sourceId) {
        return d.em().createQuery("select t from LedgerTransactionRow t where t.sourceKind = ?1 and t.sourceId = ?2", LedgerTransactionRow.class)
            .setParameter(1, sourceKind).setParameter(2, sourceId).getResultList().stream().findFirst();
    }

    /** What a booking did to kept accounts, itself and what it led to, oldest first. */
    public List<LedgerEntryRow> walletEntries(Desk d, long transactionId) {
        return d.em().createQuery("select e from LedgerEntryRow e where e.position is not null and (e.transactionId = ?1"
                + " or e.transactionId in (select t.id from LedgerTransactionRow t where t.causeId = ?1)) order by e.position", LedgerEntryRow.class)
            .setParameter(1, transactionId).getResultList();
    }

    /** Reads nothing, however often it is called: the locks are held already, and the chain is grown once for all, before the commit. */
    public LedgerTransactionRow book(Desk d, Posting p) {
        List<Posting.Entry> entries = p.balanced();
        LedgerTransactionRow t = new LedgerTransactionRow(p.sourceKind(), p.sourceId(), p.memo(), d.currency(), p.cause(), d.now(), d.caller().name());
        d.em().persist(t);
        List<Booked.Side> sides = new ArrayList<>();
        for (Posting.Entry e : entries) {
            LedgerEntryRow row;
            if (e.wallet() == null) row = new LedgerEntryRow(t.getId(), e.account(), e.amount());
            else {
                e.wallet().book(e.amount());
                row = new LedgerEntryRow(t.getId(), e.amount(), e.wallet());
            }
            d.em().persist(row);
            sides.add(new Booked.Side(row.getAccount(), row.getAmount(), row.getPosition(), row.getBalanceAfter()));
        }
        chain.add(d, new Booked(t.getId(), t.getSourceKind(), t.getSourceId(), t.getMemo(), t.getCurrency(), p.cause(), t.getBookedAt(), d.caller().name(), sides));
        return t;
    }

    /** Begins a new tenant's chain. */
    public void openChain(Desk d) {
        Chain.begun(d, EarlierBookings.ALL_SEALED);
    }

    /** Seals some of what was booked before there were chains. @return whether there may be more, for another unit of work */
    public boolean sealEarlier(Desk d) {
        return EarlierBookings.seal(d);
    }

    /** Whether the chain has links but no head, which no unit of work leaves behind. */
    public boolean isHeadless(Desk d) {
        return Chain.isHeadless(d);
    }

    /** How far the chain reaches. All up to there is committed and never changes, so sums over it agree with each other however many statements they take. */
    public Chain.End chainEnd(Desk d) {
        return Chain.end(d);
    }

    /** The bookings of some links, by id; both positions inclusive. */
    public Map<Long, Booked> bookedAt(Desk d, long firstPosition, long lastPosition) {
        return BookedPages.linked(d.em(), firstPosition, lastPosition);
    }

    /** A kept account by its name, under its row lock. */
    public Optional<WalletRow> kept(Desk d, String account) {
        return locked(d, account);
    }
}
