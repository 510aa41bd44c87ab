package io.mtandao.billing.internal.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.billing.internal.books.Booked.Side;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The text and the hash of a booking are for good: chains that were written must be read for ever. */
class BookedTest {
    private static final Instant AT = Instant.parse("2026-11-22T07:15:00.123456789Z");
    private static final List<Side> SIDES = List.of(new Side("money:mpesa", -250_000, null, null), new Side("wallet:7", 250_000, 1L, 250_000L));
    private static final Booked PAID = new Booked(4711, "payment", "17", "M-Pesa QGH1 – Grace", "KES", null, AT, "owner", SIDES);

    @Test
    void theTextIsAsTheReadmeSays() {
        assertThat(PAID.text("savanna", 1)).isEqualTo(String.join("\n", "mtandao-ledger-1", "7:savanna", "1:1", "4:4711", "7:payment", "2:17", "21:M-Pesa QGH1 – Grace",
            "3:KES", "-", "27:2026-11-22T07:15:00.123456Z", "5:owner", "1:2", "11:money:mpesa", "7:-250000", "-", "-", "8:wallet:7", "6:250000", "1:1", "6:250000", ""));
    }

    @Test
    void theHashIsOverTheHashBeforeItAndTheText() throws Exception {
        byte[] text = ("0".repeat(64) + "\n" + PAID.text("savanna", 1)).getBytes(StandardCharsets.UTF_8);
        assertThat(PAID.hash("savanna", 1, Booked.BEGINNING)).isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text)))
            .isEqualTo("505a024b120ae8b028712292139112e504dcdbf6c0df75c84ef54f9687f0ca3c");
    }

    @Test
    void noTwoBookingsHaveTheSameHash() {
        Set<String> hashes = new TreeSet<>(List.of(PAID.hash("savanna", 1, Booked.BEGINNING), PAID.hash("bravo", 1, Booked.BEGINNING), PAID.hash("savanna", 2, Booked.BEGINNING),
            PAID.hash("savanna", 1, "1" + "0".repeat(63))));
        List<Booked> others = List.of(
            new Booked(4712, "payment", "17", "M-Pesa QGH1 – Grace", "KES", null, AT, "owner", SIDES),
            new Booked(4711, "payments", "17", "M-Pesa QGH1 – Grace", "KES", null, AT, "owner", SIDES),
            new Booked(4711, "payment", "18", "M-Pesa QGH1 – Grace", "KES", null, AT, "owner", SIDES),
            new Booked(4711, "payment", "17", "M-Pesa QGH1 - Grace", "KES", null, AT, "owner", SIDES),
            new Booked(4711, "payment", "17", "M-Pesa QGH1 – Grace", "UGX", null, AT, "owner", SIDES),
            new Booked(4711, "payment", "17", "M-Pesa QGH1 – Grace", "KES", 4L, AT, "owner", SIDES),
            new Booked(4711, "payment", "17", "M-Pesa QGH1 – Grace", "KES", null, AT.plusNanos(1_000), "owner", SIDES),
            new Booked(4711, "payment", "17", "M-Pesa QGH1 – Grace", "KES", null, AT, "admin", SIDES),
            with(new Side("money:cash", -250_000, null, null), SIDES.get(1)),
            with(new Side("money:mpesa", -250_001, null, null), SIDES.get(1)),
            with(SIDES.get(0), new Side("wallet:7", 250_000, 2L, 250_000L)),
            with(SIDES.get(0), new Side("wallet:7", 250_000, 1L, 250_001L)),
            with(SIDES.get(1), SIDES.get(0)),
            with(SIDES.get(0)));
        others.forEach(o -> hashes.add(o.hash("savanna", 1, Booked.BEGINNING)));
        assertThat(hashes).hasSize(4 + others.size()).allMatch(h -> h.matches("[0-9a-f]{64}"));
    }

    @Test
    void aValueCannotRunOverIntoTheNext() {
        Booked one = new Booked(1, "a", "b\n1:c", "d", "KES", null, AT, "x", SIDES), other = new Booked(1, "a\n1:b", "c", "d", "KES", null, AT, "x", SIDES);
        assertThat(one.text("t", 1)).isNotEqualTo(other.text("t", 1));
        Booked dash = new Booked(1, "a", "-", "d", "KES", null, AT, "x", SIDES);
        assertThat(dash.text("t", 1)).contains("\n1:-\n");
    }

    @Test
    void theDatabaseKeepsMicrosecondsSoTheHashDoes() {
        Booked read = new Booked(4711, "payment", "17", "M-Pesa QGH1 – Grace", "KES", null, Instant.parse("2026-11-22T07:15:00.123456Z"), "owner", SIDES);
        assertThat(read).isEqualTo(PAID);
        assertThat(read.hash("savanna", 1, Booked.BEGINNING)).isEqualTo(PAID.hash("savanna", 1, Booked.BEGINNING));
        Booked whole = new Booked(1, "a", "b", "c", "KES", null, Instant.parse("2026-11-22T07:15:00Z"), "x", SIDES);
        assertThat(whole.text("t", 1)).contains("2026-11-22T07:15:00.000000Z");
    }

    @Test
    void theSumOfABookingIsZeroAndAForgedOneMayRunOver() {
        assertThat(PAID.sum()).isZero();
        assertThat(with(new Side("a", Long.MAX_VALUE, null, null), new Side("b", 1, null, null)).sum()).isNotZero();
    }

    private static Booked with(Side... sides) {
        return new Booked(4711, "payment", "17", "M-Pesa QGH1 – Grace", "KES", null, AT, "owner", List.of(sides));
    }
}
