package io.mtandao.persistence.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.eclipse.persistence.exceptions.OptimisticLockException;
import org.eclipse.persistence.internal.databaseaccess.DatabaseAccessor;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.internal.databaseaccess.ParameterizedSQLBatchWritingMechanism;
import org.eclipse.persistence.internal.sessions.AbstractSession;

/** Writes a batch of like rows in one statement ({@link ArrayStatement}); what cannot be written so goes as EclipseLink sends it, row by row. PostgreSQL only. */
final class ArrayBatches extends ParameterizedSQLBatchWritingMechanism {
    private static final long serialVersionUID = 1;
    /** Fewer rows are sent as they are: to make arrays of them gains nothing. */
    private static final int FEW = 10;
    /** By statement of one row, as many as there are in the code. */
    private static final Map<String, Optional<ArrayStatement>> STATEMENTS = new ConcurrentHashMap<>();
    private final transient BooleanSupplier locked;

    /** @param locked whether the unit of work holds the locks of all rows that it changes: in one statement the database decides in which order they are changed */
    ArrayBatches(DatabaseAccessor accessor, BooleanSupplier locked) {
        super(accessor);
        this.locked = locked;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void executeBatchedStatements(AbstractSession session) {
        DatabaseCall call = previousCall;
        List<List> rows = parameters;
        ArrayStatement statement = rows.size() < FEW ? null : statement(session, call);
        Object[][] arrays = statement == null || statement.isUpdate() && !locked.getAsBoolean() ? null : statement.arrays(rows);
        if (arrays == null) {
            super.executeBatchedStatements(session);
            return;
        }
        clear();
        if (asked(session, call, c -> statement.write(c, arrays)) != rows.size() && call.hasOptimisticLock()) throw OptimisticLockException.batchStatementExecutionFailure();
    }

    private ArrayStatement statement(AbstractSession session, DatabaseCall call) {
        Optional<ArrayStatement> known = STATEMENTS.get(call.getSQLString());
        if (known == null) {
            known = Optional.ofNullable(asked(session, call, c -> ArrayStatement.of(call.getSQLString(), c)));
            STATEMENTS.put(call.getSQLString(), known);
        }
        return known.orElse(null);
    }

    private interface Asked<R> {
        R of(Connection c) throws SQLException;
    }

    /** With the database's faults as EclipseLink tells of them. */
    private <R> R asked(AbstractSession session, DatabaseCall call, Asked<R> asked) {
        try {
            return asked.of(databaseAccessor.getConnection());
        } catch (SQLException e) {
            RuntimeException lost = databaseAccessor.processExceptionForCommError(session, e, call);
            throw lost == null ? DatabaseException.sqlException(e, databaseAccessor, session, false) : lost;
        }
    }
}
