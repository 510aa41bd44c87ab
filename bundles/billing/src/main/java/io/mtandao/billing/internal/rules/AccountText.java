package io.mtandao.billing.internal.rules;

import java.util.Locale;

/** The account number, which is also the reference that payers type: the same whatever its case, spaces and dashes. */
public final class AccountText {
    public static final int MOST = 40;

    private AccountText() {}

    /** The normal form: lower case, no spaces, no dashes of any kind; empty when nothing is left. */
    public static String key(String typed) {
        if (typed == null) return "";
        StringBuilder b = new StringBuilder();
        typed.toLowerCase(Locale.ROOT).codePoints()
            .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && Character.getType(c) != Character.DASH_PUNCTUATION && c != '\u2212')
            .forEach(b::appendCodePoint);
        return b.toString();
    }

    /** What is wrong with an account number, or null. */
    static String fault(String typed) {
        String key = key(typed);
        if (key.isEmpty()) return "needs at least one letter or digit";
        if (typed.strip().length() > MOST) return "at most " + MOST + " characters";
        if (!key.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '/' || c == '.' || c == '_' || c == '#'))
            return "letters, digits, dashes and spaces only";
        return null;
    }
}
