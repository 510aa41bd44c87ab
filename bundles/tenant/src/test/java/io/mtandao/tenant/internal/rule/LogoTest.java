package io.mtandao.tenant.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mtandao.api.Invalid;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class LogoTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0};

    /** A PNG as far as its first bytes tell. */
    public static String png(int bytes) {
        return uri("png", Arrays.copyOf(PNG, bytes));
    }

    @Test
    void picturesComeBackAsTheyWere() {
        assertThat(Logo.of(png(5000)).dataUri()).isEqualTo(png(5000));
        assertThat(Logo.of(uri("jpeg", JPEG)).type()).isEqualTo("jpeg");
    }

    @Test
    void nothingIsNoLogo() {
        assertThat(Logo.of(null)).isNull();
        assertThat(Logo.of(" ")).isNull();
    }

    @Test
    void twoHundredKilobytesAreTheMost() {
        int fits = (Logo.MOST_CHARACTERS - "data:image/png;base64,".length()) / 4 * 3;
        assertThat(Logo.of(png(fits)).bytes()).hasSize(fits);
        assertThat(wrong(png(fits + 3))).isEqualTo("at most 200 kB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=", "data:text/html;base64,PGI+", "data:image/png,abc", "https://example.com/logo.png", "data:image/png;base64,!!",
        "data:image/gif;base64,R0lGODlh"})
    void whatCouldCarryAScriptOrIsNoPictureIsRefused(String uri) {
        assertThat(wrong(uri)).contains("PNG or JPEG");
    }

    @Test
    void theBytesMustBeWhatTheTypeSays() {
        assertThat(wrong(uri("png", JPEG))).isEqualTo("not a png picture");
        assertThat(wrong(uri("jpeg", PNG))).isEqualTo("not a jpeg picture");
        assertThat(wrong(uri("png", "<svg onload=alert(1)>".getBytes()))).isEqualTo("not a png picture");
        assertThat(wrong("data:image/png;base64,A")).isEqualTo("not base 64");
    }

    private static String uri(String type, byte[] bytes) {
        return "data:image/" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    private static String wrong(String uri) {
        return catchThrowableOfType(Invalid.class, () -> Logo.of(uri)).fields().get("logo");
    }
}
