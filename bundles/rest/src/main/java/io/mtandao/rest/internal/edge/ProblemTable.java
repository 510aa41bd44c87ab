package io.mtandao.rest.internal.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.mtandao.api.Conflict;
import io.mtandao.api.Forbidden;
import io.mtandao.api.Invalid;
import io.mtandao.api.NotFound;
import io.mtandao.api.Problem;
import io.mtandao.api.Stale;
import io.mtandao.api.TenantSuspended;
import io.mtandao.api.Throttled;
import io.mtandao.api.Unauthenticated;
import io.mtandao.api.Unavailable;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one table from exceptions to HTTP answers (problem details, RFC 9457). The first row whose type fits is taken. */
public final class ProblemTable {
    public static final String MEDIA_TYPE = "application/problem+json";
    private static final Logger LOG = LoggerFactory.getLogger(ProblemTable.class);
    private static final String BROKEN_OFF = "broken-off";
    private static final Map<String, String> NONE = Map.of();
    /** Seconds; long enough for a router or a bundle to come back, short enough for a person who waits. */
    private static final String SOON = "10";

    private static final List<Row<?>> ROWS = List.of(
        row(NotFound.class, 404, "not-found", "Not found", Throwable::getMessage),
        row(Conflict.class, 409, "conflict", "It does not go together with what is there", Throwable::getMessage),
        row(Stale.class, 412, "stale", "Changed meanwhile", Throwable::getMessage),
        row(Invalid.class, 422, "invalid", "Some of the input cannot be accepted", e -> "see errors").errors(Invalid::fields),
        row(Forbidden.class, 403, "forbidden", "Not allowed", Throwable::getMessage),
        row(TenantSuspended.class, 403, "tenant-suspended", "This ISP is suspended", Throwable::getMessage),
        row(Unauthenticated.class, 401, "unauthenticated", "Who are you?", Throwable::getMessage).headers(e -> Map.of("WWW-Authenticate", "Bearer realm=\"mtandao\"")),
        row(Throttled.class, 429, "throttled", "Too many tries", Throwable::getMessage).headers(e -> Map.of("Retry-After", "" + Math.max(1, e.retryAfter().toSeconds()))),
        row(Unavailable.class, 503, "unavailable", "Not now", Throwable::getMessage).headers(e -> Map.of("Retry-After", SOON)),
        row(Refusal.class, 0, null, "The request is refused", Throwable::getMessage),
        row(UnrecognizedPropertyException.class, 422, "invalid", "Some of the input cannot be accepted", e -> "see errors").errors(e -> Map.of(path(e), "there is no such field")),
        row(MismatchedInputException.class, 422, "invalid", "Some of the input cannot be accepted", e -> "see errors").errors(e -> Map.of(path(e), wanted(e.getTargetType()))),
        row(JsonProcessingException.class, 400, "bad-request", "Not well-formed JSON", JsonProcessingException::getOriginalMessage),
        row(IOException.class, 400, BROKEN_OFF, "The connection broke off", e -> "nobody is there to read this"),
        row(WebApplicationException.class, 0, null, null, ProblemTable::refused));

    private ProblemTable() {}

    public record Answer(int status, Map<String, String> headers, Body body) {
        /** The caller hung up: to write a body would only be the next fault. */
        boolean isForNobody() {
            return body.type.endsWith(BROKEN_OFF);
        }
    }

