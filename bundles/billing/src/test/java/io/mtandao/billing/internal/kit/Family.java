package io.mtandao.billing.internal.kit;

import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscriber.Details;
import io.mtandao.api.billing.Subscribers.Draft;

/** Sentences about those who pay for others. */
public final class Family {
    private Family() {}

    public static Draft paidBy(String name, Long payer) {
        return new Draft(name, null, null, null, null, null, new Details(null, null, null, null, null, null, null, payer, null));
    }

    public static Subscriber child(Isp isp, Subscriber parent) {
        return isp.subscribers.create(isp.owner, paidBy("Child", parent.id()));
    }

    /** From now on the other pays; null for the own wallet. */
    public static Subscriber give(Isp isp, Subscriber s, Subscriber payer) {
        Subscriber now = isp.subscribers.get(isp.owner, s.id());
        return isp.subscribers.update(isp.owner, s.id(), now.version(), paidBy(now.name(), payer == null ? null : payer.id()));
    }

    /** What is in the very wallet of this subscriber, whoever pays; minor units. */
    public static long own(Isp isp, Subscriber s) {
        return isp.db.tx().in(isp.id, em -> em.createQuery("select w.balance from WalletRow w where w.subscriberId = ?1", Long.class)
            .setParameter(1, s.id()).getSingleResult());
    }
}
