package io.mtandao.rest.internal.edge;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Text in UTF-8 that is written while it is read, to be kept as a file of this name. */
public record Download(String fileName, Content content) implements StreamingOutput {
    public interface Content {
        void writeTo(Writer out) throws IOException;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        content.writeTo(writer);
        writer.flush();
    }
}
