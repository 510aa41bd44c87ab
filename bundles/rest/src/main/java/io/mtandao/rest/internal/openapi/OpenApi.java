package io.mtandao.rest.internal.openapi;

import static io.mtandao.rest.internal.openapi.Schemas.map;

import io.mtandao.api.ListQuery;
import io.mtandao.rest.internal.edge.Bodiless;
import io.mtandao.rest.internal.edge.ForOperator;
import io.mtandao.rest.internal.edge.IfMatch;
import io.mtandao.rest.internal.edge.Lists;
import io.mtandao.rest.internal.edge.Operation;
import io.mtandao.rest.internal.edge.Params;
import io.mtandao.rest.internal.edge.ProblemTable;
import io.mtandao.rest.internal.edge.Public;
import io.mtandao.rest.internal.edge.Query;
import io.mtandao.rest.internal.edge.Replies;
import io.mtandao.rest.internal.edge.Versioned;
import io.mtandao.rest.internal.edge.Words;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The OpenAPI 3 document, made from the very annotations and records that the filters and JSON act on. */
public final class OpenApi {
    private static final String ABOUT = """
        Money is {"minor":150000,"currency":"KES"}: whole minor units (cents) and an ISO 4217 code. Instants are UTC. The bearer decides the ISP; it is never a parameter.
        Lists answer {"items":[…],"next":cursor or null}. Unknown fields and parameters are refused with 422. GET by id gives an ETag; PUT needs it as If-Match
        (428 without, 412 when somebody changed the thing meanwhile). A POST that makes something takes an Idempotency-Key, whose answer is kept for 24 hours.
        Problems are application/problem+json (RFC 9457). x-permission: any one of these permissions (scopes of an API key) is needed,
        and all of x-permission-also.""";
    private static final Map<Integer, String> PROBLEMS = new TreeMap<>(Map.of(400, "not well-formed", 401, "no valid bearer", 403, "the permission is missing, or the ISP is suspended",
        404, "there is no such thing in this ISP", 409, "it does not go together with what is there", 412, "changed meanwhile", 422, "some input cannot be accepted: see errors",
        428, "If-Match is missing", 429, "too many tries: see Retry-After", 503, "something needed is away: see Retry-After"));
    private final Schemas schemas = new Schemas();

    private OpenApi() {}

    /** @param base path below which the resources are served */
    public static Map<String, Object> of(String base, Collection<Class<?>> resources) {
        OpenApi api = new OpenApi();
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        for (Class<?> resource : resources)
            for (Method method : resource.getDeclaredMethods())
                verb(method).ifPresent(verb -> paths.computeIfAbsent(base + path(resource, method), p -> new TreeMap<>()).put(verb, api.operation(resource, method, verb)));
        Map<String, Object> problem = map("description", "what was wrong", "content", Map.of(ProblemTable.MEDIA_TYPE,
            map("schema", api.schemas.schema(ProblemTable.Body.class, false), "example", api.schemas.example(ProblemTable.Body.class, null))));
        return map("openapi", "3.0.3", "info", map("title", "Mtandao", "version", "1", "description", ABOUT.replace('\n', ' ')), "servers", List.of(Map.of("url", "/")),
            "paths", paths, "components", map("schemas", api.schemas.components(), "responses", Map.of("Problem", problem), "securitySchemes", map(
                "bearer", map("type", "http", "scheme", "bearer", "description", "a session token (POST /v1/sessions) or an API key"),
                "operator", map("type", "http", "scheme", "bearer", "description", "a session token of the platform's operator (POST /v1/operator/sessions)"))));
    }

    private Map<String, Object> operation(Class<?> resource, Method method, String verb) {
        Operation o = method.getAnnotation(Operation.class);
        if (o == null) throw new IllegalStateException(method + " has no @Operation");
        Map<String, Object> operation = map("operationId", method.getName(), "tags", List.of(tag(resource)), "summary", o.value(), "security", security(resource, method));
        if (o.needs().length > 0) operation.put("x-permission", Stream.of(o.needs()).map(Words::code).toList());
        if (o.also().length > 0) operation.put("x-permission-also", Stream.of(o.also()).map(Words::code).toList());
        List<Object> parameters = parameters(resource, method, verb);
        if (!parameters.isEmpty()) operation.put("parameters", parameters);
        Bodiless.body(method).ifPresent(b -> operation.put("requestBody", map("required", true, "content", content(accepted(resource, method), b.getParameterizedType(), true))));
        operation.put("responses", responses(resource, method, o));
        return operation;
    }

    private List<Object> parameters(Class<?> resource, Method method, String verb) {
        List<Object> all = new ArrayList<>();
        for (Parameter p : method.getParameters())
            if (p.isAnnotationPresent(PathParam.class)) all.add(parameter(p.getAnnotation(PathParam.class).value(), "path", "", schemas.schema(p.getType(), false)));
        for (Query q : method.getAnnotationsByType(Query.class)) all.add(query(q));
        Lists lists = method.getAnnotation(Lists.class);
        for (String name : Params.listing(lists)) all.add(paging(name, lists));
        if (List.of(method.getParameterTypes()).contains(IfMatch.class)) {
            all.add(required(parameter("If-Match", "header", "the ETag that was read", map("type", "string", "example", "\"3\""))));
        }
        if (keyed(resource, method, verb)) all.add(parameter("Idempotency-Key", "header", "1 to 200 visible characters; a repetition with it makes nothing twice", map("type", "string")));
        return all;
    }

