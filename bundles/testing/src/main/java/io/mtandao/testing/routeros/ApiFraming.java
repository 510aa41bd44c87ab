package io.mtandao.testing.routeros;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Words and sentences as the router's side reads and writes them. Source: MikroTik's page "API". */
final class ApiFraming {
    /** The router refuses what no honest client sends. */
    private static final int LONGEST_WORD = 1 << 20;

    private ApiFraming() {
    }

    /** @return the next sentence, empty for an empty one, null at the end of the stream */
    static List<String> read(DataInputStream in) throws IOException {
        List<String> words = new ArrayList<>();
        while (true) {
            int first = in.read();
            if (first < 0) {
                if (words.isEmpty()) {
                    return null;
                }
                throw new EOFException();
            }
            int length = length(first, in);
            if (length == 0) {
                return words;
            }
            byte[] word = new byte[length];
            in.readFully(word);
            words.add(new String(word, UTF_8));
        }
    }

    private static int length(int first, DataInputStream in) throws IOException {
        // as many further bytes as the first byte has leading ones
        int further = Integer.numberOfLeadingZeros(~(first << 24));
        if (further > 4) {
            throw new IOException("reserved control byte");
        }
        long length = further == 4 ? 0 : first & (0x7F >> further);
        for (int i = 0; i < further; i++) {
            length = length << 8 | in.readUnsignedByte();
        }
        if (length > LONGEST_WORD) {
            throw new IOException("word of " + length + " bytes");
        }
        return (int) length;
    }

    static byte[] encode(List<String> words) {
        ByteArrayOutputStream sentence = new ByteArrayOutputStream();
        for (String word : words) {
            byte[] bytes = word.getBytes(UTF_8);
            sentence.writeBytes(prefix(bytes.length));
            sentence.writeBytes(bytes);
        }
        sentence.write(0);
        return sentence.toByteArray();
    }

    static byte[] prefix(int length) {
        byte[] four = ByteBuffer.allocate(4).putInt(length).array();
        int size = length < 0x80 ? 1 : length < 0x4000 ? 2 : length < 0x200000 ? 3 : length < 0x10000000 ? 4 : 5;
        if (size == 5) {
            return ByteBuffer.allocate(5).put((byte) 0xF0).put(four).array();
        }
        byte[] prefix = Arrays.copyOfRange(four, 4 - size, 4);
        prefix[0] |= (byte) (0xFF00 >> size - 1);
        return prefix;
    }
}
