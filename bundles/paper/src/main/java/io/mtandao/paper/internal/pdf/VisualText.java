package io.mtandao.paper.internal.pdf;

import java.text.Bidi;
import java.text.Normalizer;
import java.util.function.IntPredicate;

/** A line as its letters stand on paper from left to right: without what has no shape, Arabic joined, right-to-left parts turned round. */
final class VisualText {
    private static final int UNKNOWN = 0xFFFD;

    private VisualText() {}

    /** @param drawable whether the font has a letter; what it has not is shown as a box or a question mark */
    static String of(String text, IntPredicate drawable) {
        String joined = ArabicForms.joined(Normalizer.normalize(text, Normalizer.Form.NFC));
        StringBuilder b = new StringBuilder(joined.length());
        ordered(joined).codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (type == Character.FORMAT || c == 0xFE0E || c == 0xFE0F) return;
            if (Character.isISOControl(c) || Character.isSpaceChar(c)) b.append(' ');
            else if (type != Character.SURROGATE && drawable.test(c)) b.appendCodePoint(c);
            else b.appendCodePoint(drawable.test(UNKNOWN) ? UNKNOWN : '?');
        });
        return b.toString();
    }

    private static String ordered(String text) {
        char[] chars = text.toCharArray();
        if (!Bidi.requiresBidi(chars, 0, chars.length)) return text;
        Bidi bidi = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        int runs = bidi.getRunCount();
        byte[] levels = new byte[runs];
        Integer[] order = new Integer[runs];
        for (int i = 0; i < runs; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            order[i] = i;
        }
        Bidi.reorderVisually(levels, 0, order, 0, runs);
        StringBuilder b = new StringBuilder(text.length());
        for (int run : order) {
            String part = text.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
            b.append(bidi.getRunLevel(run) % 2 == 0 ? part : turned(part));
        }
        return b.toString();
    }

    private static String turned(String part) {
        StringBuilder b = new StringBuilder(part.length());
        int end = part.length();
        while (end > 0) {
            int begin = part.offsetByCodePoints(end, -1);
            // marks stay behind the letter that bears them
            while (begin > 0 && Character.getType(part.codePointAt(begin)) == Character.NON_SPACING_MARK) begin = part.offsetByCodePoints(begin, -1);
            b.append(mirrored(part.substring(begin, end)));
            end = begin;
        }
        return b.toString();
    }

    private static String mirrored(String letter) {
        int at = "()[]{}<>«»".indexOf(letter);
        return at < 0 || letter.length() != 1 ? letter : ")(][}{><»«".substring(at, at + 1);
    }
}