    private Map<String, Object> query(Query q) {
        Map<String, Object> parameter = parameter(q.value(), "query", q.help(), schemas.schema(q.type(), false));
        if (!q.needed()) return parameter;
        parameter.put("example", q.eg().isEmpty() ? schemas.example(q.type(), null) : q.eg());
        return required(parameter);
    }

    private static Map<String, Object> paging(String name, Lists lists) {
        return switch (name) {
            case "limit" -> parameter(name, "query", "how many, 50 when left out", map("type", "integer", "minimum", 1, "maximum", ListQuery.MOST, "default", 50));
            case "cursor" -> parameter(name, "query", "next of the page before", map("type", "string"));
            case "q" -> parameter(name, "query", "searches " + lists.search(), map("type", "string"));
            default -> parameter(name, "query", "with '-' before it for descending", map("type", "string", "enum", Stream.of(lists.sorts()).flatMap(s -> Stream.of(s, "-" + s)).toList()));
        };
    }

    private Map<String, Object> responses(Class<?> resource, Method method, Operation o) {
        boolean silent = method.getReturnType() == void.class;
        int status = o.status() != 0 ? o.status() : silent ? 204 : 200;
        Map<String, Object> success = map("description", silent ? "done" : "success");
        Map<String, Object> headers = new LinkedHashMap<>();
        if (Versioned.class.isAssignableFrom(method.getReturnType())) headers.put("ETag", map("schema", map("type", "string"), "description", "the version, for If-Match"));
        if (Replies.isAddressed(o, method)) headers.put("Location", map("schema", map("type", "string"), "description", "where what was made is found"));
        if (!headers.isEmpty()) success.put("headers", headers);
        if (!silent) success.put("content", content(produced(resource, method), method.getGenericReturnType(), false));
        Map<String, Object> all = map("" + status, success);
        problems(resource, method, o).forEach(code -> all.put("" + code, Map.of("$ref", "#/components/responses/Problem")));
        all.put("default", Map.of("$ref", "#/components/responses/Problem"));
        return all;
    }

    private static Stream<Integer> problems(Class<?> resource, Method method, Operation o) {
        boolean open = method.isAnnotationPresent(Public.class), body = Bodiless.body(method).isPresent();
        boolean params = method.isAnnotationPresent(Lists.class) || method.getAnnotationsByType(Query.class).length > 0;
        boolean versioned = List.of(method.getParameterTypes()).contains(IfMatch.class);
        return PROBLEMS.keySet().stream().filter(code -> switch (code) {
            case 400 -> body;
            case 401, 403 -> !open || tag(resource).equals("sessions");
            case 404 -> path(resource, method).contains("{");
            case 409 -> !method.isAnnotationPresent(jakarta.ws.rs.GET.class);
            case 412, 428 -> versioned;
            case 422 -> body || params;
            case 429 -> open;
            default -> false;
        });
    }

    private Map<String, Object> content(String[] mediaTypes, Type type, boolean body) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (String mediaType : mediaTypes) {
            boolean json = mediaType.equals(MediaType.APPLICATION_JSON);
            Map<String, Object> media = map("schema", json ? schemas.schema(type, body) : file(mediaType));
            Object example = json ? schemas.example(type, null) : null;
            if (example != null) media.put("example", example);
            content.put(mediaType, media);
        }
        return content;
    }

    private static Map<String, Object> file(String mediaType) {
        return mediaType.startsWith("text/") ? map("type", "string") : map("type", "string", "format", "binary");
    }

    private static List<Object> security(Class<?> resource, Method method) {
        if (method.isAnnotationPresent(Public.class)) return List.of();
        return List.of(Map.of(resource.isAnnotationPresent(ForOperator.class) ? "operator" : "bearer", List.of()));
    }

    private static boolean keyed(Class<?> resource, Method method, String verb) {
        return verb.equals("post") && method.getAnnotation(Operation.class).makes() && !method.isAnnotationPresent(Public.class) && !resource.isAnnotationPresent(ForOperator.class);
    }

    private static Optional<String> verb(Method method) {
        for (Annotation a : method.getAnnotations())
            if (a.annotationType().isAnnotationPresent(HttpMethod.class)) return Optional.of(a.annotationType().getSimpleName().toLowerCase(java.util.Locale.ROOT));
        return Optional.empty();
    }

    private static String path(Class<?> resource, Method method) {
        Path below = method.getAnnotation(Path.class);
        return resource.getAnnotation(Path.class).value() + (below == null ? "" : "/" + below.value());
    }

    private static String tag(Class<?> resource) {
        String path = resource.getAnnotation(Path.class).value();
        return path.startsWith("/v1/") ? path.substring(4).split("/")[0] : "about";
    }

    private static String[] accepted(Class<?> resource, Method method) {
        return method.isAnnotationPresent(Consumes.class) ? method.getAnnotation(Consumes.class).value() : resource.getAnnotation(Consumes.class).value();
    }

    private static String[] produced(Class<?> resource, Method method) {
        return method.isAnnotationPresent(Produces.class) ? method.getAnnotation(Produces.class).value() : resource.getAnnotation(Produces.class).value();
    }

    private static Map<String, Object> parameter(String name, String in, String help, Map<String, Object> schema) {
        Map<String, Object> parameter = map("name", name, "in", in);
        if (!help.isEmpty()) parameter.put("description", help);
        if (in.equals("path")) parameter.put("required", true);
        parameter.put("schema", schema);
        return parameter;
    }

    private static Map<String, Object> required(Map<String, Object> parameter) {
        parameter.put("required", true);
        return parameter;
    }
}
