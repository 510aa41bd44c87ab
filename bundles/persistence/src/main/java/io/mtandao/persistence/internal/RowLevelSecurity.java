package io.mtandao.persistence.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The third wall, on PostgreSQL: a forced policy on every table that has a tenant_id, so that no bundle can forget it. Tables named platform_… hold
 * only the way to a tenant and are left out; so is the scheduler's table.
 */
final class RowLevelSecurity {
    /** Rows are only ever added: the application's role may not change or delete them. */
    static final Set<String> APPEND_ONLY = Set.of("billing_ledger_transaction", "billing_ledger_entry", "billing_ledger_link", "billing_ledger_proof", "tenant_audit",
        "platform_audit");

    private final Connection connection;
    private final String appRole;

    RowLevelSecurity(Connection connection, String appRole) {
        if (!appRole.matches("[a-z_][a-z0-9_]{0,62}")) throw new IllegalArgumentException("not a role name: " + appRole);
        this.connection = connection;
        this.appRole = appRole;
    }

    void enforce() throws SQLException {
        atOnce(s -> {
            s.execute("grant usage on schema public to " + appRole);
            s.execute("grant select, insert, update, delete on all tables in schema public to " + appRole);
            s.execute("grant usage, select on all sequences in schema public to " + appRole);
            s.execute("revoke all on databasechangelog, databasechangeloglock from " + appRole);
            for (String table : tables(s, "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r'"))
                if (APPEND_ONLY.contains(table)) s.execute("revoke update, delete on " + table + " from " + appRole);
            for (String table : tables(s, TENANT_TABLES)) protect(s, table);
        });
    }

    /**
     * Lets the owner of the tables see and move the rows of all tenants, which a migration must: an update by an owner who is held by row-level security too
     * changes nothing and says nothing. The application's role is not the owner and stays held all the time. {@link #enforce} takes it back.
     */
    void letOwnerThrough() throws SQLException {
        atOnce(s -> {
            for (String table : tables(s, TENANT_TABLES)) s.execute("alter table " + table + " no force row level security");
        });
    }

    private interface Statements {
        void run(Statement s) throws SQLException;
    }

    /** In one transaction. */
    private void atOnce(Statements all) throws SQLException {
        boolean auto = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (Statement s = connection.createStatement()) {
            all.run(s);
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(auto);
        }
    }

    private static final String TENANT_TABLES = """
        select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
        where c.table_schema = 'public' and c.column_name = 'tenant_id' and t.table_type = 'BASE TABLE' and c.table_name not like 'platform\\_%'""";

    private static void protect(Statement s, String table) throws SQLException {
        s.execute("alter table " + table + " enable row level security");
        s.execute("alter table " + table + " force row level security");
        s.execute("drop policy if exists tenant on " + table);
        s.execute("create policy tenant on " + table + " using (tenant_id = nullif(current_setting('app.tenant', true), ''))");
    }

    private static List<String> tables(Statement s, String sql) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet r = s.executeQuery(sql)) {
            while (r.next()) names.add(r.getString(1));
        }
        return names;
    }
}
