package io.mtandao.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NumberFieldsTest {
    private static String wrong(WholeField f, String typed) {
        f.setValue(typed);
        return f.wrong();
    }

    private static String wrong(PercentField f, String typed) {
        f.setValue(typed);
        return f.wrong();
    }

    @Test
    void aWholeNumberKeepsItsBounds() {
        WholeField f = new WholeField("x", "x", 1, 90);
        assertThat(wrong(f, "")).isEqualTo("Please fill this in");
        assertThat(wrong(f, "0")).isEqualTo("A whole number from 1 to 90");
        assertThat(wrong(f, "91")).isEqualTo("A whole number from 1 to 90");
        assertThat(wrong(f, "9999999999")).isEqualTo("Write a whole number");
        assertThat(wrong(f, "1.5")).isEqualTo("Write a whole number");
        assertThat(wrong(f, " 90 ")).isNull();
        assertThat(f.number()).isEqualTo(90);
    }

    @Test
    void oneThatMayBeEmptyMeansNone() {
        WholeField f = new WholeField("x", "x", 1, 90).optional();
        assertThat(wrong(f, "")).isNull();
        assertThat(f.number()).isNull();
    }

    @Test
    void whatIsWrongIsNoNumber() {
        WholeField f = new WholeField("x", "x", 1, 90);
        f.setValue("x");
        assertThatThrownBy(f::number).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPercentageIsKeptInHundredths() {
        PercentField f = new PercentField("x", "x", false);
        assertThat(wrong(f, "12.5")).isNull();
        assertThat(f.hundredths()).isEqualTo(1250);
        assertThat(wrong(f, "100")).isNull();
        assertThat(f.hundredths()).isEqualTo(10_000);
        assertThat(wrong(f, "100.01")).isNotNull();
        assertThat(wrong(f, "0")).isNotNull();
        assertThat(wrong(f, "1.234")).isNotNull();
        f.setHundredths(250);
        assertThat(f.getValue()).isEqualTo("2.5");
        assertThat(PercentField.text(1600)).isEqualTo("16");
    }

    @Test
    void zeroIsAPercentageWhereItIsOne() {
        PercentField f = new PercentField("x", "x", true);
        assertThat(wrong(f, "0")).isNull();
        assertThat(f.hundredths()).isZero();
    }
}
