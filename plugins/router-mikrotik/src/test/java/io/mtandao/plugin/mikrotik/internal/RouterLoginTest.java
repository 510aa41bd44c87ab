package io.mtandao.plugin.mikrotik.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.plugin.mikrotik.internal.RouterFault.Kind;
import io.mtandao.testing.routeros.FakeRouter;
import org.junit.jupiter.api.Test;

class RouterLoginTest extends RouterTest {

    @Test
    void theFormSince643() {
        assertThat(open(plain(), PATIENT).call(IDENTITY).rows()).hasSize(1);
    }

    @Test
    void aWrongPasswordIsRefused() {
        RouterFault refused = fault(Kind.AUTH, () -> open(plain("mtandao", "wrong-pw", false), PATIENT));
        assertThat(refused).hasMessageContaining("invalid user name or password").hasMessageNotContaining("wrong-pw");
    }

    @Test
    void theChallengeOfOldRoutersIsAnsweredWhenAllowed() {
        start(FakeRouter.builder().version("6.42.12"));
        assertThat(open(plain("mtandao", "router-password", true), PATIENT).call(IDENTITY).rows()).hasSize(1);
        fault(Kind.AUTH, () -> open(plain("mtandao", "wrong", true), PATIENT));
    }

    @Test
    void theChallengeIsNotAnsweredUnlessAllowed() {
        start(FakeRouter.builder().version("6.42.12"));
        assertThat(fault(Kind.AUTH, () -> open(plain(), PATIENT))).hasMessageContaining("not enabled");
    }

    @Test
    void theChallengeIsHashedWithAZeroByteAndThePassword() {
        // worked out with: (printf '\0pass'; printf '00112233445566778899aabbccddeeff' | xxd -r -p) | md5sum
        assertThat(RouterLogin.response("00112233445566778899aabbccddeeff", "pass")).isEqualTo("00c17761e19a25351426f5b61ec6e7e9a1");
        fault(Kind.PROTOCOL, () -> RouterLogin.response("not hex", "pass"));
    }

    @Test
    void aUserWithoutTheRightPolicyIsTold() {
        start(FakeRouter.builder().user("reader", "pw", "read"));
        RouterConnection connection = open(plain("reader", "pw", false), PATIENT);
        fault(Kind.PERMISSION, () -> connection.call(Command.of("/ppp/secret/add").with("name", "x")));
    }
}
