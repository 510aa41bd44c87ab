package io.mtandao.billing.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Invalid;
import io.mtandao.api.billing.ServiceType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkAddressTest {
    private static void refused(String ip, String text) {
        assertThatThrownBy(() -> NetworkAddress.checked(ServiceType.STATIC_IP, ip, null))
            .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("ipAddress").containsEntry("ipAddress", text));
    }

    @ParameterizedTest
    @CsvSource({"10.20.0.7, 10.20.0.7", "' 102.68.10.70 ', 102.68.10.70", "192.168.199.255, 192.168.199.255", "100.64.0.1, 100.64.0.1"})
    void anIpv4AddressIsTaken(String typed, String kept) {
        assertThat(NetworkAddress.checked(ServiceType.STATIC_IP, typed, "4c-5e-0c-12-34-56")).isEqualTo(new NetworkAddress(kept, "4C:5E:0C:12:34:56"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:db8::5", "::1", "fe80::1%ether1", "::ffff:10.20.0.7", "2001:db8:0:1::/64"})
    void anIpv6AddressIsRefusedAtOnceAndItIsSaidWhatToGiveInstead(String typed) {
        refused(typed, "an IPv6 address cannot be delivered; give the IPv4 address of the line, like 10.20.0.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.20.0", "10.20.0.256", "10.20.0.0/24", "here", "10.20.0.07", "010.20.0.7", "10.20.0.7.1"})
    void whatIsNoAddressAndASecondSpellingOfOneAreRefused(String typed) {
        refused(typed, "must be an address like 10.20.0.7");
    }
}
