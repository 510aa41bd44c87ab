package io.mtandao.testing.daraja;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** The vendor's numbers and times. Numbers go on from the time of the start, so that a demo's second run does not repeat the first one's receipts. */
final class VendorSeries {
    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
    private final Clock clock;
    private final AtomicLong last = new AtomicLong(System.currentTimeMillis());

    VendorSeries(Clock clock) {
        this.clock = clock;
    }

    /** Ten characters, like a receipt. */
    String next() {
        return "TK" + Long.toString(last.incrementAndGet(), 36).toUpperCase(Locale.ROOT);
    }

    String time() {
        return LocalDateTime.now(clock.withZone(NAIROBI)).format(DateTimeFormatter.ofPattern("yyyyMMddHHmmss"));
    }
}
