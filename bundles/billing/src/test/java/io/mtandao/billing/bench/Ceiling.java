package io.mtandao.billing.bench;

import io.mtandao.testing.db.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a database can do at best: the very rows that a bill run wrote, inserted again into a second database with the same tables, indexes, foreign keys and
 * row-level security, by plain JDBC batches, with a commit as often as the run had one. Nothing is decided, read or locked, and no row is changed.
 */
final class Ceiling {
    private static final int ROWS = 500;
    private static final int WARM = 5;
    private final BenchIsp isp;
    private final Map<String, Long> before;

    private Ceiling(BenchIsp isp, Map<String, Long> before) {
        this.isp = isp;
        this.before = before;
    }

    /** Remembers what is there before the run. */
    static Ceiling before(BenchIsp isp) throws SQLException {
        Map<String, Long> last = new LinkedHashMap<>();
        try (Connection c = connection(isp.db, isp.id.value())) {
            for (String table : tables(c)) last.put(table, number(c, "select max(id) from " + table));
        }
        return new Ceiling(isp, last);
    }

    /** @param rows written anew @param nanos that the inserts and commits took */
    record Measured(long rows, long nanos, Map<String, Long> perTable) {}

    /** @param tables whose new rows count @param together PostgreSQL's driver makes statements of many rows out of a batch, as in the product; without, it sends row by row */
    Measured measure(List<String> tables, int commits, boolean together) throws SQLException {
        try (TestDatabase target = BenchIsp.newDatabase(isp.db.kind());
            Connection from = connection(isp.db, isp.id.value());
            Connection to = together || isp.db.kind() == TestDatabase.Kind.DERBY ? connection(target, isp.id.value()) : rowByRow(target, isp.id.value())) {
            for (String table : before.keySet()) if (before.get(table) > 0) copyParents(from, to, table);
            BenchIsp.afterAMinute(target);
            return copyRun(from, to, tables, commits, () -> BenchIsp.afterAMinute(target));
        }
    }

    private static Connection rowByRow(TestDatabase db, String tenant) throws SQLException {
        try (Connection c = db.raw().getConnection()) {
            String url = c.getMetaData().getURL().replaceAll("reWriteBatchedInserts=true", "");
            return as(tenant, db, DriverManager.getConnection(url, "mtandao_app", "test"));
        }
    }

    private void copyParents(Connection from, Connection to, String table) throws SQLException {
        try (Rows rows = new Rows(from, to, table, "id <= " + before.get(table))) {
            while (rows.read(ROWS) > 0) {
                rows.write();
                // the foreign keys are looked at in the commit
                to.commit();
            }
        }
    }

