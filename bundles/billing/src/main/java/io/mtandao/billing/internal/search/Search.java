package io.mtandao.billing.internal.search;

import io.mtandao.billing.internal.rules.SearchWords;
import io.mtandao.persistence.Listing.Where;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds subscribers, and what is theirs, by what was typed: by the beginnings of words and of user names, and anywhere in them only when these mean nobody of
 * the ISP.
 *
 * <p>Whom an index finds is named to the list as long as they are few: given a condition instead, a database looks at everybody. A list of many is soon full in
 * whatever order it is read.
 */
public final class Search {
    private static final int SHORTEST_ANYWHERE = 3;
    private final String typed;
    private final Where where;

    private Search(String typed, Where where) {
        this.typed = typed.strip();
        this.where = where;
    }

    public static void subscribers(String typed, Where where) {
        Search s = new Search(typed, where);
        s.narrow(way -> {
            Found found = s.subscribersBy(way);
            return found.isNone() ? null : found.among("e.id", meant(way, "e.id"));
        });
    }

    public static void subscriptions(String typed, Where where) {
        Search s = new Search(typed, where);
        s.narrow(way -> {
            Found found = s.subscriptionsBy(way);
            return found.isNone() ? null : found.among("e.id", way.subscriber("e.subscriberId").within("(", ")").or(way.user("e.pppoeKey")));
        });
    }

    /** @param numbers with which the number of a bill may begin that is meant */
    public static void bills(String typed, Collection<String> numbers, Where where) {
        Search s = new Search(typed, where);
        s.narrow(way -> {
            Found theirs = s.subscribersBy(way), numbered = Found.NONE;
            List<Clause> parts = new ArrayList<>();
            if (!theirs.isNone()) parts.add(theirs.among("e.subscriberId", meant(way, "e.subscriberId")));
            for (Clause number : way.numbers("b.number", numbers)) numbered = numbered.and(s.found("select b.id from BillRow b where ", number));
            if (!numbered.isNone()) parts.add(numbered.among("e.id", way.numbers("e.number", numbers).stream().reduce(Clause::or).orElseThrow()));
            return parts.stream().reduce(Clause::or).orElse(null);
        });
    }

    /** @param by null for nobody */
    private void narrow(Function<Way, Clause> by) {
        for (Way way : ways()) {
            Clause found = by.apply(way);
            if (found == null) continue;
            found.narrow(where);
            return;
        }
        where.oneOf("e.id", Set.of());
    }

    private List<Way> ways() {
        List<String> words = SearchWords.typed(typed);
        boolean inStep = where.ids(1, "select x.id from SubscriberRow x where x.wordRule < ?", WordBook.RULE).isEmpty();
        List<Way> ways = new ArrayList<>();
        if (inStep && !words.isEmpty()) ways.add(new Way.Beginnings(typed, words));
        if (ways.isEmpty() || typed.length() >= SHORTEST_ANYWHERE) ways.add(new Way.Anywhere(typed));
        return ways;
    }

    private Found subscribersBy(Way way) {
        Found found = way.subscribers(where);
        return found.isMany() ? found : found.and(found("select s.subscriberId from SubscriptionRow s where ", way.user("s.pppoeKey")));
    }

    private Found subscriptionsBy(Way way) {
        Found theirs = way.subscribers(where);
        if (theirs.isMany()) return theirs;
        Found found = found("select s.id from SubscriptionRow s where ", way.user("s.pppoeKey"));
        return theirs.isNone() ? found : found.and(found("select s.id from SubscriptionRow s where ", Found.among("s.subscriberId", theirs.ids())));
    }

    private Found found(String select, Clause condition) {
        return Found.by(condition.within(select, ""), where);
    }

    /** The subscriber himself, or one of his user names. */
    private static Clause meant(Way way, String id) {
        return way.subscriber(id).within("(", ")")
            .or(way.user("s.pppoeKey").within("exists (select s.id from SubscriptionRow s where s.subscriberId = " + id + " and ", ")"));
    }
}
