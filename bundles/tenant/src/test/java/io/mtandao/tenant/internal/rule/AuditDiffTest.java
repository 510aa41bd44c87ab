package io.mtandao.tenant.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Money;
import io.mtandao.api.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditDiffTest {
    @Test
    void onlyWhatDiffersIsShown() {
        assertThat(diff(Map.of("name", "Ann", "phone", "1"), Map.of("name", "Anne", "phone", "1"))).containsOnly(Map.entry("name", change("Ann", "Anne")));
    }

    @Test
    void aCreationHasNoBeforeAndADeletionNoAfter() {
        assertThat(diff(null, Map.of("name", "Ann"))).containsOnly(Map.entry("name", change(null, "Ann")));
        assertThat(diff(Map.of("name", "Ann"), null)).containsOnly(Map.entry("name", change("Ann", null)));
        assertThat(diff(null, null)).isEmpty();
    }

    @Test
    void aFieldThatCameOrWentCounts() {
        Map<String, Object> without = new HashMap<>();
        without.put("phone", null);
        assertThat(diff(without, Map.of("phone", "1"))).containsOnly(Map.entry("phone", change(null, "1")));
        assertThat(diff(Map.of(), without)).as("null is like nothing").isEmpty();
    }

    @Test
    void fieldsKeepTheirOrder() {
        Map<String, Object> after = new LinkedHashMap<>();
        after.put("z", 1);
        after.put("a", 2);
        assertThat(diff(null, after).keySet()).containsExactly("z", "a");
    }

    @Test
    void numbersAndTruthsStayAndTheRestBecomesText() {
        Map<String, Object> after = new LinkedHashMap<>();
        after.put("number", 7);
        after.put("truth", true);
        after.put("role", Role.READ_ONLY);
        after.put("at", Instant.parse("2026-11-22T08:00:00Z"));
        after.put("price", Money.of(150_000, "KES"));
        after.put("list", Arrays.asList("a", null, 1));
        after.put("inner", Map.of("x", Role.OWNER));
        Map<String, Object> shown = new LinkedHashMap<>();
        diff(null, after).forEach((k, v) -> shown.put(k, v.get("after")));
        assertThat(shown).containsEntry("number", 7).containsEntry("truth", true).containsEntry("role", "READ_ONLY").containsEntry("at", "2026-11-22T08:00:00Z")
                .containsEntry("price", "KES 1,500.00").containsEntry("list", Arrays.asList("a", null, 1)).containsEntry("inner", Map.of("x", "OWNER"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "oldPassword", "passwordHash", "apiKey", "api_key", "consumerSecret", "accessToken", "passkey", "pin", "PIN", "credentials"})
    void whatIsCalledLikeASecretIsMasked(String name) {
        assertThat(diff(Map.of(name, "old"), Map.of(name, "new"))).containsOnly(Map.entry(name, change("•••", "•••")));
        assertThat(diff(null, Map.of(name, "new"))).containsOnly(Map.entry(name, change(null, "•••")));
    }

    @Test
    void secretsAreMaskedWithinMapsToo() {
        Map<String, Map<String, Object>> changes = diff(null, Map.of("settings", Map.of("shortcode", "600000", "passkey", "abc")));
        assertThat(changes.get("settings").get("after")).isEqualTo(Map.of("shortcode", "600000", "passkey", "•••"));
    }

    @Test
    void longTextsAreShortenedAndLongListsCut() {
        String text = "x".repeat(600);
        assertThat(diff(null, Map.of("note", text)).get("note").get("after")).isEqualTo("x".repeat(500) + "… (600 characters)");
        List<Integer> many = new ArrayList<>(IntStream.range(0, 80).boxed().toList());
        assertThat((List<?>) diff(null, Map.of("ids", many)).get("ids").get("after")).hasSize(50);
    }

    private static Map<String, Map<String, Object>> diff(Map<String, ?> before, Map<String, ?> after) {
        return AuditDiff.of(before, after, 500);
    }

    private static Map<String, Object> change(Object before, Object after) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("before", before);
        m.put("after", after);
        return Collections.unmodifiableMap(m);
    }
}
