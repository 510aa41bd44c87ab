package io.mtandao.billing.internal.imports;

import io.mtandao.api.Invalid;
import io.mtandao.api.billing.SubscriberImports.Request;
import io.mtandao.api.billing.SubscriberImports.Target;
import io.mtandao.api.router.Routers.Profile;
import io.mtandao.billing.internal.desk.Desk;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The lines of a request, read and checked as far as that goes without the database.
 *
 * @param profiles of the router; empty for a spreadsheet
 * @param columns titles of the spreadsheet, with {@code targets} beside them; empty for a router
 */
record ImportSource(List<ImportLine> lines, List<Profile> profiles, List<String> columns, List<Target> targets) {
    private static final int MOST_BYTES = 30_000_000;

    /** @throws Invalid unless exactly one source is given, and of bearable size */
    static void check(Request r) {
        long given = Stream.of(r.csv() != null, r.routerExport() != null, r.readRouter()).filter(b -> b).count();
        if (given != 1) throw Invalid.field("source", "exactly one of csv, routerExport and readRouter");
        if (r.readRouter() && r.routerId() == null) throw Invalid.field("routerId", "which router to read");
        size(r.csv(), "csv");
        size(r.routerExport(), "routerExport");
    }

    static void size(byte[] bytes, String field) {
        if (bytes != null && bytes.length > MOST_BYTES) throw Invalid.field(field, "at most " + MOST_BYTES / 1_000_000 + " MB");
    }

    static ImportSource ofSheet(Desk d, Request r) {
        CsvSheet sheet = CsvSheet.of(r.csv());
        List<Target> targets = MappingMemory.asked(d, sheet.columns(), r.mapping());
        LineReader reader = reader(d);
        return new ImportSource(RepeatCheck.of(sheet.rows().stream().map(row -> reader.ofSheet(row, targets)).toList()), List.of(), sheet.columns(), targets);
    }

    static ImportSource ofRouter(Desk d, RouterExport router) {
        if (router.secrets().isEmpty()) throw Invalid.field("routerExport", "there are no PPP secrets in it");
        return new ImportSource(RepeatCheck.of(RouterLines.of(router.secrets(), reader(d))), router.profiles(), List.of(), List.of());
    }

    private static LineReader reader(Desk d) {
        return new LineReader(d.region(), d.currency(), d.zone());
    }

    Set<String> users() {
        return lines.stream().map(l -> l.service().userKey()).filter(u -> u != null).collect(Collectors.toSet());
    }

    boolean hasMoney() {
        return lines.stream().anyMatch(l -> l.good() && l.balance() != null && !l.balance().isZero());
    }
}
