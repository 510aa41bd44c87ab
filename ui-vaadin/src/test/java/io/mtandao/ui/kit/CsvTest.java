package io.mtandao.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Money;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class CsvTest {
    private static String row(Object... cells) throws IOException {
        StringWriter out = new StringWriter();
        new Csv(out).row(cells);
        return out.toString().substring(1);
    }

    @Test
    void textsAreQuotedWhenTheyMustBe() throws IOException {
        assertThat(row("Pipeline, Tower 4", "the \"big\" one", "two\nlines", null)).isEqualTo("\"Pipeline, Tower 4\",\"the \"\"big\"\" one\",\"two\nlines\",\r\n");
    }

    @Test
    void whatASpreadsheetWouldRunIsDisarmed() throws IOException {
        assertThat(row("=HYPERLINK(1)", "@x", "+254", "-1+2", "\tx")).isEqualTo("'=HYPERLINK(1),'@x,'+254,'-1+2,'\tx\r\n");
    }

    @Test
    void moneyStaysANumber() throws IOException {
        assertThat(row(Money.of(-15_050, "KES"), 7)).isEqualTo("-150.50,7\r\n");
    }
}
