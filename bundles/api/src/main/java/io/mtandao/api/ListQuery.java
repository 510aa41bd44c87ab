package io.mtandao.api;

import java.util.Map;

/**
 * What to list: free text, filters by name, order, and where to go on.
 *
 * @param search free text, may be null
 * @param filters by field name as the service documents them; unknown names are {@link Invalid}
 * @param sort a field name, with a leading '-' for descending; null for the service's own order (newest first)
 * @param limit 1 to 500
 * @param cursor {@link Page#next()} of the page before, or null for the first page
 */
public record ListQuery(String search, Map<String, String> filters, String sort, int limit, String cursor) {
    public static final int MOST = 500;

    public ListQuery {
        filters = filters == null ? Map.of() : Map.copyOf(filters);
        if (limit < 1 || limit > MOST) throw Invalid.field("limit", "from 1 to " + MOST);
        if (search != null && search.isBlank()) search = null;
    }

    public static ListQuery first(int limit) {
        return new ListQuery(null, Map.of(), null, limit, null);
    }

    public static ListQuery where(String field, String value) {
        return new ListQuery(null, Map.of(field, value), null, 50, null);
    }

    public ListQuery after(String cursor) {
        return new ListQuery(search, filters, sort, limit, cursor);
    }

    public ListQuery withLimit(int limit) {
        return new ListQuery(search, filters, sort, limit, cursor);
    }
}
