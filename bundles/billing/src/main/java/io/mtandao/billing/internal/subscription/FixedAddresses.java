package io.mtandao.billing.internal.subscription;

import io.mtandao.api.Conflict;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.SubscriptionRow;

/** As {@link UserNames}, for the addresses of services that have a fixed one: two of one address would take the traffic from each other. */
final class FixedAddresses {
    private FixedAddresses() {}

    /** @param ip may be null @param self the subscription that wants the address, or null for a new one */
    static void requireFree(Desk d, String ip, Long routerId, Long self) {
        if (ip == null) return;
        boolean taken = d.em().createQuery("select s from SubscriptionRow s where s.ipAddress = ?1 and s.state <> ?2", SubscriptionRow.class)
            .setParameter(1, ip).setParameter(2, SubscriptionState.CANCELLED).getResultList().stream()
            .anyMatch(s -> !s.getId().equals(self) && UserNames.clash(s.getRouterId(), routerId));
        if (taken) throw new Conflict("the address " + ip + " is another subscription's");
    }
}
