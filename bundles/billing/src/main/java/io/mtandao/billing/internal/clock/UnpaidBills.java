package io.mtandao.billing.internal.clock;

import io.mtandao.api.Page;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.BillingPolicy;
import io.mtandao.api.billing.BillingPolicy.DunningStep;
import io.mtandao.api.billing.CutOffs.CutOff;
import io.mtandao.billing.internal.clock.CutPlace.Told;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.PackageRow;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.policy.Policies;
import io.mtandao.billing.internal.rules.DunningRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The second part of the {@link CutOffForecast}: subscriptions that dunning will cut for an unpaid bill. */
final class UnpaidBills {
    static final char PART = 'b';
    private final Policies policies;

    UnpaidBills(Policies policies) {
        this.policies = policies;
    }

    Page<CutOff> page(Desk d, Instant until, Long router, CutPlace from, int limit) {
        BillingPolicy policy = policies.of(d);
        List<Told> found = new ArrayList<>();
        CutPlace readTo = from;
        while (readTo != null && found.size() < limit) {
            List<BillRow> bills = rows(d, until, readTo, limit);
            found.addAll(dunned(d, policy, bills, until, router));
            readTo = bills.size() < limit ? null : place(bills.get(bills.size() - 1));
        }
        return CutPlace.page(found, readTo, limit);
    }

    private static CutPlace place(BillRow b) {
        return CutPlace.after(PART, b.getDunAt(), b.getId());
    }

    private static List<BillRow> rows(Desk d, Instant until, CutPlace after, int most) {
        return d.em().createQuery("select b from BillRow b where b.dunAt < ?1 and b.state = ?2 and b.dunAt >= ?3 and (b.dunAt > ?3 or b.id > ?4)"
                + " order by b.dunAt, b.id", BillRow.class)
            .setParameter(1, until).setParameter(2, Bill.State.OPEN).setParameter(3, after.time()).setParameter(4, after.id()).setMaxResults(most).getResultList();
    }

    private List<Told> dunned(Desk d, BillingPolicy policy, List<BillRow> bills, Instant until, Long router) {
        List<Long> ids = bills.stream().map(BillRow::getSubscriptionId).filter(Objects::nonNull).distinct().toList();
        Map<Long, SubscriptionRow> subscriptions = d.all(SubscriptionRow.class, ids).stream().collect(Collectors.toMap(SubscriptionRow::getId, Function.identity()));
        Map<Long, SubscriberRow> owners = owners(d, subscriptions.values());
        List<Long> packages = subscriptions.values().stream().map(SubscriptionRow::getPackageId).distinct().toList();
        Map<Long, String> names = d.all(PackageRow.class, packages).stream().collect(Collectors.toMap(PackageRow::getId, PackageRow::getName));
        List<Told> cuts = new ArrayList<>();
        for (BillRow b : bills) {
            SubscriptionRow s = b.getSubscriptionId() == null ? null : subscriptions.get(b.getSubscriptionId());
            if (s == null || !s.getState().isServed() || router != null && !router.equals(s.getRouterId())) continue;
            Instant at = when(d, policy, b, until);
            if (!at.isBefore(until)) continue;
            SubscriberRow owner = owners.get(s.getSubscriberId());
            cuts.add(new Told(place(b), new CutOff(s.getId(), owner.getId(), owner.getName(), owner.getAccount(), names.get(s.getPackageId()), s.getRouterId(), at,
                d.money(b.getOpenMinor()), "bill " + b.getNumber() + " is not paid")));
        }
        return cuts;
    }

    private static Instant when(Desk d, BillingPolicy policy, BillRow b, Instant otherwise) {
        return policy.dunning().stream().filter(x -> x.action() == DunningStep.Action.SUSPEND && x.day() > b.getDunDay())
            .map(x -> DunningRule.at(x, b.getDueAt(), d.zone())).min(Instant::compareTo).orElse(otherwise);
    }

    static Map<Long, SubscriberRow> owners(Desk d, Collection<SubscriptionRow> of) {
        return d.all(SubscriberRow.class, of.stream().map(SubscriptionRow::getSubscriberId).distinct().toList()).stream()
            .collect(Collectors.toMap(SubscriberRow::getId, Function.identity()));
    }
}
