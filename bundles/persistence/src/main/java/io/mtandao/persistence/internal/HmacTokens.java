package io.mtandao.persistence.internal;

import io.mtandao.persistence.SignedTokens;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Length of the key's id, the id, the content, and HMAC-SHA256 over all of it; in the base 64 of addresses. */
@Component
public final class HmacTokens implements SignedTokens {
    private static final String HMAC = "HmacSHA256";
    private static final int MAC_BYTES = 32;
    private static final int MOST_CHARACTERS = 400;
    private final KeyFile keys;

    @Activate
    public HmacTokens(@Reference KeyFile keys) {
        this.keys = keys;
    }

    @Override
    public String issue(String purpose, byte[] content) {
        byte[] id = keys.inUse().getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[1 + id.length + content.length + MAC_BYTES];
        all[0] = (byte) id.length;
        System.arraycopy(id, 0, all, 1, id.length);
        System.arraycopy(content, 0, all, 1 + id.length, content.length);
        byte[] mac = mac(derived(keys.key(keys.inUse()), purpose), all, all.length - MAC_BYTES);
        System.arraycopy(mac, 0, all, all.length - MAC_BYTES, MAC_BYTES);
        return text(all);
    }

    @Override
    public Optional<byte[]> read(String purpose, String token) {
        if (token == null || token.length() > MOST_CHARACTERS) return Optional.empty();
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        int begin = all.length == 0 ? 0 : 1 + (all[0] & 0xff), end = all.length - MAC_BYTES;
        // the last letter of base 64 has bits that mean nothing: of all its spellings only ours is good
        if (begin > end || !text(all).equals(token)) return Optional.empty();
        byte[] key = keys.key(new String(all, 1, begin - 1, StandardCharsets.UTF_8));
        if (key == null || !MessageDigest.isEqual(mac(derived(key, purpose), all, end), Arrays.copyOfRange(all, end, all.length))) return Optional.empty();
        return Optional.of(Arrays.copyOfRange(all, begin, end));
    }

    private static String text(byte[] all) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** HKDF-Expand of RFC 5869 for one block; the extract step is not needed, since the key is random already. */
    private static byte[] derived(byte[] key, String purpose) {
        byte[] info = ("mtandao signed token/" + purpose + "\u0001").getBytes(StandardCharsets.UTF_8);
        return mac(key, info, info.length);
    }

    private static byte[] mac(byte[] key, byte[] text, int length) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            mac.update(text, 0, length);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
