package io.mtandao.billing.internal.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

/**
 * To whom money of a bill goes back. Who pays may change while a bill is paid in parts, and each wallet gets back what it paid and no more: the newest part
 * first, since the last money bought the last of the time, and that is what is given back. A deposit, which is paid first, so goes back last.
 */
public final class ReturnRule {
    private ReturnRule() {}

    /** What a bill did to a wallet. @param minor signed as it was booked there: below zero was paid, above came back */
    public record Entry(long subscriber, long minor) {}

    /** @param entries oldest first @param minor at most what they have left on the bill @return by subscriber, who paid last first */
    public static Map<Long, Long> back(List<Entry> entries, long minor) {
        return newest(left(entries), minor);
    }

    /** As {@link #back}, of what was paid first instead: whose the deposit on a bill is. @return by subscriber, who paid first first */
    public static Map<Long, Long> first(List<Entry> entries, long minor) {
        List<Entry> parts = left(entries);
        newest(parts, sum(parts) - minor);
        Map<Long, Long> first = new LinkedHashMap<>();
        for (Entry part : parts) first.merge(part.subscriber(), part.minor(), Long::sum);
        return first;
    }

    /** What was paid and did not come back, oldest first. */
    private static List<Entry> left(List<Entry> entries) {
        List<Entry> parts = new ArrayList<>();
        for (Entry e : entries) {
            if (e.minor() < 0) parts.add(new Entry(e.subscriber(), -e.minor()));
            else {
                long own = total(take(parts, e.minor(), who -> who == e.subscriber()));
                // from the time when all of it came back to whoever paid at the end
                take(parts, e.minor() - own, who -> true);
            }
        }
        return parts;
    }

    private static Map<Long, Long> newest(List<Entry> parts, long minor) {
        long left = sum(parts);
        if (minor < 0 || minor > left) throw new IllegalStateException("the ledger knows of " + left + " that a bill was paid, not of " + minor);
        return take(parts, minor, who -> true);
    }

    /** Takes the newest parts away. */
    private static Map<Long, Long> take(List<Entry> parts, long minor, LongPredicate whose) {
        Map<Long, Long> taken = new LinkedHashMap<>();
        long left = minor;
        for (int i = parts.size() - 1; i >= 0 && left > 0; i--) {
            Entry part = parts.get(i);
            if (!whose.test(part.subscriber())) continue;
            long now = Math.min(left, part.minor());
            left -= now;
            taken.merge(part.subscriber(), now, Long::sum);
            if (now == part.minor()) parts.remove(i);
            else parts.set(i, new Entry(part.subscriber(), part.minor() - now));
        }
        return taken;
    }

    private static long sum(List<Entry> parts) {
        return parts.stream().mapToLong(Entry::minor).sum();
    }

    private static long total(Map<Long, Long> parts) {
        return parts.values().stream().mapToLong(Long::longValue).sum();
    }
}
