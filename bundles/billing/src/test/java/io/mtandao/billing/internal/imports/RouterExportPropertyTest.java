package io.mtandao.billing.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.router.Routers.Secret;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever stands in a secret, written as RouterOS writes it, is read back; and nothing that is read makes the reader fall over. */
class RouterExportPropertyTest {
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars(" \"\\$?;=#/[]{}'_abcXYZ09éñ–’\n\t").ofMinLength(1).ofMaxLength(25);
    }

    @Property
    void whatTheRouterWritesIsRead(@ForAll("texts") String comment, @ForAll("texts") String name, @ForAll("texts") String password,
        @ForAll @IntRange(min = 20, max = 60) int width) {
        Secret secret = new Secret(name, password, "Home 10M", "pppoe", true, comment);
        String line = "add comment=" + quoted(comment) + " disabled=yes name=" + quoted(name) + " password=" + quoted(password)
            + " profile=\"Home 10M\" service=pppoe";
        for (String printed : new String[] {line, folded(line, width)})
            assertThat(RouterExport.of(("/ppp secret\n" + printed + "\n").getBytes(StandardCharsets.US_ASCII)).secrets())
            .containsExactly(secret);
    }

    @Property
    void noFileMakesItFallOver(@ForAll byte[] bytes, @ForAll("texts") String text) {
        RouterExport.of(bytes);
        RouterExport.of(("/ppp secret\nadd " + text + "\nadd name=" + text + "\\").getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes outside ASCII and control characters as \XX. */
    private static String quoted(String text) {
        StringBuilder b = new StringBuilder("\"");
        for (byte raw : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (raw & 0xff);
            if (c == '\n') b.append("\\n");
            else if (c == '\t') b.append("\\t");
            else if ("\"\\$?".indexOf(c) >= 0) b.append('\\').append(c);
            else if (c > 126) b.append(String.format("\\%02X", (int) c));
            else b.append(c);
        }
        return b.append('"').toString();
    }

    /** Broken as the router breaks long lines: a backslash, then four blanks; never within an escape nor before a blank, which would look like indent. */
    private static String folded(String line, int width) {
        StringBuilder b = new StringBuilder();
        int column = 0;
        for (int i = 0; i < line.length(); i++) {
            boolean withinEscape = i >= 1 && line.charAt(i - 1) == '\\' || i >= 2 && line.charAt(i - 2) == '\\';
            if (column >= width && !withinEscape && line.charAt(i) != ' ' && line.charAt(i) != '\\') {
                b.append("\\\n    ");
                column = 4;
            }
            b.append(line.charAt(i));
            column++;
        }
        return b.toString();
    }
}
