package io.mtandao.rest.internal.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Json;
import io.mtandao.rest.internal.edge.Words;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Schemas and examples of wire records, read from their components. */
final class Schemas {
    private static final ObjectMapper MAPPER = Json.mapper();
    private static final String SOME_INSTANT = "2026-11-22T08:00:00Z", SOME_DAY = "2026-11-22";
    private final Map<String, Map<String, Object>> components = new TreeMap<>();
    private final Map<String, Class<?>> names = new HashMap<>();

    Map<String, Map<String, Object>> components() {
        return components;
    }

    /** @param body part of a request: what is not declared is refused */
    Map<String, Object> schema(Type type, boolean body) {
        Class<?> raw = raw(type);
        if (raw.isRecord()) return Map.of("$ref", "#/components/schemas/" + component(type, raw, body));
        if (raw.isEnum()) return map("type", "string", "enum", Words.codes(raw).toList());
        if (Collection.class.isAssignableFrom(raw)) return map("type", "array", "items", schema(argument(type, 0), body));
        if (Map.class.isAssignableFrom(raw)) return map("type", "object", "additionalProperties", type instanceof Class ? Map.of() : schema(argument(type, 1), body));
        if (raw == Instant.class) return map("type", "string", "format", "date-time");
        if (raw == LocalDate.class) return map("type", "string", "format", "date");
        if (raw == LocalTime.class) return map("type", "string", "pattern", "^[0-2][0-9]:[0-5][0-9]");
        if (raw == byte[].class) return map("type", "string", "format", "byte");
        if (raw == boolean.class || raw == Boolean.class) return map("type", "boolean");
        if (raw == long.class || raw == Long.class) return map("type", "integer", "format", "int64");
        if (raw == int.class || raw == Integer.class) return map("type", "integer", "format", "int32");
        if (raw == Double.class) return map("type", "number", "format", "double");
        return raw == Object.class ? new LinkedHashMap<>() : map("type", "string");
    }

    private String component(Type type, Class<?> raw, boolean body) {
        String name = type instanceof ParameterizedType ? raw(argument(type, 0)).getSimpleName() + "List" : raw.getSimpleName();
        Class<?> named = type instanceof ParameterizedType ? raw(argument(type, 0)) : raw;
        Class<?> before = names.putIfAbsent(name, named);
        if (before != null && before != named) throw new IllegalStateException(named + " and " + before + " have one name in the document");
        if (components.containsKey(name)) return name;
        Map<String, Object> properties = new LinkedHashMap<>();
        Map<String, Object> schema = map("type", "object", "properties", properties);
        components.put(name, schema);
        List<String> required = new ArrayList<>();
        for (RecordComponent c : raw.getRecordComponents()) {
            Field field = c.getAnnotation(Field.class);
            boolean needed = c.getType().isPrimitive() || field != null && field.needed();
            if (needed) required.add(c.getName());
            properties.put(c.getName(), property(schema(resolved(c.getGenericType(), type), body), field, needed));
        }
        if (!required.isEmpty()) schema.put("required", required);
        if (body) schema.put("additionalProperties", false);
        return name;
    }

    private static Map<String, Object> property(Map<String, Object> schema, Field field, boolean needed) {
        String help = field == null ? "" : field.help();
        // beside a $ref OpenAPI 3.0 reads nothing else
        Map<String, Object> property = schema.containsKey("$ref") && !(needed && help.isEmpty()) ? map("allOf", List.of(schema)) : new LinkedHashMap<>(schema);
        if (!needed) property.put("nullable", true);
        if (!help.isEmpty()) property.put("description", help);
        return property;
    }

    Object example(Type type, Field field) {
        Class<?> raw = raw(type);
        String eg = field == null ? "" : field.eg();
        if (eg.equals("null")) return null;
        if (raw.isRecord()) return record(type, raw);
        if (raw.isEnum()) return eg.isEmpty() ? Words.codes(raw).findFirst().orElseThrow() : eg;
        if (raw == String.class || raw == byte[].class && !eg.isEmpty()) return eg.isEmpty() ? null : eg;
        if (Collection.class.isAssignableFrom(raw)) return List.of(example(argument(type, 0), field));
        if (raw == Instant.class) return eg.isEmpty() ? SOME_INSTANT : eg;
        if (raw == LocalDate.class) return eg.isEmpty() ? SOME_DAY : eg;
        if (raw == LocalTime.class) return eg;
        if (!eg.isEmpty()) return parsed(eg);
        if (raw == boolean.class || raw == Boolean.class) return true;
        if (raw == long.class || raw == Long.class) return 42;
        return raw == int.class || raw == Integer.class ? 3 : field != null && field.needed() ? Map.of() : null;
    }

    private Map<String, Object> record(Type type, Class<?> raw) {
        Map<String, Object> example = new LinkedHashMap<>();
        for (RecordComponent c : raw.getRecordComponents()) example.put(c.getName(), example(resolved(c.getGenericType(), type), c.getAnnotation(Field.class)));
        return example;
    }

    private static Object parsed(String json) {
        try {
            return MAPPER.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("example " + json, e);
        }
    }

    /** The item type of a {@code ListOf<X>}: its one type variable is X. */
    private static Type resolved(Type component, Type owner) {
        if (!(owner instanceof ParameterizedType)) return component;
        if (component instanceof TypeVariable) return argument(owner, 0);
        if (component instanceof ParameterizedType p && p.getActualTypeArguments()[0] instanceof TypeVariable) return new ArrayOf(argument(owner, 0));
        return component;
    }

    static Class<?> raw(Type type) {
        if (type instanceof Class<?> c) return c;
        return (Class<?>) ((ParameterizedType) type).getRawType();
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }

    static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        return map;
    }

    private record ArrayOf(Type item) implements ParameterizedType {
        @Override
        public Type[] getActualTypeArguments() {
            return new Type[] {item};
        }

        @Override
        public Type getRawType() {
            return List.class;
        }

        @Override
        public Type getOwnerType() {
            return null;
        }
    }
}
