package io.mtandao.plugin.mikrotik.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The speeds of a PPP profile's {@code rate-limit}. RouterOS writes {@code rx/tx} as the router sees it: rx, first, is what the
 * subscriber uploads. Sales writes "10/5" the other way round; that is why nothing else in this plugin builds such a text.
 * Source: MikroTik's page "RADIUS", Mikrotik-Rate-Limit, which has the same grammar; k is 1000.
 *
 * @param upKbps   from the subscriber, kilobit (1000) per second; 0 for no limit
 * @param downKbps to the subscriber, likewise
 */
record RateLimit(long upKbps, long downKbps) {
    private static final Pattern SPEEDS = Pattern.compile("(\\d{1,12})([kKMG]?)(?:/(\\d{1,12})([kKMG]?))?");

    RateLimit {
        if (upKbps < 0 || downKbps < 0) {
            throw new IllegalArgumentException("a speed cannot be negative");
        }
    }

    boolean isUnlimited() {
        return upKbps == 0 && downKbps == 0;
    }

    /** For example "5M/10M" or "512k/1500k"; "" when neither direction is limited. */
    String format() {
        return isUnlimited() ? "" : format(upKbps) + "/" + format(downKbps);
    }

    /**
     * Reads the speeds off a rate-limit; bursts, priority and guarantees, which may follow them, are left out. A part below
     * 1 kbit/s counts as 1.
     *
     * @return empty when there is no limit or it cannot be read
     */
    static Optional<RateLimit> parse(String text) {
        Matcher matcher = SPEEDS.matcher(text.strip().split("\\s+")[0]);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long up = kbps(matcher.group(1), matcher.group(2));
        // one number alone holds for both directions
        long down = matcher.group(3) == null ? up : kbps(matcher.group(3), matcher.group(4));
        return Optional.of(new RateLimit(up, down));
    }

    private static String format(long kbps) {
        return kbps == 0 ? "0" : kbps % 1000 == 0 ? kbps / 1000 + "M" : kbps + "k";
    }

    private static long kbps(String number, String unit) {
        long value = Long.parseLong(number);
        return switch (unit) {
            case "k", "K" -> value;
            case "M" -> value * 1000;
            case "G" -> value * 1_000_000;
            default -> (value + 999) / 1000;
        };
    }
}
