package io.mtandao.billing.internal.rules;

import java.util.regex.Pattern;

/**
 * Cells that a spreadsheet would run as a formula. Export puts an apostrophe before them, import takes it off again, so that a file that went out
 * comes back the same. Plain negative amounts stay numbers.
 */
public final class CsvCell {
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);
    private static final Pattern DISARMED = Pattern.compile("'+[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);
    private static final Pattern AMOUNT = Pattern.compile("-\\d+(\\.\\d+)?");

    private CsvCell() {}

    public static boolean isFormula(String cell) {
        return FORMULA.matcher(cell).matches() && !AMOUNT.matcher(cell).matches();
    }

    public static String disarm(String cell) {
        if (cell == null) return "";
        return isFormula(cell) || DISARMED.matcher(cell).matches() ? "'" + cell : cell;
    }

    public static String rearm(String cell) {
        return DISARMED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
