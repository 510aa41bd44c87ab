package io.mtandao.billing.internal.clock;

import io.mtandao.api.Invalid;
import io.mtandao.api.Page;
import io.mtandao.api.billing.CutOffs.CutOff;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Behind which row of which part of the forecast a page begins. @param micros the row's time in microseconds since 1970, as exact as the database keeps it */
record CutPlace(char part, long micros, long id) {
    static CutPlace first(char part) {
        return new CutPlace(part, 0, 0);
    }

    static CutPlace after(char part, Instant time, long id) {
        return new CutPlace(part, ChronoUnit.MICROS.between(Instant.EPOCH, time), id);
    }

    static CutPlace of(String cursor) {
        if (!cursor.matches("[" + EndingTimes.PART + UnpaidBills.PART + "]\\d{1,18}\\.\\d{1,18}")) throw Invalid.field("cursor", "not one that a list gave");
        int dot = cursor.indexOf('.');
        return new CutPlace(cursor.charAt(0), Long.parseLong(cursor.substring(1, dot)), Long.parseLong(cursor.substring(dot + 1)));
    }

    Instant time() {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** A row with its place, so that a page can end at any of them. */
    record Told(CutPlace place, CutOff cut) {}

    /** @param readTo the last row that was looked at; null when none is left */
    static Page<CutOff> page(List<Told> found, CutPlace readTo, int limit) {
        List<Told> told = found.size() > limit ? found.subList(0, limit) : found;
        CutPlace end = found.size() > limit ? told.get(limit - 1).place : readTo;
        return new Page<>(told.stream().map(Told::cut).toList(), end == null ? null : end.cursor());
    }

    String cursor() {
        return part + "" + micros + "." + id;
    }
}
