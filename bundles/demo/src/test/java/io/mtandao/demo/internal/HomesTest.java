package io.mtandao.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.testing.routeros.FakeRouter;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HomesTest {
    private final FakeRouter router = FakeRouter.start();
    private final Homes homes = new Homes(router);

    @AfterEach
    void close() {
        router.close();
    }

    @Test
    void whoeverIsLetOnComesOnlineByItself() {
        router.add("/ppp/secret", Map.of("name", "asha", "password", "a", "disabled", "true"));
        homes.visit();
        assertThat(router.isOnline("asha")).isFalse();

        router.set("/ppp/secret", "asha", Map.of("disabled", "false"));
        assertThat(router.isOnline("asha")).isTrue();
    }

    @Test
    void aNewPasswordIsTypedIntoTheEquipment() {
        router.add("/ppp/secret", Map.of("name", "asha", "password", "a", "disabled", "true"));
        homes.visit();
        router.set("/ppp/secret", "asha", Map.of("password", "b", "disabled", "false"));
        assertThat(router.isOnline("asha")).isFalse();

        homes.visit();
        assertThat(router.isOnline("asha")).isTrue();
    }
}
