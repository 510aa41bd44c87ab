package io.mtandao.router.internal.rule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * When a service may be used.
 *
 * @param days empty for every day
 * @param from of each of these days, until {@code to}; a {@code to} before {@code from} is past midnight; both null for the whole day
 */
public record HoursOfUse(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {
    public boolean open(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        LocalTime time = local.toLocalTime();
        DayOfWeek today = local.getDayOfWeek();
        if (from == null) return on(today);
        if (from.isBefore(to)) return on(today) && !time.isBefore(from) && time.isBefore(to);
        return on(today) && !time.isBefore(from) || on(today.minus(1)) && time.isBefore(to);
    }

    private boolean on(DayOfWeek day) {
        return days.isEmpty() || days.contains(day);
    }

    /** When it next opens or closes; empty when it never does. */
    public Optional<Instant> nextSwitch(Instant after) {
        boolean now = open(after);
        LocalDate today = after.atZone(zone).toLocalDate();
        // a clock that is set back brings some minutes twice, and with them opening or closing
        ZoneOffsetTransition clockSet = zone.getRules().nextTransition(after);
        Stream<Instant> edges = LongStream.rangeClosed(0, 8).mapToObj(today::plusDays).flatMap(this::edges);
        return Stream.concat(edges, Stream.ofNullable(clockSet).map(ZoneOffsetTransition::getInstant))
            .filter(edge -> edge.isAfter(after) && open(edge) != now).min(Instant::compareTo);
    }

    private Stream<Instant> edges(LocalDate day) {
        return (from == null ? Stream.of(LocalTime.MIDNIGHT) : Stream.of(from, to)).map(time -> ZonedDateTime.of(day, time, zone))
            .flatMap(edge -> Stream.of(edge.withEarlierOffsetAtOverlap(), edge.withLaterOffsetAtOverlap())).map(ZonedDateTime::toInstant);
    }
}
