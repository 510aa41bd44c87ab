package io.mtandao.persistence.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.ChangeLogParameters;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DatabaseChangelogCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.core.DerbyDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockService;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the schema to the state that the bundles' changelogs describe, then (PostgreSQL) puts row-level security and grants on every table. */
public final class Migration {
    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);
    /** "mtandao" in letters of a telephone's keys. */
    private static final long ONE_AT_A_TIME = 6_826_326L;
    private final DataSource owner;
    private final ResourceAccessor resources;

    public Migration(DataSource owner, ResourceAccessor resources) {
        this.owner = owner;
        this.resources = resources;
    }

    /** @param appRole the role that the application works as on PostgreSQL; unused on Derby */
    public void run(String changelog, String appRole) throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(Liquibase.class.getClassLoader());
        try (Connection c = owner.getConnection()) {
            boolean postgres = c.getMetaData().getDatabaseProductName().equals("PostgreSQL");
            Map<String, Object> scope = new HashMap<>();
            scope.put(Scope.Attr.resourceAccessor.name(), resources);
            // Liquibase talks to standard output otherwise
            scope.put(Scope.Attr.ui.name(), new LoggerUIService());
            scope.put(Scope.Attr.classLoader.name(), Liquibase.class.getClassLoader());
            SchemaMark mark = new SchemaMark(c, resources, changelog);
            if (!postgres) {
                if (!mark.isSet()) Scope.child(scope, () -> update(c, changelog, mark, false));
                return;
            }
            RowLevelSecurity walls = new RowLevelSecurity(c, appRole);
            alone(c, () -> {
                if (!mark.isSet()) {
                    walls.letOwnerThrough();
                    Scope.child(scope, () -> update(c, changelog, mark, true));
                }
                walls.enforce();
            });
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private interface Step {
        void run() throws Exception;
    }

    /** Two nodes that start at the same time: else one could hold the owner back again while the other moves rows. */
    private static void alone(Connection c, Step step) throws Exception {
        try (Statement s = c.createStatement()) {
            s.execute("select pg_advisory_lock(" + ONE_AT_A_TIME + ")");
        }
        try {
            step.run();
        } finally {
            // a connection that is broken has let go of it already, and its own problem is the one to be told
            try (Statement s = c.createStatement()) {
                s.execute("select pg_advisory_unlock(" + ONE_AT_A_TIME + ")");
            } catch (SQLException e) {
                LOG.debug("the lock of the migration is gone with its connection", e);
            }
        }
    }

    /**
     * A process that dies in its migration leaves Liquibase's lock behind, and every later start would wait for it in vain. Whoever comes here is alone: Derby
     * has one process, and on PostgreSQL this one holds the advisory lock.
     */
    private static void freeLeftoverLock(Database db) throws LiquibaseException {
        LockService locks = LockServiceFactory.getInstance().getLockService(db);
        locks.init();
        if (locks.listLocks().length == 0) return;
        LOG.warn("The last migration of the database was cut off; it is taken up again");
        locks.forceReleaseLock();
    }

    private static void update(Connection c, String changelog, SchemaMark mark, boolean postgres) throws Exception {
        mark.clear();
        Database db = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(c));
        if (db instanceof DerbyDatabase derby) derby.setShutdownEmbeddedDerby(false);
        // not closed: closing it would close the connection that row-level security still needs
        ChangeLogParameters parameters = new ChangeLogParameters(db);
        parameters.set("bytes", postgres ? "bytea" : "blob");
        Scope.child(Scope.Attr.database, db, () -> freeLeftoverLock(db));
        // what Liquibase.update() does, without the summary that it prints on standard output
        Scope.child(Scope.Attr.database, db, () -> new CommandScope(UpdateCommandStep.COMMAND_NAME)
            .addArgumentValue(DbUrlConnectionCommandStep.DATABASE_ARG, db)
            .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, changelog)
            .addArgumentValue(DatabaseChangelogCommandStep.CHANGELOG_PARAMETERS, parameters)
            .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF)
            .execute());
        if (!c.getAutoCommit()) c.commit();
        mark.set();
    }
}
