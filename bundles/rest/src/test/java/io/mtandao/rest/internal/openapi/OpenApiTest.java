package io.mtandao.rest.internal.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import io.mtandao.api.Permission;
import io.mtandao.rest.internal.ApiServer;
import io.mtandao.rest.internal.RestTest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document against the resources, and against what the server really does with its own examples. */
class OpenApiTest extends RestTest {
    private final JsonNode document = api.get("/api/openapi.json", "Authorization", "").json();

    private record Op(String verb, String path, JsonNode node) {
        String success() {
            return Stream.of("200", "201", "202", "204").filter(node.path("responses")::has).findFirst().orElseThrow();
        }

        JsonNode parameter(String in, String name) {
            for (JsonNode p : node.path("parameters")) if (p.path("in").asText().equals(in) && (name == null || p.path("name").asText().equals(name))) return p;
            return null;
        }

        /** As the document gives them for an example. */
        String neededParameters() {
            List<String> all = new ArrayList<>();
            for (JsonNode p : node.path("parameters"))
                if (p.path("in").asText().equals("query") && p.path("required").asBoolean())
                    all.add(p.path("name").asText() + "=" + URLEncoder.encode(p.path("example").asText(), StandardCharsets.UTF_8));
            return all.isEmpty() ? "" : "?" + String.join("&", all);
        }

        @Override
        public String toString() {
            return verb + " " + path;
        }
    }

