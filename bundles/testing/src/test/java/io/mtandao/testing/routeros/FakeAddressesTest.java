package io.mtandao.testing.routeros;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeAddressesTest {
    private final FakeRouter router = FakeRouter.start();

    @AfterEach
    void close() {
        router.close();
    }

    @Test
    void wordsNumbersAndAddressesInItsOwnWay() {
        router.add("/queue/simple", Map.of("name", "grace", "target", "10.0.0.5", "max-limit", "512k/10M", "burst-limit", "1M/16M", "burst-time", "10/10"));
        assertThat(router.row("/queue/simple", "grace").orElseThrow()).containsEntry("target", "10.0.0.5/32").containsEntry("max-limit", "512000/10000000")
                .containsEntry("burst-limit", "1000000/16000000").containsEntry("burst-threshold", "0/0").containsEntry("burst-time", "10s/10s");
        router.add("/ip/firewall/address-list", Map.of("list", "cut", "address", "10.0.0.5/32"));
        assertThat(router.rows("/ip/firewall/address-list").get(0)).containsEntry("address", "10.0.0.5").doesNotContainKey("name");
    }

    @Test
    void refusesInTheWordsOfRouterOs() throws Exception {
        router.add("/queue/simple", Map.of("name", "grace", "target", "10.0.0.5"));
        router.add("/ip/firewall/address-list", Map.of("list", "cut", "address", "10.0.0.5"));
        router.add("/ip/dhcp-server/lease", Map.of("address", "10.0.0.5", "mac-address", "4C:5E:0C:12:34:56"));
        router.insert("/queue/simple", Map.of("name", "<pppoe-brian>", "dynamic", "true"));
        try (RawClient client = RawClient.loggedInTo(router)) {
            assertThat(trap(client, "/queue/simple/add", "=name=grace", "=target=10.0.0.6")).isEqualTo("failure: already have queue with such name");
            assertThat(trap(client, "/queue/simple/add", "=name=x", "=target=home")).isEqualTo("invalid value for argument target");
            assertThat(trap(client, "/queue/simple/add", "=name=x", "=max-limit=fast/1M")).isEqualTo("invalid value for argument max-limit");
            assertThat(trap(client, "/queue/simple/set", "=numbers=<pppoe-brian>", "=max-limit=1M/1M")).isEqualTo("failure: cannot change dynamic item");
            assertThat(trap(client, "/ip/firewall/address-list/add", "=list=cut", "=address=10.0.0.5/32")).isEqualTo("failure: already have such entry");
            assertThat(trap(client, "/ip/firewall/address-list/add", "=address=10.0.0.5")).isEqualTo("missing value(s) of argument(s) list");
            assertThat(trap(client, "/ip/dhcp-server/lease/add", "=address=10.0.0.5", "=mac-address=4C:5E:0C:12:34:57")).contains("already have static lease");
            assertThat(trap(client, "/ip/dhcp-server/lease/add", "=address=10.0.0.6", "=mac-address=me")).contains("mac address required");
            assertThat(trap(client, "/ip/firewall/filter/add", "=chain=forward", "=place-before=*77")).isEqualTo("no such item");
        }
        assertThat(router.rows("/ip/firewall/filter")).isEmpty();
    }

    @Test
    void theFirstRuleThatFitsDecides() {
        router.add("/ip/firewall/address-list", Map.of("list", "cut", "address", "10.0.0.5"));
        assertThat(router.forwards("10.0.0.5")).isTrue();
        String accept = router.add("/ip/firewall/filter", Map.of("chain", "forward"));
        Map<String, String> drop = Map.of("chain", "forward", "action", "drop", "src-address-list", "cut");
        router.add("/ip/firewall/filter", drop);
        assertThat(router.forwards("10.0.0.5")).as("behind a rule that accepts all").isTrue();
        String before = router.add("/ip/firewall/filter", Map.of("chain", "forward", "action", "drop", "src-address-list", "cut", "place-before", accept));
        assertThat(router.rows("/ip/firewall/filter").get(0)).containsEntry(".id", before);
        assertThat(router.forwards("10.0.0.5")).isFalse();
        assertThat(router.forwards("10.0.0.6")).isTrue();
        router.set("/ip/firewall/filter", before, Map.of("disabled", "yes"));
        assertThat(router.forwards("10.0.0.5")).isTrue();
    }

    private static String trap(RawClient client, String... words) throws Exception {
        var answer = client.ask(words);
        assertThat(answer.get(0).get(0)).isEqualTo("!trap");
        return answer.get(0).stream().filter(word -> word.startsWith("=message=")).findFirst().orElseThrow().substring("=message=".length());
    }
}
