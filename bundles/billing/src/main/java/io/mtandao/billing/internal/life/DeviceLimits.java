package io.mtandao.billing.internal.life;

import io.mtandao.api.billing.SubscriptionChanged;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How many devices may be on at once, where periods were bought with a limit of their own (vouchers): it holds for the time that the period's bill stands
 * for, and no longer. {@link Alarms#set} asks here, since everything that moves a subscription's time passes there; few have such a period.
 */
final class DeviceLimits {
    private DeviceLimits() {}

    /** @return when it may change next; null for never */
    static Instant look(Desk d, SubscriptionRow s) {
        if (!s.hasLimitsBought()) return null;
        List<BillRow> limited = d.em().createQuery("select b from BillRow b where b.subscriptionId = ?1 and b.settled = ?2 and b.worthTo > ?3 and b.deviceLimit > 0"
            + " order by b.worthFrom, b.id", BillRow.class).setParameter(1, s.getId()).setParameter(2, false).setParameter(3, d.now()).getResultList();
        BillRow first = limited.isEmpty() ? null : limited.get(0);
        boolean runs = first != null && !first.getWorthFrom().isAfter(d.now());
        int was = s.getDeviceLimit(), now = runs ? first.getDeviceLimit() : 0;
        s.limitDevices(now, first != null);
        if (was != now) {
            if (s.getState().isServed()) d.raise(new SubscriptionChanged(s.getId(), null, null));
            d.audit("subscription.devices", "subscription", s.getId(), Map.of("deviceLimit", was), Map.of("deviceLimit", now));
        }
        // while it is not served its time stands still, or is over
        if (first == null || !s.getState().isServed()) return null;
        return runs ? first.getWorthTo() : first.getWorthFrom();
    }
}
