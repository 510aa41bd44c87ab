package io.mtandao.tenant.internal.secret;

import io.mtandao.api.TenantId;
import io.mtandao.tenant.internal.rule.Fingerprint;
import java.util.Base64;
import java.util.regex.Pattern;

/** What somebody shows to be let in: 256 random bits behind a prefix that says (also to secret scanners) what it is. Kept as a hash only. */
public enum Tokens {
    SESSION("ms_"),
    API_KEY("mk_"),
    OPERATOR("mo_"),
    LINK("ml_");

    private static final Pattern SHAPE = Pattern.compile("m[skol]_[A-Za-z0-9_-]{43}");
    private static final String BASE_32 = "abcdefghijklmnopqrstuvwxyz234567";
    private final String prefix;

    Tokens(String prefix) {
        this.prefix = prefix;
    }

    public String next(Randomness random) {
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(random.bytes(32));
    }

    public boolean has(String token) {
        return token != null && token.startsWith(prefix) && SHAPE.matcher(token).matches();
    }

    public static String hash(String token) {
        return Fingerprint.of("token", token);
    }

    /** 13 characters of 5 bits each. */
    public static TenantId tenantId(Randomness random) {
        StringBuilder id = new StringBuilder(13);
        for (byte b : random.bytes(13)) id.append(BASE_32.charAt(b & 31));
        return new TenantId(id.toString());
    }
}
