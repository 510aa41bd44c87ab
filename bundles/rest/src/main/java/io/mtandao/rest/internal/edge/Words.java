package io.mtandao.rest.internal.edge;

import io.mtandao.api.Permission;
import io.mtandao.api.Role;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Enums as they are written on the wire: lower case with hyphens, roles and scopes by their own codes. */
public final class Words {
    private Words() {}

    public static String code(Enum<?> constant) {
        if (constant instanceof Permission p) return p.code();
        if (constant instanceof Role r) return r.code();
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static <E> Optional<E> constant(Class<E> type, String code) {
        return Stream.of(type.getEnumConstants()).filter(c -> code((Enum<?>) c).equals(code)).findFirst();
    }

    public static Stream<String> codes(Class<?> type) {
        return Stream.of(type.getEnumConstants()).map(c -> code((Enum<?>) c));
    }

    public static String oneOf(Class<?> type) {
        return "must be one of " + String.join(", ", codes(type).toList());
    }
}