    /** @param instance for a fault of ours: the id under which the log has it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Body(
            @Field(needed = true, eg = "urn:mtandao:problem:invalid", help = "urn:mtandao:problem: and the kind") String type,
            @Field(needed = true, eg = "Some of the input cannot be accepted") String title,
            @Field(needed = true) int status,
            @Field(needed = true, eg = "see errors") String detail,
            @Field(help = "a text per field that is wrong") Map<String, String> errors,
            @Field(eg = "urn:uuid:5f0c954e-3a1c-4ad2-8d6a-1f0f3a1e8c11", help = "only of a fault of ours: the log has it under this id") String instance) {}

    @SuppressWarnings("unchecked")
    public static Answer of(Throwable thrown) {
        // said while JSON was read: by a record's constructor, or by the limit of the body
        Throwable e = thrown instanceof JsonProcessingException && (thrown.getCause() instanceof Problem || thrown.getCause() instanceof Refusal) ? thrown.getCause() : thrown;
        if (e instanceof WebApplicationException http && http.getResponse().getStatus() >= 500) return fault(e.getCause() == null ? e : e.getCause());
        for (Row<?> row : ROWS) if (row.type.isInstance(e)) return ((Row<Throwable>) row).answer(e);
        return fault(e);
    }

    private static Answer fault(Throwable e) {
        String id = UUID.randomUUID().toString();
        LOG.error("fault {}", id, e);
        return new Answer(500, NONE, new Body(type("fault"), "A fault of ours", 500, "it is in the log under " + id, null, "urn:uuid:" + id));
    }

    /** JAX-RS's own refusals name classes of ours, so they get other words. */
    private static String refused(WebApplicationException e) {
        return switch (e.getResponse().getStatus()) {
            case 404 -> "there is nothing at this address";
            case 405 -> "this address does not take this method; see Allow";
            case 406 -> "this is not to be had in the media type that Accept asks for";
            case 415 -> "send application/json (the document says where something else is taken)";
            default -> "see /api/openapi.json for what is taken here";
        };
    }

    private static String type(String kind) {
        return "urn:mtandao:problem:" + kind;
    }

    private static String path(JsonMappingException e) {
        StringBuilder b = new StringBuilder();
        e.getPath().forEach(r -> b.append(r.getFieldName() == null ? "[" + r.getIndex() + "]" : (b.isEmpty() ? "" : ".") + r.getFieldName()));
        return b.isEmpty() ? "body" : b.toString();
    }

    private static String wanted(Class<?> type) {
        if (type == null) return "of another type";
        if (type.isEnum()) return Words.oneOf(type);
        if (type == Boolean.class || type == boolean.class) return "must be true or false";
        if (type == Double.class) return "must be a number";
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) return "must be a whole number";
        if (Temporal.class.isAssignableFrom(type)) return Moments.wanted(type);
        if (List.class.isAssignableFrom(type) || java.util.Set.class.isAssignableFrom(type)) return "must be a list";
        if (type == byte[].class) return "must be base64";
        return type == String.class ? "must be text" : "must be an object";
    }

    private static <T extends Throwable> Row<T> row(Class<T> type, int status, String kind, String title, Function<T, String> detail) {
        return new Row<>(type, status, kind, title, detail, e -> null, e -> NONE);
    }

    private record Row<T extends Throwable>(
            Class<T> type, int status, String kind, String title, Function<T, String> detail, Function<T, Map<String, String>> errors, Function<T, Map<String, String>> headers) {
        Row<T> errors(Function<T, Map<String, String>> errors) {
            return new Row<>(type, status, kind, title, detail, errors, headers);
        }

        Row<T> headers(Function<T, Map<String, String>> headers) {
            return new Row<>(type, status, kind, title, detail, errors, headers);
        }

        Answer answer(T e) {
            if (e instanceof Refusal r) return new Answer(r.status(), NONE, body(r.status(), r.kind(), title, e));
            if (e instanceof WebApplicationException http) return kept(http, e);
            return new Answer(status, headers.apply(e), body(status, kind, title, e));
        }

        /** JAX-RS's own refusals: no such path, method, media type. */
        private Answer kept(WebApplicationException http, T e) {
            var response = http.getResponse();
            Map<String, String> kept = new TreeMap<>();
            if (response.getHeaderString("Allow") != null) kept.put("Allow", response.getHeaderString("Allow"));
            String reason = response.getStatusInfo().getReasonPhrase();
            return new Answer(response.getStatus(), kept, body(response.getStatus(), reason.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'), reason, e));
        }

        private Body body(int status, String kind, String title, T e) {
            return new Body(ProblemTable.type(kind), title, status, detail.apply(e), errors.apply(e), null);
        }
    }
}
