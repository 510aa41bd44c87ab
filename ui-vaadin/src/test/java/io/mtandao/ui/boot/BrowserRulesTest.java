package io.mtandao.ui.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BrowserRulesTest {
    @Test
    void theCookieGetsWhatTheContainerLeavesOut() {
        assertThat(BrowserRules.strict("JSESSIONID=n1; Path=/ui", false)).isEqualTo("JSESSIONID=n1; Path=/ui; HttpOnly; SameSite=Lax");
        assertThat(BrowserRules.strict("JSESSIONID=n1; Path=/ui", true)).endsWith("; Secure");
    }

    @Test
    void whatIsThereStays() {
        assertThat(BrowserRules.strict("JSESSIONID=n1; Path=/ui; Secure; HttpOnly; SameSite=Strict", true)).isEqualTo("JSESSIONID=n1; Path=/ui; Secure; HttpOnly; SameSite=Strict");
    }
}
