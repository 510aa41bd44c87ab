package io.mtandao.billing.internal.rules;

import io.mtandao.api.billing.PackageTerms.Burst;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Speeds as names and routers tell them, in kilobit (1000) per second; 0 is unlimited. */
public record Speed(int downKbps, int upKbps) {
    /** Seconds. */
    public static final int LONGEST_BURST = 3600;
    public static final Speed UNLIMITED = new Speed(0, 0);
    private static final Pattern IN_NAME = Pattern.compile("(?<![\\d.])(\\d{1,6}(?:\\.\\d{1,3})?)\\s*([kmg])(?:b(?:it)?(?:ps|/s))?\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BURST = Pattern.compile("\\S+ +(\\S+) +(\\S+) +(\\d{1,6})s?(?:/(\\d{1,6})s?)?(?: .*)?");
    private static final Pattern RATE = Pattern.compile("(\\d{1,12})([kMG]?)");

    /** "Home 10M", "Lite 3 Mbps": the same both ways, as such names mean it. */
    public static Speed inName(String name) {
        Matcher m = IN_NAME.matcher(name);
        if (!m.find()) return UNLIMITED;
        int kbps = kbps(new BigDecimal(m.group(1)), Character.toLowerCase(m.group(2).charAt(0)));
        return new Speed(kbps, kbps);
    }

    /** RouterOS grammar: {@code rx[/tx] …}, where rx is what the router receives, the subscriber's upload; k and M are 1000 and 1000000. */
    public static Speed ofRateLimit(String rateLimit) {
        if (rateLimit == null || rateLimit.isBlank()) return UNLIMITED;
        String[] both = rateLimit.strip().split("\\s+")[0].split("/");
        int up = rate(both[0]);
        return new Speed(both.length > 1 ? rate(both[1]) : up, up);
    }

    /** The burst of a {@code rate-limit}: {@code rx/tx burst-rx/burst-tx threshold-rx/threshold-tx time}; null for none, or one that a package cannot have. */
    public static Burst burstOf(String rateLimit) {
        Matcher m = BURST.matcher(rateLimit == null ? "" : rateLimit.strip());
        if (!m.matches() || m.group(4) != null && !m.group(4).equals(m.group(3))) return null;
        Speed burst = ofRateLimit(m.group(1)), threshold = ofRateLimit(m.group(2));
        int seconds = Integer.parseInt(m.group(3));
        boolean none = burst.equals(UNLIMITED) || seconds < 1 || seconds > LONGEST_BURST;
        return none ? null : new Burst(burst.downKbps, burst.upKbps, threshold.downKbps, threshold.upKbps, seconds);
    }

    private static int rate(String text) {
        Matcher m = RATE.matcher(text);
        return m.matches() ? kbps(new BigDecimal(m.group(1)), m.group(2).isEmpty() ? 'b' : Character.toLowerCase(m.group(2).charAt(0))) : 0;
    }

    private static int kbps(BigDecimal number, char unit) {
        BigDecimal k = switch (unit) {
            case 'g' -> number.movePointRight(6);
            case 'm' -> number.movePointRight(3);
            case 'k' -> number;
            default -> number.movePointLeft(3);
        };
        // a limit below 1 kbit/s must not become 0, which is unlimited
        return k.signum() == 0 ? 0 : Math.max(1, k.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue());
    }
}
