package io.mtandao.billing.internal.clock;

import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.BillingPolicy;
import io.mtandao.api.billing.BillingPolicy.DunningStep;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.CutOffs.CutOff;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.billing.internal.bill.Sheet;
import io.mtandao.billing.internal.bill.Sheets;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.PackageRow;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.policy.Policies;
import io.mtandao.billing.internal.rules.DunningRule;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.TypedQuery;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Who will be cut until a moment unless somebody pays: first the prepaid ones whose time ends and whose wallet does not cover the next period, then those
 * whom dunning will cut, each by their time. Pages by key ({@link Place}): {@code s} within the first, {@code b} within the second.
 */
@Component(service = CutOffForecast.class)
public final class CutOffForecast {
    private static final List<SubscriptionState> SERVED = List.of(SubscriptionState.TRIAL, SubscriptionState.ACTIVE, SubscriptionState.GRACE);
    private final Sheets sheets;
    private final Policies policies;

    @Activate
    public CutOffForecast(@Reference Sheets sheets, @Reference Policies policies) {
        this.sheets = sheets;
        this.policies = policies;
    }

    Page<CutOff> page(Desk d, Instant until, Long router, ListQuery query) {
        Place from = query.cursor() == null ? Place.first('s') : Place.of(query.cursor());
        return from.part == 's' ? expiring(d, until, router, from, query.limit()) : dunned(d, until, router, from, query.limit());
    }

    /** Behind which row of which part a page begins: its time in microseconds, and its id. */
    private record Place(char part, long micros, long id) {
        static Place first(char part) {
            return new Place(part, 0, 0);
        }

        static Place after(char part, Instant time, long id) {
            return new Place(part, ChronoUnit.MICROS.between(Instant.EPOCH, time), id);
        }

        static Place of(String cursor) {
            if (!cursor.matches("[sb]\\d{1,18}\\.\\d{1,18}")) throw Invalid.field("cursor", "not one that a list gave");
            int dot = cursor.indexOf('.');
            return new Place(cursor.charAt(0), Long.parseLong(cursor.substring(1, dot)), Long.parseLong(cursor.substring(dot + 1)));
        }

        Instant time() {
            return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        }

        String cursor() {
            return part + "" + micros + "." + id;
        }
    }

    private Page<CutOff> expiring(Desk d, Instant until, Long router, Place from, int limit) {
        List<CutOff> found = new ArrayList<>();
        Place last = from;
        while (true) {
            List<SubscriptionRow> rows = ending(d, until, router, last, limit);
            found.addAll(uncovered(d, rows, until));
            if (rows.size() < limit) break;
            SubscriptionRow row = rows.get(rows.size() - 1);
            last = Place.after('s', row.getExpiry(), row.getId());
            if (found.size() >= limit) return new Page<>(found, last.cursor());
        }
        if (found.size() >= limit) return new Page<>(found, Place.first('b').cursor());
        Page<CutOff> rest = dunned(d, until, router, Place.first('b'), limit - found.size());
        found.addAll(rest.items());
        return new Page<>(found, rest.next());
    }

    private static List<SubscriptionRow> ending(Desk d, Instant until, Long router, Place after, int most) {
        TypedQuery<SubscriptionRow> q = d.em().createQuery("select s from SubscriptionRow s where s.charging = ?1 and s.state in ?2 and s.expiry < ?3 and s.expiry >= ?4"
                + " and (s.expiry > ?4 or s.id > ?5)" + (router == null ? "" : " and s.routerId = ?6") + " order by s.expiry, s.id", SubscriptionRow.class)
            .setParameter(1, Charging.PREPAID).setParameter(2, SERVED).setParameter(3, until).setParameter(4, after.time()).setParameter(5, after.id).setMaxResults(most);
        if (router != null) q.setParameter(6, router);
        return q.getResultList();
    }

