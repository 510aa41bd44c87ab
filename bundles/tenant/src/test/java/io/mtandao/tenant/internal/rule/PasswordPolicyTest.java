package io.mtandao.tenant.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Invalid;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
    @ParameterizedTest
    @ValueSource(strings = {"correct horse", "kumi na moja 11", "ñandú-ñandú", "          x-y-z"})
    void anythingLongAndUncommonWillDo(String password) {
        assertThat(wrong(password)).isEmpty();
    }

    @Test
    void tenCharactersAreTheLeast() {
        assertThat(wrong(null)).containsEntry("pw", "at least 10 characters");
        assertThat(wrong("")).containsEntry("pw", "at least 10 characters");
        assertThat(wrong("abc-def-9")).containsEntry("pw", "at least 10 characters");
        assertThat(wrong("abc-def-90")).isEmpty();
    }

    @Test
    void twoHundredAreTheMost() {
        assertThat(wrong("abcd".repeat(50))).isEmpty();
        assertThat(wrong("abcd".repeat(50) + "e")).containsKey("pw");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password123", "PassWord123", "1234567890", "qwertyuiop", "administrator"})
    void theCommonOnesAreRefusedInAnyCase(String password) {
        assertThat(wrong(password).get("pw")).contains("tried first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aaaaaaaaaaaa", "ababababababab", "abcabcabcabc"})
    void threeDifferentCharactersAreTooFew(String password) {
        assertThat(wrong(password).get("pw")).contains("different");
    }

    @Test
    void theShortNameAndTheAddressMustNotBeInIt() {
        assertThat(wrong("my-Savanna-2026", "savanna", "jane@savanna.example").get("pw")).contains("short name");
        assertThat(wrong("x jane@Savanna.example", "other", "jane@savanna.example").get("pw")).contains("e-mail");
        assertThat(wrong("jane likes tea", "savanna", "jane@savanna.example")).isEmpty();
    }

    @Test
    void withoutPersonalWordsNothingIsCompared() {
        assertThat(wrong("jane likes tea", null, "", " ")).isEmpty();
    }

    private static Map<String, String> wrong(String password, String... personal) {
        Invalid.Check check = new Invalid.Check();
        PasswordPolicy.check(check, "pw", password, personal);
        return check.wrong();
    }
}
