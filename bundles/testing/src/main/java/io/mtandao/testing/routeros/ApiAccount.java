package io.mtandao.testing.routeros;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/**
 * Who may use the router's API.
 *
 * @param policies of the user's group: read, write, sensitive
 */
record ApiAccount(String user, String password, Set<String> policies) {

    /** Whether the answer to a challenge, as before 6.43, is right. */
    boolean answers(String challenge, String response) {
        try {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            text.write(0);
            text.writeBytes(password.getBytes(UTF_8));
            text.writeBytes(HexFormat.of().parseHex(challenge));
            return response.equals("00" + HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.toByteArray())));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
