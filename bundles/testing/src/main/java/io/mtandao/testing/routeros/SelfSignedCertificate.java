package io.mtandao.testing.routeros;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A fresh key on P-256 and a certificate that it signs for itself, as a router makes one. The JDK can read but not make certificates,
 * and keytool takes a second; so the fifteen fields of RFC 5280, section 4.1, are written here by hand.
 */
final class SelfSignedCertificate {
    private static final byte[] ECDSA_WITH_SHA256 = der(0x30, der(0x06, HexFormat.of().parseHex("2a8648ce3d040302")));
    private static final byte[] COMMON_NAME = der(0x06, HexFormat.of().parseHex("550403"));

    private final SSLContext context;
    private final byte[] encoded;

    SelfSignedCertificate(String commonName) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            KeyPair keys = generator.generateKeyPair();
            encoded = certificate(keys, commonName);
            context = context(keys, encoded);
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException("cannot make a certificate", e);
        }
    }

    SSLContext context() {
        return context;
    }

    /** SHA-256 of the certificate, 64 lower-case hexadecimal digits. */
    String fingerprint() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] certificate(KeyPair keys, String commonName) throws GeneralSecurityException {
        byte[] name = der(0x30, der(0x31, der(0x30, COMMON_NAME, der(0x0C, commonName.getBytes(UTF_8)))));
        byte[] toBeSigned = der(0x30,
                der(0xA0, der(0x02, new byte[] {2})),
                der(0x02, new BigInteger(63, new SecureRandom()).toByteArray()),
                ECDSA_WITH_SHA256,
                name,
                der(0x30, der(0x17, "200101000000Z".getBytes(US_ASCII)), der(0x17, "491231235959Z".getBytes(US_ASCII))),
                name,
                keys.getPublic().getEncoded());
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(toBeSigned);
        // a bit string begins with the number of unused bits
        return der(0x30, toBeSigned, ECDSA_WITH_SHA256, der(0x03, new byte[] {0}, signature.sign()));
    }

    private static SSLContext context(KeyPair keys, byte[] encoded) throws GeneralSecurityException, java.io.IOException {
        Certificate certificate = CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("router", keys.getPrivate(), new char[0], new Certificate[] {certificate});
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** Tag, length and contents. */
    private static byte[] der(int tag, byte[]... contents) {
        int length = 0;
        for (byte[] part : contents) {
            length += part.length;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (length < 0x80) {
            out.write(length);
        } else {
            byte[] number = BigInteger.valueOf(length).toByteArray();
            int from = number[0] == 0 ? 1 : 0;
            out.write(0x80 | number.length - from);
            out.write(number, from, number.length - from);
        }
        for (byte[] part : contents) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
