package io.mtandao.router.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
    @ParameterizedTest
    @CsvSource({"127.0.0.0/8, 127.0.0.1", "127.0.0.0/8, 127.255.255.255", "10.1.2.3, 10.1.2.3", "10.1.2.0/23, 10.1.3.255", "0.0.0.0/0, 8.8.8.8", "fe80::/10, febf::1", "::1/128, ::1", "::/128, ::"})
    void holdsWhatIsWithin(String range, String address) throws UnknownHostException {
        assertThat(AddressRange.of(range).holds(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.0/8, 128.0.0.1", "127.0.0.0/8, 126.255.255.255", "10.1.2.3, 10.1.2.4", "10.1.2.0/23, 10.1.4.0", "fe80::/10, fec0::1", "::1/128, ::2", "127.0.0.0/8, 2001:db8::1", "::/0, 10.0.0.1"})
    void andNothingElse(String range, String address) throws UnknownHostException {
        assertThat(AddressRange.of(range).holds(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"::ffff:127.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "::127.0.0.1"})
    void anIpv6AddressThatLeadsToAnIpv4OneIsThatOneToo(String address) throws UnknownHostException {
        assertThat(AddressRange.of("127.0.0.0/8").holds(InetAddress.getByName(address))).isTrue();
        assertThat(AddressRange.of("10.0.0.0/8").holds(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "::/129", "10.0.0/8/9", "300.1.1.1", "1.2.3.4.5", "/8", "10.0.0.0/"})
    void whatIsNoRangeIsRefusedWithAnExample(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> AddressRange.of(text)).withMessageContaining(text).withMessageContaining("10.0.0.0/8");
    }

    @Test
    void severalAreSeparatedByCommas() {
        assertThat(AddressRange.all(" 10.0.0.0/8 , ,fe80::/10,")).extracting(AddressRange::toString).containsExactly("10.0.0.0/8", "fe80::/10");
        assertThat(AddressRange.all("")).isEmpty();
    }
}
