package io.mtandao.plugin.mikrotik.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes whole sentences. The caller sees to it that only one thread writes at a time. */
final class SentenceWriter {
    private final OutputStream out;

    SentenceWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Sends one sentence in one write, so that it is one TLS record where it fits.
     *
     * @throws IllegalArgumentException for an empty word, which on the wire would end the sentence early
     */
    void write(List<String> words) throws IOException {
        ByteArrayOutputStream sentence = new ByteArrayOutputStream(256);
        for (String word : words) {
            byte[] bytes = word.getBytes(UTF_8);
            if (bytes.length == 0) {
                throw new IllegalArgumentException("an empty word ends the sentence");
            }
            WordLength.write(sentence, bytes.length);
            sentence.write(bytes);
        }
        sentence.write(0);
        sentence.writeTo(out);
        out.flush();
    }
}
