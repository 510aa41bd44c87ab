package io.mtandao.persistence;

import io.mtandao.persistence.internal.DatabaseFault;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;

/**
 * Thrown inside a unit of work that looked for a row, found none, made it, and was refused by the unique key: somebody else made the same row at the same
 * moment. On PostgreSQL the transaction is then lost whatever one does, so the outermost unit is rolled back and repeated; the second time it finds the row.
 */
public final class LostRace extends RuntimeException {
    private static final long serialVersionUID = 1;

    private LostRace(Throwable refused) {
        super("somebody else made this row at the same moment", refused);
    }

    /**
     * Writes a row that was just looked for and not found (the query has flushed what else was pending, so the refusal is about this row).
     *
     * @throws LostRace when its unique key is taken; leave it to {@link TenantTx}
     */
    public static <E extends TenantEntity> E made(EntityManager em, E row) {
        try {
            em.persist(row);
            em.flush();
            return row;
        } catch (PersistenceException e) {
            if (DatabaseFault.isDuplicate(DatabaseFault.state(e))) throw new LostRace(e);
            throw e;
        }
    }
}
