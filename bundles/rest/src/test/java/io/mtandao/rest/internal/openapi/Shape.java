package io.mtandao.rest.internal.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.TreeSet;

/** Whether a JSON value has exactly the shape that a schema of the document gives it. */
final class Shape {
    private final JsonNode document;

    Shape(JsonNode document) {
        this.document = document;
    }

    JsonNode resolved(JsonNode schema) {
        if (schema.has("$ref")) return document.at(schema.path("$ref").asText().substring(1));
        return schema.has("allOf") ? resolved(schema.path("allOf").get(0)) : schema;
    }

    void check(String where, JsonNode given, JsonNode value) {
        JsonNode schema = resolved(given);
        if (value.isNull()) {
            assertThat(given.path("nullable").asBoolean()).as(where + " may be null").isTrue();
            return;
        }
        switch (schema.path("type").asText()) {
            case "object" -> object(where, schema, value);
            case "array" -> {
                assertThat(value.isArray()).as(where).isTrue();
                value.forEach(item -> check(where + "[]", schema.path("items"), item));
            }
            case "integer" -> assertThat(value.isIntegralNumber()).as(where).isTrue();
            case "number" -> assertThat(value.isNumber()).as(where).isTrue();
            case "boolean" -> assertThat(value.isBoolean()).as(where).isTrue();
            case "string" -> text(where, schema, value);
            default -> assertThat(schema.has("type")).as(where + ": anything goes").isFalse();
        }
    }

    private void object(String where, JsonNode schema, JsonNode value) {
        assertThat(value.isObject()).as(where).isTrue();
        if (!schema.has("properties")) {
            value.properties().forEach(f -> check(where + "." + f.getKey(), schema.path("additionalProperties"), f.getValue()));
            return;
        }
        assertThat(names(value)).as(where).isEqualTo(names(schema.path("properties")));
        value.properties().forEach(f -> check(where + "." + f.getKey(), schema.path("properties").path(f.getKey()), f.getValue()));
    }

    private static void text(String where, JsonNode schema, JsonNode value) {
        assertThat(value.isTextual()).as(where).isTrue();
        if (schema.path("format").asText().equals("date-time")) Instant.parse(value.asText());
        if (schema.path("format").asText().equals("date")) LocalDate.parse(value.asText());
        if (schema.has("pattern")) assertThat(value.asText()).as(where).containsPattern(schema.path("pattern").asText());
        if (schema.has("enum")) assertThat(schema.path("enum").toString()).as(where).contains("\"" + value.asText() + "\"");
    }

    private static TreeSet<String> names(JsonNode object) {
        TreeSet<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
