package io.mtandao.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mtandao.testing.db.TestDatabase;
import io.mtandao.testing.routeros.FakeRouter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The isolation suite over REST: learns every operation from the OpenAPI document, and for each has ISP B try it on what belongs to A, with a session
 * and with an API key. An operation for which there is no case fails the suite. The entities below are in the unit bundle's EntityIsolationTest.
 */
class IsolationIT {
    private static final AtomicInteger RUN = new AtomicInteger();
    private static final String MARK = "ALPHA7";

    /** Operations without a tenant's data behind them; each with the reason why it is not tried on A's. */
    private static final Map<String, String> PUBLIC = Map.of(
        "register", "makes a new tenant", "signIn", "tried below with A's address and B's password", "requestReset", "always answers the same", "resetPassword", "takes an unguessable token",
        "getOpenApi", "the document itself", "createFirstOperator", "takes an unguessable token", "useOperatorLink", "takes an unguessable token", "signInOperator", "the platform's own people");

    /** B's own: they name nothing of A and touch B only, so B may do them; what they answer must hold nothing of A. */
    private static final Set<String> OWN = Set.of("whoami", "signOut", "changePassword", "createApiKey", "createPackage", "createStaff", "createRouter", "billDue",
        "createTax", "createAddOn", "createCustomField", "startBillRun", "proveLedger", "updateBillingPolicy", "compareBills", "sumBills", "lookAtImport",
        "getSettings", "updateSettings", "getDashboard", "listPlugins", "getPlugin", "configurePlugin", "testPlugin", "orderPlugins", "listTemplates", "getTemplate", "updateTemplate",
        "exportSubscribers", "previewImport", "runImport", "searchVouchers");

    /** Left out of the comparison before and after: a job looks at A's routers meanwhile, and the trial balance is of now. */
    private static final Set<String> MOVES = Set.of("lookedAt", "health", "healthText", "lastUsedAt", "lastSignIn", "at");

    /** What hangs on one thing of A and is compared as well. */
    private static final Set<String> KEPT_BELOW = Set.of("/api/v1/packages/{id}/editions", "/api/v1/subscriptions/{id}/extras", "/api/v1/subscriptions/{id}/scheduled",
        "/api/v1/subscriptions/{id}/history", "/api/v1/subscriptions/{id}/usage", "/api/v1/subscriptions/{id}/deposit", "/api/v1/subscribers/{id}/ledger", "/api/v1/subscribers/{id}/wallet");

