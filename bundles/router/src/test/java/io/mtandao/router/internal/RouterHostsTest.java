package io.mtandao.router.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mtandao.api.Invalid;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.network.NetworkDriver.RouterAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouterHostsTest {
    private final Map<String, String[]> names = new HashMap<>();
    private final RouterHosts asShipped = hosts("");

    private RouterHosts hosts(String allowed) {
        try {
            String refused = (String) RouterHosts.Config.class.getMethod("refused").getDefaultValue();
            return new RouterHosts(refused, allowed, this::resolve);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    private InetAddress[] resolve(String host) throws UnknownHostException {
        String[] known = host.matches(".*[g-z].*") ? names.get(host) : new String[] {host};
        if (known == null) throw new UnknownHostException(host);
        InetAddress[] all = new InetAddress[known.length];
        for (int i = 0; i < known.length; i++) all[i] = InetAddress.getByName(known[i]);
        return all;
    }

    private static RouterAddress at(String host) {
        return new RouterAddress(host, 8729, "mtandao", "secret", true, "ab");
    }

    private static String wrong(RouterHosts hosts, String host) {
        Invalid.Check check = new Invalid.Check();
        hosts.check(check, "host", host);
        return catchThrowable(check::orThrow) instanceof Invalid e ? e.fields().get("host") : null;
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "0.0.0.0", "169.254.169.254", "224.0.0.251", "239.1.1.1", "255.255.255.255", "::1", "::", "fe80::1", "ff02::1", "::ffff:127.0.0.1", "64:ff9b::a9fe:a9fe"})
    void noRouterIsOnThePlatformItselfNorOnAddressesThatAreNobodys(String host) {
        assertThat(wrong(asShipped, host)).contains("is within", "allows no routers");
        assertThatThrownBy(() -> asShipped.resolved(at(host))).isInstanceOfSatisfying(VendorProblem.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.MISCONFIGURED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "192.168.88.1", "172.16.0.1", "100.64.0.1", "41.90.4.4", "2001:db8::1", "fd00::1"})
    void privateAndPublicAddressesAreFine(String host) throws UnknownHostException {
        assertThat(wrong(asShipped, host)).isNull();
        assertThat(asShipped.resolved(at(host)).host()).isEqualTo(InetAddress.getByName(host).getHostAddress());
    }

    @Test
    void theTextNamesAddressAndRange() {
        names.put("router.example.org", new String[] {"127.0.0.1"});
        assertThat(wrong(asShipped, " router.example.org ")).isEqualTo("127.0.0.1 is within 127.0.0.0/8, where this platform's operator allows no routers");
    }

    @Test
    void aNameThatMeansAnotherAddressByTheTimeOfTheCallIsRefusedThen() {
        names.put("rebound.example.org", new String[] {"41.90.4.4"});
        assertThat(wrong(asShipped, "rebound.example.org")).isNull();
        names.put("rebound.example.org", new String[] {"127.0.0.1"});
        assertThatThrownBy(() -> asShipped.resolved(at("rebound.example.org"))).isInstanceOf(VendorProblem.class).hasMessageContaining("127.0.0.0/8");
    }

    @Test
    void oneRefusedAddressOfSeveralIsEnough() {
        names.put("two.example.org", new String[] {"41.90.4.4", "169.254.169.254"});
        assertThat(wrong(asShipped, "two.example.org")).contains("169.254.0.0/16");
        assertThatThrownBy(() -> asShipped.resolved(at("two.example.org"))).isInstanceOf(VendorProblem.class);
    }

    @Test
    void theDriverGetsTheAddressThatWasLookedAtAndEverythingElseAsItIs() {
        names.put("router.example.org", new String[] {"41.90.4.4", "41.90.4.5"});
        assertThat(asShipped.resolved(at("router.example.org"))).isEqualTo(new RouterAddress("41.90.4.4", 8729, "mtandao", "secret", true, "ab"));
    }

    @Test
    void aNameThatNobodyKnowsYetMayBeSavedAndIsTriedAgain() {
        assertThat(wrong(asShipped, "soon.example.org")).isNull();
        assertThatThrownBy(() -> asShipped.resolved(at("soon.example.org"))).isInstanceOfSatisfying(VendorProblem.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.RETRY))
            .hasMessage("the host name soon.example.org is not known");
    }

    @Test
    void theOperatorMayAllowWhatIsRefusedAndRefuseMore() {
        assertThat(wrong(hosts("127.0.0.0/8"), "127.0.0.1")).isNull();
        assertThat(hosts("127.0.0.0/8").resolved(at("127.0.0.1")).host()).isEqualTo("127.0.0.1");
        assertThat(wrong(hosts("127.0.0.1"), "127.0.0.2")).isNotNull();
        assertThat(wrong(new RouterHosts("10.20.0.0/16", "", this::resolve), "10.20.1.1")).contains("10.20.0.0/16");
        assertThatIllegalArgumentException().as("told at start").isThrownBy(() -> hosts("loopback"));
    }
}
