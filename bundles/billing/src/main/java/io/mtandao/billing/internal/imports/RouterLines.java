package io.mtandao.billing.internal.imports;

import io.mtandao.api.billing.SubscriberImports.Target;
import io.mtandao.api.router.Routers.Secret;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** From a router's PPP secrets to lines: the comment is the name, the profile is the package, disabled or on a penalty profile is not let on. */
final class RouterLines {
    /** Profiles that ISPs' systems put subscribers on who have not paid: they say nothing of the package. */
    private static final Set<String> PENALTY = Set.of("disconnect", "disconnected", "expired", "suspended", "blocked");
    private static final Set<String> SERVICES = Set.of("pppoe", "any", "");

    private RouterLines() {}

    static boolean isPenalty(String profile) {
        return PENALTY.contains(profile.strip().toLowerCase(Locale.ROOT));
    }

    static List<ImportLine> of(List<Secret> secrets, LineReader reader) {
        List<ImportLine> lines = new ArrayList<>();
        for (Secret s : secrets) lines.add(line(lines.size() + 1, s, reader));
        return lines;
    }

    private static ImportLine line(int number, Secret s, LineReader reader) {
        List<String> faults = new ArrayList<>();
        String service = s.service() == null ? "" : s.service();
        if (!SERVICES.contains(service)) faults.add("it is a secret for " + service + ", not for PPPoE");
        if (s.password() == null || s.password().isBlank()) faults.add("has no password (an export hides them unless made with show-sensitive)");
        boolean penalty = isPenalty(s.profile());
        Map<Target, String> cells = new EnumMap<>(Target.class);
        cells.put(Target.NAME, s.comment() == null || s.comment().isBlank() ? s.name() : oneLine(s.comment()));
        cells.put(Target.PPPOE_USER, s.name());
        cells.put(Target.PPPOE_PASSWORD, s.password());
        cells.put(Target.PACKAGE, penalty ? null : s.profile());
        return reader.ofRouter(number, cells, !penalty && !s.disabled(), faults);
    }

    private static String oneLine(String comment) {
        String line = comment.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > 200 ? line.substring(0, 200) : line;
    }
}
