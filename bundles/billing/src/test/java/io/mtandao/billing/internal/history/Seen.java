package io.mtandao.billing.internal.history;

import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Subscriptions.Step;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.StepRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.kit.Isp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What stands in the books at one moment. */
record Seen(Instant now, List<SubscriptionRow> subscriptions, List<BillRow> bills, Map<Long, Long> wallets) {
    static Seen of(Isp isp) {
        return isp.db.tx().in(isp.id, em -> {
            List<SubscriptionRow> subscriptions = em.createQuery("select s from SubscriptionRow s order by s.id", SubscriptionRow.class).getResultList();
            List<BillRow> bills = em.createQuery("select b from BillRow b order by b.id", BillRow.class).getResultList();
            Map<Long, Long> wallets = em.createQuery("select w from WalletRow w where w.subscriberId is not null", WalletRow.class).getResultList().stream()
                .collect(Collectors.toMap(WalletRow::getSubscriberId, WalletRow::getBalance, Long::sum, TreeMap::new));
            return new Seen(isp.clock.instant(), subscriptions, bills, wallets);
        });
    }

    static List<Step> steps(Isp isp, long subscription) {
        return isp.db.tx().in(isp.id, em -> em.createQuery("select t from StepRow t where t.subscriptionId = ?1 order by t.id", StepRow.class).setParameter(1, subscription)
            .getResultList().stream().map(StepRow::view).toList());
    }

    SubscriptionRow subscription(long id) {
        return subscriptions.stream().filter(s -> s.getId() == id).findFirst().orElseThrow();
    }

    List<BillRow> billsOf(long subscription) {
        return bills.stream().filter(b -> b.getKind() == Bill.Kind.BILL && Long.valueOf(subscription).equals(b.getSubscriptionId())).toList();
    }

    /** All that an act which is refused must leave as it was. */
    String fingerprint() {
        StringBuilder all = new StringBuilder(wallets.toString());
        bills.forEach(b -> all.append('\n').append(b.told()).append(b.getWorthFrom()).append(b.getWorthTo()).append(b.getCreditedMinor()).append(b.isSettled()));
        subscriptions.forEach(s -> all.append('\n').append(s.told()).append(s.getPeriodFrom()).append(s.getSecondsLeft()).append(s.getHold()));
        return all.toString();
    }

    /** A bill whose money stands for time that was given. */
    static boolean gaveTime(BillRow b) {
        return !b.isDebt() && b.getState() != Bill.State.VOID && b.getWorthFrom() != null && b.getWorthTo().isAfter(b.getWorthFrom());
    }
}
