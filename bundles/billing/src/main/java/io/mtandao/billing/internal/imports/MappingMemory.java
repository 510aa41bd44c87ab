package io.mtandao.billing.internal.imports;

import io.mtandao.api.Invalid;
import io.mtandao.api.billing.SubscriberImports.Target;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.ImportMappingRow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an ISP took the columns for when it last imported a file with the same head. */
final class MappingMemory {
    private MappingMemory() {}

    /** The remembered targets of these columns, else guessed ones. */
    static List<Target> targets(Desk d, List<String> columns) {
        return row(d, columns).map(r -> Arrays.stream(r.getTargets().split(",")).map(Target::valueOf).toList()).orElseGet(() -> ColumnGuess.of(columns));
    }

    /** The targets that a request gives (those of memory when it gives none). @throws Invalid when they make no sense */
    static List<Target> asked(Desk d, List<String> columns, Map<String, Target> mapping) {
        List<Target> targets = mapping == null || mapping.isEmpty() ? targets(d, columns)
            : columns.stream().map(c -> mapping.getOrDefault(c, Target.IGNORE)).toList();
        for (Target t : Target.values())
            if (t != Target.IGNORE && targets.stream().filter(x -> x == t).count() > 1)
                throw Invalid.field("mapping", "more than one column is taken for " + LineReader.label(t));
        if (!targets.contains(Target.NAME)) throw Invalid.field("mapping", "say which column is the name");
        return targets;
    }

    static void remember(Desk d, List<String> columns, List<Target> targets) {
        String text = targets.stream().map(Target::name).collect(Collectors.joining(","));
        if (text.length() > 4000) return;
        row(d, columns).ifPresentOrElse(r -> r.setTargets(text), () -> d.em().persist(new ImportMappingRow(hash(columns), text)));
    }

    private static Optional<ImportMappingRow> row(Desk d, List<String> columns) {
        return d.ofTexts(ImportMappingRow.class, "headHash", List.of(hash(columns))).stream().findFirst();
    }

    private static String hash(List<String> columns) {
        try {
            byte[] head = String.join("\u0000", columns).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(head));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
