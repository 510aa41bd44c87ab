package io.mtandao.voucher.internal.print;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.util.Matrix;

/** A QR code as filled squares, one path for all: sharp at any size, and small in the file. */
final class QrMark {
    /** Dots that stay white around it (ISO/IEC 18004). */
    private static final int QUIET = 4;

    private QrMark() {}

    /** @param side with the quiet zone, without which a camera does not find it */
    static void draw(PDPageContentStream page, String text, float x, float y, float side) throws IOException {
        ByteMatrix dots;
        try {
            dots = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code of this text", e);
        }
        int n = dots.getWidth();
        float dot = side / (n + 2 * QUIET);
        page.saveGraphicsState();
        page.transform(new Matrix(dot, 0, 0, dot, x + QUIET * dot, y + QUIET * dot));
        for (int row = 0; row < n; row++) row(page, dots, row, n);
        page.fill();
        page.restoreGraphicsState();
    }

    private static void row(PDPageContentStream page, ByteMatrix dots, int row, int n) throws IOException {
        int from = 0;
        while (from < n) {
            int to = from;
            while (to < n && dots.get(to, row) == 1) to++;
            if (to > from) page.addRect(from, n - 1 - row, to - from, 1);
            from = Math.max(to, from + 1);
        }
    }
}
