package io.mtandao.extension.internal;

import io.mtandao.extension.internal.entity.PluginRow;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;

/** The queries on a tenant's plugins; all inside a unit of work. */
public final class PluginTable {
    private PluginTable() {}

    public static Optional<PluginRow> find(EntityManager em, String pluginId) {
        return em.createQuery("select e from PluginRow e where e.pluginId = ?1", PluginRow.class).setParameter(1, pluginId).getResultStream().findFirst();
    }

    /** In the tenant's order. */
    public static List<PluginRow> all(EntityManager em) {
        return em.createQuery("select e from PluginRow e order by e.place, e.id", PluginRow.class).getResultList();
    }

    public static List<PluginRow> enabled(EntityManager em, PluginKind kind) {
        return em.createQuery("select e from PluginRow e where e.kind = ?1 and e.enabled = ?2 order by e.place, e.id", PluginRow.class)
            .setParameter(1, kind.code()).setParameter(2, true).getResultList();
    }
}
