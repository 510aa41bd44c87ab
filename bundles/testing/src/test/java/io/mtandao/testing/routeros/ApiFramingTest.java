package io.mtandao.testing.routeros;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiFramingTest {

    @ParameterizedTest
    @CsvSource({"0, 00", "127, 7f", "128, 8080", "16383, bfff", "16384, c04000", "2097151, dfffff", "2097152, e0200000",
        "268435456, f010000000"})
    void writesEachFormOfLength(int length, String bytes) {
        assertThat(HexFormat.of().formatHex(ApiFraming.prefix(length))).isEqualTo(bytes);
    }

    @Test
    void readsWhatItWrote() throws IOException {
        List<String> sentence = List.of("/ppp/secret/add", "=name=Ng'ang'a", "=comment=" + "ñ".repeat(100), "=x=" + "y".repeat(20_000));
        assertThat(read(ApiFraming.encode(sentence))).isEqualTo(sentence);
    }

    @Test
    void tellsAnEmptySentenceFromTheEnd() throws IOException {
        assertThat(read(new byte[] {0})).isEmpty();
        assertThat(read(new byte[0])).isNull();
    }

    @Test
    void refusesControlBytes() {
        assertThatThrownBy(() -> read(new byte[] {(byte) 0xF8})).isInstanceOf(IOException.class);
    }

    private static List<String> read(byte[] bytes) throws IOException {
        return ApiFraming.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
