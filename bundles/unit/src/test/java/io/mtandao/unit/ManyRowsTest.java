package io.mtandao.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Stale;
import io.mtandao.api.TenantId;
import io.mtandao.persistence.Batches;
import io.mtandao.persistence.TenantEntity;
import io.mtandao.persistence.internal.entity.NumberSeries;
import io.mtandao.testing.db.TestDatabase;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.persistence.Column;
import javax.persistence.EntityManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * PostgreSQL takes a batch in one statement, its values as arrays ({@code ArrayBatches} of persistence). Of every entity it must say what the same rows say one by one, with
 * what arrays are written with among the texts.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyRowsTest {
    private static final TenantId ISP = new TenantId("many");
    private static final int MANY = 24;
    private static final List<String> TEXTS = List.of("{}", "\"", "\\", "NULL", "null", ",", "'", "", " x ", "é€", "a\nb\tc");
    private final List<Class<?>> all = Entities.all();
    private TestDatabase db;

    ManyRowsTest() throws Exception {}

    /** Without the keys that make a row need others or be the only one, and with the right to change what only grows. */
    @BeforeAll
    void open() throws SQLException {
        db = TestDatabase.open(TestDatabase.Kind.POSTGRES, Clock.fixed(Instant.parse("2026-11-29T10:00:00.123456Z"), ZoneOffset.UTC), List.of("db/mtandao.xml"), all);
        try (Connection c = db.owner().getConnection(); Statement s = c.createStatement()) {
            s.execute("do $$ declare k record; begin for k in select conrelid::regclass as of, conname from pg_constraint where contype in ('f', 'u') and connamespace = 'public'::regnamespace order by contype loop "
                + "execute format('alter table %s drop constraint %I', k.of, k.conname); end loop; end $$");
            s.execute("grant update on all tables in schema public to mtandao_app");
        }
    }

    @AfterAll
    void close() {
        db.close();
    }

    /** What was written, without ids, and by how many statements: PostgreSQL keeps with each row which of its unit of work it was. */
    private record Written(List<List<Object>> rows, int statements) {}

    @Test
    void newRowsOfEveryEntityAreTheSameManyAtOnceAsOneByOne() {
        List<Class<?>> inTurn = new ArrayList<>();
        for (Class<?> type : entities()) {
            Written one = rolledBack(type, em -> made(type, 0).forEach(row -> {
                em.persist(row);
                em.flush();
            }));
            Written many = rolledBack(type, em -> made(type, 0).forEach(em::persist));
            assertThat(one.rows()).as(type.getSimpleName()).hasSize(MANY);
            assertThat(one.statements()).as(type.getSimpleName()).isEqualTo(MANY);
            assertThat(many.rows()).as(type.getSimpleName()).isEqualTo(one.rows());
            if (many.statements() > 1) inTurn.add(type);
        }
        assertThat(inTurn).as("arrays of bytes are not made").isEqualTo(withBytes());
    }

    @Test
    void changedRowsOfEveryEntityAreTheSameManyAtOnceAsOneByOne() {
        List<Class<?>> inTurn = new ArrayList<>();
        for (Class<?> type : entities()) {
            Written one = rolledBack(type, em -> change(em, type, em::flush));
            Written many = rolledBack(type, em -> change(em, type, () -> {}));
            assertThat(many.rows()).as(type.getSimpleName()).hasSize(MANY).isEqualTo(one.rows());
            if (many.statements() > 1) inTurn.add(type);
        }
        assertThat(inTurn).as("arrays of bytes are not made").isEqualTo(withBytes());
    }

    /** In one statement it is the database that chooses whose row it locks first, and two such units might wait for each other. */
    @Test
    void aUnitThatDoesNotHoldAllLocksChangesItsRowsInTheOrderOfTheirIds() {
        assertThat(advanced(em -> {}).statements()).isEqualTo(MANY);
        assertThat(advanced(Batches::alike).statements()).isOne();
    }

    @Test
    void aRowThatSomebodyElseHasChangedIsFoundAmongMany() {
        assertThatThrownBy(() -> db.tx().run(ISP, em -> {
            List<NumberSeries> series = series(em);
            try (Statement s = db.tx().joined().getConnection().createStatement()) {
                assertThat(s.executeUpdate("update " + Rows.table(NumberSeries.class) + " set version = version + 1 where name = 's7'")).isOne();
            }
            Batches.alike(em);
            series.forEach(NumberSeries::advance);
        })).isInstanceOf(Stale.class);
    }

    private Written advanced(Consumer<EntityManager> before) {
        return rolledBack(NumberSeries.class, em -> {
            List<NumberSeries> series = series(em);
            before.accept(em);
            series.forEach(NumberSeries::advance);
        });
    }

    private static List<NumberSeries> series(EntityManager em) {
        List<NumberSeries> series = IntStream.range(0, MANY).mapToObj(i -> new NumberSeries("s" + i)).toList();
        series.forEach(em::persist);
        em.flush();
        return series;
    }

    /** By the setters that weaving gives, which say what has changed. */
    private void change(EntityManager em, Class<?> type, Runnable afterEach) {
        List<Object> rows = made(type, 0), others = made(type, 1);
        rows.forEach(em::persist);
        em.flush();
        Batches.alike(em);
        for (int i = 0; i < MANY; i++) {
            for (Field f : columns(type)) {
                try {
                    type.getMethod("_persistence_set_" + f.getName(), f.getType()).invoke(rows.get(i), f.get(others.get(i)));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
            afterEach.run();
        }
    }

    private static List<Field> columns(Class<?> type) {
        List<Field> fields = Arrays.stream(type.getDeclaredFields()).filter(f -> !Modifier.isStatic(f.getModifiers()) && !f.getName().startsWith("_persistence")).toList();
        fields.forEach(f -> f.setAccessible(true));
        return fields;
    }

    private List<Class<?>> entities() {
        return all.stream().filter(TenantEntity.class::isAssignableFrom).toList();
    }

    private List<Class<?>> withBytes() {
        return entities().stream().filter(e -> columns(e).stream().anyMatch(f -> f.getType() == byte[].class)).toList();
    }

    private Written rolledBack(Class<?> type, Consumer<EntityManager> work) {
        AtomicReference<Written> written = new AtomicReference<>();
        IllegalStateException back = new IllegalStateException("roll back");
        assertThatThrownBy(() -> db.tx().run(ISP, em -> {
            work.accept(em);
            em.flush();
            written.set(written(db.tx().joined().getConnection(), Rows.table(type)));
            throw back;
        })).isSameAs(back);
        return written.get();
    }

    private static Written written(Connection c, String table) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        Set<String> statements = new TreeSet<>();
        try (Statement s = c.createStatement(); ResultSet r = s.executeQuery("select cmin::text, * from " + table + " order by id")) {
            while (r.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 2; i <= r.getMetaData().getColumnCount(); i++)
                    if (!r.getMetaData().getColumnName(i).equals("id")) row.add(r.getObject(i) instanceof byte[] b ? List.of(b[0]) : r.getObject(i));
                rows.add(row);
                statements.add(r.getString(1));
            }
        }
        return new Written(rows, statements.size());
    }

    private List<Object> made(Class<?> type, int turn) {
        List<Object> rows = new ArrayList<>();
        try (Connection c = db.owner().getConnection()) {
            Constructor<?> made = type.getDeclaredConstructor();
            made.setAccessible(true);
            for (int i = 0; i < MANY; i++) rows.add(made.newInstance());
            for (Field f : columns(type)) {
                Column column = f.getAnnotation(Column.class);
                String name = column == null || column.name().isEmpty() ? f.getName() : column.name();
                try (ResultSet r = c.getMetaData().getColumns(null, null, Rows.table(type), name.toLowerCase(Locale.ROOT))) {
                    if (!r.next()) continue;
                    boolean nullable = r.getInt("NULLABLE") == DatabaseMetaData.columnNullable;
                    for (int i = 0; i < MANY; i++)
                        f.set(rows.get(i), nullable && i % 3 == turn && !f.getType().isPrimitive() ? null : value(f, i + turn * (2 * MANY + 1), r.getInt("COLUMN_SIZE")));
                }
            }
            return rows;
        } catch (ReflectiveOperationException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each i has another, and i + 49 another than i also where there are few. */
    private static Object value(Field f, int i, int size) {
        Class<?> t = f.getType();
        if (t == String.class) return size < 12 ? Integer.toString(i, 36) : TEXTS.get(i % TEXTS.size()) + i;
        if (t == long.class || t == Long.class) return i + 5_000_000_000L;
        if (t == int.class || t == Integer.class) return i + 1;
        if (t == boolean.class || t == Boolean.class) return i % 2 == 0;
        if (t == double.class || t == Double.class) return i / 3.0;
        if (t == Instant.class) return Instant.parse("2026-03-29T00:59:59.000001Z").plusSeconds(i);
        if (t == LocalDate.class) return LocalDate.of(2028, 2, 20).plusDays(i);
        if (t == byte[].class) return new byte[] {(byte) i};
        if (t.isEnum()) return t.getEnumConstants()[i % t.getEnumConstants().length];
        throw new IllegalStateException("no value for " + f);
    }
}
