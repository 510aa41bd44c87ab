package io.mtandao.ui.kit;

import com.vaadin.flow.data.provider.AbstractBackEndDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Brings a grid, which asks by offset, together with a service that pages by key: it remembers at which offset each known cursor stands, begins
 * at the nearest one before the offset asked for, and walks from there in the largest steps. Scrolling down costs one page per page; a jump far
 * down costs one call per {@value ListQuery#MOST} rows, once.
 */
public final class KeysetDataProvider<T> extends AbstractBackEndDataProvider<T, Void> {
    private static final long serialVersionUID = 1;
    private final transient Function<ListQuery, Page<T>> list;
    private final transient ToLongFunction<ListQuery> count;
    private final transient Function<T, Object> key;
    private final TreeMap<Integer, String> cursors = new TreeMap<>();
    private String search;
    private Map<String, String> filters = Map.of();
    private String sort;

    /** @param count null when the service counts nothing: then the grid finds the end by scrolling */
    public KeysetDataProvider(Function<ListQuery, Page<T>> list, ToLongFunction<ListQuery> count, Function<T, Object> key) {
        this.list = list;
        this.count = count;
        this.key = key;
    }

    public boolean counts() {
        return count != null;
    }

    public void filter(String search, Map<String, String> filters) {
        this.search = search == null || search.isBlank() ? null : search.trim();
        this.filters = filters;
        refreshAll();
    }

    /** The question without its place, for counts and exports. */
    public ListQuery question() {
        return new ListQuery(search, filters, sort, ListQuery.MOST, null);
    }

    @Override
    public void refreshAll() {
        cursors.clear();
        super.refreshAll();
    }

    @Override
    protected Stream<T> fetchFromBackEnd(Query<T, Void> query) {
        sorted(query.getSortOrders());
        int offset = query.getOffset();
        int limit = query.getLimit();
        var from = cursors.floorEntry(offset);
        int at = from == null ? 0 : from.getKey();
        String cursor = from == null ? null : from.getValue();
        List<T> out = new ArrayList<>();
        while (out.size() < limit) {
            int wanted = Math.min(ListQuery.MOST, offset + limit - at);
            Page<T> page = list.apply(new ListQuery(search, filters, sort, wanted, cursor));
            int skip = Math.min(page.items().size(), Math.max(0, offset - at));
            out.addAll(page.items().subList(skip, Math.min(page.items().size(), skip + limit - out.size())));
            at += page.items().size();
            cursor = page.next();
            if (cursor == null) break;
            cursors.put(at, cursor);
        }
        return out.stream();
    }

    private void sorted(List<QuerySortOrder> orders) {
        String now = orders.isEmpty() ? null : (orders.get(0).getDirection() == SortDirection.DESCENDING ? "-" : "") + orders.get(0).getSorted();
        if (java.util.Objects.equals(now, sort)) return;
        sort = now;
        cursors.clear();
    }

    @Override
    protected int sizeInBackEnd(Query<T, Void> query) {
        if (count == null) throw new IllegalStateException("not counted");
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, count.applyAsLong(question())));
    }

    @Override
    public Object getId(T item) {
        return key.apply(item);
    }
}
