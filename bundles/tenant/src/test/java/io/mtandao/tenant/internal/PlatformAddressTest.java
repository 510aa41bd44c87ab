package io.mtandao.tenant.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformAddressTest {
    @Test
    void linksStandBehindTheAddressWithoutDoubledSlashes() {
        for (String url : new String[] {"https://isp.example.org", "https://isp.example.org/", " https://isp.example.org// "})
            assertThat(new PlatformAddress(url).link(PlatformAddress.RESET + "t")).isEqualTo("https://isp.example.org/ui/reset?token=t");
    }

    @Test
    void theHostIsToldWithoutPortInLowerCase() {
        assertThat(new PlatformAddress("https://ISP.Example.org:8443").host()).isEqualTo("isp.example.org");
        assertThat(new PlatformAddress("http://127.0.0.1:8181").host()).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "isp.example.org", "ftp://isp.example.org", "https://", "https://isp.example.org/path", "https://isp example"})
    void whatIsNoAddressIsToldAtStart(String url) {
        assertThatThrownBy(() -> new PlatformAddress(url)).isInstanceOf(IllegalArgumentException.class);
    }
}
