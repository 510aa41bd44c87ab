package io.mtandao.billing.internal.search;

import io.mtandao.billing.internal.rules.SearchTerms;
import io.mtandao.billing.internal.rules.SearchWords;
import io.mtandao.persistence.Listing.Where;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** A way to understand what was typed: which subscribers are meant by it, and which user names. */
interface Way {
    /** The subscribers whose text is meant. */
    Found subscribers(Where where);

    /** A condition: the text of the subscriber is meant whose id the attribute holds. */
    Clause subscriber(String id);

    /** A condition: the attribute is a user name that is meant. */
    Clause user(String name);

    /** Conditions of which one must hold: the attribute is a number that is meant. @param beginnings of such numbers, if any */
    List<Clause> numbers(String number, Collection<String> beginnings);

    /** Each word that was typed begins one of a subscriber's words; or all that was typed begins a user name. @param words at least one */
    record Beginnings(String typed, List<String> words) implements Way {
        /**
         * Begins with a word that means few, if there is one, and looks at the text of these for the others: a database that has prepared the question for words of
         * any kind does not know which is rare, and may look at all whom a common one means.
         */
        @Override
        public Found subscribers(Where where) {
            for (String word : words) {
                Found found = Found.by(begins("w.word", word).within("select w.subscriberId from SearchWordRow w where ", ""), where);
                if (!found.isMany()) return found.isNone() || words.size() == 1 ? found : ofAll(found, where);
            }
            return words.size() == 1 ? Found.MANY : Found.by(together(), where);
        }

        private Found ofAll(Found some, Where where) {
            Clause texts = Found.among("x.id", some.ids()).within("select x.id, x.searchText from SubscriberRow x where ", "");
            Set<Long> meant = new TreeSet<>();
            for (Object[] row : where.asked(Object[].class, some.ids().size(), texts.jpql(), texts.values().toArray()))
                if (SearchWords.begin((String) row[1], words)) meant.add((Long) row[0]);
            return new Found(meant);
        }

        private Clause together() {
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
        public Found subscribers(Where where) {
            // the order has PostgreSQL read along the ISP's own part of an index, for which a prepared statement would else not know the ISP to be small
            return Found.by(like("x.searchText").within("select x.id from SubscriberRow x where ", " order by x.id"), where);
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
