package io.mtandao.plugin.mikrotik.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordLengthTest {

    @ParameterizedTest
    @CsvSource({"0x0, 00", "0x7F, 7F", "0x80, 80 80", "0x3FFF, BF FF", "0x4000, C0 40 00", "0x1FFFFF, DF FF FF", "0x200000, E0 20 00 00",
        "0xFFFFFFF, EF FF FF FF", "0x10000000, F0 10 00 00 00", "0xFFFFFFFF, F0 FF FF FF FF"})
    void eachFormAtItsEdges(String length, String bytes) throws IOException {
        assertThat(HexFormat.ofDelimiter(" ").withUpperCase().formatHex(written(Long.decode(length)))).isEqualTo(bytes);
        assertThat(read(HexFormat.ofDelimiter(" ").parseHex(bytes))).isEqualTo(Long.decode(length));
    }

    @Property
    void whatIsWrittenIsRead(@ForAll @LongRange(max = 0xFFFFFFFFL) long length) throws IOException {
        assertThat(read(written(length))).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xF1, 0xF7, 0xF8, 0xFC, 0xFF})
    void controlBytesAndUnassignedPrefixesAreRefused(int first) {
        assertThatThrownBy(() -> read(new byte[] {(byte) first, 0, 0, 0, 0, 0})).isInstanceOf(ProtocolViolation.class)
                .hasMessageContaining(Integer.toHexString(first));
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "C040", "E02000", "F0100000"})
    void anEndInsideTheLengthIsAnEnd(String bytes) {
        assertThatThrownBy(() -> read(HexFormat.of().parseHex(bytes))).isInstanceOf(EOFException.class);
    }

    private static byte[] written(long length) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WordLength.write(out, length);
        return out.toByteArray();
    }

    private static long read(byte[] bytes) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        return WordLength.read(in.read(), in);
    }
}
