package io.mtandao.persistence.internal;

import io.mtandao.api.TenantId;
import io.mtandao.persistence.SecretBox;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** AES-256-GCM with the keys of the {@link KeyFile}: the one in use seals, all open. */
@Component
public final class AesSecretBox implements SecretBox {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private final SecureRandom random = new SecureRandom();
    private final KeyFile keys;

    @Activate
    public AesSecretBox(@Reference KeyFile keys) {
        this.keys = keys;
    }

    @Override
    public String seal(TenantId tenant, String purpose, String clear) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, keys.inUse(), nonce, tenant, purpose, clear.getBytes(StandardCharsets.UTF_8));
        byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE, sealed.length);
        return keys.inUse() + ":" + Base64.getEncoder().encodeToString(all);
    }

    @Override
    public String open(TenantId tenant, String purpose, String sealed) {
        int colon = sealed.indexOf(':');
        byte[] all = Base64.getDecoder().decode(sealed.substring(colon + 1));
        byte[] clear = crypt(Cipher.DECRYPT_MODE, sealed.substring(0, colon), Arrays.copyOf(all, NONCE), tenant, purpose, Arrays.copyOfRange(all, NONCE, all.length));
        return new String(clear, StandardCharsets.UTF_8);
    }

    private byte[] crypt(int mode, String keyId, byte[] nonce, TenantId tenant, String purpose, byte[] text) {
        byte[] key = keys.key(keyId);
        if (key == null) throw new IllegalStateException("the key " + keyId + " is not in mtandao.keys");
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((tenant.value() + "/" + purpose).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored secret does not open for this tenant and purpose", e);
        }
    }
}
