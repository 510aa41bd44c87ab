package io.mtandao.tenant.internal.rule;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** What differs between before and after, as plain values; long texts are shortened and what is called like a secret is masked. */
public final class AuditDiff {
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|passkey|secret|token|credential|api.?key|pin$|hash).*");
    private static final String MASK = "•••";

    private AuditDiff() {}

    /** @param longest texts are cut after so many characters */
    public static Map<String, Map<String, Object>> of(Map<String, ?> before, Map<String, ?> after, int longest) {
        Set<String> names = new LinkedHashSet<>();
        if (before != null) names.addAll(before.keySet());
        if (after != null) names.addAll(after.keySet());
        Map<String, Map<String, Object>> changes = new LinkedHashMap<>();
        for (String name : names) {
            Object old = before == null ? null : before.get(name);
            Object now = after == null ? null : after.get(name);
            if (Objects.equals(old, now)) continue;
            Map<String, Object> change = new LinkedHashMap<>();
            change.put("before", shown(name, old, longest));
            change.put("after", shown(name, now, longest));
            changes.put(name, change);
        }
        return changes;
    }

    private static Object shown(String name, Object value, int longest) {
        if (value == null) return null;
        // the name alone tells that it changed
        if (SECRET.matcher(name).matches()) return MASK;
        return plain(value, longest);
    }

    private static Object plain(Object value, int longest) {
        if (value == null || value instanceof Number || value instanceof Boolean) return value;
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> inner = new LinkedHashMap<>();
            map.forEach((k, v) -> inner.put(String.valueOf(k), shown(String.valueOf(k), v, longest)));
            return inner;
        }
        if (value instanceof Collection<?> all) {
            List<Object> first = all.stream().limit(50).map(v -> plain(v, longest)).toList();
            return first;
        }
        String text = value.toString();
        return text.length() <= longest ? text : text.substring(0, longest) + "… (" + text.length() + " characters)";
    }
}
