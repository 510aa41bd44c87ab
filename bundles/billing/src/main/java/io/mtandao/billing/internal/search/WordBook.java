package io.mtandao.billing.internal.search;

import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.SearchWordRow;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.rules.SearchWords;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps the search words of subscribers in step with their text: whoever makes or changes a subscriber calls it in the same unit of work. Who forgets to
 * leaves the row marked, so that the search does without words until the hourly sweep has written them.
 */
public final class WordBook {
    /** Of {@link SearchWords}: raised when they change, so that all are written anew. */
    static final int RULE = 1;

    private WordBook() {}

    /** Of those that this unit of work has made: nothing is read. */
    public static void fresh(Desk d, SubscriberRow s) {
        SearchWords.of(s.getSearchText()).forEach(word -> d.em().persist(new SearchWordRow(s.getId(), word)));
        s.spelledOut(RULE);
    }

    /** Of those that were there before, by one query. */
    public static void changed(Desk d, Collection<SubscriberRow> rows) {
        // of those only whose row is written too: its version keeps two from doing this at once, each by its own text
        List<SubscriberRow> changed = rows.stream().filter(s -> s.getWordRule() < RULE).toList();
        if (changed.isEmpty()) return;
        changed.forEach(s -> s.spelledOut(RULE));
        d.em().flush();
        Map<Long, List<SearchWordRow>> there = d.ofIds(SearchWordRow.class, "subscriberId", changed.stream().map(SubscriberRow::getId).toList()).stream()
            .collect(Collectors.groupingBy(SearchWordRow::getSubscriberId));
        for (SubscriberRow s : changed) {
            Set<String> missing = new HashSet<>(SearchWords.of(s.getSearchText()));
            for (SearchWordRow row : there.getOrDefault(s.getId(), List.of())) if (!missing.remove(row.getWord())) d.em().remove(row);
            missing.forEach(word -> d.em().persist(new SearchWordRow(s.getId(), word)));
        }
    }

    /** Of one who goes. */
    public static void forget(Desk d, long subscriberId) {
        d.em().createQuery("delete from SearchWordRow w where w.subscriberId = ?1").setParameter(1, subscriberId).executeUpdate();
    }
}
