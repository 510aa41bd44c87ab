package io.mtandao.billing.internal.bill;

import static io.mtandao.api.billing.SubscriptionState.ACTIVE;
import static io.mtandao.api.billing.SubscriptionState.EXPIRED;
import static io.mtandao.api.billing.SubscriptionState.GRACE;
import static io.mtandao.api.billing.SubscriptionState.PAUSED;
import static io.mtandao.api.billing.SubscriptionState.PENDING;
import static io.mtandao.api.billing.SubscriptionState.TRIAL;

import io.mtandao.api.billing.RenewalPolicy.Excess;
import io.mtandao.api.billing.RenewalPolicy.Partial;
import io.mtandao.api.billing.ScheduledChange;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.ScheduledRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.WalletRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Turns money in a wallet into time on the network. Whoever calls holds the wallet's lock. */
@Component(service = Renewals.class)
public final class Renewals {
    /** Those without service first, then whose time ends first. */
    private static final Comparator<SubscriptionRow> NEEDIEST = Comparator.comparing((SubscriptionRow s) -> s.getState().isServed())
        .thenComparing(SubscriptionRow::getExpiry).thenComparing(SubscriptionRow::getId);
    /** Of one payment, with BUY_FURTHER: nobody means to buy more, and a mistyped amount stays in the wallet. */
    private static final int MOST_PERIODS = 120;
    private final Books books;
    private final BillBook bills;
    private final Sheets sheets;
    private final Purchase purchase;
    private final Debts debts;

    @Activate
    public Renewals(@Reference Books books, @Reference BillBook bills, @Reference Sheets sheets, @Reference Purchase purchase, @Reference Debts debts) {
        this.books = books;
        this.bills = bills;
        this.sheets = sheets;
        this.purchase = purchase;
        this.debts = debts;
    }

    /** What the next period costs now: the open bill, or what it would say. Empty when there is no price yet. */
    public Optional<Long> cost(Desk d, SubscriptionRow s) {
        Sheet sheet = sheets.of(d, s);
        Optional<BillRow> open = sheet.open(s);
        if (open.isPresent()) return Optional.of(open.get().getOpenMinor());
        return sheet.isPriced(s) ? Optional.of(sheet.quote(s, sheet.next(s)).total()) : Optional.empty();
    }

    /** Buys one period if the wallet covers it. */
    public boolean buy(Desk d, SubscriptionRow s, WalletRow wallet) {
        return buy(d, sheets.of(d, s), s, wallet, null);
    }

    /** Also a part of one, when the ISP sells parts. @return whether any time was bought */
    public boolean buyWhatItCan(Desk d, SubscriptionRow s, WalletRow wallet) {
        Sheet sheet = sheets.of(d, s);
        return buy(d, sheet, s, wallet, null) || buyPart(d, sheet, s, wallet, null);
    }

    private boolean buy(Desk d, Sheet sheet, SubscriptionRow s, WalletRow wallet, Long cause) {
        purchase.dropPast(d, sheet, s);
        Optional<BillRow> open = sheet.open(s);
        if (open.isPresent()) {
            if (wallet.getBalance() < open.get().getOpenMinor()) return false;
            purchase.pay(d, sheet, open.get(), s, wallet, open.get().getOpenMinor(), cause);
            return true;
        }
        if (!sheet.isPriced(s) || wallet.getBalance() < sheet.quote(s, sheet.next(s)).total()) return false;
        BillRow bill = purchase.issue(d, sheet, s);
        purchase.pay(d, sheet, bill, s, wallet, bill.getOpenMinor(), cause);
        return true;
    }

    /** What is there buys a part of the period for somebody without service, or a further part of one that was begun, if the ISP sells parts. */
    private boolean buyPart(Desk d, Sheet sheet, SubscriptionRow s, WalletRow wallet, Long cause) {
        boolean begun = sheet.open(s).map(b -> b.getPaidMinor() > 0).orElse(false);
        boolean needy = !s.getState().isServed() || s.getState() == GRACE || s.getExpiresAt() != null && !s.getExpiresAt().isAfter(d.now());
        boolean wanted = (begun || needy) && sheet.renewal(s).partial() == Partial.BUY_PART && wallet.getBalance() > 0 && sheet.isPriced(s);
        // where days without service are used up, a part might buy nothing but days that are over: it waits until it reaches further
        if (!wanted || !purchase.reach(d, sheet, s, wallet.getBalance()).isAfter(d.now())) return false;
        BillRow bill = sheet.open(s).orElseGet(() -> purchase.issue(d, sheet, s));
        purchase.pay(d, sheet, bill, s, wallet, Math.min(wallet.getBalance(), bill.getOpenMinor()), cause);
        return true;
    }

