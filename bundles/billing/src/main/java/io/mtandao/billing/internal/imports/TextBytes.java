package io.mtandao.billing.internal.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text of unknown encoding: UTF-8 (with or without byte-order mark) if it is that, else Windows-1252, as older spreadsheets and WinBox write it. */
final class TextBytes {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private TextBytes() {}

    static String decode(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, WINDOWS);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
