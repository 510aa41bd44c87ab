package io.mtandao.tenant.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AwayTest {
    @Test
    void aServiceIsGivenBackAfterItsUseAlsoWhenThatFails() {
        There<String> there = new There<>("service");
        assertThat(Away.use(there, s -> {
            assertThat(there.taken).hasValue(1);
            return s.length();
        })).contains(7);
        assertThatThrownBy(() -> Away.use(there, s -> {
            throw new IllegalStateException("failed");
        })).hasMessage("failed");
        assertThat(there.taken).hasValue(0);
    }

    @Test
    void aServiceThatIsAwayOrGoesMeanwhileIsNoFault() {
        assertThat(Away.use(null, Object::hashCode)).isEmpty();
        There<String> gone = new There<>(null);
        assertThat(Away.use(gone, String::length)).isEmpty();
        assertThat(gone.taken).hasValue(0);
    }
}
