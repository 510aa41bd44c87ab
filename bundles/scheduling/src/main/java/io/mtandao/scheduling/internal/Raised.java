package io.mtandao.scheduling.internal;

import java.util.ArrayList;
import java.util.List;

/** The events that one unit of work has raised and that no wake-up names yet. */
final class Raised {
    /** As many go into one wake-up. One node works through them; more wake-ups spread over more threads and nodes. */
    static final int BATCH = 500;
    private final List<Long> ids = new ArrayList<>();

    /** @return whether it is the first */
    boolean add(long id) {
        ids.add(id);
        return ids.size() == 1;
    }

    /** In portions of a wake-up each; afterwards there are none. */
    List<List<Long>> taken() {
        List<List<Long>> batches = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += BATCH) batches.add(List.copyOf(ids.subList(from, Math.min(from + BATCH, ids.size()))));
        ids.clear();
        return batches;
    }
}
