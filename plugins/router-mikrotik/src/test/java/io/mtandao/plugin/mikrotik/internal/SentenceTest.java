package io.mtandao.plugin.mikrotik.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

class SentenceTest {
    private static final WireLimits SMALL = new WireLimits(10, 25, 4, 10, 100);

    @Property
    void whatIsWrittenIsRead(@ForAll @Size(max = 20) List<@Size(min = 1, max = 5) List<@NotEmpty String>> sentences) throws IOException {
        // half a surrogate pair has no UTF-8 and is lost on any wire
        List<List<String>> clean = sentences.stream().map(s -> s.stream().map(w -> new String(w.getBytes(UTF_8), UTF_8)).toList()).toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (List<String> sentence : clean) {
            new SentenceWriter(bytes).write(sentence);
        }
        assertThat(all(bytes.toByteArray(), WireLimits.USUAL)).isEqualTo(clean);
    }

    @Property
    void noBytesDoMoreHarmThanAnException(@ForAll byte[] bytes) {
        try {
            for (List<String> sentence : all(bytes, SMALL)) {
                assertThat(sentence).isNotEmpty().hasSizeLessThanOrEqualTo(4).allMatch(word -> word.length() <= 10);
                Reply.of(sentence);
            }
        } catch (IOException e) {
            assertThat(e).isInstanceOfAny(ProtocolViolation.class, EOFException.class);
        }
    }

    @Property
    void aCutStreamGivesWholeSentencesThenTheEnd(@ForAll @Size(max = 5) @UniqueElements List<@NotEmpty String> words, @ForAll byte cut)
            throws IOException {
        if (words.isEmpty()) {
            return;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new SentenceWriter(bytes).write(words);
        int length = Math.floorMod(cut, bytes.size());
        byte[] part = Arrays.copyOf(bytes.toByteArray(), length);
        if (length == 0) {
            assertThat(all(part, WireLimits.USUAL)).isEmpty();
        } else {
            assertThatThrownBy(() -> all(part, WireLimits.USUAL)).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void emptySentencesAreIgnored() throws IOException {
        assertThat(all(HexFormat.of().parseHex("0000" + "03213132" + "00" + "00"), SMALL)).containsExactly(List.of("!12"));
    }

    @Test
    void bytesThatAreNotUtf8AreReplaced() throws IOException {
        assertThat(all(HexFormat.of().parseHex("0361E96200"), SMALL)).containsExactly(List.of("a\uFFFDb"));
    }

    @Test
    void wordsAreCountedInBytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SentenceWriter(out).write(List.of("ñ"));
        assertThat(out.toByteArray()).asHexString().isEqualTo("02C3B100");
    }

    @Test
    void sizesAreCapped() {
        assertThatThrownBy(() -> all(sentence(11), SMALL)).isInstanceOf(ProtocolViolation.class);
        assertThatThrownBy(() -> all(sentence(10, 10, 10), SMALL)).isInstanceOf(ProtocolViolation.class);
        assertThatThrownBy(() -> all(sentence(1, 1, 1, 1, 1), SMALL)).isInstanceOf(ProtocolViolation.class);
    }

    @Test
    void aLieAboutTheLengthCostsNoMemory() {
        byte[] lie = HexFormat.of().parseHex("F0FFFFFFFF");
        assertThatThrownBy(() -> all(lie, WireLimits.USUAL)).isInstanceOf(ProtocolViolation.class);
    }

    @Test
    void anEmptyWordCannotBeWritten() {
        assertThatThrownBy(() -> new SentenceWriter(new ByteArrayOutputStream()).write(List.of("/x", "")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void silenceBetweenSentencesIsNoErrorButInsideOneItIs() {
        assertThatThrownBy(() -> new SentenceReader(thenSilence(), SMALL).next()).isInstanceOf(SocketTimeoutException.class);
        assertThatThrownBy(() -> new SentenceReader(thenSilence(3, '!', 'r'), SMALL).next()).isInstanceOf(ProtocolViolation.class);
    }

    private static byte[] sentence(int... wordLengths) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SentenceWriter(out).write(Arrays.stream(wordLengths).mapToObj("x"::repeat).toList());
        return out.toByteArray();
    }

    private static List<List<String>> all(byte[] bytes, WireLimits limits) throws IOException {
        SentenceReader reader = new SentenceReader(new ByteArrayInputStream(bytes), limits);
        List<List<String>> sentences = new ArrayList<>();
        for (List<String> next = reader.next(); next != null; next = reader.next()) {
            sentences.add(next);
        }
        return sentences;
    }

    private static InputStream thenSilence(int... bytes) {
        return new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                if (at == bytes.length) {
                    throw new SocketTimeoutException();
                }
                return bytes[at++];
            }
        };
    }
}
