package io.mtandao.voucher.internal.rule;

import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * How a code looks and how a typed one is read. The alphabet has one of each pair that people mix up (2 and Z, 5 and S, 8 and B, V and U) and neither of
 * 0 O Q 1 I L; the other one of a pair is read as the one that is there. Prefixes may hold any letter and digit and are read in the same way.
 */
public final class VoucherCode {
    public static final String ALPHABET = "23456789ACDEFGHJKMNPRTVWXY";
    public static final int SHORTEST = 8;
    public static final int LONGEST = 16;
    private static final String MISREAD = "ZSBUOIL";
    private static final String MEANT = "258V011";
    private static final int GROUP = 4;
    /** Longer than any code, short enough not to be a burden. */
    private static final int READ = 64;

    private VoucherCode() {}

    /** As it is printed: {@code WIFI-7K3M-9XPA}. @param random of {@link java.security.SecureRandom}'s quality */
    public static String make(RandomGenerator random, String prefix, int length) {
        StringBuilder b = new StringBuilder(prefix);
        int groups = (length + GROUP - 1) / GROUP;
        for (int g = 0, left = length; g < groups; g++) {
            if (!b.isEmpty()) b.append('-');
            int size = (left + groups - g - 1) / (groups - g);
            for (int i = 0; i < size; i++) b.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            left -= size;
        }
        return b.toString();
    }

    /**
     * What makes two codes the same one: no spaces and dashes, upper case, look-alikes as one. Never fails: what cannot be a code is like one that is not
     * there.
     */
    public static String key(String typed) {
        StringBuilder b = new StringBuilder();
        if (typed != null) typed.codePoints().filter(c -> !isBetween(c)).limit(READ).forEach(b::appendCodePoint);
        String upper = b.toString().toUpperCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(upper.length());
        for (char c : upper.toCharArray()) key.append(MISREAD.indexOf(c) < 0 ? c : MEANT.charAt(MISREAD.indexOf(c)));
        return key.toString();
    }

    /** Without what stands between its groups: as a user name, or in a QR code. */
    public static String bare(String code) {
        StringBuilder b = new StringBuilder();
        code.codePoints().filter(c -> !isBetween(c)).forEach(b::appendCodePoint);
        return b.toString();
    }

    /** Spaces and dashes of any kind, also those that telephones put in by themselves, and what cannot be seen. */
    private static boolean isBetween(int c) {
        int type = Character.getType(c);
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || type == Character.DASH_PUNCTUATION || type == Character.FORMAT
            || type == Character.CONTROL || c == '\u2212';
    }
}