    private List<CutOff> uncovered(Desk d, List<SubscriptionRow> rows, Instant until) {
        if (rows.isEmpty()) return List.of();
        Sheet sheet = sheets.of(d, rows);
        Map<Long, Long> balances = new HashMap<>(d.ofIds(WalletRow.class, "subscriberId", rows.stream().map(SubscriptionRow::getPayerId).distinct().toList()).stream()
            .collect(Collectors.toMap(WalletRow::getSubscriberId, WalletRow::getBalance)));
        Map<Long, SubscriberRow> owners = owners(d, rows);
        List<CutOff> cuts = new ArrayList<>();
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
            cuts.add(new CutOff(s.getId(), owner.getId(), owner.getName(), owner.getAccount(), sheet.packageName(s), s.getRouterId(), at, d.money(Math.max(0, cost - balance)),
                reason(d, sheet, s, cost, balance, priced)));
        }
        return cuts;
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

    private Page<CutOff> dunned(Desk d, Instant until, Long router, Place from, int limit) {
        BillingPolicy policy = policies.of(d);
        List<CutOff> found = new ArrayList<>();
        Place last = from;
        while (true) {
            List<BillRow> bills = d.em().createQuery("select b from BillRow b where b.dunAt < ?1 and b.state = ?2 and b.dunAt >= ?3 and (b.dunAt > ?3 or b.id > ?4)"
                    + " order by b.dunAt, b.id", BillRow.class)
                .setParameter(1, until).setParameter(2, Bill.State.OPEN).setParameter(3, last.time()).setParameter(4, last.id).setMaxResults(limit).getResultList();
            found.addAll(dunned(d, policy, bills, until, router));
            if (bills.size() < limit) return new Page<>(found, null);
            BillRow bill = bills.get(bills.size() - 1);
            last = Place.after('b', bill.getDunAt(), bill.getId());
            if (found.size() >= limit) return new Page<>(found, last.cursor());
        }
    }

    private List<CutOff> dunned(Desk d, BillingPolicy policy, List<BillRow> bills, Instant until, Long router) {
        List<Long> ids = bills.stream().map(BillRow::getSubscriptionId).filter(java.util.Objects::nonNull).distinct().toList();
        Map<Long, SubscriptionRow> subscriptions = d.all(SubscriptionRow.class, ids).stream().collect(Collectors.toMap(SubscriptionRow::getId, Function.identity()));
        Map<Long, SubscriberRow> owners = owners(d, subscriptions.values());
        Map<Long, String> names = d.all(PackageRow.class, subscriptions.values().stream().map(SubscriptionRow::getPackageId).distinct().toList()).stream()
            .collect(Collectors.toMap(PackageRow::getId, PackageRow::getName));
        List<CutOff> cuts = new ArrayList<>();
        for (BillRow b : bills) {
            SubscriptionRow s = b.getSubscriptionId() == null ? null : subscriptions.get(b.getSubscriptionId());
            if (s == null || !s.getState().isServed() || router != null && !router.equals(s.getRouterId())) continue;
            Instant at = policy.dunning().stream().filter(x -> x.action() == DunningStep.Action.SUSPEND && x.day() > b.getDunDay()).map(x -> DunningRule.at(x, b.getDueAt(), d.zone()))
                .min(Instant::compareTo).orElse(until);
            if (!at.isBefore(until)) continue;
            SubscriberRow owner = owners.get(s.getSubscriberId());
            cuts.add(new CutOff(s.getId(), owner.getId(), owner.getName(), owner.getAccount(), names.get(s.getPackageId()), s.getRouterId(), at, d.money(b.getOpenMinor()),
                "bill " + b.getNumber() + " is not paid"));
        }
        return cuts;
    }

    private static Map<Long, SubscriberRow> owners(Desk d, java.util.Collection<SubscriptionRow> of) {
        return d.all(SubscriberRow.class, of.stream().map(SubscriptionRow::getSubscriberId).distinct().toList()).stream()
            .collect(Collectors.toMap(SubscriberRow::getId, Function.identity()));
    }
}
