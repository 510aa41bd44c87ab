package io.mtandao.voucher.internal.print;

import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * Writes with one embedded font (Liberation Sans, which PDFBox brings): the same on every printer, more letters than the fonts that PDF knows by name, and no
 * search through the fonts of the server.
 */
final class Lettering {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float BOLD = 0.035f;
    private final PDType0Font font;
    private final TrueTypeFont metrics;
    private final CmapLookup glyphs;

    Lettering(PDDocument document) throws IOException {
        try (InputStream in = PDDocument.class.getResourceAsStream(FONT)) {
            metrics = new TTFParser().parse(new RandomAccessReadBuffer(in));
            // looks for ligatures in every text, at more cost than all the rest of a sheet
            metrics.setEnableGsub(false);
            glyphs = metrics.getUnicodeCmapLookup();
            font = PDType0Font.load(document, metrics, true);
        }
    }

    float width(String text, float size) throws IOException {
        long units = 0;
        for (int c : drawable(text).codePoints().toArray()) units += metrics.getAdvanceWidth(glyphs.getGlyphId(c));
        return units * size / metrics.getUnitsPerEm();
    }

    /** What the font has no letter for becomes a question mark. */
    private String drawable(String text) {
        StringBuilder b = new StringBuilder();
        text.codePoints().map(c -> Character.isISOControl(c) ? ' ' : c).forEach(c -> b.appendCodePoint(glyphs.getGlyphId(c) == 0 ? '?' : c));
        return b.toString();
    }

    /** The text, or as much of it as there is room for. */
    String cut(String text, float size, float room) throws IOException {
        if (width(text, size) <= room) return text;
        int end = text.length();
        while (end > 0 && width(text.substring(0, end).stripTrailing() + "…", size) > room) end = text.offsetByCodePoints(end, -1);
        return text.substring(0, end).stripTrailing() + "…";
    }

    /** As many whole words as there is room for, or else letters. */
    String head(String text, float size, float room) throws IOException {
        int end = text.length();
        while (end > 1 && width(text.substring(0, end), size) > room) end = text.offsetByCodePoints(end, -1);
        int blank = text.lastIndexOf(' ', end);
        return text.substring(0, blank > 0 && end < text.length() ? blank : end);
    }

    /** @return the largest size up to the given one at which the text has room */
    float size(String text, float most, float room) throws IOException {
        float one = width(text, 1);
        return one == 0 ? most : Math.min(most, room / one);
    }

    void write(PDPageContentStream page, String text, float size, float x, float y, boolean bold) throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        if (bold) page.setLineWidth(size * BOLD);
        page.newLineAtOffset(x, y);
        page.showText(drawable(text));
        page.endText();
    }
}
