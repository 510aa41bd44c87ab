package io.mtandao.shell.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times for a console that belongs to no ISP and so to no zone: in UTC. */
final class Times {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Times() {}

    static String minute(Instant instant) {
        return instant == null ? "" : MINUTE.format(instant);
    }
}
