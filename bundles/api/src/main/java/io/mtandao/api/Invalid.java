package io.mtandao.api;

import java.util.LinkedHashMap;
import java.util.Map;

/** Input that cannot be accepted, with one text per field that says what to do. */
public final class Invalid extends Problem {
    private static final long serialVersionUID = 1;
    private final transient Map<String, String> fields;

    public Invalid(Map<String, String> fields) {
        super("invalid input: " + fields);
        this.fields = Map.copyOf(fields);
    }

    public static Invalid field(String field, String text) {
        return new Invalid(Map.of(field, text));
    }

    public Map<String, String> fields() {
        return fields;
    }

    /** Collects all that is wrong before it throws, so that a form shows everything at once. */
    public static final class Check {
        private final Map<String, String> wrong = new LinkedHashMap<>();

        public Check that(boolean ok, String field, String text) {
            if (!ok) wrong.putIfAbsent(field, text);
            return this;
        }

        public Check notBlank(String value, String field, int most) {
            that(value != null && !value.isBlank(), field, "must be given");
            return atMost(value, field, most);
        }

        public Check atMost(String value, String field, int most) {
            return that(value == null || value.length() <= most, field, "at most " + most + " characters");
        }

        public Check add(Invalid other) {
            other.fields().forEach(wrong::putIfAbsent);
            return this;
        }

        public boolean ok() {
            return wrong.isEmpty();
        }

        public Map<String, String> wrong() {
            return Map.copyOf(wrong);
        }

        public void orThrow() {
            if (!wrong.isEmpty()) throw new Invalid(wrong);
        }
    }
}
