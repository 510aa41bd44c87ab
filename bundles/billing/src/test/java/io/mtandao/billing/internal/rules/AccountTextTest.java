package io.mtandao.billing.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"MT1001", "mt-1001", "Mt 1001", "  mt\u00a01001 ", "MT\u20131001", "m t - 1 0 0 1"})
    void caseSpacesAndDashesDoNotMatter(String typed) {
        assertThat(AccountText.key(typed)).isEqualTo("mt1001");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "- -"})
    void nothingIsNoAccount(String typed) {
        assertThat(AccountText.key(typed)).isEmpty();
    }

    @Test
    void whatPayersCannotTypeIsRefused() {
        assertThat(AccountText.fault("MT-1001")).isNull();
        assertThat(AccountText.fault("A/12.b_c#1")).isNull();
        assertThat(AccountText.fault("--")).contains("at least one letter");
        assertThat(AccountText.fault("MT'1001")).contains("letters, digits");
        assertThat(AccountText.fault("1".repeat(41))).contains("at most 40");
    }
}
