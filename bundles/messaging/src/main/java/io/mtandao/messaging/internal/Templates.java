package io.mtandao.messaging.internal;

import io.mtandao.messaging.internal.entity.TemplateRow;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;

/**
 * An ISP's words for every occasion: its own where it has saved them, else those that all ISPs start with, in its language. So an occasion that comes with a
 * new version of the platform has words at every ISP from its first day.
 */
final class Templates {
    private Templates() {}

    /** A row that is not stored (id null, version 0) when the ISP has saved none. */
    static TemplateRow of(EntityManager em, Occasion occasion, String language) {
        List<TemplateRow> found = em.createQuery("select t from TemplateRow t where t.event = ?1", TemplateRow.class)
            .setParameter(1, occasion.code()).getResultList();
        return found.isEmpty() ? starting(occasion, language) : found.get(0);
    }

    static List<TemplateRow> all(EntityManager em, String language) {
        Map<String, TemplateRow> saved = em.createQuery("select t from TemplateRow t", TemplateRow.class).getResultList().stream()
            .collect(Collectors.toMap(TemplateRow::getEvent, Function.identity()));
        return Arrays.stream(Occasion.values()).map(o -> saved.containsKey(o.code()) ? saved.get(o.code()) : starting(o, language)).toList();
    }

    private static TemplateRow starting(Occasion occasion, String language) {
        return new TemplateRow(occasion.code(), occasion.start(language));
    }
}
