package io.mtandao.paper.internal.kit;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** A finished paper as a reader has it: its text, its pages, and the code as a phone reads it off the page. */
public final class Pdf {
    private final byte[] content;

    public Pdf(byte[] content) {
        this.content = content;
    }

    private interface Look<R> {
        R at(PDDocument document) throws IOException;
    }

    private <R> R look(Look<R> look) {
        try (PDDocument document = Loader.loadPDF(content)) {
            return look.at(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int size() {
        return content.length;
    }

    public int pages() {
        return look(PDDocument::getNumberOfPages);
    }

    /** In reading order, with ordinary blanks. */
    public String text() {
        return text(1, Integer.MAX_VALUE);
    }

    public String text(int page) {
        return text(page, page);
    }

    private String text(int from, int to) {
        return look(d -> {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setStartPage(from);
            stripper.setEndPage(to);
            return stripper.getText(d).replace('\u00a0', ' ');
        });
    }

    public String title() {
        return look(d -> d.getDocumentInformation().getTitle());
    }

    public String language() {
        return look(d -> d.getDocumentCatalog().getLanguage());
    }

    private BufferedImage picture(int page) {
        return look(d -> new PDFRenderer(d).renderImageWithDPI(page - 1, 110));
    }

    /** To be looked at by a person: target/pictures. */
    public Pdf keepPicture(int page, String name) {
        try {
            Path dir = Files.createDirectories(Path.of("target", "pictures"));
            ImageIO.write(picture(page), "png", dir.resolve(name + ".png").toFile());
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<String> qr(int page) {
        BufferedImage p = look(d -> new PDFRenderer(d).renderImageWithDPI(page - 1, 220));
        RGBLuminanceSource source = new RGBLuminanceSource(p.getWidth(), p.getHeight(), p.getRGB(0, 0, p.getWidth(), p.getHeight(), null, 0, p.getWidth()));
        try {
            return Optional.of(new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true)).getText());
        } catch (NotFoundException e) {
            return Optional.empty();
        } catch (ReaderException e) {
            throw new AssertionError("there is a code that no phone can read", e);
        }
    }

    /** The colour of a point of a page, in points from its upper left corner. */
    public int colour(int page, int x, int y) {
        return look(d -> new PDFRenderer(d).renderImageWithDPI(page - 1, 72)).getRGB(x, y) & 0xffffff;
    }
}
