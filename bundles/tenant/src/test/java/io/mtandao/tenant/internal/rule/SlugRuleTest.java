package io.mtandao.tenant.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Invalid;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugRuleTest {
    @ParameterizedTest
    @ValueSource(strings = {"abc", "savanna-net", "4g-kenya", "a1b", "a-b-c", "abcdefghijabcdefghijabcdefghijabcdefghij"})
    void plainNamesPass(String slug) {
        assertThat(wrong(slug)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "ab", "-abc", "abc-", "a--b", "Savanna", "sa vanna", "sávanna", "a.b.c", "a_b_c", "abcdefghijabcdefghijabcdefghijabcdefghijk", "abc\n"})
    void otherShapesAreRefused(String slug) {
        assertThat(wrong(slug).get("isp.slug")).startsWith("3 to 40");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api", "www", "admin", "operator", "mtandao", "hooks", "health"})
    void whatLooksLikeAPartOfThePlatformIsReserved(String slug) {
        assertThat(wrong(slug).get("isp.slug")).contains("reserved");
    }

    private static Map<String, String> wrong(String slug) {
        Invalid.Check check = new Invalid.Check();
        SlugRule.check(check, "isp.slug", slug);
        return check.wrong();
    }
}
