package io.mtandao.billing.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTest {
    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://x\",\"y\")", "+254712345678", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "'=1", "''+1"})
    void formulasAreDisarmedAndComeBackTheSame(String cell) {
        String out = CsvCell.disarm(cell);
        assertThat(out).isEqualTo("'" + cell);
        assertThat(CsvCell.isFormula(out)).isFalse();
        assertThat(CsvCell.rearm(out)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Grace Muthoni", "Akinyi Ng'ang'a", "'tis", "-500.00", "-1250", "2026-12-22", ""})
    void otherCellsStayAsTheyAre(String cell) {
        assertThat(CsvCell.disarm(cell)).isEqualTo(cell);
        assertThat(CsvCell.rearm(cell)).isEqualTo(cell);
    }

    @Test
    void noCellIsAnEmptyOne() {
        assertThat(CsvCell.disarm(null)).isEmpty();
    }
}
