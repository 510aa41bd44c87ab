package io.mtandao.voucher.internal.print;

import io.mtandao.voucher.internal.rule.VoucherCode;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.util.Matrix;

/** One card. What all cards share is drawn once and stamped, so a card adds nothing to the file but its code. */
final class CardFace {
    private static final float PAD = 9;
    /** With its quiet zone, which may reach almost to the edge. */
    private static final float QR = 56;
    private static final float EDGE = 3;
    private static final Color INK = new Color(0x1a1a1a);
    private static final Color GREY = new Color(0x777777);
    private final float width;
    private final float height;
    private final Lettering letters;
    private final PDAppearanceStream stamp;

    CardFace(PDDocument document, Lettering letters, CardText text, float width, float height) throws IOException {
        this.width = width;
        this.height = height;
        this.letters = letters;
        // PDFBox's name for a drawing that is used again
        stamp = new PDAppearanceStream(document);
        stamp.setBBox(new PDRectangle(width, height));
        stamp.setResources(new PDResources());
        try (OutputStream out = stamp.getContentStream().createOutputStream(COSName.FLATE_DECODE);
                PDPageContentStream page = new PDPageContentStream(document, stamp, out)) {
            shared(page, text);
        }
    }

    private void shared(PDPageContentStream page, CardText text) throws IOException {
        float room = width - 2 * PAD, top = height - PAD, beside = width - PAD - QR - EDGE;
        page.setNonStrokingColor(text.colour() == null ? GREY : Color.decode(text.colour()));
        page.addRect(PAD, top - 11, room, 1.2f);
        page.fill();
        page.setNonStrokingColor(INK);
        page.setStrokingColor(INK);
        letters.write(page, letters.cut(text.isp(), 8, room), 8, PAD, top - 7, true);
        worth(page, text.worth(), top, beside);
        float y = top - 42;
        for (String line : text.lines()) {
            float small = Math.max(4.5f, letters.size(line, 7, beside));
            letters.write(page, letters.cut(line, small, beside), small, PAD, y, false);
            y -= 9;
        }
    }

    /** In one line as large as it can be, or in two. */
    private void worth(PDPageContentStream page, String text, float top, float room) throws IOException {
        float size = letters.size(text, 13, room);
        if (size >= 9) {
            letters.write(page, text, size, PAD, top - 29, true);
            return;
        }
        String first = letters.head(text, 9, room);
        letters.write(page, first, 9, PAD, top - 22, true);
        letters.write(page, letters.cut(text.substring(first.length()).strip(), 9, room), 9, PAD, top - 32, true);
    }

    void draw(PDPageContentStream page, String code, float x, float y) throws IOException {
        page.saveGraphicsState();
        page.transform(Matrix.getTranslateInstance(x, y));
        page.drawForm(stamp);
        page.setNonStrokingColor(INK);
        page.setStrokingColor(INK);
        QrMark.draw(page, VoucherCode.bare(code), width - EDGE - QR, height - PAD - 12 - QR, QR);
        float room = width - 2 * PAD, size = letters.size(code, 17, room);
        letters.write(page, code, size, PAD + (room - letters.width(code, size)) / 2, PAD - 2, true);
        page.restoreGraphicsState();
    }
}
