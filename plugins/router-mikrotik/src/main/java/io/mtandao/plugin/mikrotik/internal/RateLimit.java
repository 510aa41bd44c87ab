package io.mtandao.plugin.mikrotik.internal;

import io.mtandao.api.billing.PackageTerms.Burst;
import io.mtandao.spi.network.NetworkDriver.Speed;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The speeds of a profile's {@code rate-limit}. RouterOS writes {@code rx/tx} as the router sees it: rx, first, is what the
 * subscriber uploads. Sales writes "10/5" the other way round; that is why nothing else in this plugin builds such a text.
 * Source: MikroTik's page "RADIUS", Mikrotik-Rate-Limit, which has the same grammar; k is 1000.
 *
 * @param upKbps   from the subscriber, kilobit (1000) per second; 0 for no limit
 * @param downKbps to the subscriber, likewise
 * @param burst    null for none; one to no speed is none, as for RouterOS
 */
record RateLimit(long upKbps, long downKbps, Burst burst) {
    private static final Pattern SPEEDS = Pattern.compile("(\\d{1,12})([kKMG]?)(?:/(\\d{1,12})([kKMG]?))?");
    private static final Pattern TIMES = Pattern.compile("(\\d{1,6})s?(?:/(\\d{1,6})s?)?");

    RateLimit {
        if (upKbps < 0 || downKbps < 0) {
            throw new IllegalArgumentException("a speed cannot be negative");
        }
        burst = burst == null || burst.downKbps() == 0 && burst.upKbps() == 0 ? null : burst;
    }

    RateLimit(long upKbps, long downKbps) {
        this(upKbps, downKbps, null);
    }

    static RateLimit of(Speed speed) {
        return new RateLimit(speed.upKbps(), speed.downKbps(), speed.burst());
    }

    boolean isUnlimited() {
        return upKbps == 0 && downKbps == 0;
    }

    /** For example "5M/10M", "512k/1500k" or, with a burst, "5M/10M 8M/16M 4M/8M 10/10"; "" when neither direction is limited. */
    String format() {
        if (isUnlimited()) {
            return "";
        }
        return pair(upKbps, downKbps) + (burst == null ? "" : " " + pair(burst.upKbps(), burst.downKbps()) + " "
                + pair(burst.thresholdUpKbps(), burst.thresholdDownKbps()) + " " + burst.seconds() + "/" + burst.seconds());
    }

    /** Whether a rate-limit on the router says this and no more, compared as numbers; priority and guarantees do not count. */
    boolean isSaidBy(String text) {
        return parseWhole(text).equals(Optional.of(this));
    }

    /** @return empty when it says nothing, or what cannot be said here, for example a burst of another time for each direction */
    static Optional<RateLimit> parseWhole(String text) {
        String[] parts = text.strip().split("\\s+");
        Optional<RateLimit> speeds = parse(parts[0]);
        if (speeds.isEmpty() || parts.length == 1) {
            return speeds;
        }
        Optional<RateLimit> burst = parse(parts[1]);
        if (burst.filter(RateLimit::isUnlimited).isPresent()) {
            return speeds;
        }
        Optional<RateLimit> threshold = parse(parts.length < 3 ? "" : parts[2]);
        Matcher times = TIMES.matcher(parts.length < 4 ? "" : parts[3]);
        if (burst.isEmpty() || threshold.isEmpty() || !times.matches() || times.group(2) != null && !seconds(times.group(2)).equals(seconds(times.group(1)))) {
            return Optional.empty();
        }
        return speeds.map(speed -> new RateLimit(speed.upKbps, speed.downKbps, new Burst((int) burst.get().downKbps, (int) burst.get().upKbps,
                (int) threshold.get().downKbps, (int) threshold.get().upKbps, seconds(times.group(1)))));
    }

    private static Integer seconds(String text) {
        return Integer.valueOf(text);
    }

    /** As the platform tells speeds; what is faster than it can tell is the fastest. */
    Speed toSpeed() {
        return new Speed((int) Math.min(downKbps, Integer.MAX_VALUE), (int) Math.min(upKbps, Integer.MAX_VALUE), burst, false);
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

    static String pair(long up, long down) {
        return format(up) + "/" + format(down);
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
