package io.mtandao.persistence;

import javax.persistence.EntityManager;
import org.eclipse.persistence.sessions.UnitOfWork;
import org.eclipse.persistence.sessions.UnitOfWork.CommitOrderType;

/** Many rows in few calls to the database. */
public final class Batches {
    private Batches() {}

    /**
     * Rows of one table whose same columns have changed are written together, instead of all in the order of their ids: a batch ends where the statement
     * changes, and with two kinds in turn each row would be one. Only for a unit of work that holds the locks of all that it changes, since the order of ids is
     * what keeps two others from waiting for each other.
     */
    public static void alike(EntityManager em) {
        em.unwrap(UnitOfWork.class).setCommitOrder(CommitOrderType.CHANGES);
    }
}