    /** Says which debts are paid now, and buys nothing. */
    public void settleDebts(Desk d, WalletRow wallet) {
        debts.settle(d, wallet);
    }

    /**
     * After money came in: debts, then open bills oldest first, then one period for every subscription that may buy, and with what is left what the ISP's
     * policy says.
     *
     * @param cause the ledger transaction whose money it is
     * @return how many subscriptions were renewed
     */
    public int spend(Desk d, WalletRow wallet, Long cause) {
        debts.settle(d, wallet);
        if (wallet.getBalance() <= 0) return 0;
        List<BillRow> open = bills.openOf(d, wallet.getSubscriberId());
        Map<Long, SubscriptionRow> all = new HashMap<>();
        for (SubscriptionRow s : d.ofIds(SubscriptionRow.class, "payerId", List.of(wallet.getSubscriberId()))) if (!s.isCancelled()) all.put(s.getId(), s);
        Sheet sheet = sheets.of(d, all.values());
        Set<Long> renewed = new LinkedHashSet<>();
        Set<Long> billed = payOpen(d, sheet, open, all, wallet, cause, renewed);
        List<SubscriptionRow> buyers = buyers(d, all.values());
        boolean again = true;
        for (int round = 0; again && round < MOST_PERIODS; round++) {
            // who has paid an open bill a moment ago has had this period, and may buy further ones like everybody else
            again = round == 0;
            for (SubscriptionRow s : buyers) {
                boolean skips = round == 0 ? billed.contains(s.getId()) : sheet.renewal(s).excess() != Excess.BUY_FURTHER || sheet.open(s).isPresent();
                if (skips) continue;
                if (isFree(sheet, s) || !buy(d, sheet, s, wallet, cause)) continue;
                renewed.add(s.getId());
                again = true;
            }
        }
        for (SubscriptionRow s : buyers) if (!billed.contains(s.getId()) && !isFree(sheet, s) && buyPart(d, sheet, s, wallet, cause)) renewed.add(s.getId());
        return renewed.size();
    }

    /** @return the subscriptions that have an open bill, paid or not: they buy nothing beside it */
    private Set<Long> payOpen(Desk d, Sheet sheet, List<BillRow> open, Map<Long, SubscriptionRow> all, WalletRow wallet, Long cause, Set<Long> renewed) {
        Set<Long> billed = new HashSet<>();
        boolean covered = true;
        for (BillRow bill : open) {
            SubscriptionRow s = all.get(bill.getSubscriptionId());
            if (s == null || purchase.dropPast(d, sheet, s)) continue;
            billed.add(s.getId());
            // who pauses buys nothing, and keeps nobody else waiting
            if (s.getState() == PAUSED) continue;
            // the oldest that is not covered stops the row: a newer, smaller bill does not jump the queue
            if (covered && wallet.getBalance() >= bill.getOpenMinor()) {
                purchase.pay(d, sheet, bill, s, wallet, bill.getOpenMinor(), cause);
                renewed.add(s.getId());
            } else if (covered && buyPart(d, sheet, s, wallet, cause)) renewed.add(s.getId());
            else covered = false;
        }
        return billed;
    }

    /** A free package needs no money; renewing it at every payment would only pile up time. */
    private static boolean isFree(Sheet sheet, SubscriptionRow s) {
        return sheet.isPriced(s) && sheet.open(s).isEmpty() && sheet.quote(s, sheet.next(s)).total() == 0;
    }

    private static List<SubscriptionRow> buyers(Desk d, java.util.Collection<SubscriptionRow> all) {
        List<SubscriptionRow> buyers = new ArrayList<>();
        for (SubscriptionRow s : all) if (!s.isPostpaid() && List.of(PENDING, TRIAL, ACTIVE, GRACE, EXPIRED).contains(s.getState())) buyers.add(s);
        List<Long> changing = waitingForRenewal(d, buyers);
        // what is to change at the renewal is not bought ahead: the next period will be another's
        buyers.removeIf(s -> changing.contains(s.getId()) && s.getState().isServed() && s.getExpiresAt() != null && s.getExpiresAt().isAfter(d.now()));
        buyers.sort(NEEDIEST);
        return buyers;
    }

    private static List<Long> waitingForRenewal(Desk d, List<SubscriptionRow> of) {
        return d.ofIds(ScheduledRow.class, "subscriptionId", of.stream().map(SubscriptionRow::getId).toList(), "e.state = ?3",
            ScheduledChange.State.WAITING).stream().filter(ScheduledRow::isAtRenewal).map(ScheduledRow::getSubscriptionId).toList();
    }
}
