package io.mtandao.paper.internal.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts of one document (DejaVu Sans; only the letters that are used go into it), and how much room texts take in them. */
public final class Letters {
    private static final byte[] REGULAR = file("DejaVuSans.ttf");
    private static final byte[] BOLD = file("DejaVuSans-Bold.ttf");
    private final Face regular;
    private final Face bold;

    public Letters(PDDocument document) {
        regular = Face.of(document, REGULAR);
        bold = Face.of(document, BOLD);
    }

    private record Face(PDType0Font font, TrueTypeFont metrics, CmapLookup glyphs) {
        static Face of(PDDocument document, byte[] file) {
            try {
                TrueTypeFont ttf = new TTFParser().parse(new RandomAccessReadBuffer(file));
                // ligatures would be letters that nobody can search for or copy
                ttf.setEnableGsub(false);
                return new Face(PDType0Font.load(document, ttf, true), ttf, ttf.getUnicodeCmapLookup());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean has(int codePoint) {
            return glyphs.getGlyphId(codePoint) != 0;
        }

        float width(String visual, float size) {
            try {
                long units = 0;
                for (int c : visual.codePoints().toArray()) units += metrics.getAdvanceWidth(glyphs.getGlyphId(c));
                return units * size / metrics.getUnitsPerEm();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Face face(Type type) {
        return type.bold() ? bold : regular;
    }

    PDType0Font font(Type type) {
        return face(type).font;
    }

    /** One line as it is to be drawn; never null, and without anything that the font cannot draw. */
    String drawn(Type type, String text) {
        return VisualText.of(text == null ? "" : text, face(type)::has);
    }

    public float width(Type type, String text) {
        return face(type).width(drawn(type, text), type.size());
    }

    /** The text in lines that fit, broken at blanks, and within a word only when it is longer than a line. At least one line. */
    public List<String> wrapped(Type type, String text, float width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : (text == null ? "" : text).split("\\R", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.strip().split("\\s+")) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (width(type, longer) <= width) {
                    line.replace(0, line.length(), longer);
                    continue;
                }
                if (!line.isEmpty()) lines.add(line.toString());
                line.setLength(0);
                line.append(broken(type, word, width, lines));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** Puts full lines of a long word aside; the rest of it begins the next line. */
    private String broken(Type type, String word, float width, List<String> lines) {
        String rest = word;
        while (width(type, rest) > width) {
            int fits = 1;
            while (fits < rest.length() && width(type, rest.substring(0, fits + 1)) <= width) fits++;
            int at = Character.isHighSurrogate(rest.charAt(fits - 1)) && fits < rest.length() ? fits + 1 : fits;
            lines.add(rest.substring(0, at));
            rest = rest.substring(at);
        }
        return rest;
    }

    private static byte[] file(String name) {
        try (InputStream in = Letters.class.getResourceAsStream("/net/sf/jasperreports/fonts/dejavu/" + name)) {
            if (in == null) throw new IllegalStateException("the font " + name + " is not in the bundle");
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
