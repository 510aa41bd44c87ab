package io.mtandao.billing.internal.rules;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;

/**
 * The share of an amount that a part of a time is worth, by the second. Shares are differences of rounded running sums, so that the shares of any
 * split of the whole add up to the whole, to the minor unit.
 */
public final class Proration {
    private Proration() {}

    /** Of the amount for [from, to): what [partFrom, partTo) is worth; parts outside the whole are worth nothing. */
    public static long share(long amount, Instant from, Instant to, Instant partFrom, Instant partTo) {
        return upTo(amount, from, to, partTo) - upTo(amount, from, to, partFrom);
    }

    /** What [from, until) is worth; half a minor unit rounds up. */
    private static long upTo(long amount, Instant from, Instant to, Instant until) {
        if (!until.isAfter(from)) return 0;
        if (!until.isBefore(to)) return amount;
        return ratio(amount, Duration.between(from, until).toMillis(), Duration.between(from, to).toMillis());
    }

    /** amount × part / whole, half up. */
    public static long ratio(long amount, long part, long whole) {
        BigInteger twice = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(part)).shiftLeft(1).add(BigInteger.valueOf(whole));
        BigInteger divisor = BigInteger.valueOf(whole).shiftLeft(1);
        BigInteger[] qr = twice.divideAndRemainder(divisor);
        // the quotient of a negative number is cut towards zero; rounding goes down from there
        return (qr[1].signum() < 0 ? qr[0].subtract(BigInteger.ONE) : qr[0]).longValueExact();
    }

    /**
     * How far a payment reaches: of the time [from, to) that costs the amount, until when so much of it pays. Whole seconds, never more than was paid for.
     */
    public static Instant reach(Instant from, Instant to, long amount, long paid) {
        if (paid >= amount) return to;
        BigInteger seconds = BigInteger.valueOf(Duration.between(from, to).toSeconds()).multiply(BigInteger.valueOf(paid)).divide(BigInteger.valueOf(amount));
        return from.plusSeconds(seconds.longValueExact());
    }
}
