package io.mtandao.plugin.mikrotik.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The length before each word: one to five bytes, big-endian; the leading ones of the first byte tell how many bytes there are.
 * Source: MikroTik's page "API", table of the word length.
 */
final class WordLength {
    /** First bytes from here on are reserved by MikroTik for control bytes that no published version sends. */
    private static final int FIRST_CONTROL_BYTE = 0xF8;

    private WordLength() {
    }

    /** @param length of the word in bytes, 0 to 0xFFFFFFFF */
    static void write(OutputStream out, long length) throws IOException {
        if (length < 0x80) {
            put(out, length, 1);
        } else if (length < 0x4000) {
            put(out, length | 0x8000, 2);
        } else if (length < 0x200000) {
            put(out, length | 0xC00000, 3);
        } else if (length < 0x10000000) {
            put(out, length | 0xE0000000L, 4);
        } else {
            out.write(0xF0);
            put(out, length, 4);
        }
    }

    /**
     * Reads what follows an already read first byte.
     *
     * @return the length in bytes, 0 to 0xFFFFFFFF
     * @throws ProtocolViolation for a control byte or an unassigned prefix
     * @throws EOFException      when the stream ends inside the length
     */
    static long read(int first, InputStream in) throws IOException {
        if ((first & 0x80) == 0) {
            return first;
        }
        if ((first & 0xC0) == 0x80) {
            return more(in, first & 0x3F, 1);
        }
        if ((first & 0xE0) == 0xC0) {
            return more(in, first & 0x1F, 2);
        }
        if ((first & 0xF0) == 0xE0) {
            return more(in, first & 0x0F, 3);
        }
        if (first == 0xF0) {
            return more(in, 0, 4);
        }
        throw new ProtocolViolation((first >= FIRST_CONTROL_BYTE ? "control byte 0x" : "unassigned length prefix 0x")
                + Integer.toHexString(first));
    }

    private static long more(InputStream in, long high, int bytes) throws IOException {
        long length = high;
        for (int i = 0; i < bytes; i++) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("connection ended inside a word's length");
            }
            length = length << 8 | next;
        }
        return length;
    }

    private static void put(OutputStream out, long value, int bytes) throws IOException {
        for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) {
            out.write((int) (value >>> shift) & 0xFF);
        }
    }
}
