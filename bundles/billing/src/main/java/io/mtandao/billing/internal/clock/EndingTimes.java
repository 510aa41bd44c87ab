package io.mtandao.billing.internal.clock;

import io.mtandao.api.Page;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.CutOffs.CutOff;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.billing.internal.bill.Sheet;
import io.mtandao.billing.internal.bill.Sheets;
import io.mtandao.billing.internal.clock.CutPlace.Told;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.WalletRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.persistence.TypedQuery;

/** The first part of the {@link CutOffForecast}: prepaid subscriptions whose time ends and whose wallet does not cover the next period. */
final class EndingTimes {
    static final char PART = 's';
    private final Sheets sheets;

    EndingTimes(Sheets sheets) {
        this.sheets = sheets;
    }

    Page<CutOff> page(Desk d, Instant until, Long router, CutPlace from, int limit) {
        List<Told> found = new ArrayList<>();
        CutPlace readTo = from;
        while (readTo != null && found.size() < limit) {
            List<SubscriptionRow> rows = rows(d, until, router, readTo, limit);
            found.addAll(uncovered(d, rows, until));
            readTo = rows.size() < limit ? null : place(rows.get(rows.size() - 1));
        }
        return CutPlace.page(found, readTo, limit);
    }

    private static CutPlace place(SubscriptionRow s) {
        return CutPlace.after(PART, s.getExpiry(), s.getId());
    }

    private static List<SubscriptionRow> rows(Desk d, Instant until, Long router, CutPlace after, int most) {
        TypedQuery<SubscriptionRow> q = d.em().createQuery("select s from SubscriptionRow s where s.charging = ?1 and s.state in ?2 and s.expiry < ?3"
                + " and s.expiry >= ?4 and (s.expiry > ?4 or s.id > ?5)" + (router == null ? "" : " and s.routerId = ?6") + " order by s.expiry, s.id", SubscriptionRow.class)
            .setParameter(1, Charging.PREPAID).setParameter(2, SubscriptionState.SERVED).setParameter(3, until)
            .setParameter(4, after.time()).setParameter(5, after.id()).setMaxResults(most);
        if (router != null) q.setParameter(6, router);
        return q.getResultList();
    }

    private List<Told> uncovered(Desk d, List<SubscriptionRow> rows, Instant until) {
        if (rows.isEmpty()) return List.of();
        Sheet sheet = sheets.of(d, rows);
        Map<Long, Long> balances = balances(d, rows);
        Map<Long, SubscriberRow> owners = UnpaidBills.owners(d, rows);
        List<Told> cuts = new ArrayList<>();
        for (SubscriptionRow s : rows) {
            Instant at = when(d, sheet, s);
            if (!at.isBefore(until)) continue;
            long balance = balances.getOrDefault(s.getPayerId(), 0L);
            boolean priced = sheet.isPriced(s);
            long cost = sheet.open(s).map(BillRow::getOpenMinor).orElseGet(() -> priced ? sheet.quote(s, sheet.next(s)).total() : 0L);
            if (priced && sheet.renewal(s).autoRenew() && balance >= cost) {
                // what it will take is not there for the next of the same payer
                balances.put(s.getPayerId(), balance - cost);
                continue;
            }
            SubscriberRow owner = owners.get(s.getSubscriberId());
            cuts.add(new Told(place(s), new CutOff(s.getId(), owner.getId(), owner.getName(), owner.getAccount(), sheet.packageName(s), s.getRouterId(), at,
                d.money(Math.max(0, cost - balance)), reason(d, sheet, s, cost, balance, priced))));
        }
        return cuts;
    }

    private static Map<Long, Long> balances(Desk d, List<SubscriptionRow> rows) {
        List<Long> payers = rows.stream().map(SubscriptionRow::getPayerId).distinct().toList();
        return d.ofIds(WalletRow.class, "subscriberId", payers).stream().collect(Collectors.toMap(WalletRow::getSubscriberId, WalletRow::getBalance, (a, b) -> a, HashMap::new));
    }

    private static Instant when(Desk d, Sheet sheet, SubscriptionRow s) {
        if (s.getState() == SubscriptionState.GRACE) return s.getGraceUntil();
        int grace = s.getState() == SubscriptionState.ACTIVE ? sheet.renewal(s).graceDays() : 0;
        return s.getExpiry().atZone(d.zone()).plusDays(grace).toInstant();
    }

    private static String reason(Desk d, Sheet sheet, SubscriptionRow s, long cost, long balance, boolean priced) {
        String ends = switch (s.getState()) {
            case TRIAL -> "its trial ends";
            case GRACE -> "its days of grace end";
            default -> "its time ends";
        };
        if (!priced) return ends + " and its package has no price";
        if (!sheet.renewal(s).autoRenew() && balance >= cost) return ends + " and wallets do not renew by themselves";
        return ends + "; the next period costs " + d.money(cost) + ", the wallet holds " + d.money(balance);
    }
}
