package io.mtandao.ui.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.billing.Subscriber.MapPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinatesTest {
    @ParameterizedTest
    @ValueSource(strings = {"-1.2921, 36.8219", "-1.2921,36.8219", "(-1.2921, 36.8219)", "-1.2921 36.8219", "\u22121.2921; 36.8219", " -1.2921°, 36.8219° "})
    void bothAreReadAsMapsWriteThem(String pasted) {
        assertThat(Coordinates.pair(pasted)).contains(new MapPoint(-1.2921, 36.8219));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "36.8219", "91, 36", "-1.2, 181", "here", "1,2,3", "-1.2921, "})
    void nothingElseIsAPoint(String pasted) {
        assertThat(Coordinates.pair(pasted)).isEmpty();
    }

    @Test
    void oneNumberHasItsBounds() {
        assertThat(Coordinates.one("-1.5", 90)).contains(-1.5);
        assertThat(Coordinates.one("120", 90)).isEmpty();
        assertThat(Coordinates.one("120", 180)).contains(120.0);
        assertThat(Coordinates.one("1.2.3", 90)).isEmpty();
    }

    @Test
    void isShownWithoutLosingDigits() {
        assertThat(Coordinates.text(-1.3953100)).isEqualTo("-1.39531");
        assertThat(Coordinates.text(0.0000012)).isEqualTo("0.0000012");
    }
}
