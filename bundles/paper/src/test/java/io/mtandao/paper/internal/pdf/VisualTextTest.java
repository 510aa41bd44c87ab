package io.mtandao.paper.internal.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line as its letters stand on paper, from left to right. */
class VisualTextTest {
    private static String all(String text) {
        return VisualText.of(text, c -> true);
    }

    @ParameterizedTest
    @CsvSource({
        "Grace Muthoni, Grace Muthoni",
        // Hebrew runs from the right, numbers in it from the left, brackets change sides
        "\u05d0\u05d1\u05d2, \u05d2\u05d1\u05d0",
        "A \u05d0\u05d1 12 \u05d2 Z, A \u05d2 12 \u05d1\u05d0 Z",
        "\u05d0(\u05d1), (\u05d1)\u05d0",
        // a mark stays behind its letter
        "\u05d0\u05b8\u05d1, \u05d1\u05d0\u05b8",
    })
    void partsThatRunFromTheRightAreTurnedRound(String written, String drawn) {
        assertThat(all(written)).isEqualTo(drawn);
    }

    @Test
    void arabicLettersJoinTheirNeighbours() {
        // meem initial, hah medial, meem medial, dal final
        assertThat(ArabicForms.joined("\u0645\u062d\u0645\u062f")).isEqualTo("\ufee3\ufea4\ufee4\ufeaa");
        // dal joins to nothing after it: reh stands alone
        assertThat(ArabicForms.joined("\u062f\u0631")).isEqualTo("\ufea9\ufead");
        // lam and alef are one letter, here joined to beh before it
        assertThat(ArabicForms.joined("\u0628\u0644\u0627")).isEqualTo("\ufe91\ufefc");
        // a vowel mark between two letters does not part them
        assertThat(ArabicForms.joined("\u0645\u064e\u062d")).isEqualTo("\ufee3\u064e\ufea2");
        assertThat(ArabicForms.joined("Grace")).isEqualTo("Grace");
        assertThat(all("\u0645\u062d")).isEqualTo("\ufea2\ufee3");
    }

    @Test
    void whatTheFontHasNotIsShownInItsPlace() {
        assertThat(VisualText.of("a\u12a0b", c -> c < 256 || c == 0xfffd)).isEqualTo("a\ufffdb");
        assertThat(VisualText.of("a\ud83d\ude00b", c -> c < 256)).isEqualTo("a?b");
        assertThat(VisualText.of("\ud800x", c -> c < 256)).isEqualTo("?x");
    }

    @Test
    void whatHasNoShapeIsLeftOutAndBlanksAreBlanks() {
        assertThat(all("a\u200d\u202e\u2066\ufeffb\ufe0f")).isEqualTo("ab");
        assertThat(all("a\tb\u0000c\u00a0d\u2003e")).isEqualTo("a b c d e");
    }

    @Test
    void aMarkApartFromItsLetterBecomesOneWithIt() {
        assertThat(all("u\u0303")).isEqualTo("\u0169");
    }
}
