package io.mtandao.rest.internal.edge;

import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Role;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The query parameters of one request, checked against what the operation declares: unknown, doubled and malformed ones are refused. Values are
 * kept in the services' spelling (enums by their Java name, roles by their code).
 */
public final class Params {
    private static final int LIMIT = 50;
    private static final List<String> PAGING = List.of("limit", "cursor");
    private final Map<String, String> own;
    private final Map<String, String> paging;

    private Params(Map<String, String> own, Map<String, String> paging) {
        this.own = own;
        this.paging = paging;
    }

    /** @throws Invalid naming every parameter that is wrong */
    public static Params of(Method operation, MultivaluedMap<String, String> given) {
        Map<String, Query> declared = new LinkedHashMap<>();
        for (Query q : operation.getAnnotationsByType(Query.class)) declared.put(q.value(), q);
        List<String> listing = listing(operation.getAnnotation(Lists.class));
        Map<String, String> own = new LinkedHashMap<>(), paging = new LinkedHashMap<>();
        Invalid.Check check = new Invalid.Check();
        given.forEach((name, values) -> {
            check.that(values.size() == 1, name, "only once").that(values.get(0).indexOf('\0') < 0, name, "must be without NUL");
            if (listing.contains(name)) paging.put(name, values.get(0));
            else if (declared.containsKey(name)) keep(declared.get(name), values.get(0), own, check);
            else check.that(false, name, "no such parameter; there are: " + known(declared, listing));
        });
        declared.values().forEach(q -> check.that(!q.needed() || given.containsKey(q.value()), q.value(), "must be given"));
        if (paging.containsKey("limit")) check.that(isLimit(paging.get("limit")), "limit", "from 1 to " + ListQuery.MOST);
        if (paging.containsKey("sort")) inspectSort(operation.getAnnotation(Lists.class).sorts(), paging.get("sort"), check);
        check.orThrow();
        return new Params(own, paging);
    }

    /** The names that a list takes besides its filters. */
    public static List<String> listing(Lists lists) {
        if (lists == null) return List.of();
        List<String> names = new ArrayList<>(PAGING);
        if (!lists.search().isEmpty()) names.add("q");
        if (lists.sorts().length > 0) names.add("sort");
        return names;
    }

    public ListQuery list() {
        return new ListQuery(paging.get("q"), own, paging.get("sort"), Integer.parseInt(paging.getOrDefault("limit", "" + LIMIT)), paging.get("cursor"));
    }

    /** With these filters only; the operation reads the other parameters itself. */
    public ListQuery listBy(String... filters) {
        ListQuery all = list();
        return new ListQuery(all.search(), only(filters), all.sort(), all.limit(), all.cursor());
    }

    /** Those of these that were given. */
    public Map<String, String> only(String... names) {
        Map<String, String> found = new LinkedHashMap<>(own);
        found.keySet().retainAll(List.of(names));
        return found;
    }

    public String text(String name) {
        return own.get(name);
    }

    public Long number(String name) {
        return own.containsKey(name) ? Long.valueOf(own.get(name)) : null;
    }

    public Instant time(String name) {
        return own.containsKey(name) ? Instant.parse(own.get(name)) : null;
    }

    public LocalDate day(String name) {
        return own.containsKey(name) ? LocalDate.parse(own.get(name)) : null;
    }

    public boolean flag(String name) {
        return Boolean.parseBoolean(own.get(name));
    }

    public <E extends Enum<E>> E word(String name, Class<E> type) {
        return own.containsKey(name) ? Enum.valueOf(type, own.get(name)) : null;
    }

    private static void keep(Query query, String text, Map<String, String> own, Invalid.Check check) {
        canonical(query.type(), text).ifPresentOrElse(value -> own.put(query.value(), value), () -> check.that(false, query.value(), kind(query.type())));
    }

    private static boolean isLimit(String text) {
        return text.matches("[1-9]\\d{0,2}") && Integer.parseInt(text) <= ListQuery.MOST;
    }

    private static void inspectSort(String[] sorts, String sort, Invalid.Check check) {
        boolean known = Arrays.asList(sorts).contains(sort.startsWith("-") ? sort.substring(1) : sort);
        check.that(known, "sort", "one of " + String.join(", ", sorts) + ", with '-' before it for descending");
    }

    private static String known(Map<String, Query> declared, List<String> listing) {
        List<String> all = new ArrayList<>(declared.keySet());
        all.addAll(listing);
        return all.isEmpty() ? "none" : String.join(", ", all);
    }

    private static Optional<String> canonical(Class<?> type, String text) {
        if (type.isEnum()) return Words.constant(type, text).map(c -> c instanceof Role ? text : ((Enum<?>) c).name());
        if (type == Boolean.class) return Optional.of(text).filter(t -> t.equals("true") || t.equals("false"));
        if (type == Long.class) return Optional.of(text).filter(t -> t.matches("\\d{1,18}"));
        if (type == Instant.class) return parsed(Moments::instant, text);
        if (type == LocalDate.class) return parsed(Moments::day, text);
        return Optional.of(text).filter(t -> !t.isBlank());
    }

    private static Optional<String> parsed(Function<String, ?> parser, String text) {
        try {
            return Optional.of(parser.apply(text).toString());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String kind(Class<?> type) {
        if (type.isEnum()) return Words.oneOf(type);
        if (type == Boolean.class) return "must be true or false";
        if (type == Long.class) return "must be a whole number";
        return type == Instant.class || type == LocalDate.class ? Moments.wanted(type) : "must be given";
    }
}
