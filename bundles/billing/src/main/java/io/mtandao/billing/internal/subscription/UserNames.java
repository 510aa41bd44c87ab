package io.mtandao.billing.internal.subscription;

import io.mtandao.api.Conflict;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.rules.PppoeName;
import java.util.Objects;

/** PPPoE user names are unique on a router; one that is not on a router yet must be free on all of the ISP's. */
public final class UserNames {
    private UserNames() {}

    /** @param self the subscription that wants the name, or null for a new one */
    static void requireFree(Desk d, String user, Long routerId, Long self) {
        boolean taken = d.em().createQuery("select s from SubscriptionRow s where s.pppoeLive = ?1", SubscriptionRow.class)
            .setParameter(1, PppoeName.key(user)).getResultList().stream()
            .anyMatch(s -> !s.getId().equals(self) && clash(s.getRouterId(), routerId));
        if (taken) throw new Conflict("the PPPoE user " + user + " is taken");
    }

    public static boolean clash(Long oneRouter, Long otherRouter) {
        return oneRouter == null || otherRouter == null || Objects.equals(oneRouter, otherRouter);
    }
}
