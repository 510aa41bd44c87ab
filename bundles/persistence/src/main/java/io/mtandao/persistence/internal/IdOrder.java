package io.mtandao.persistence.internal;

import io.mtandao.persistence.TenantEntity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.internal.sessions.ObjectChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkChangeSet;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * New rows of a table are written in the order of their ids, which is the order in which they were made. EclipseLink itself keeps them by identity, so in none: a
 * batch of 500 then goes into each index criss-cross, where it could be added to its end (three times the time on Derby), and what belongs together lies apart.
 */
final class IdOrder extends SessionEventAdapter {
    @Override
    public void postCalculateUnitOfWorkChangeSet(SessionEvent event) {
        UnitOfWorkChangeSet changes = (UnitOfWorkChangeSet) event.getProperty("UnitOfWorkChangeSet");
        changes.getNewObjectChangeSets().replaceAll((type, rows) -> rows.size() > 1 && TenantEntity.class.isAssignableFrom(type) ? new ById(rows) : rows);
    }

    /** As the map it stands for, but with its values in order. */
    private static final class ById extends IdentityHashMap<ObjectChangeSet, ObjectChangeSet> {
        private static final long serialVersionUID = 1;

        ById(Map<ObjectChangeSet, ObjectChangeSet> rows) {
            super(rows);
        }

        @Override
        public Collection<ObjectChangeSet> values() {
            List<ObjectChangeSet> rows = new ArrayList<>(super.values());
            rows.sort(Comparator.comparing(ById::id, Comparator.nullsLast(Comparator.naturalOrder())));
            return rows;
        }

        private static Long id(ObjectChangeSet row) {
            return ((TenantEntity) row.getUnitOfWorkClone()).getId();
        }
    }
}
