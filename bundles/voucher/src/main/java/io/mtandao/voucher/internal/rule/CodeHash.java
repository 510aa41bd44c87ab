package io.mtandao.voucher.internal.rule;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 of codes and of other short texts. Keyed, because a code of eight letters has fewer than 38 bits: whoever got hold of plain hashes could try
 * all codes in minutes.
 */
public final class CodeHash {
    private static final String ALGORITHM = "HmacSHA256";
    private final byte[] key;

    public CodeHash(byte[] key) {
        this.key = key.clone();
    }

    /** @param typed in any spelling */
    public String of(String typed) {
        return hex("code", VoucherCode.key(typed));
    }

    /** @param parts are kept apart, so that ("a", "bc") differs from ("ab", "c") */
    public String hex(String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                mac.update(bytes);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
