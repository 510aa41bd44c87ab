package io.mtandao.tenant.internal.operator;

import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.api.TenantId;
import io.mtandao.api.tenant.Operators.State;
import io.mtandao.tenant.internal.entity.IspRow;
import io.mtandao.tenant.internal.rule.LikeText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;

/** The operator's list of ISPs, newest first, paged by key. {@link io.mtandao.persistence.Listing} is for tenants' rows; this is the one list of tenants. */
final class IspList {
    private IspList() {}

    /** Where a page ended. */
    private record Cursor(Instant createdAt, String id) {
        String text() {
            return Base64.getUrlEncoder().withoutPadding().encodeToString((createdAt + " " + id).getBytes(StandardCharsets.UTF_8));
        }

        static Cursor of(String text) {
            try {
                String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ");
                return new Cursor(Instant.parse(parts[0]), new TenantId(parts[1]).value());
            } catch (RuntimeException e) {
                throw Invalid.field("cursor", "not one that a list gave");
            }
        }
    }

    static Page<IspRow> page(EntityManager em, ListQuery query) {
        List<String> where = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        query.filters().forEach((name, value) -> {
            if (!name.equals("state")) throw Invalid.field(name, "no such filter; there are: state");
            add(where, values, "e.state = #", state(value).name());
        });
        if (query.search() != null) {
            String like = LikeText.containing(query.search().strip());
            add(where, values, "(lower(e.name) like # escape '!' or e.slug like # escape '!')", like, like);
        }
        if (query.sort() != null && !query.sort().equals("-createdAt")) throw Invalid.field("sort", "one of -createdAt");
        if (query.cursor() != null) {
            Cursor c = Cursor.of(query.cursor());
            add(where, values, "(e.createdAt < # or (e.createdAt = # and e.id < #))", c.createdAt(), c.createdAt(), c.id());
        }
        String conditions = where.isEmpty() ? "" : " where " + String.join(" and ", where);
        TypedQuery<IspRow> q = em.createQuery("select e from IspRow e" + conditions + " order by e.createdAt desc, e.id desc", IspRow.class);
        for (int i = 0; i < values.size(); i++) q.setParameter(i + 1, values.get(i));
        List<IspRow> rows = q.setMaxResults(query.limit() + 1).getResultList();
        if (rows.size() <= query.limit()) return new Page<>(rows, null);
        List<IspRow> shown = rows.subList(0, query.limit());
        IspRow last = shown.get(shown.size() - 1);
        return new Page<>(shown, new Cursor(last.getCreatedAt(), last.getId()).text());
    }

    /** @param condition with a '#' for each value */
    private static void add(List<String> where, List<Object> values, String condition, Object... given) {
        String text = condition;
        for (Object value : given) {
            values.add(value);
            text = text.replaceFirst("#", "?" + values.size());
        }
        where.add(text);
    }

    private static State state(String text) {
        return Arrays.stream(State.values()).filter(s -> s.name().equalsIgnoreCase(text)).findFirst()
                .orElseThrow(() -> Invalid.field("state", "active or suspended"));
    }
}
