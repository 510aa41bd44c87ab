package io.mtandao.testing.routeros;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FakeHotspotTest {
    private static final String PHONE = "4C:5E:0C:12:34:56", LAPTOP = "4C:5E:0C:65:43:21";
    private final FakeRouter router = FakeRouter.start();

    @BeforeEach
    void aUser() {
        router.add("/ip/hotspot/user/profile", Map.of("name", "Cafe", "rate-limit", "1M/2M", "shared-users", "1"));
        router.add("/ip/hotspot/user", Map.of("name", "grace", "password", "pw", "profile", "Cafe"));
    }

    @AfterEach
    void close() {
        router.close();
    }

    @Test
    void refusesInTheWordsOfRouterOs() throws Exception {
        router.add("/ip/hotspot", Map.of("name", "lobby"));
        try (RawClient client = RawClient.loggedInTo(router)) {
            assertThat(trap(client, "/ip/hotspot/user/add", "=name=grace")).isEqualTo("failure: already have user with this name for this server");
            assertThat(client.ask("/ip/hotspot/user/add", "=name=grace", "=server=lobby").get(0).get(0)).isEqualTo("!done");
            assertThat(trap(client, "/ip/hotspot/user/add", "=name=x", "=server=roof")).isEqualTo("input does not match any value of server");
            assertThat(trap(client, "/ip/hotspot/user/add", "=name=x", "=profile=Nope")).isEqualTo("input does not match any value of profile");
            assertThat(trap(client, "/ip/hotspot/user/profile/add", "=name=x", "=shared-users=0")).isEqualTo("invalid value for argument shared-users");
            assertThat(trap(client, "/ip/hotspot/user/profile/add", "=name=Cafe")).isEqualTo("failure: profile with the same name already exists");
            assertThat(trap(client, "/ip/hotspot/user/add", "=password=x")).isEqualTo("missing value(s) of argument(s) name");
            assertThat(trap(client, "/ip/hotspot/active/add", "=user=grace")).isEqualTo("no such command");
            assertThat(trap(client, "/ip/hotspot/user/set", "=.id=*77", "=disabled=yes")).isEqualTo("no such item");
            assertThat(trap(client, "/ip/hotspot/user/set", "=numbers=default-trial", "=disabled=yes")).isEqualTo("failure: cannot change dynamic item");
        }
    }

    @Test
    void letsInAsManyDevicesAsTheProfileSaysWithTheSpeedOfTheMoment() {
        assertThat(router.logIn("grace", "wrong", PHONE)).isEmpty();
        assertThat(router.logIn("grace", "pw", PHONE).orElseThrow().rateLimit()).isEqualTo("1M/2M");
        assertThat(router.logIn("grace", "pw", LAPTOP)).isEmpty();
        router.set("/ip/hotspot/user/profile", "Cafe", Map.of("shared-users", "unlimited", "rate-limit", "3M/3M"));
        assertThat(router.logIn("grace", "pw", LAPTOP).orElseThrow().rateLimit()).isEqualTo("3M/3M");
        assertThat(router.rows("/queue/simple")).extracting(row -> row.get("max-limit")).containsExactly("1M/2M", "3M/3M");
    }

    @Test
    void aDisabledUserStaysOnUntilItsSessionIsRemovedAndItsCookieOutlivesThat() {
        router.carry("grace", "pw", PHONE);
        router.set("/ip/hotspot/user", "grace", Map.of("disabled", "yes"));
        assertThat(router.isOnHotspot("grace")).isTrue();
        router.remove("/ip/hotspot/active", router.rows("/ip/hotspot/active").get(0).get(".id"));
        assertThat(router.isOnHotspot("grace")).isFalse();
        assertThat(router.rows("/queue/simple")).isEmpty();
        router.set("/ip/hotspot/user", "grace", Map.of("disabled", "no", "password", "new"));
        assertThat(router.isOnHotspot("grace")).as("by the cookie, whatever the password is now").isTrue();
    }

    @Test
    void idsChangeWhenToldTo() throws Exception {
        router.faults().once(Fault.NEW_IDS, "/ip/hotspot/user/set");
        try (RawClient client = RawClient.loggedInTo(router)) {
            String id = router.row("/ip/hotspot/user", "grace").orElseThrow().get(".id");
            assertThat(trap(client, "/ip/hotspot/user/set", "=.id=" + id, "=disabled=yes")).isEqualTo("no such item");
            assertThat(router.row("/ip/hotspot/user", "grace").orElseThrow()).containsEntry("disabled", "false").doesNotContainEntry(".id", id);
        }
    }

    private static String trap(RawClient client, String... words) throws Exception {
        List<List<String>> answer = client.ask(words);
        assertThat(answer.get(0).get(0)).isEqualTo("!trap");
        return answer.get(0).stream().filter(word -> word.startsWith("=message=")).findFirst().orElseThrow().substring("=message=".length());
    }
}
