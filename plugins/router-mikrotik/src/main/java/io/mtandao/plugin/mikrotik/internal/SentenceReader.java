package io.mtandao.plugin.mikrotik.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** Cuts a stream of bytes into sentences. Not safe for several threads: one reader per connection. */
final class SentenceReader {
    private final InputStream in;
    private final WireLimits limits;

    /** @param in best buffered, as the length is read byte by byte */
    SentenceReader(InputStream in, WireLimits limits) {
        this.in = in;
        this.limits = limits;
    }

    /**
     * The next sentence that has a word in it (MikroTik: empty sentences are ignored). Bytes that are not UTF-8, as WinBox leaves
     * them in names typed under Windows, become U+FFFD instead of an error.
     *
     * @return the words, or null when the router closed the connection between two sentences
     * @throws SocketTimeoutException when nothing at all came within the socket's time limit: the stream is still in step
     * @throws ProtocolViolation      when a limit is passed, a control byte comes, or the router falls silent inside a sentence
     * @throws EOFException           when the connection ends inside a sentence
     */
    List<String> next() throws IOException {
        int first = 0;
        while (first == 0) {
            first = in.read();
        }
        if (first < 0) {
            return null;
        }
        try {
            return restOfSentence(first);
        } catch (SocketTimeoutException e) {
            throw new ProtocolViolation("the router fell silent inside a sentence");
        }
    }

    private List<String> restOfSentence(int firstByte) throws IOException {
        List<String> words = new ArrayList<>();
        long bytes = 0;
        for (int first = firstByte; first != 0; first = in.read()) {
            if (first < 0) {
                throw new EOFException("connection ended inside a sentence");
            }
            long length = WordLength.read(first, in);
            bytes += length;
            if (length > limits.wordBytes() || bytes > limits.sentenceBytes() || words.size() >= limits.words()) {
                throw new ProtocolViolation("sentence too large: word " + (words.size() + 1) + " of " + length + " bytes");
            }
            words.add(word((int) length));
        }
        return words;
    }

    private String word(int length) throws IOException {
        // readNBytes grows its buffer as bytes arrive, so a lie about the length costs us no memory
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("connection ended inside a word");
        }
        return new String(bytes, UTF_8);
    }
}
