package io.mtandao.plugin.mikrotik.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final String HEX = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    @Test
    void isReadInAnySpelling() {
        Fingerprint plain = Fingerprint.parse(HEX);
        assertThat(Fingerprint.parse(plain.toString())).isEqualTo(plain);
        assertThat(Fingerprint.parse("  " + HEX.toUpperCase() + "\n")).isEqualTo(plain);
        assertThat(plain.toString()).startsWith("00:11:22:33").endsWith("EE:FF");
    }

    @Test
    void hasThirtyTwoBytes() {
        assertThatThrownBy(() -> Fingerprint.parse("00:11")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fingerprint.parse(HEX.replace('a', 'g'))).isInstanceOf(IllegalArgumentException.class);
    }
}
