package io.mtandao.paper.internal.pdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An ISP's logo out of its data URI: PNG or JPEG. A picture that cannot be used never keeps a bill from being printed. */
public final class Logo {
    private static final Logger LOG = LoggerFactory.getLogger(Logo.class);
    private static final Pattern PICTURE = Pattern.compile("data:image/(png|jpe?g);base64,(.+)", Pattern.DOTALL);
    /** A few kilobytes of PNG can unfold to gigabytes. */
    private static final long MOST_PIXELS = 8_000_000;

    private Logo() {}

    static Optional<PDImageXObject> in(PDDocument document, String dataUri) {
        Matcher m = PICTURE.matcher(dataUri == null ? "" : dataUri.strip());
        if (!m.matches()) return Optional.empty();
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(m.group(2));
            BufferedImage read = m.group(1).equals("png") ? png(bytes) : null;
            return Optional.of(read != null ? LosslessFactory.createFromImage(document, read) : jpeg(document, bytes));
        } catch (IOException | RuntimeException e) {
            LOG.debug("a logo is left out", e);
            return Optional.empty();
        }
    }

    private static BufferedImage png(byte[] bytes) throws IOException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            return reader(in, "png").read(0);
        }
    }

    /** JPEG goes into the document as it is. */
    private static PDImageXObject jpeg(PDDocument document, byte[] bytes) throws IOException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader(in, "jpeg");
        }
        return JPEGFactory.createFromByteArray(document, bytes);
    }

    private static ImageReader reader(ImageInputStream in, String format) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        if (!readers.hasNext()) throw new IOException("this Java reads no " + format);
        ImageReader reader = readers.next();
        reader.setInput(in);
        if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) throw new IOException("too large a picture");
        return reader;
    }
}