    @ParameterizedTest
    @EnumSource
    void nothingOfOneIspIsReachedByAnother(TestDatabase.Kind kind) {
        World world = World.on(kind);
        int run = RUN.incrementAndGet();
        try (FakeRouter router = World.fakeRouter()) {
            Api a = world.nobody.register("alpha" + run), b = world.nobody.register("bravo" + run);
            Belongings of = furnish(world, a, router);
            World.enablePlugins(b);
            long bella = World.subscriber(b, "Bella", "0733 111 222", "B-1").get("id").asLong();
            long own = World.subscription(b, bella, World.aPackage(b, "Bravo 10M", 200_000), null, "bella");
            String key = b.post("/api/v1/api-keys", "{\"name\":\"all\",\"scopes\":" + scopes(world) + "}").expect(201).get("key").asText();
            JsonNode document = world.nobody.get("/api/openapi.json").expect(200);
            Map<String, String> before = snapshot(a, document, of);

            List<String> faults = new ArrayList<>();
            int tried = 0;
            for (Map.Entry<String, JsonNode> path : fields(document.get("paths")))
                for (Map.Entry<String, JsonNode> verb : fields(path.getValue()))
                    for (Api caller : List.of(b, b.as(key))) {
                        Case c = new Case(path.getKey(), verb.getKey().toUpperCase(java.util.Locale.ROOT), verb.getValue());
                        if (PUBLIC.containsKey(c.id())) continue;
                        attempt(c, caller, of, faults);
                        lookFor(c, caller, of, faults);
                        underOwn(c, caller, of, own, faults);
                        tried++;
                    }
            Api.Answer code = b.post("/api/v1/vouchers/redeem", "{\"code\":\"%s\",\"subscriberId\":%d}".formatted(of.ids.get("code"), bella));
            if (code.status() != 404) faults.add("A's voucher in B's hand: " + code.status() + " " + code.text());
            Api.Answer found = b.post("/api/v1/vouchers/search", "{\"code\":\"%s\"}".formatted(of.ids.get("code")));
            if (found.status() != 200 || found.text().contains(MARK)) faults.add("A's code searched by B: " + found.status() + " " + found.text());
            assertThat(faults).isEmpty();
            assertThat(tried).isGreaterThan(100);
            assertThat(snapshot(a, document, of)).as("A's things are unchanged").isEqualTo(before);
            assertThat(world.nobody.post("/api/v1/sessions", "{\"slug\":\"alpha%d\",\"email\":\"owner@bravo%d.example\",\"password\":\"correct-horse-42\"}".formatted(run, run)).status()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutATenantInContextOrWithAForeignOneInTheBodyNothingIsDone(TestDatabase.Kind kind) {
        World world = World.on(kind);
        Api b = world.nobody.register("charlie" + RUN.incrementAndGet());
        assertThat(world.nobody.get("/api/v1/subscribers").status()).isEqualTo(401);
        assertThat(b.as("ms_" + "x".repeat(43)).get("/api/v1/subscribers").status()).isEqualTo(401);
        Api.Answer assigned = b.post("/api/v1/subscribers", "{\"name\":\"Eve\",\"tenantId\":\"alpha\"}");
        assertThat(assigned.status()).isEqualTo(422);
        assertThat(assigned.text()).contains("tenantId");
        assertThat(b.get("/api/v1/subscribers?tenantId=alpha").status()).isEqualTo(422);
        assertThat(b.send("DELETE", "/api/v1/sessions/current", null, null).status()).isBetween(200, 204);
        assertThat(b.get("/api/v1/subscribers").status()).as("a session that has ended").isEqualTo(401);
    }

    /** One of everything, all of it marked. */
    private static Belongings furnish(World world, Api a, FakeRouter router) {
        World.enablePlugins(a);
        Belongings of = new Belongings();
        Map<String, String> ids = of.ids;
        long routerId = World.router(a, MARK + " tower", router), pack = World.aPackage(a, MARK + " 10M", 200_000);
        long subscriber = World.subscriber(a, MARK + " Grace", "0722 111 222", MARK + "-1").get("id").asLong();
        long subscription = World.subscription(a, subscriber, pack, routerId, MARK.toLowerCase(java.util.Locale.ROOT) + "-grace");
        ids.put("routers", "" + routerId);
        ids.put("packages", "" + pack);
        ids.put("subscribers", "" + subscriber);
        ids.put("subscriptions", "" + subscription);
        ids.put("payments", a.post("/api/v1/payments", "{\"method\":\"cash\",\"subscriberId\":%d,\"amount\":{\"minor\":200000,\"currency\":\"KES\"},\"reference\":\"%s-desk\"}".formatted(subscriber, MARK))
            .expect(201).get("id").asText());
        ids.put("bills", Api.eventually("a bill", () -> a.get("/api/v1/bills").expect(200).get("items"), i -> i.size() == 1).get(0).get("id").asText());
        ids.put("requests", a.post("/api/v1/payments/requests", "{\"subscriberId\":%d,\"amount\":{\"minor\":100000,\"currency\":\"KES\"}}".formatted(subscriber)).expect(201).get("id").asText());
        Api.eventually("the request is paid", () -> a.get("/api/v1/payments/requests/" + ids.get("requests")).expect(200).get("state").asText(), "paid"::equals);
        ids.put("messages", Api.eventually("a message", () -> a.get("/api/v1/messages").expect(200).get("items"), i -> i.size() >= 2).get(0).get("id").asText());
        Api.eventually("messages have gone", () -> a.get("/api/v1/messages?state=queued").expect(200).get("items").size(), n -> n == 0);
        world.daraja.pay("600100", MARK + "-nobody", "500");
        ids.put("unmatched", ids.get("payments"));
        ids.put("callbacks", Api.eventually("a callback", () -> a.get("/api/v1/callbacks").expect(200).get("items"), i -> i.size() > 0).get(0).get("id").asText());
        ids.put("staff", a.post("/api/v1/staff", "{\"fullName\":\"%s Sam\",\"email\":\"sam@alpha.example\",\"role\":\"support\",\"password\":\"another-good-one-1\"}".formatted(MARK)).expect(201).get("id").asText());
        ids.put("api-keys", a.post("/api/v1/api-keys", "{\"name\":\"%s key\",\"scopes\":[\"subscribers:read\"]}".formatted(MARK)).expect(201).get("id").asText());
        Api.eventually("the router has it", () -> a.get("/api/v1/subscriptions/" + subscription + "/network").expect(200).path("applied").asBoolean(), ok -> ok);
        Api.eventually("callbacks are done", () -> a.get("/api/v1/callbacks?state=waiting").expect(200).get("items").size(), n -> n == 0);
        of.addBilling(a, MARK);
        return of;
    }

    private record Case(String path, String verb, JsonNode operation) {
        String id() {
            return operation.get("operationId").asText();
        }

        boolean operator() {
            return path.startsWith("/api/v1/operator");
        }

        /** Whether the path names something of an ISP; a plugin or an event is everybody's. */
        boolean named() {
            return path.contains("{id}") && !operator() && !path.startsWith("/api/v1/plugins/");
        }

        boolean lists() {
            return verb.equals("GET") && !path.contains("{") && !operator();
        }
    }

    private static void attempt(Case c, Api b, Belongings of, List<String> faults) {
        if (c.id().equals("signOut") || c.id().equals("changePassword")) return; // they end B's own session; tried elsewhere
        String path = c.named() ? of.path(c.path())
            : c.path().replace("{id}", "cash").replace("{tenantId}", "alpha").replace("{event}", "payment-received").replaceAll("\\{\\w+}", "1");
        if (path == null) {
            faults.add(c.id() + ": no case for " + c.path());
            return;
        }
        JsonNode example = c.operation().path("requestBody").path("content").path("application/json").path("example").deepCopy();
        boolean refers = of.fill(example);
        String body = example.isMissingNode() ? null : example.toString(), ifMatch = c.verb().equals("PUT") ? "\"1\"" : null;
        Api.Answer answer = b.send(c.verb(), path + of.neededQuery(c.operation()), body, ifMatch);
        String told = c.id() + " " + c.verb() + " " + path + ": " + answer.status() + " " + answer.text();
        if (answer.text().contains(MARK)) faults.add("LEAK " + told);
        if (c.operator()) {
            if (answer.status() != 401 && answer.status() != 403) faults.add(told);
        } else if (c.named()) {
            if (answer.status() != 404) faults.add(told);
        } else if (refers && !OWN.contains(c.id())) {
            if (answer.status() != 404 && answer.status() != 422) faults.add(told);
        } else if (c.verb().equals("GET") || OWN.contains(c.id())) {
            if (answer.status() >= 500) faults.add(told);
        } else faults.add("no case for " + told);
    }

    /** B's lists, asked for what is A's by every filter and search that they have. */
    private static void lookFor(Case c, Api b, Belongings of, List<String> faults) {
        if (!c.lists()) return;
        for (JsonNode p : c.operation().path("parameters")) {
            String name = p.path("name").asText();
            if (!p.path("in").asText().equals("query") || p.path("required").asBoolean() || !of.refersTo(name)) continue;
            String needed = of.neededQuery(c.operation()), filter = name + "=" + of.referred(name).replace(" ", "%20");
            String path = c.path() + needed + (needed.isEmpty() ? "?" : "&") + filter;
            Api.Answer answer = b.get(path);
            if (answer.text().contains(MARK) || answer.status() >= 500) faults.add(c.id() + " " + path + ": " + answer.status() + " " + answer.text());
        }
    }

    /** What is A's, under an address that begins with B's own. */
    private static void underOwn(Case c, Api b, Belongings of, long own, List<String> faults) {
        if (!c.path().matches("/api/v1/subscriptions/\\{id}/.*\\{\\w+}.*")) return;
        String path = of.path(c.path().replace("{id}", "" + own));
        Api.Answer answer = b.send(c.verb(), path, null, null);
        if (answer.status() != 404 || answer.text().contains(MARK)) faults.add(c.id() + " " + c.verb() + " " + path + ": " + answer.status() + " " + answer.text());
    }

    /** Everything that A can list, without what moves by itself. */
    private static Map<String, String> snapshot(Api a, JsonNode document, Belongings of) {
        Map<String, String> seen = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> path : fields(document.get("paths"))) {
            boolean list = path.getValue().has("get") && !path.getKey().contains("{") && path.getKey().startsWith("/api/v1/") && !path.getKey().contains("operator");
            if (!list && !KEPT_BELOW.contains(path.getKey())) continue;
            // a forecast: its periods begin at the moment of asking
            if (path.getKey().equals("/api/v1/bill-runs/preview")) continue;
            Api.Answer answer = a.get(of.path(path.getKey()) + of.neededQuery(path.getValue().get("get")));
            seen.put(path.getKey(), answer.json().isMissingNode() ? answer.text() : still(answer.json()).toString());
        }
        return seen;
    }

    private static JsonNode still(JsonNode node) {
        if (node instanceof ObjectNode o) o.remove(MOVES);
        node.forEach(IsolationIT::still);
        return node;
    }

    private static String scopes(World world) {
        Set<String> all = new TreeSet<>();
        for (io.mtandao.api.Permission p : io.mtandao.api.Permission.values()) all.add('"' + p.code() + '"');
        return all.toString();
    }

    private static Set<Map.Entry<String, JsonNode>> fields(JsonNode node) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        node.fields().forEachRemaining(e -> all.put(e.getKey(), e.getValue()));
        return all.entrySet();
    }
}
