package io.mtandao.billing.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Invalid;
import io.mtandao.api.billing.SubscriberImports.Target;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvSheetTest {
    private static CsvSheet read(String text) {
        return CsvSheet.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void markQuotesAndNumbersOfLines() {
        CsvSheet sheet = read("\uFEFFName,Notes\r\n\"Grace \"\"Shiku\"\", Muthoni\",\"two\r\nlines\"\r\n\r\n,\r\nKamau\r\n");
        assertThat(sheet.columns()).containsExactly("Name", "Notes");
        assertThat(sheet.rows()).extracting(CsvSheet.Row::number).as("empty lines are passed over, numbers are the file's")
            .containsExactly(2, 6);
        assertThat(sheet.rows().get(0).cells()).containsExactly("Grace \"Shiku\", Muthoni", "two\r\nlines");
        assertThat(sheet.rows().get(1).cell(1)).as("a missing cell is an empty one").isEmpty();
    }

    @Test
    void semicolonsAndTabsSeparateToo() {
        assertThat(read("Name;Place\nGrace;\"Rongai, Maasai Lodge\"\n").rows().get(0).cells())
            .containsExactly("Grace", "Rongai, Maasai Lodge");
        assertThat(read("Name\tPhone\nGrace\t0712\n").columns()).containsExactly("Name", "Phone");
    }

    @Test
    void olderSpreadsheetsWriteWindowsText() {
        CsvSheet sheet = CsvSheet.of("Name\nJosé – O’Brien\n".getBytes(Charset.forName("windows-1252")));
        assertThat(sheet.rows().get(0).cells()).containsExactly("José – O’Brien");
    }

    @Test
    void titlesAreMadeDistinct() {
        assertThat(read("Name,,Phone,Phone\na,b,c,d\n").columns()).containsExactly("Name", "column 2", "Phone", "Phone (4)");
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertThatThrownBy(() -> read("")).isInstanceOf(Invalid.class).hasMessageContaining("empty");
        assertThatThrownBy(() -> read("Name\n\"never closed")).isInstanceOf(Invalid.class).hasMessageContaining("cannot be read");
    }

    @Test
    void columnsAreGuessedByTitle() {
        assertThat(ColumnGuess.of(List.of("Full Name", "Mobile No.", "E-mail", "Account", "Estate", "Plan", "Price (KES)", "Username",
            "Password",
            "Expiry date", "Wallet balance", "Remarks", "State", "Name")))
            .containsExactly(Target.NAME, Target.PHONE, Target.EMAIL, Target.ACCOUNT, Target.PLACE, Target.PACKAGE, Target.PRICE,
            Target.PPPOE_USER,
            Target.PPPOE_PASSWORD, Target.EXPIRY,
                Target.BALANCE, Target.NOTES, Target.IGNORE, Target.IGNORE);
    }
}
