package io.mtandao.paper.internal.pdf;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Joins Arabic letters to their neighbours. The forms are those of Unicode's block "Arabic Presentation Forms-B", which lists them for each letter in one
 * order: alone, final, initial, medial; a letter that joins to the one before it only has the first two.
 */
final class ArabicForms {
    private static final char LAM = '\u0644';
    private static final char TATWEEL = '\u0640';
    private static final Map<String, String> FORMS = new HashMap<>();

    static {
        for (char c = '\uFE80'; c <= '\uFEFC'; c++) {
            String form = String.valueOf(c);
            FORMS.merge(Normalizer.normalize(form, Normalizer.Form.NFKC), form, String::concat);
        }
    }

    private ArabicForms() {}

    /** In logical order; what is not Arabic stays as it is. */
    static String joined(String text) {
        if (text.chars().noneMatch(c -> c >= 0x0600 && c <= 0x06FF)) return text;
        StringBuilder b = new StringBuilder(text.length());
        boolean before = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isMark(c)) {
                b.append(c);
                continue;
            }
            int next = skipMarks(text, i + 1);
            String ligature = c == LAM && next == i + 1 && next < text.length() ? FORMS.get(text.substring(i, i + 2)) : null;
            if (ligature != null) {
                b.append(ligature.charAt(before ? 1 : 0));
                before = false;
                i++;
                continue;
            }
            String forms = FORMS.get(String.valueOf(c));
            boolean after = joinsOn(c) && next < text.length() && joinsBack(text.charAt(next));
            b.append(forms == null ? c : forms.charAt(forms.length() == 1 ? 0 : (before ? 1 : 0) + (after ? 2 : 0)));
            before = after;
        }
        return b.toString();
    }

    private static boolean joinsOn(char c) {
        String forms = FORMS.get(String.valueOf(c));
        return c == TATWEEL || (forms != null && forms.length() == 4);
    }

    private static boolean joinsBack(char c) {
        String forms = FORMS.get(String.valueOf(c));
        return c == TATWEEL || (forms != null && forms.length() >= 2);
    }

    private static boolean isMark(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static int skipMarks(String text, int from) {
        int i = from;
        while (i < text.length() && isMark(text.charAt(i))) i++;
        return i;
    }
}
