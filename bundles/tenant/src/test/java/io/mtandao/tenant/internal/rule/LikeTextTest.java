package io.mtandao.tenant.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LikeTextTest {
    @Test
    void signsThatLikeKnowsMeanThemselves() {
        assertThat(LikeText.containing("50%_Off!")).isEqualTo("%50!%!_off!!%");
        assertThat(LikeText.startingWith("staff/")).isEqualTo("staff/%");
    }
}
