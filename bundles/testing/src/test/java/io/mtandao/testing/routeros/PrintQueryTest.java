package io.mtandao.testing.routeros;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrintQueryTest {
    private static final Map<String, String> ROW = Map.of("name", "grace", "service", "pppoe", "rx", "1500");

    @Test
    void comparesProperties() {
        assertThat(matches("name=grace")).isTrue();
        assertThat(matches("=name=grace")).isTrue();
        assertThat(matches("name=other")).isFalse();
        assertThat(matches("name")).isTrue();
        assertThat(matches("comment")).isFalse();
        assertThat(matches("-comment")).isTrue();
        assertThat(matches("comment=")).isFalse();
    }

    @Test
    void comparesNumbersAsNumbers() {
        assertThat(matches(">rx=200")).isTrue();
        assertThat(matches("<rx=200")).isFalse();
        assertThat(matches("<name=zulu")).isTrue();
    }

    @Test
    void wantsEverythingThatStaysOnTheStack() {
        assertThat(matches("name=grace", "service=pppoe")).isTrue();
        assertThat(matches("name=grace", "service=l2tp")).isFalse();
    }

    @Test
    void worksOnTheStack() {
        assertThat(matches("name=grace", "service=l2tp", "#|")).isTrue();
        assertThat(matches("name=grace", "service=l2tp", "#&")).isFalse();
        assertThat(matches("name=other", "#!")).isTrue();
        assertThat(matches("name=other", "name=grace", "#0")).isTrue();
        assertThat(matches("name=grace", "name=other", "#1.!|")).isFalse();
    }

    @Test
    void refusesWhatItCannotWorkOut() {
        assertThatThrownBy(() -> matches("#&")).isInstanceOf(Trap.class);
        assertThatThrownBy(() -> matches("name", "#7")).isInstanceOf(Trap.class);
    }

    private static boolean matches(String... words) {
        return new PrintQuery(List.of(words)).matches(ROW);
    }
}
