package io.mtandao.billing.internal.books;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * A booking as it stands in the ledger, and the hash that seals it. The text that is hashed is written down in bundles/billing/README.md: whoever changes it
 * here breaks every chain there is, so a change needs a new first line and the old one kept for the links before it.
 *
 * @param sides its entries, in the order in which they were booked
 */
public record Booked(
        long transactionId, String sourceKind, String sourceId, String memo, String currency, Long causeId, Instant bookedAt, String bookedBy, List<Side> sides) {
    /** What the first link has for the hash before it. */
    public static final String BEGINNING = "0".repeat(64);
    private static final String FORMAT = "mtandao-ledger-1";
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** One entry. @param position in its wallet, null elsewhere @param balanceAfter of its wallet, null elsewhere */
    public record Side(String account, long amount, Long position, Long balanceAfter) {}

    public Booked {
        bookedAt = bookedAt.truncatedTo(ChronoUnit.MICROS);
        sides = List.copyOf(sides);
    }

    /** Zero in every true booking. One forged so that it runs over is found by its hash. */
    public long sum() {
        return sides.stream().mapToLong(Side::amount).sum();
    }

    /** For people: {@code transaction 4711 (payment 17)}. */
    public String name() {
        return "transaction " + transactionId + " (" + sourceKind + " " + sourceId + ")";
    }

    /** @param position in the chain @param previous hash of the link before, or {@link #BEGINNING} */
    public String hash(String tenant, long position, String previous) {
        try {
            byte[] text = (previous + "\n" + text(tenant, position)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    /** Each value with its length before it, so that no two bookings have the same text. */
    String text(String tenant, long position) {
        StringBuilder b = new StringBuilder(400).append(FORMAT).append('\n');
        for (Object value : new Object[] {tenant, position, transactionId, sourceKind, sourceId, memo, currency, causeId, MICROS.format(bookedAt), bookedBy, sides.size()})
            append(b, value);
        for (Side s : sides) for (Object value : new Object[] {s.account(), s.amount(), s.position(), s.balanceAfter()}) append(b, value);
        return b.toString();
    }

    private static void append(StringBuilder b, Object value) {
        if (value == null) b.append("-\n");
        else {
            String text = value.toString();
            b.append(text.getBytes(StandardCharsets.UTF_8).length).append(':').append(text).append('\n');
        }
    }
}
