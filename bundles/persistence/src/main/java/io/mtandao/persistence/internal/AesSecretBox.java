package io.mtandao.persistence.internal;

import io.mtandao.api.TenantId;
import io.mtandao.persistence.SecretBox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * AES-256-GCM with the keys of {@code etc/mtandao.keys}: a line {@code id=base64} each; the last line seals, all open. The file is made at the
 * first start, readable by its owner only; whoever loses it loses the secrets, so it belongs in the backup.
 */
@Component
public final class AesSecretBox implements SecretBox {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
    private String sealing;

    @Activate
    public AesSecretBox(BundleContext context) throws IOException {
        this(Path.of(context.getProperty("karaf.etc") == null ? "etc" : context.getProperty("karaf.etc"), "mtandao.keys"));
    }

    public AesSecretBox(Path file) throws IOException {
        if (Files.notExists(file)) create(file);
        for (String line : Files.readAllLines(file)) {
            int eq = line.indexOf('=');
            if (line.startsWith("#") || eq < 1) continue;
            sealing = line.substring(0, eq).strip();
            keys.put(sealing, new SecretKeySpec(Base64.getDecoder().decode(line.substring(eq + 1).strip()), "AES"));
        }
        if (sealing == null) throw new IOException(file + " has no key");
    }

    private void create(Path file) throws IOException {
        byte[] key = new byte[32];
        random.nextBytes(key);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, List.of("# Keys of the stored secrets. Keep a copy: without them no stored password can be read again.", "k1=" + Base64.getEncoder().encodeToString(key)));
    }

    @Override
    public String seal(TenantId tenant, String purpose, String clear) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, sealing, nonce, tenant, purpose, clear.getBytes(StandardCharsets.UTF_8));
        byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE, sealed.length);
        return sealing + ":" + Base64.getEncoder().encodeToString(all);
    }

    @Override
    public String open(TenantId tenant, String purpose, String sealed) {
        int colon = sealed.indexOf(':');
        byte[] all = Base64.getDecoder().decode(sealed.substring(colon + 1));
        byte[] clear = crypt(Cipher.DECRYPT_MODE, sealed.substring(0, colon), Arrays.copyOf(all, NONCE), tenant, purpose, Arrays.copyOfRange(all, NONCE, all.length));
        return new String(clear, StandardCharsets.UTF_8);
    }

    private byte[] crypt(int mode, String keyId, byte[] nonce, TenantId tenant, String purpose, byte[] text) {
        SecretKeySpec key = keys.get(keyId);
        if (key == null) throw new IllegalStateException("the key " + keyId + " is not in mtandao.keys");
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((tenant.value() + "/" + purpose).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored secret does not open for this tenant and purpose", e);
        }
    }
}