    private List<Op> operations() {
        List<Op> all = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().forEach(op -> all.add(new Op(op.getKey(), path.getKey(), op.getValue()))));
        return all;
    }

    @Test
    void everyResourceMethodIsOneOperationAndTheReverse() throws Exception {
        Set<String> methods = new TreeSet<>(), operations = new TreeSet<>();
        for (Class<?> resource : resources())
            for (Method m : resource.getDeclaredMethods())
                if (Stream.of(m.getAnnotations()).anyMatch(a -> a.annotationType().isAnnotationPresent(HttpMethod.class))) assertThat(methods.add(m.getName())).as("two are called " + m).isTrue();
        for (Op op : operations()) operations.add(op.node.path("operationId").asText());
        assertThat(operations).isEqualTo(methods).hasSizeGreaterThan(70);
    }

    /** Found in the folder, not in a list that somebody must remember to extend. */
    private static List<Class<?>> resources() throws Exception {
        List<Class<?>> found = new ArrayList<>();
        try (Stream<java.nio.file.Path> files = Files.list(java.nio.file.Path.of("target/classes/io/mtandao/rest/internal/v1"))) {
            for (java.nio.file.Path f : files.toList()) {
                Class<?> c = Class.forName("io.mtandao.rest.internal.v1." + f.getFileName().toString().replace(".class", ""));
                if (c.isAnnotationPresent(Path.class)) found.add(c);
            }
        }
        return found;
    }

    @Test
    void everyOperationAnswersItsOwnExampleAsItSays() {
        for (Op op : operations()) {
            ApiServer.Reply reply = call(op, op.node.path("security").toString().contains("operator") ? ApiServer.OPERATOR : ApiServer.OWNER);
            assertThat(reply.status()).as(op + " -> " + reply).isEqualTo(Integer.parseInt(op.success()));
            JsonNode success = op.node.path("responses").path(op.success());
            success.path("headers").fieldNames().forEachRemaining(h -> assertThat(reply.header(h)).as(op + " header " + h).isNotBlank());
            JsonNode schema = success.path("content").path("application/json").path("schema");
            if (schema.isMissingNode()) continue;
            new Shape(document).check(op.toString(), schema, reply.json());
            JsonNode example = success.path("content").path("application/json").path("example");
            if (!example.isMissingNode()) new Shape(document).check(op + " example", schema, example);
        }
    }

    @Test
    void everyOperationWithSecurityRefusesAStranger() {
        for (Op op : operations()) {
            if (op.node.path("security").isEmpty()) continue;
            assertThat(call(op, "nobody").status()).as(op.toString()).isEqualTo(401);
            assertThat(op.node.path("responses").has("401")).as(op.toString()).isTrue();
        }
    }

    @Test
    void everyOperationWithAPermissionRefusesACallerWithoutAny() {
        api.caller = io.mtandao.rest.internal.Sample.caller(Set.of());
        for (Op op : operations()) if (op.node.has("x-permission")) assertThat(call(op, ApiServer.OWNER).status()).as(op.toString()).isEqualTo(403);
    }

    @Test
    void everyOperationRefusesACallerWhoLacksOneOfThoseThatItNeedsBesides() {
        List<Op> besides = operations().stream().filter(op -> op.node.has("x-permission-also")).toList();
        assertThat(besides).isNotEmpty();
        for (Op op : besides)
            for (JsonNode lacked : op.node.path("x-permission-also")) {
                Set<Permission> others = EnumSet.allOf(Permission.class);
                others.remove(Permission.ofCode(lacked.asText()));
                api.caller = io.mtandao.rest.internal.Sample.caller(others);
                assertThat(call(op, ApiServer.OWNER).status()).as(op + " without " + lacked).isEqualTo(403);
            }
    }

    @Test
    void theOnlyOperationsWithoutAPermissionAreThese() {
        assertThat(operations().stream().filter(op -> !op.node.has("x-permission") && !op.path.contains("/operator/")).map(Op::toString)).containsExactlyInAnyOrder(
            "get /api/openapi.json", "post /api/v1/registrations", "post /api/v1/sessions", "get /api/v1/sessions/current", "delete /api/v1/sessions/current",
            "post /api/v1/sessions/password-resets", "post /api/v1/sessions/password-resets/confirm", "get /api/v1/staff/{id}", "post /api/v1/staff/me/password");
    }

    @Test
    void whatWasMadeIsFoundWhereItsLocationSays() {
        List<String> lost = new ArrayList<>();
        for (Op op : operations()) {
            if (!op.node.path("responses").path(op.success()).path("headers").has("Location") || op.path.contains("/operator/")) continue;
            if (api.get(call(op, ApiServer.OWNER).header("Location")).status() != 200) lost.add(op.path);
        }
        assertThat(lost).containsExactly("/api/v1/api-keys");
    }

    @Test
    void everyListHasPagingAndEveryListIsAPage() {
        for (Op op : operations()) {
            if (op.parameter("query", "limit") == null) continue;
            JsonNode schema = new Shape(document).resolved(op.node.path("responses").path("200").path("content").path("application/json").path("schema"));
            assertThat(schema.path("properties").fieldNames()).as(op.toString()).toIterable().containsExactly("items", "next");
            assertThat(op.parameter("query", "cursor")).as(op.toString()).isNotNull();
        }
    }

    @Test
    void putsByIdNeedTheVersionWheneverTheirGetGivesOne() {
        for (Op op : operations()) {
            if (!op.verb.equals("put")) continue;
            boolean versioned = document.path("paths").path(op.path).path("get").path("responses").path("200").path("headers").has("ETag");
            assertThat(op.parameter("header", "If-Match") != null).as(op.toString()).isEqualTo(versioned);
        }
    }

    @Test
    void everyPostThatMakesSomethingTakesAKey() {
        List<String> without = operations().stream().filter(op -> op.verb.equals("post") && op.parameter("header", "Idempotency-Key") == null && !op.node.path("security").isEmpty())
            .map(Op::path).filter(p -> !p.contains("/operator/")).toList();
        assertThat(without).containsExactlyInAnyOrder("/api/v1/bills/{id}/public-link", "/api/v1/callbacks/{id}/replay", "/api/v1/ledger/proof",
            "/api/v1/plugins/{id}/test", "/api/v1/routers/{id}/test", "/api/v1/shadow-billing/compare", "/api/v1/shadow-billing/sum", "/api/v1/staff/me/password",
            "/api/v1/subscribers/imports/look", "/api/v1/subscribers/imports/preview", "/api/v1/subscriptions/{id}/sync", "/api/v1/subscriptions/{id}/usage",
            "/api/v1/vouchers/search");
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryPathParameterIsDeclared() {
        Set<String> refs = new HashSet<>();
        document.findValuesAsText("$ref").forEach(refs::add);
        assertThat(refs).allSatisfy(ref -> assertThat(document.at(ref.substring(1)).isMissingNode()).as(ref).isFalse());
        for (Op op : operations()) if (op.path.contains("{")) assertThat(op.parameter("path", null)).as(op.toString()).isNotNull();
    }

    @Test
    void aResourceMethodWithoutADescriptionIsRefusedAtOnce() {
        assertThatIllegalStateException().isThrownBy(() -> OpenApi.of("/api", List.of(Undescribed.class))).withMessageContaining("has no @Operation");
    }

    @Path("/v1/undescribed")
    public static final class Undescribed {
        @GET
        public String get() {
            return "";
        }
    }

    private ApiServer.Reply call(Op op, String bearer) {
        String path = op.path.replace("{tenantId}", "isp-a").replace("{event}", "some%20text").replaceAll("\\{[a-zA-Z]+}", "7") + op.neededParameters();
        JsonNode content = op.node.path("requestBody").path("content");
        String body = content.has("application/json") ? content.path("application/json").path("example").toString() : null;
        List<String> headers = new ArrayList<>(List.of("Authorization", "Bearer " + bearer));
        if (op.parameter("header", "If-Match") != null) headers.addAll(List.of("If-Match", "\"3\""));
        return api.send(op.verb.toUpperCase(java.util.Locale.ROOT), path, body, headers.toArray(String[]::new));
    }
}
