package io.mtandao.rest.internal.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mtandao.api.Invalid;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which operations take a body; and what those that take none do with one: an empty object is let pass, anything that the caller thinks would matter is not. */
public final class Bodiless {
    private static final ObjectMapper MAPPER = Json.mapper();

    private Bodiless() {}

    public static Optional<Parameter> body(Method operation) {
        return Stream.of(operation.getParameters()).filter(p -> !p.isAnnotationPresent(Context.class) && !p.isAnnotationPresent(PathParam.class)).findFirst();
    }

    /** @return nothing to read; throws Invalid when there was something */
    static InputStream emptied(InputStream body) throws IOException {
        byte[] bytes = body.readAllBytes();
        JsonNode given = bytes.length == 0 ? MAPPER.createObjectNode() : MAPPER.readTree(bytes);
        Map<String, String> wrong = new LinkedHashMap<>();
        given.fieldNames().forEachRemaining(name -> wrong.put(name, "there is no such field"));
        if (!given.isObject() && !given.isMissingNode()) wrong.put("body", "this takes none");
        if (!wrong.isEmpty()) throw new Invalid(wrong);
        return new ByteArrayInputStream(new byte[0]);
    }
}
