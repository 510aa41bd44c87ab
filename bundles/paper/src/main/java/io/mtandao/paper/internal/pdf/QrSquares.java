package io.mtandao.paper.internal.pdf;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A QR code as rows of black bars, counted in squares. @param side squares of one side, without the white margin that a code needs: four squares around it */
public record QrSquares(int side, List<Bar> bars) {
    public record Bar(int x, int y, int length) {}

    public static QrSquares of(String text) {
        ByteMatrix m;
        try {
            m = Encoder.encode(text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8")).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too much for a QR code", e);
        }
        List<Bar> bars = new ArrayList<>();
        for (int y = 0; y < m.getHeight(); y++)
            for (int x = 0; x < m.getWidth(); x++) {
                int begin = x;
                while (x < m.getWidth() && m.get(x, y) == 1) x++;
                if (x > begin) bars.add(new Bar(begin, y, x - begin));
            }
        return new QrSquares(m.getWidth(), bars);
    }
}
