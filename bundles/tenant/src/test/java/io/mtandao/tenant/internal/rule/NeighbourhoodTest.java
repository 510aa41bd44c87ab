package io.mtandao.tenant.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeighbourhoodTest {
    @ParameterizedTest
    @CsvSource({
        "197.248.1.2, 197.248.1.2",
        "'  197.248.1.2 ', 197.248.1.2",
        "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
        "2001:DB8:1:2::1, 20010db800010002/64",
        "2001:db8:1:3::1, 20010db800010003/64",
        "fe80::1%eth0, fe80000000000000/64",
        "::ffff:197.248.1.2, 197.248.1.2",
        "local, local",
        "not:an:address, not:an:address",
        "face:b00k, face:b00k",
    })
    void anIpv6LineIsOneAddress(String address, String expected) {
        assertThat(Neighbourhood.of(address)).isEqualTo(expected);
    }

    @Test
    void nothingIsAnAddressToo() {
        assertThat(Neighbourhood.of(null)).isEmpty();
    }

    @Test
    void theHashTellsTheAddressOfNobody() {
        assertThat(Neighbourhood.hash("197.248.1.2")).hasSize(64).isEqualTo(Neighbourhood.hash(" 197.248.1.2")).isNotEqualTo(Neighbourhood.hash("197.248.1.3"));
    }

    @Test
    void partsOfAFingerprintDoNotRunTogether() {
        assertThat(Fingerprint.of("a", "bc")).isNotEqualTo(Fingerprint.of("ab", "c")).isNotEqualTo(Fingerprint.of("abc"));
        assertThat(Fingerprint.of("a", "bc")).isEqualTo(Fingerprint.of("a", "bc"));
    }
}
