package io.mtandao.billing.internal.bill;

import static io.mtandao.api.billing.SubscriptionState.ACTIVE;
import static io.mtandao.api.billing.SubscriptionState.EXPIRED;
import static io.mtandao.api.billing.SubscriptionState.PENDING;

import io.mtandao.api.billing.SubscriptionActivated;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.books.Posting;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.PackageRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.rules.RenewalRule.Span;
import io.mtandao.billing.internal.rules.SubscriptionLife;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Turns money in a wallet into time on the network. Whoever calls holds the wallet's lock. */
@Component(service = Renewals.class)
public final class Renewals {
    /** Those without service first, then whose time ends first. */
    private static final Comparator<SubscriptionRow> NEEDIEST = Comparator.comparing((SubscriptionRow s) -> s.getState() == ACTIVE)
        .thenComparing(SubscriptionRow::getExpiry).thenComparing(SubscriptionRow::getId);
    private final Books books;
    private final BillBook bills;
    private final Timers timers;

    @Activate
    public Renewals(@Reference Books books, @Reference BillBook bills, @Reference Timers timers) {
        this.books = books;
        this.bills = bills;
        this.timers = timers;
    }

    /** What the next period of a subscription costs. @param bill its open bill, or null @param cost null when the package has no price yet */
    private record Offer(PackageRow sold, BillRow bill, Long cost) {}

    private Offer offer(Desk d, SubscriptionRow s) {
        PackageRow p = d.find(PackageRow.class, s.getPackageId(), "package");
        Optional<BillRow> open = bills.open(d, s.getId());
        if (open.isPresent()) return new Offer(p, open.get(), open.get().getTotal().minor());
        return new Offer(p, null, p.isPriced() ? p.getPriceMinor() : null);
    }

    /** What the next period costs now: the open bill, or the price of the package. Empty when the package has no price yet. */
    public Optional<Long> cost(Desk d, SubscriptionRow s) {
        return Optional.ofNullable(offer(d, s).cost());
    }

    /** Buys one period if the wallet covers it. */
    public boolean buy(Desk d, SubscriptionRow s, WalletRow wallet) {
        return buy(d, s, offer(d, s), wallet, null);
    }

    /** Bills the next period whether the wallet covers it or not, and pays it if it does. The subscription has no open bill and its package has a price. */
    BillRow bill(Desk d, SubscriptionRow s, WalletRow wallet) {
        PackageRow p = d.find(PackageRow.class, s.getPackageId(), "package");
        BillRow bill = bills.issue(d, s, p);
        if (wallet.getBalance() >= bill.getTotal().minor()) pay(d, bill, s, p, wallet, null);
        return bill;
    }

    private boolean buy(Desk d, SubscriptionRow s, Offer offer, WalletRow wallet, Long cause) {
        if (offer.cost() == null || wallet.getBalance() < offer.cost()) return false;
        pay(d, offer.bill() == null ? bills.issue(d, s, offer.sold()) : offer.bill(), s, offer.sold(), wallet, cause);
        return true;
    }

    /**
     * After money came in: open bills oldest first, then one period for every subscription that may buy.
     *
     * @param cause the ledger transaction whose money it is
     * @return how many subscriptions were renewed
     */
    public int spend(Desk d, WalletRow wallet, Long cause) {
        Set<Long> renewed = new HashSet<>();
        Set<Long> billed = new HashSet<>();
        boolean covered = true;
        for (BillRow bill : bills.openOf(d, wallet.getSubscriberId())) {
            billed.add(bill.getSubscriptionId());
            // the oldest that is not covered stops the row: a newer, smaller bill does not jump the queue
            covered = covered && wallet.getBalance() >= bill.getTotal().minor();
            if (covered) {
                SubscriptionRow s = d.find(SubscriptionRow.class, bill.getSubscriptionId(), "subscription");
                pay(d, bill, s, d.find(PackageRow.class, s.getPackageId(), "package"), wallet, cause);
                renewed.add(bill.getSubscriptionId());
            }
        }
        for (SubscriptionRow s : buyers(d, wallet.getSubscriberId())) {
            if (billed.contains(s.getId())) continue;
            Offer offer = offer(d, s);
            // a free package needs no money; renewing it at every payment would only pile up time
            boolean free = offer.cost() != null && offer.cost() == 0;
            if (!free && buy(d, s, offer, wallet, cause)) renewed.add(s.getId());
        }
        return renewed.size();
    }

    private static List<SubscriptionRow> buyers(Desk d, long subscriberId) {
        return d.em().createQuery("select s from SubscriptionRow s where s.subscriberId = ?1 and s.state in ?2", SubscriptionRow.class)
            .setParameter(1, subscriberId).setParameter(2, List.of(PENDING, ACTIVE, EXPIRED)).getResultList().stream().sorted(NEEDIEST).toList();
    }

    private void pay(Desk d, BillRow bill, SubscriptionRow s, PackageRow p, WalletRow wallet, Long cause) {
        Span span = bills.settlePeriod(d, bill, s, p);
        long total = bill.getTotal().minor();
        if (total > 0) {
            String memo = "Bill " + bill.getNumber() + ": " + BillBook.lines(d, List.of(bill.getId())).get(0).getText();
            books.book(d, new Posting("bill", String.valueOf(bill.getId()), memo, cause).to(wallet, -total).to(Posting.INCOME, total));
        }
        var billBefore = bill.told();
        bill.paid(d.now());
        d.audit("bill.pay", "bill", bill.getId(), billBefore, bill.told());
        var before = s.told();
        s.renew(span, SubscriptionLife.paid(s.getState()));
        d.audit("subscription.renew", "subscription", s.getId(), before, s.told());
        timers.expiryMoved(d.tenant(), s, p.getPeriod(), d.now());
        if (s.getState() == ACTIVE) d.raise(new SubscriptionActivated(s.getId(), s.getSubscriberId(), s.getExpiresAt()));
    }
}
