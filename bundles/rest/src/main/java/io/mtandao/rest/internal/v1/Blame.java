package io.mtandao.rest.internal.v1;

import io.mtandao.api.Invalid;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A value of the api that checks itself names its own fields; the caller wants to read those of the body. */
final class Blame {
    private Blame() {}

    /**
     * @param field of the body
     * @param theirs what the value calls itself
     */
    static <T> T on(String field, String theirs, Supplier<T> value) {
        try {
            return value.get();
        } catch (Invalid e) {
            Map<String, String> renamed = new LinkedHashMap<>();
            e.fields().forEach((name, text) -> renamed.put(name.equals(theirs) || name.startsWith(theirs + ".") ? field + name.substring(theirs.length()) : name, text));
            throw new Invalid(renamed);
        }
    }
}
