package io.mtandao.billing.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Invalid;
import io.mtandao.api.billing.CustomField;
import io.mtandao.api.billing.CustomField.Kind;
import io.mtandao.api.billing.CustomFields.Draft;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomAnswersTest {
    private static CustomField field(String key, Kind kind, boolean required, String... choices) {
        return new CustomField(1, 1, key, key, kind, List.of(choices), required, 1);
    }

    private static final List<CustomField> FIELDS = List.of(field("contract-no", Kind.TEXT, true), field("floor", Kind.NUMBER, false),
        field("since", Kind.DATE, false), field("own-router", Kind.YES_NO, false), field("level", Kind.CHOICE, false, "Gold", "Silver"));

    private static Map<String, String> kept(Map<String, String> given) {
        Invalid.Check c = new Invalid.Check();
        Map<String, String> kept = CustomAnswers.check(FIELDS, given, c);
        assertThat(c.wrong()).isEmpty();
        return kept;
    }

    private static String fault(String key, String value) {
        Invalid.Check c = new Invalid.Check();
        CustomAnswers.check(FIELDS, Map.of("contract-no", "1", key, value), c);
        assertThat(c.wrong()).as("%s = %s", key, value).containsOnlyKeys("custom." + key);
        return c.wrong().get("custom." + key);
    }

    @Test
    void areKeptInTheFormOfTheirKind() {
        assertThat(kept(Map.of("contract-no", " C 7 ", "floor", "-3.50", "since", "2024-02-29", "own-router", "Yes", "level", "gold")))
            .containsExactly(Map.entry("contract-no", "C 7"), Map.entry("floor", "-3.50"), Map.entry("since", "2024-02-29"), Map.entry("own-router", "true"),
                Map.entry("level", "Gold"));
        assertThat(kept(Map.of("contract-no", "1", "own-router", "false", "floor", " "))).containsExactly(Map.entry("contract-no", "1"), Map.entry("own-router", "false"));
    }

    @Test
    void whatIsNotOfItsKindIsRefusedAtItsKey() {
        assertThat(fault("floor", "third")).contains("number");
        for (String odd : List.of("1e9", "1,000", ".5", "1.", "1234567890123456")) fault("floor", odd);
        for (String odd : List.of("2026-02-29", "28/11/2026", "2026-11-28T00:00", "-2026-01-01")) assertThat(fault("since", odd)).contains("2026-11-28");
        assertThat(fault("own-router", "maybe")).isEqualTo("true or false");
        assertThat(fault("level", "bronze")).isEqualTo("one of Gold, Silver");
        assertThat(fault("shoe-size", "44")).isEqualTo("there is no such field");
    }

    @Test
    void whatIsRequiredMustBeGivenAndTextHasAnEnd() {
        Invalid.Check c = new Invalid.Check();
        CustomAnswers.check(FIELDS, Map.of("contract-no", " "), c);
        assertThat(c.wrong()).containsExactly(Map.entry("custom.contract-no", "must be given"));
        Invalid.Check longer = new Invalid.Check();
        CustomAnswers.check(FIELDS, Map.of("contract-no", "x".repeat(501)), longer);
        assertThat(longer.wrong()).containsOnlyKeys("custom.contract-no");
    }

    @Test
    void aFieldHasAKeyALabelAndChoicesWhenThereIsAChoice() {
        assertThat(CustomFieldRule.check(new Draft(" level ", " Level ", Kind.CHOICE, List.of(" Gold ", "", "Silver"), true, null)))
            .isEqualTo(new Draft("level", "Level", Kind.CHOICE, List.of("Gold", "Silver"), true, null));
        assertRefused(new Draft("Contract No", "x".repeat(101), null, List.of("a"), false, 0), "key", "label", "kind", "position", "choices");
        assertRefused(new Draft("a--b", "A", Kind.TEXT, null, false, null), "key");
        assertRefused(new Draft("a", "A", Kind.CHOICE, List.of(), false, null), "choices");
        assertRefused(new Draft("a", "A", Kind.CHOICE, List.of("x", "X"), false, null), "choices");
        assertRefused(new Draft("a", "A", Kind.CHOICE, Collections.nCopies(51, "x"), false, null), "choices");
        assertRefused(new Draft("a", "A", Kind.CHOICE, List.of("x\ny"), false, null), "choices");
    }

    private static void assertRefused(Draft draft, String... fields) {
        assertThatThrownBy(() -> CustomFieldRule.check(draft)).isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys(fields));
    }
}
