package io.mtandao.rest.internal.edge;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** A file of this name, written while it is read. */
public record Download(String fileName, StreamingOutput content) implements StreamingOutput {
    public interface Text {
        void writeTo(Writer out) throws IOException;
    }

    /** In UTF-8. */
    public static Download text(String fileName, Text text) {
        return new Download(fileName, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            text.writeTo(writer);
            writer.flush();
        });
    }

    public static Download bytes(String fileName, byte[] bytes) {
        return new Download(fileName, out -> out.write(bytes));
    }

    @Override
    public void write(OutputStream out) throws IOException {
        content.write(out);
    }
}
