package io.mtandao.scheduling.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The ids of one batch of events as short text: the first, then how far each is from the one before it. */
final class EventIds {
    private EventIds() {}

    static String text(List<Long> ids) {
        StringBuilder b = new StringBuilder();
        long before = 0;
        for (long id : ids) {
            if (!b.isEmpty()) b.append(',');
            b.append(id - before);
            before = id;
        }
        return b.toString();
    }

    static List<Long> of(String text) {
        List<Long> ids = new ArrayList<>();
        long before = 0;
        for (long step : Arrays.stream(text.split(",")).mapToLong(Long::parseLong).toArray()) {
            before += step;
            ids.add(before);
        }
        return ids;
    }
}
