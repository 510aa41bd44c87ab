package io.mtandao.billing.internal.rules;

import io.mtandao.api.billing.PackageTerms.Hours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Days and hours of use in three columns. */
public final class HoursText {
    private HoursText() {}

    /** Null when there are no hours at all; an empty text for every day. */
    public static String days(Hours hours) {
        return hours == null ? null : hours.days().stream().sorted().map(DayOfWeek::name).collect(Collectors.joining(" ", "", " "));
    }

    public static String from(Hours hours) {
        return hours == null || hours.from() == null ? null : hours.from().toString();
    }

    public static String to(Hours hours) {
        return hours == null || hours.to() == null ? null : hours.to().toString();
    }

    public static Hours read(String days, String from, String to) {
        if (days == null) return null;
        Set<DayOfWeek> set = EnumSet.noneOf(DayOfWeek.class);
        Arrays.stream(days.split(" ")).filter(d -> !d.isBlank()).map(DayOfWeek::valueOf).forEach(set::add);
        return new Hours(set, from == null ? null : LocalTime.parse(from), to == null ? null : LocalTime.parse(to));
    }
}
