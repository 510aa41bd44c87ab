package io.mtandao.billing.internal.life;

import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.SubscriptionChanged;
import io.mtandao.billing.internal.catalogue.Catalogue;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.EditionRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.SubscriptionRow.DataState;
import io.mtandao.billing.internal.entity.UsageRow;
import io.mtandao.billing.internal.rules.Speed;
import io.mtandao.billing.internal.rules.UsageRule;
import io.mtandao.billing.internal.rules.UsageRule.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a subscription's data has come to in the period that runs. Data is counted per period, so a new one begins with all of it by itself; what must be
 * lifted is only the cut or the throttle of the period before, and for few. {@link Alarms#set} asks here, since everything that moves a subscription's time
 * passes there.
 */
public final class DataMeter {
    /** Begins of periods that were bought; the rest of one at another package's price begins none. */
    private static final String BOUGHT =
        "select %s(b.worthFrom) from BillRow b where b.subscriptionId = ?1 and b.state <> ?2 and b.periodCount > 0 and b.worthFrom %s ?3";

    private DataMeter() {}

    /** Looks again at one that is cut or throttled. @return when the next period begins that is paid already and will lift it; null for none */
    static Instant look(Desk d, SubscriptionRow s) {
        if (s.getDataState() == DataState.OPEN) return null;
        judge(d, s);
        return s.getDataState() == DataState.OPEN ? null : nextPeriod(d, s);
    }

    public static Verdict verdict(Desk d, SubscriptionRow s, UsageRow u) {
        EditionRow e = new Catalogue().holding(d, s);
        PackageTerms t = e.getTerms();
        return UsageRule.judge(t.dataCap(), t.fairUse(), new Speed(e.getDownKbps(), e.getUpKbps()), u == null ? 0 : u.getUsedBytes(),
            u == null ? 0 : u.getToppedUpBytes());
    }

    /** Cuts, throttles or lifts as the data of the running period asks for, and tells the network when that is new. */
    public static void judge(Desk d, SubscriptionRow s) {
        Verdict v = verdict(d, s, running(d, s).orElse(null));
        DataState next = v.cut() ? DataState.CUT : v.throttled() ? DataState.THROTTLED : DataState.OPEN;
        int down = next == DataState.THROTTLED ? v.downKbps() : 0, up = next == DataState.THROTTLED ? v.upKbps() : 0;
        if (next == s.getDataState() && down == s.getDataDown() && up == s.getDataUp()) return;
        var before = told(s);
        s.data(next, down, up);
        Instant lifted = next == DataState.OPEN ? null : nextPeriod(d, s);
        if (lifted != null && lifted.isBefore(s.getWakeAt())) s.wakeAt(lifted);
        if (s.getState().isServed()) d.raise(new SubscriptionChanged(s.getId(), null, null));
        d.audit("subscription.data", "subscription", s.getId(), before, told(s));
    }

    private static Map<String, Object> told(SubscriptionRow s) {
        return Map.of("dataState", s.getDataState().name(), "downKbps", s.getDataDown(), "upKbps", s.getDataUp());
    }

    /** The data of the running period; empty when none was used or bought yet. */
    public static Optional<UsageRow> running(Desk d, SubscriptionRow s) {
        return d.em().createQuery("select u from UsageRow u where u.subscriptionId = ?1 and u.periodFrom = ?2", UsageRow.class)
            .setParameter(1, s.getId()).setParameter(2, periodFrom(d, s)).getResultList().stream().findFirst();
    }

    /**
     * When the running period began. One that was bought ahead does not run yet; then it is the newest of the bought ones that has begun, or the one that
     * was counted last. What was brought by an import has a time without a begin: it counts from the day it came.
     */
    public static Instant periodFrom(Desk d, SubscriptionRow s) {
        if (s.getPeriodFrom() != null && !s.getPeriodFrom().isAfter(d.now())) return s.getPeriodFrom();
        Instant bought = bought(d, s, "max", "<=");
        Instant counted = d.em().createQuery("select max(u.periodFrom) from UsageRow u where u.subscriptionId = ?1 and u.periodFrom <= ?2", Instant.class)
            .setParameter(1, s.getId()).setParameter(2, d.now()).getSingleResult();
        return Stream.of(bought, counted).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(s.getCreatedAt());
    }

    private static Instant bought(Desk d, SubscriptionRow s, String which, String when) {
        return d.em().createQuery(BOUGHT.formatted(which, when), Instant.class).setParameter(1, s.getId()).setParameter(2, Bill.State.VOID)
            .setParameter(3, d.now()).getSingleResult();
    }

    private static Instant nextPeriod(Desk d, SubscriptionRow s) {
        Instant bought = bought(d, s, "min", ">");
        Instant own = s.getPeriodFrom() != null && s.getPeriodFrom().isAfter(d.now()) ? s.getPeriodFrom() : null;
        return Stream.of(bought, own).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
    }
}
