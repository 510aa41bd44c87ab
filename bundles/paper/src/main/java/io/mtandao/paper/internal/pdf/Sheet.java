package io.mtandao.paper.internal.pdf;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** A4 pages that are filled from top to bottom. Everything is measured in points from the upper left corner. */
public final class Sheet implements AutoCloseable {
    public static final float LEFT = 48;
    public static final float RIGHT = PDRectangle.A4.getWidth() - 48;
    private static final float TOP = 44;
    private static final float BOTTOM = PDRectangle.A4.getHeight() - 64;
    private static final float FOOT = PDRectangle.A4.getHeight() - 34;

    private final PDDocument document = new PDDocument();
    private final Letters letters = new Letters(document);
    private final List<PDPageContentStream> pages = new ArrayList<>();
    private Runnable runningHead = () -> {};
    private float y;

    /** @param title as the reader's window shows it */
    public Sheet(String title, String author, Locale locale, Instant now) {
        PDDocumentInformation about = document.getDocumentInformation();
        about.setTitle(title);
        about.setAuthor(author);
        Calendar made = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        made.setTimeInMillis(now.toEpochMilli());
        about.setCreationDate(made);
        document.getDocumentCatalog().setLanguage(locale.toLanguageTag());
        next();
    }

    @FunctionalInterface
    public interface PageCount {
        String of(int page, int pages);
    }

    private interface Stroke {
        void on(PDPageContentStream page) throws IOException;
    }

    private void draw(Stroke stroke) {
        drawOn(pages.get(pages.size() - 1), stroke);
    }

    private static void drawOn(PDPageContentStream page, Stroke stroke) {
        try {
            stroke.on(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Letters letters() {
        return letters;
    }

    /** Where it goes on. */
    public float y() {
        return y;
    }

    public void moveTo(float newY) {
        y = newY;
    }

    public void down(float by) {
        y += by;
    }

    /** How much is left of this page. */
    public float room() {
        return BOTTOM - y;
    }

    /** How much a page holds below its running head. */
    public float roomOfNext() {
        return BOTTOM - TOP - 30;
    }

    /** What every page but the first begins with. */
    public void runningHead(Runnable head) {
        runningHead = head;
    }

    /** Goes on upon the next page unless so much fits here. */
    public void keepTogether(float height) {
        if (room() < height) next();
    }

    public void next() {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try {
            pages.add(new PDPageContentStream(document, page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        y = TOP;
        if (pages.size() > 1) runningHead.run();
    }

    /** One line, its letters beginning at x, its upper edge at the place where it goes on. */
    public void text(float x, Type type, String text) {
        draw(p -> write(p, x, y + type.size(), type, letters.drawn(type, text)));
    }

    /** One line that ends at x. */
    public void textUpTo(float x, Type type, String text) {
        text(x - letters.width(type, text), type, text);
    }

    private void write(PDPageContentStream p, float x, float baseline, Type type, String drawn) throws IOException {
        if (drawn.isBlank()) return;
        p.beginText();
        p.setFont(letters.font(type), type.size());
        p.setNonStrokingColor(type.colour());
        p.newLineAtOffset(x, PDRectangle.A4.getHeight() - baseline);
        p.showText(drawn);
        p.endText();
    }

    public void rule(float x, float width, float thickness, Color colour) {
        box(x, y, width, thickness, colour);
    }

    public void box(float x, float top, float width, float height, Color colour) {
        draw(p -> {
            p.setNonStrokingColor(colour);
            p.addRect(x, PDRectangle.A4.getHeight() - top - height, width, height);
            p.fill();
        });
    }

    /** @param side with its white margin */
    public void qr(QrSquares code, float x, float top, float side) {
        float square = side / (code.side() + 8);
        draw(p -> {
            p.setNonStrokingColor(Color.BLACK);
            for (QrSquares.Bar b : code.bars())
                p.addRect(x + (b.x() + 4) * square, PDRectangle.A4.getHeight() - top - (b.y() + 5) * square, b.length() * square, square);
            p.fill();
        });
    }

    /** @return the width that the picture took; 0 when there is none */
    public float picture(String dataUri, float x, float top, float mostWidth, float mostHeight) {
        Optional<PDImageXObject> picture = Logo.in(document, dataUri);
        if (picture.isEmpty()) return 0;
        float scale = Math.min(mostWidth / picture.get().getWidth(), mostHeight / picture.get().getHeight());
        float width = picture.get().getWidth() * scale, height = picture.get().getHeight() * scale;
        draw(p -> p.drawImage(picture.get(), x, PDRectangle.A4.getHeight() - top - height, width, height));
        return width;
    }

    /** @param right what stands at the right of a page's foot, from its number and how many there are */
    public byte[] finish(Type foot, String left, PageCount right) {
        for (int i = 0; i < pages.size(); i++) {
            String count = right.of(i + 1, pages.size());
            drawOn(pages.get(i), p -> {
                write(p, LEFT, FOOT, foot, letters.drawn(foot, left));
                write(p, RIGHT - letters.width(foot, count), FOOT, foot, letters.drawn(foot, count));
                p.close();
            });
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
