package io.mtandao.billing.internal.search;

import io.mtandao.billing.internal.rules.SearchTerms;
import io.mtandao.billing.internal.rules.SearchWords;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** A way to understand what was typed: which subscribers are meant by it, and which user names. */
interface Way {
    /** Selects the ids of the subscribers whose text is meant. */
    Clause subscribers();

    /** A condition: the text of the subscriber is meant whose id the attribute holds. */
    Clause subscriber(String id);

    /** A condition: the attribute is a user name that is meant. */
    Clause user(String name);

    /** Conditions of which one must hold: the attribute is a number that is meant. @param beginnings of such numbers, if any */
    List<Clause> numbers(String number, Collection<String> beginnings);

    /** Each word that was typed begins one of a subscriber's words; or all that was typed begins a user name. @param words at least one */
    record Beginnings(String typed, List<String> words) implements Way {
        @Override
        public Clause subscribers() {
            Clause all = begins("w0.word", words.get(0));
            StringBuilder from = new StringBuilder("SearchWordRow w0");
            for (int i = 1; i < words.size(); i++) {
                from.append(", SearchWordRow w").append(i);
                all = all.and(begins("w" + i + ".word", words.get(i)).within("w" + i + ".subscriberId = w0.subscriberId and ", ""));
            }
            return all.within("select w0.subscriberId from " + from + " where ", "");
        }

        @Override
        public Clause subscriber(String id) {
            String exists = "exists (select w.id from SearchWordRow w where w.subscriberId = " + id + " and ";
            return words.stream().map(word -> begins("w.word", word).within(exists, ")")).reduce(Clause::and).orElseThrow();
        }

        @Override
        public Clause user(String name) {
            return begins(name, typed.toLowerCase(Locale.ROOT));
        }

        @Override
        public List<Clause> numbers(String number, Collection<String> beginnings) {
            return beginnings.stream().map(b -> begins(number, b)).toList();
        }
    }

    /** All that was typed stands anywhere in a subscriber's text, or in a user name. */
    record Anywhere(String typed) implements Way {
        @Override
        public Clause subscribers() {
            // the order has PostgreSQL read along the ISP's own part of an index, for which a prepared statement would else not know the ISP to be small
            return like("x.searchText").within("select x.id from SubscriberRow x where ", " order by x.id");
        }

        @Override
        public Clause subscriber(String id) {
            return like("x.searchText").within("exists (select x.id from SubscriberRow x where x.id = " + id + " and ", ")");
        }

        @Override
        public Clause user(String name) {
            return like(name);
        }

        @Override
        public List<Clause> numbers(String number, Collection<String> beginnings) {
            return List.of(like("lower(" + number + ")"));
        }

        private Clause like(String attribute) {
            return SearchTerms.of(typed).stream().map(term -> Clause.of(attribute + " like ? escape '!'", term)).reduce(Clause::and).orElseThrow();
        }
    }

    /** By a range, which every index is good for. */
    static Clause begins(String attribute, String beginning) {
        return Clause.of(attribute + " >= ? and " + attribute + " < ?", beginning, SearchWords.after(beginning));
    }
}
