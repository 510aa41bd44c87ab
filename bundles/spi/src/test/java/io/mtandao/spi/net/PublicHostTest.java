package io.mtandao.spi.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicHostTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "192.0.0.8", "198.18.0.1", "224.0.0.1", "240.0.0.1", "::1", "::",
        "fe80::1", "fd00::1", "ff02::1", "2002:7f00:1::", "2001:0:1::", "64:ff9b::7f00:1", "::ffff:127.0.0.1"})
    void noAddressOfTheOwnNetworkIsPublic(String address) throws UnknownHostException {
        assertThat(PublicHost.isPublic(InetAddress.getByName(address))).isFalse();
        assertThatThrownBy(() -> PublicHost.require(address)).isInstanceOfSatisfying(VendorProblem.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.MISCONFIGURED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "41.90.4.4", "100.128.0.1", "198.20.0.1", "2a00:1450:4009::1", "2001:4860:4860::8888"})
    void otherAddressesAre(String address) throws UnknownHostException {
        assertThat(PublicHost.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void aNameWithoutAnAddressIsTriedAgain() {
        assertThatThrownBy(() -> PublicHost.require("nowhere.invalid")).isInstanceOfSatisfying(VendorProblem.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.RETRY));
    }
}
