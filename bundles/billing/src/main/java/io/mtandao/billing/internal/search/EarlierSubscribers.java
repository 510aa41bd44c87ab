package io.mtandao.billing.internal.search;

import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.SubscriberRow;
import java.util.List;

/** Writes the words of subscribers from before there were any, a page in a unit of work of its own. Until all have them the search looks through the texts. */
public final class EarlierSubscribers {
    private static final int PAGE = 250;

    private EarlierSubscribers() {}

    /** @return whether there may be more */
    public static boolean spellOut(Desk d) {
        List<Long> ids = d.em().createQuery("select s.id from SubscriberRow s where s.wordRule < ?1", Long.class)
            .setParameter(1, WordBook.RULE).setMaxResults(PAGE).getResultList();
        // locked, so that nobody changes a text while its words are written
        WordBook.changed(d, d.lockedAtLeast(SubscriberRow.class, "id", ids));
        return ids.size() == PAGE;
    }
}
