package io.mtandao.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one ISP has, by family (the segment of the path before the id), and how to name it in another's request. */
final class Belongings {
    /** A field or parameter that refers to something, and the family of what it refers to. */
    private static final Map<String, String> REFERENCES = Map.ofEntries(Map.entry("subscriberId", "subscribers"), Map.entry("fromSubscriberId", "subscribers"),
        Map.entry("toSubscriberId", "subscribers"), Map.entry("payerId", "subscribers"), Map.entry("packageId", "packages"), Map.entry("routerId", "routers"),
        Map.entry("subscriptionId", "subscriptions"), Map.entry("addOnId", "add-ons"), Map.entry("runId", "bill-runs"), Map.entry("batchId", "voucher-batches"),
        Map.entry("phone", "phone"), Map.entry("zone", "mark"), Map.entry("building", "mark"), Map.entry("tag", "mark"), Map.entry("q", "mark"));
    private static final Pattern ID_IN_PATH = Pattern.compile("([^/{}]+)/\\{\\w+}");
    final Map<String, String> ids = new HashMap<>();

    /** The path with the ids of these belongings; null when there is none of a family. */
    String path(String template) {
        StringBuilder path = new StringBuilder();
        Matcher m = ID_IN_PATH.matcher(template);
        while (m.find()) {
            String id = ids.get(m.group(1));
            if (id == null) return null;
            m.appendReplacement(path, Matcher.quoteReplacement(m.group(1) + "/" + id));
        }
        return m.appendTail(path).toString();
    }

    /** The query that an operation cannot do without. */
    String neededQuery(JsonNode operation) {
        StringBuilder query = new StringBuilder();
        for (JsonNode p : operation.path("parameters"))
            if (p.path("in").asText().equals("query") && p.path("required").asBoolean()) {
                String name = p.path("name").asText(), value = refersTo(name) ? referred(name) : p.path("example").asText();
                query.append(query.isEmpty() ? "?" : "&").append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        return query.toString();
    }

    boolean refersTo(String name) {
        return REFERENCES.containsKey(name);
    }

    String referred(String name) {
        return ids.get(REFERENCES.get(name));
    }

    /** Puts these ids wherever a body, at any depth, refers to something. @return whether it does */
    boolean fill(JsonNode body) {
        boolean refers = false;
        for (JsonNode inner : body) refers |= fill(inner);
        if (!(body instanceof ObjectNode object)) return refers;
        for (String name : REFERENCES.keySet())
            if (name.endsWith("Id") && object.has(name)) {
                object.put(name, Long.parseLong(referred(name)));
                refers = true;
            }
        return refers;
    }

    /** What the billing engine keeps for an ISP, one of each, all of it marked. */
    void addBilling(Api isp, String mark) {
        String small = mark.toLowerCase(java.util.Locale.ROOT), subscription = "/api/v1/subscriptions/" + ids.get("subscriptions");
        ids.put("mark", mark);
        ids.put("phone", "0722 111 222");
        ids.put("editions", "1");
        make(isp, "taxes", "/api/v1/taxes", "{\"code\":\"%s\",\"name\":\"%s tax\",\"percentHundredths\":1600,\"from\":\"2035-01-01\"}".formatted(small, mark));
        make(isp, "coupons", "/api/v1/coupons", "{\"code\":\"%s\",\"reduction\":{\"percentHundredths\":1000}}".formatted(mark));
        make(isp, "add-ons", "/api/v1/add-ons", "{\"name\":\"%s address\",\"price\":{\"minor\":50000,\"currency\":\"KES\"},\"recurring\":true}".formatted(mark));
        make(isp, "custom-fields", "/api/v1/custom-fields", "{\"key\":\"%s-plot\",\"label\":\"%s plot\",\"kind\":\"text\"}".formatted(small, mark));
        make(isp, "items", subscription + "/items", "{\"addOnId\":%s}".formatted(ids.get("add-ons")));
        make(isp, "discounts", subscription + "/discounts", "{\"reduction\":{\"percentHundredths\":100},\"bills\":1,\"reason\":\"%s\"}".formatted(mark));
        make(isp, "scheduled", subscription + "/scheduled", "{\"kind\":\"cancel\",\"at\":\"2035-01-01T00:00:00Z\",\"reason\":\"%s\"}".formatted(mark));
        make(isp, "voucher-batches", "/api/v1/voucher-batches", "{\"name\":\"%s kiosk\",\"value\":{\"minor\":5000,\"currency\":\"KES\"},\"count\":1}".formatted(mark));
        JsonNode voucher = isp.get("/api/v1/vouchers?batchId=" + ids.get("voucher-batches")).expect(200).get("items").get(0);
        ids.put("vouchers", voucher.get("id").asText());
        ids.put("code", voucher.get("code").asText());
        describe(isp, mark);
        park(isp, mark);
    }

    private void make(Api isp, String family, String path, String body) {
        ids.put(family, isp.post(path, body).expect(201).get("id").asText());
    }

    /** The subscriber's house, zone and tag, by which lists are filtered. */
    private void describe(Api isp, String mark) {
        Api.Answer read = isp.get("/api/v1/subscribers/" + ids.get("subscribers"));
        ObjectNode body = Api.JSON.createObjectNode();
        for (String name : new String[] {"name", "phone", "accountNumber"}) body.set(name, read.expect(200).get(name));
        body.putObject("details").put("building", mark).put("zone", mark).putArray("tags").add(mark);
        isp.put("/api/v1/subscribers/" + ids.get("subscribers"), body.toString(), read.etag()).expect(200);
    }

    /** Somebody expired whose bill is above the ceiling: the run that finds him parks him. */
    private void park(Api isp, String mark) {
        Api.Answer policy = isp.get("/api/v1/billing-policy");
        ObjectNode lower = (ObjectNode) policy.expect(200).deepCopy();
        lower.remove("version");
        lower.putObject("ceiling").put("minor", 1).put("currency", "KES");
        isp.put("/api/v1/billing-policy", lower.toString(), policy.etag()).expect(200);
        long due = World.subscriber(isp, mark + " Juma", "0722 111 333", mark + "-2").get("id").asLong();
        isp.post("/api/v1/subscriptions", "{\"subscriberId\":%d,\"packageId\":%s,\"pppoeUser\":\"%s-juma\",\"expiresAt\":\"%s\"}".formatted(due, ids.get("packages"),
            mark.toLowerCase(java.util.Locale.ROOT), Instant.now().minus(Duration.ofHours(2)))).expect(201);
        ids.put("bill-runs", isp.post("/api/v1/bill-runs", "{}").expect(202).get("id").asText());
        Api.eventually("the run is done", () -> isp.get("/api/v1/bill-runs/" + ids.get("bill-runs")).expect(200).get("state").asText(), "done"::equals);
        ids.put("parked", isp.get("/api/v1/bill-runs/parked?runId=" + ids.get("bill-runs")).expect(200).get("items").get(0).get("id").asText());
    }
}
