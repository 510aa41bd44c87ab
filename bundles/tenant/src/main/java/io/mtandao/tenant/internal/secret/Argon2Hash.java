package io.mtandao.tenant.internal.secret;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** A password's Argon2id hash (RFC 9106) in the PHC form {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}, which carries its own parameters. */
record Argon2Hash(Cost cost, byte[] salt, byte[] hash) {
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{16,86})");
    private static final int LENGTH = 32;

    /** @param memory KiB */
    record Cost(int memory, int passes, int lanes) {}

    static Argon2Hash make(String password, byte[] salt, Cost cost) {
        return new Argon2Hash(cost, salt, derive(password, salt, cost, LENGTH));
    }

    static Argon2Hash parse(String phc) {
        Matcher m = PHC.matcher(phc);
        if (!m.matches()) throw new IllegalArgumentException("not a hash of ours");
        Cost cost = new Cost(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)));
        return new Argon2Hash(cost, Base64.getDecoder().decode(m.group(4)), Base64.getDecoder().decode(m.group(5)));
    }

    boolean matches(String password) {
        return org.bouncycastle.util.Arrays.constantTimeAreEqual(hash, derive(password, salt, cost, hash.length));
    }

    String phc() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.memory + ",t=" + cost.passes + ",p=" + cost.lanes + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    private static byte[] derive(String password, byte[] salt, Cost cost, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memory).withIterations(cost.passes).withParallelism(cost.lanes).withSalt(salt).build());
        // keyboards differ in how they put an accent on a letter
        byte[] bytes = Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[length];
        generator.generateBytes(bytes, out);
        Arrays.fill(bytes, (byte) 0);
        return out;
    }
}
