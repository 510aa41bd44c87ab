package io.mtandao.billing.internal.subscriber;

import io.mtandao.persistence.Listing.Where;
import java.util.Set;
import java.util.TreeSet;

/** Those in debt: the wallet that pays is below zero, the payer's, or without one the own. */
final class Owing {
    /** Up to so many are named one by one. More of them are found soon by looking through all in the order of the list. */
    private static final int FEW = 500;
    private static final String PAYER_OWES = "exists (select w.id from WalletRow w where w.subscriberId = e.payerId and w.owing = ?)";
    private static final String OWES = "(" + PAYER_OWES
        + " or e.payerId is null and exists (select w.id from WalletRow w where w.subscriberId = e.id and w.owing = ?))";

    private Owing() {}

    static void narrow(boolean owing, Where where) {
        if (!owing) {
            where.and("not " + OWES, 1, 1);
            return;
        }
        Set<Long> named = new TreeSet<>(where.ids(FEW + 1, "select w.subscriberId from WalletRow w where w.owing = ? and w.subscriberId > ?", 1, 0L));
        if (named.size() <= FEW)
            named.addAll(where.ids(FEW + 1, "select x.id from SubscriberRow x, WalletRow w where w.owing = ? and x.payerId = w.subscriberId", 1));
        if (named.size() > FEW) where.and(OWES, 1, 1);
        else where.oneOf("e.id", named).and("e.payerId is null or " + PAYER_OWES, 1);
    }
}
