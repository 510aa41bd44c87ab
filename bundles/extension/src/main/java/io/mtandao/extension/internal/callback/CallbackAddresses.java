package io.mtandao.extension.internal.callback;

import io.mtandao.api.TenantId;
import io.mtandao.extension.internal.entity.PluginRow;
import io.mtandao.persistence.Directory;
import io.mtandao.persistence.SecretBox;
import io.mtandao.spi.Callback;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The addresses at which vendors call: {@code <publicUrl>/hooks/<token>/<purpose>}. The directory knows a token by its hash only; the token itself lies
 * sealed with its tenant, so that the address can be shown again.
 */
@Component(service = CallbackAddresses.class, configurationPid = "io.mtandao.platform")
public final class CallbackAddresses {
    private static final String PURPOSE = "extension.callback-token";
    private static final int TOKEN_BYTES = 24;
    private final SecureRandom random = new SecureRandom();
    private final Platform platform;
    private final Directory directory;
    private final SecretBox secrets;

    /** The platform's own settings that this bundle reads. */
    public @interface Platform {
        /** Under which the world reaches the platform. */
        String publicUrl() default "http://127.0.0.1:8181";
    }

    @Activate
    public CallbackAddresses(Platform platform, @Reference Directory directory, @Reference SecretBox secrets) {
        this.platform = platform;
        this.directory = directory;
        this.secrets = secrets;
    }

    /** Gives a plugin its token, inside the running unit of work, unless it has one: vendors register an address once, so it never changes. */
    public void ensure(TenantId tenant, PluginRow row) {
        if (row.getCallbackToken() != null) return;
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        // hexadecimal, because Daraja refuses addresses in which "exe", "cmd" or "sql" happen to stand
        String token = HexFormat.of().formatHex(bytes);
        directory.claim(Directory.Kind.CALLBACK, hash(token), tenant, row.getPluginId());
        row.giveToken(secrets.seal(tenant, PURPOSE, token));
    }

    /** By purpose; empty without a token. */
    public Map<String, String> urls(TenantId tenant, String sealedToken, List<Callback> callbacks) {
        Map<String, String> urls = new LinkedHashMap<>();
        if (sealedToken == null) return urls;
        String base = platform.publicUrl().replaceAll("/+$", "") + "/hooks/" + secrets.open(tenant, PURPOSE, sealedToken) + "/";
        callbacks.forEach(c -> urls.put(c.purpose(), base + c.purpose()));
        return urls;
    }

    static String hash(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
