package io.mtandao.voucher.internal.print;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Cards to cut out, 24 to a page of A4. Takes codes one by one; a page that is full is compressed and let go. */
public final class CardSheet implements Closeable {
    public static final int COLUMNS = 3;
    public static final int ROWS = 8;
    public static final int PER_PAGE = COLUMNS * ROWS;
    /** 8 mm: more than printers leave white by themselves. */
    public static final float MARGIN = 22.7f;
    public static final float WIDTH = (PDRectangle.A4.getWidth() - 2 * MARGIN) / COLUMNS;
    public static final float HEIGHT = (PDRectangle.A4.getHeight() - 2 * MARGIN) / ROWS;
    private static final float MARK = 11;
    private static final Color GREY = new Color(0x777777);
    private final PDDocument document = new PDDocument();
    private final Lettering letters;
    private final CardFace face;
    private final String footer;
    private PDPageContentStream page;
    private int cards;

    public CardSheet(CardText text) throws IOException {
        letters = new Lettering(document);
        face = new CardFace(document, letters, text, WIDTH, HEIGHT);
        footer = letters.cut(text.isp() + " · " + text.batch(), 6, COLUMNS * WIDTH - 6 * MARK);
        document.getDocumentInformation().setTitle(text.batch());
    }

    public void add(String code) throws IOException {
        int place = cards++ % PER_PAGE;
        if (place == 0) nextPage();
        face.draw(page, code, MARGIN + place % COLUMNS * WIDTH, PDRectangle.A4.getHeight() - MARGIN - (place / COLUMNS + 1) * HEIGHT);
    }

    /** @return the file; nothing can be added after it */
    public byte[] finish() throws IOException {
        if (page != null) page.close();
        page = null;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private void nextPage() throws IOException {
        if (page != null) page.close();
        PDPage sheet = new PDPage(PDRectangle.A4);
        document.addPage(sheet);
        page = new PDPageContentStream(document, sheet, PDPageContentStream.AppendMode.OVERWRITE, true);
        cutMarks();
        page.setNonStrokingColor(GREY);
        letters.write(page, footer + " · " + document.getNumberOfPages(), 6, MARGIN + 2 * MARK, MARK - 3, false);
    }

    /** Ticks in the margins where the knife goes, and small crosses between the cards. */
    private void cutMarks() throws IOException {
        page.setStrokingColor(GREY);
        page.setLineWidth(0.4f);
        float right = PDRectangle.A4.getWidth(), top = PDRectangle.A4.getHeight();
        for (int c = 0; c <= COLUMNS; c++) {
            float x = MARGIN + c * WIDTH;
            line(x, MARGIN - MARK, x, MARGIN - 3);
            line(x, top - MARGIN + 3, x, top - MARGIN + MARK);
            for (int r = 0; r <= ROWS; r++) {
                float y = MARGIN + r * HEIGHT;
                line(x - 2, y, x + 2, y);
                line(x, y - 2, x, y + 2);
            }
        }
        for (int r = 0; r <= ROWS; r++) {
            float y = MARGIN + r * HEIGHT;
            line(MARGIN - MARK, y, MARGIN - 3, y);
            line(right - MARGIN + 3, y, right - MARGIN + MARK, y);
        }
        page.stroke();
    }

    private void line(float x1, float y1, float x2, float y2) throws IOException {
        page.moveTo(x1, y1);
        page.lineTo(x2, y2);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