    /** @param warm done once a few units are in, as the run has one before it that is not measured: what is planned upon empty tables is planned badly for full ones */
    private Measured copyRun(Connection from, Connection to, List<String> tables, int commits, Runnable warm) throws SQLException {
        Map<String, Rows> all = new LinkedHashMap<>();
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String t : tables) {
            counts.put(t, number(from, "select count(*) from " + t + " where id > " + before.getOrDefault(t, 0L)));
            all.put(t, new Rows(from, to, t, "id > " + before.getOrDefault(t, 0L)));
        }
        long nanos = 0, written = 0;
        for (int unit = 1; unit <= commits; unit++) {
            List<Rows> now = new ArrayList<>();
            for (var e : all.entrySet()) {
                long due = counts.get(e.getKey()) * unit / commits - counts.get(e.getKey()) * (unit - 1) / commits;
                if (e.getValue().read((int) due) > 0) now.add(e.getValue());
                written += due;
            }
            if (unit == WARM) warm.run();
            long began = System.nanoTime();
            for (Rows rows : now) rows.write();
            to.commit();
            nanos += System.nanoTime() - began;
        }
        for (Rows rows : all.values()) rows.close();
        return new Measured(written, nanos, counts);
    }

    /** The application's role, as the tenant. */
    static Connection connection(TestDatabase db, String tenant) throws SQLException {
        return as(tenant, db, db.raw().getConnection());
    }

    private static Connection as(String tenant, TestDatabase db, Connection c) throws SQLException {
        c.setAutoCommit(false);
        if (db.kind() == TestDatabase.Kind.POSTGRES) {
            try (PreparedStatement s = c.prepareStatement("select set_config('app.tenant', ?, false)")) {
                s.setString(1, tenant);
                s.execute();
            }
        }
        return c;
    }

    /** Those of billing and scheduling that have an id, parents first. */
    private static List<String> tables(Connection c) throws SQLException {
        Map<String, Set<String>> parents = new HashMap<>();
        try (ResultSet r = c.getMetaData().getTables(null, null, null, new String[] {"TABLE"})) {
            while (r.next()) {
                String name = r.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (name.startsWith("billing_") || name.equals("scheduling_event")) parents.put(name, new LinkedHashSet<>());
            }
        }
        boolean lower = c.getMetaData().storesLowerCaseIdentifiers();
        for (var e : parents.entrySet()) {
            try (ResultSet r = c.getMetaData().getImportedKeys(null, null, lower ? e.getKey() : e.getKey().toUpperCase(Locale.ROOT))) {
                while (r.next()) e.getValue().add(r.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        Set<String> ordered = new LinkedHashSet<>();
        while (ordered.size() < parents.size()) {
            int size = ordered.size();
            parents.forEach((t, p) -> {
                if (p.stream().allMatch(x -> x.equals(t) || ordered.contains(x))) ordered.add(t);
            });
            if (size == ordered.size()) throw new IllegalStateException("a circle of foreign keys");
        }
        List<String> withId = new ArrayList<>(ordered);
        withId.removeIf(t -> !hasId(c, t));
        return Collections.unmodifiableList(withId);
    }

    private static boolean hasId(Connection c, String table) {
        boolean upper = table.equals(table.toUpperCase(Locale.ROOT));
        try (ResultSet r = c.getMetaData().getColumns(null, null, c.getMetaData().storesLowerCaseIdentifiers() || upper ? table : table.toUpperCase(Locale.ROOT), null)) {
            while (r.next()) if (r.getString("COLUMN_NAME").equalsIgnoreCase("id")) return true;
            return false;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long number(Connection c, String sql) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(sql); ResultSet r = s.executeQuery()) {
            r.next();
            return r.getLong(1);
        }
    }

    /** A table's rows on their way from one database into the other. */
    private static final class Rows implements AutoCloseable {
        private final PreparedStatement read;
        private final ResultSet source;
        private final PreparedStatement insert;
        private final int[] types;
        private final List<Object[]> held = new ArrayList<>();

        Rows(Connection from, Connection to, String table, String which) throws SQLException {
            read = from.prepareStatement("select * from " + table + " where " + which + " order by id");
            read.setFetchSize(ROWS);
            source = read.executeQuery();
            ResultSetMetaData m = source.getMetaData();
            types = new int[m.getColumnCount()];
            StringBuilder names = new StringBuilder(), marks = new StringBuilder();
            for (int i = 1; i <= types.length; i++) {
                types[i - 1] = m.getColumnType(i);
                names.append(i == 1 ? "" : ", ").append(m.getColumnName(i));
                marks.append(i == 1 ? "?" : ", ?");
            }
            insert = to.prepareStatement("insert into " + table + " (" + names + ") values (" + marks + ")");
        }

        /** @return how many there were */
        int read(int most) throws SQLException {
            held.clear();
            while (held.size() < most && source.next()) {
                Object[] row = new Object[types.length];
                for (int i = 0; i < row.length; i++) row[i] = source.getObject(i + 1);
                held.add(row);
            }
            return held.size();
        }

        void write() throws SQLException {
            int n = 0;
            for (Object[] row : held) {
                for (int i = 0; i < row.length; i++) if (row[i] == null) insert.setNull(i + 1, types[i]);
                    else insert.setObject(i + 1, row[i]);
                insert.addBatch();
                if (++n % ROWS == 0) insert.executeBatch();
            }
            insert.executeBatch();
        }

        @Override
        public void close() throws SQLException {
            source.close();
            read.close();
            insert.close();
        }
    }
}
