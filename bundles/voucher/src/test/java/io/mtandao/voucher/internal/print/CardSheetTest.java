package io.mtandao.voucher.internal.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What a person and a telephone's camera read on the sheet. The pages are left in target/sheets to be looked at. */
class CardSheetTest {
    private static final CardText DAILY = CardText.in("en", "Acme Networks", "Daily 5 Mbps", LocalDate.parse("2026-12-28"), 2, "0700 123 456", "#00695c",
        "Kiosk cards");
    private static final float SCALE = 300 / 72f;

    private static List<String> codes(int n) {
        return IntStream.range(0, n).mapToObj(i -> "WIFI-%s-7K%02d".formatted("ACDE", i % 100)).toList();
    }

    private static byte[] sheet(CardText text, List<String> codes) throws IOException {
        try (CardSheet sheet = new CardSheet(text)) {
            for (String code : codes) sheet.add(code);
            return sheet.finish();
        }
    }

    private static BufferedImage page(PDDocument document, int page, String name) throws IOException {
        BufferedImage image = new PDFRenderer(document).renderImage(page, SCALE);
        Path dir = Files.createDirectories(Path.of("target/sheets"));
        ImageIO.write(image, "png", dir.resolve(name + ".png").toFile());
        return image;
    }

    /** The card at a place, as a scanner sees it, which looks more than once. */
    private static String scanned(BufferedImage page, int place) throws Exception {
        int w = (int) (CardSheet.WIDTH * SCALE), h = (int) (CardSheet.HEIGHT * SCALE);
        int x = (int) ((CardSheet.MARGIN + place % CardSheet.COLUMNS * CardSheet.WIDTH) * SCALE),
            y = (int) ((CardSheet.MARGIN + place / CardSheet.COLUMNS * CardSheet.HEIGHT) * SCALE);
        BufferedImage card = page.getSubimage(x, y, w, h);
        RGBLuminanceSource seen = new RGBLuminanceSource(w, h, card.getRGB(0, 0, w, h, null, 0, w));
        try {
            return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(seen))).getText();
        } catch (ReaderException e) {
            return new QRCodeReader().decode(new BinaryBitmap(new GlobalHistogramBinarizer(seen))).getText();
        }
    }

    @Test
    void everyCardBearsItsCodeInLettersAndAsAQrCodeThatScans() throws Exception {
        List<String> codes = codes(30);
        try (PDDocument document = Loader.loadPDF(sheet(DAILY, codes))) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            String text = new PDFTextStripper().getText(document);
            for (String code : codes) assertThat(text.split(code, -1)).as(code).hasSize(2);
            assertThat(text).contains("Acme Networks", "Daily 5 Mbps", "Use by 28 Dec 2026", "2 devices", "Help: 0700 123 456", "Kiosk cards");
            assertThat(text.split("Daily 5 Mbps", -1)).hasSize(31);
            BufferedImage first = page(document, 0, "full"), second = page(document, 1, "rest");
            for (int i = 0; i < CardSheet.PER_PAGE; i++) assertThat(scanned(first, i)).isEqualTo(codes.get(i).replace("-", ""));
            for (int i = CardSheet.PER_PAGE; i < 30; i++) assertThat(scanned(second, i - CardSheet.PER_PAGE)).isEqualTo(codes.get(i).replace("-", ""));
        }
    }

    @Test
    void theLongestOfEverythingStaysOnItsCard() throws Exception {
        CardText text = CardText.in("sw", "Mtandao wa Kijiji cha Kilimanjaro na Vitongoji Vyake Vyote Limited, tawi la kaskazini mashariki",
            "Kifurushi cha mwezi mzima kwa familia kubwa 100 Mbps",
            LocalDate.parse("2026-12-28"), 100, "+254 700 123 456 / +254 700 123 457", null, "Kadi");
        List<String> codes = IntStream.range(0, 24).mapToObj(i -> "MWWWWWWM-WWWW-WWWW-WWWW-WW%02d".formatted(i + 22)).toList();
        try (PDDocument document = Loader.loadPDF(sheet(text, codes))) {
            BufferedImage image = page(document, 0, "longest");
            for (int i = 0; i < 24; i++) assertThat(scanned(image, i)).isEqualTo(codes.get(i).replace("-", ""));
            assertThat(inkBetweenCards(image)).isEmpty();
            assertThat(new PDFTextStripper().getText(document)).contains("Kifurushi cha mwezi mzima", "kwa familia kubwa 100 Mbps",
                "Tumia kabla ya mwisho wa 28 Des 2026", "Vifaa: 100", "Msaada:", "MWWWWWWM-WWWW-WWWW-WWWW-WW22");
        }
    }

    /** Where the knife goes there is nothing but its marks: a crossing at each corner, 2 points to each side. */
    private static Set<String> inkBetweenCards(BufferedImage page) {
        Set<String> found = new TreeSet<>();
        for (int c = 0; c <= CardSheet.COLUMNS; c++) {
            int x = Math.round((CardSheet.MARGIN + c * CardSheet.WIDTH) * SCALE);
            for (int y = Math.round(CardSheet.MARGIN * SCALE); y < page.getHeight() - CardSheet.MARGIN * SCALE; y++) {
                float inCard = (y / SCALE - CardSheet.MARGIN) % CardSheet.HEIGHT;
                if (inCard > 3 && inCard < CardSheet.HEIGHT - 3 && (page.getRGB(x, y) & 0xff) < 200) found.add("column " + c + " at " + y);
            }
        }
        for (int r = 0; r <= CardSheet.ROWS; r++) {
            int y = Math.min(page.getHeight() - 1, Math.round((CardSheet.MARGIN + r * CardSheet.HEIGHT) * SCALE));
            for (int x = Math.round(CardSheet.MARGIN * SCALE); x < page.getWidth() - CardSheet.MARGIN * SCALE; x++) {
                float inCard = (x / SCALE - CardSheet.MARGIN) % CardSheet.WIDTH;
                if (inCard > 3 && inCard < CardSheet.WIDTH - 3 && (page.getRGB(x, y) & 0xff) < 200) found.add("row " + r + " at " + x);
            }
        }
        return found;
    }

    @Test
    void lettersThatTheFontHasNotBecomeQuestionMarksAndTheOthersStay() throws Exception {
        CardText text = CardText.in("en", "Żółw Нэт Ελλάς 网\tA\u0000", "ማስታወሻ", null, 0, null, null, "x");
        try (PDDocument document = Loader.loadPDF(sheet(text, codes(1)))) {
            assertThat(new PDFTextStripper().getText(document)).contains("Żółw Нэт Ελλάς ? A").contains("?????\n").doesNotContain("Use by", "Help", "device");
        }
    }

    @Test
    void tenThousandCardsAreASmallFileWithOneFontInIt() throws Exception {
        byte[] file = sheet(DAILY, codes(10_000));
        assertThat(file.length).isLessThan(5_000_000);
        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getNumberOfPages()).isEqualTo(417);
            List<String> fonts = new ArrayList<>();
            for (COSName name : document.getPage(400).getResources().getFontNames()) {
                PDFont font = document.getPage(400).getResources().getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                fonts.add(font.getName());
            }
            assertThat(fonts).singleElement().asString().endsWith("LiberationSans");
        }
    }
}
