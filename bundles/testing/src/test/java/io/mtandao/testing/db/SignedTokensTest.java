package io.mtandao.testing.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.persistence.SignedTokens;
import io.mtandao.persistence.internal.HmacTokens;
import io.mtandao.persistence.internal.KeyFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token is good as it was issued, for what it was issued, and in no other way. */
class SignedTokensTest {
    private static final byte[] CONTENT = "isp-a/42".getBytes(StandardCharsets.UTF_8);
    private static final String FIRST = "k1=" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final String SECOND = "k2=" + Base64.getEncoder().encodeToString("another key of thirty-two bytes.".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path etc;

    private SignedTokens tokens;

    @BeforeEach
    void oneKey() throws IOException {
        tokens = with(FIRST);
    }

    private SignedTokens with(String... lines) throws IOException {
        Path file = etc.resolve("mtandao.keys");
        Files.write(file, Arrays.asList(lines));
        return new HmacTokens(new KeyFile(file));
    }

    @Test
    void whatWasIssuedIsReadBack() {
        String token = tokens.issue("link", CONTENT);
        assertThat(token).matches("[A-Za-z0-9_-]+");
        assertThat(tokens.read("link", token)).hasValue(CONTENT);
        assertThat(tokens.read("link", tokens.issue("link", new byte[0]))).hasValue(new byte[0]);
    }

    @Test
    void noLetterOfItCanBeAnotherNotEvenInTheBitsThatMeanNothing() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        // three lengths, so that the last letter has 0, 2 and 4 idle bits
        for (byte[] content : new byte[][] {CONTENT, Arrays.copyOf(CONTENT, 9), Arrays.copyOf(CONTENT, 10)}) {
            String token = tokens.issue("link", content);
            for (int at = 0; at < token.length(); at++)
                for (char other : alphabet.toCharArray()) {
                    if (other == token.charAt(at)) continue;
                    String changed = token.substring(0, at) + other + token.substring(at + 1);
                    assertThat(tokens.read("link", changed)).as("%s at %d", other, at).isEmpty();
                }
        }
    }

    @Test
    void nothingIsReadFromWhatIsNoTokenAtAll() {
        String token = tokens.issue("link", CONTENT);
        for (String odd : new String[] {null, "", "A", "AA", "====", token + "=", token + "A", token.substring(1), token.substring(0, token.length() - 1),
            " " + token,
            token.replace('-', '+'), "_".repeat(43), "x".repeat(5_000), "/etc/passwd", "\u0000"})
            if (!token.equals(odd)) assertThat(tokens.read("link", odd)).as("%s", odd).isEmpty();
    }

    @Test
    void aTokenOfOnePurposeIsNoneOfAnother() {
        assertThat(tokens.read("other", tokens.issue("link", CONTENT))).isEmpty();
    }

    @Test
    void afterANewKeyOldTokensHoldAndWithoutTheirKeyTheyDoNot() throws IOException {
        String old = tokens.issue("link", CONTENT);
        SignedTokens both = with(FIRST, SECOND);
        assertThat(both.read("link", old)).hasValue(CONTENT);
        String young = both.issue("link", CONTENT);
        assertThat(young).isNotEqualTo(old);
        assertThat(tokens.read("link", young)).isEmpty();
        assertThat(with(SECOND).read("link", old)).isEmpty();
        assertThat(with(SECOND).read("link", young)).hasValue(CONTENT);
    }

    @Test
    void theKeyOfTheSecretsItselfSignsNothing() throws GeneralSecurityException {
        byte[] token = Base64.getUrlDecoder().decode(tokens.issue("link", CONTENT));
        byte[] signed = Arrays.copyOf(token, token.length - 32);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
        byte[] byTheSealingKey = Arrays.copyOf(signed, token.length);
        System.arraycopy(mac.doFinal(signed), 0, byTheSealingKey, signed.length, 32);
        assertThat(tokens.read("link", Base64.getUrlEncoder().withoutPadding().encodeToString(byTheSealingKey))).isEmpty();
    }
}
