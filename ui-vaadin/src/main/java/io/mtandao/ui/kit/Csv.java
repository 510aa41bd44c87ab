package io.mtandao.ui.kit;

import io.mtandao.api.Money;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;

/** Rows for a spreadsheet: comma separated, with a byte-order mark; texts that it would run as a formula are disarmed by an apostrophe. */
public final class Csv {
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);
    private final Writer out;

    public Csv(Writer out) throws IOException {
        this.out = out;
        out.write('\uFEFF');
    }

    /** @param cells texts, numbers and {@link Money}, which stays a number */
    public Csv row(Object... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) out.write(',');
            out.write(cell(cells[i]));
        }
        out.write("\r\n");
        return this;
    }

    private static String cell(Object value) {
        if (value == null) return "";
        if (value instanceof Money m) return m.toMajor().toPlainString();
        if (value instanceof Number) return value.toString();
        String text = FORMULA.matcher(value.toString()).matches() ? "'" + value : value.toString();
        return text.matches("(?s).*[,\"\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
