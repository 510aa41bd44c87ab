package io.mtandao.persistence.internal;

import java.lang.reflect.Array;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.persistence.internal.helper.DatabaseField;

/**
 * Makes a PostgreSQL array of the values that EclipseLink has for a column. What is no number and no boolean goes as its text.
 *
 * @param element of the array
 * @param value null for what does not fit
 */
record ArrayColumn<T>(Class<T> element, Function<Object, T> value) {
    private static final ArrayColumn<String> TEXT = text(String.class);
    /** By PostgreSQL's name. Of others there are none that are written often. */
    private static final Map<String, ArrayColumn<?>> TYPES = Map.of(
        "int8", new ArrayColumn<>(Long.class, ArrayColumn::whole),
        "int4", new ArrayColumn<>(Integer.class, v -> exact(whole(v))),
        "float8", new ArrayColumn<>(Double.class, v -> v instanceof Double d ? d : null),
        "bool", new ArrayColumn<>(Boolean.class, v -> v instanceof Boolean b ? b : null),
        "varchar", TEXT, "bpchar", TEXT, "text", TEXT,
        "timestamp", text(Timestamp.class),
        "date", text(java.sql.Date.class, LocalDate.class));

    /** @return null for a type of which no arrays are made */
    static ArrayColumn<?> of(String type) {
        return TYPES.get(type);
    }

    private static ArrayColumn<String> text(Class<?>... of) {
        return new ArrayColumn<>(String.class, v -> Set.of(of).contains(v.getClass()) ? v.toString() : null);
    }

    private static Long whole(Object v) {
        return v instanceof Long || v instanceof Integer || v instanceof Short ? (Long) ((Number) v).longValue() : null;
    }

    private static Integer exact(Long v) {
        return v == null || v != v.intValue() ? null : (Integer) v.intValue();
    }

    /** @param rows of EclipseLink's parameters; for null it has the {@link DatabaseField} itself @return null when a value does not fit */
    @SuppressWarnings({"rawtypes", "unchecked"})
    T[] array(List<List> rows, int parameter) {
        T[] values = (T[]) Array.newInstance(element, rows.size());
        for (int i = 0; i < values.length; i++) {
            Object given = rows.get(i).get(parameter);
            if (given == null || given instanceof DatabaseField) continue;
            values[i] = value.apply(given);
            if (values[i] == null) return null;
        }
        return values;
    }
}
