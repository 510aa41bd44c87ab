package io.mtandao.ui.fake;

import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import java.util.List;
import java.util.function.Predicate;

/** Pages by key over a list in memory; the cursor is the place. */
final class Lists {
    private Lists() {}

    static <T> Page<T> page(List<T> all, ListQuery q, Predicate<T> filter) {
        List<T> of = all.stream().filter(filter).toList();
        int from = q.cursor() == null ? 0 : Integer.parseInt(q.cursor().substring(1));
        int to = Math.min(of.size(), from + q.limit());
        return new Page<>(of.subList(Math.min(from, to), to), to < of.size() ? "c" + to : null);
    }

    static boolean has(String search, Object... in) {
        if (search == null) return true;
        for (Object o : in) if (o != null && o.toString().toLowerCase(java.util.Locale.ROOT).contains(search.toLowerCase(java.util.Locale.ROOT))) return true;
        return false;
    }

    static boolean is(ListQuery q, String filter, Object value) {
        String wanted = q.filters().get(filter);
        return wanted == null || wanted.replace('-', '_').equalsIgnoreCase(String.valueOf(value));
    }
}
