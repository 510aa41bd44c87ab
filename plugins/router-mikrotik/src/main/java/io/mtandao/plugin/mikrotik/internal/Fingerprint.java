package io.mtandao.plugin.mikrotik.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/**
 * The SHA-256 of a certificate's DER bytes: what RouterOS prints as {@code fingerprint} under /certificate.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
record Fingerprint(String hex) {

    /**
     * Reads what a person pasted: with or without colons and blanks, in either case.
     *
     * @throws IllegalArgumentException when it is not 32 bytes in hexadecimal
     */
    static Fingerprint parse(String text) {
        String digits = text.replaceAll("[:\\s-]", "").toLowerCase();
        if (!digits.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a SHA-256 fingerprint has 64 hexadecimal digits");
        }
        return new Fingerprint(digits);
    }

    static Fingerprint of(X509Certificate certificate) throws CertificateEncodingException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return new Fingerprint(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** In pairs with colons, upper case, as browsers and openssl print it. */
    @Override
    public String toString() {
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(HexFormat.of().parseHex(hex));
    }
}
