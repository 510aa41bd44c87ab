package io.mtandao.voucher.internal;

import io.mtandao.api.voucher.Voucher.State;
import io.mtandao.api.voucher.VoucherBatch.Counts;
import io.mtandao.voucher.internal.entity.BatchRow;
import io.mtandao.voucher.internal.rule.VoucherLife;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many vouchers of each batch are in which state at a moment; one query for all batches. */
final class Tally {
    private final Map<Long, Map<State, Long>> counted = new HashMap<>();
    private final Instant now;

    private Tally(Instant now) {
        this.now = now;
    }

    static Tally of(Desk d, Collection<BatchRow> batches) {
        Tally tally = new Tally(d.now());
        if (batches.isEmpty()) return tally;
        List<Object[]> rows = d.em().createQuery("select v.batchId, v.state, count(v.id) from VoucherRow v where v.batchId in ?1"
            + " group by v.batchId, v.state", Object[].class).setParameter(1, batches.stream().map(BatchRow::getId).toList()).getResultList();
        for (Object[] row : rows) tally.counted.computeIfAbsent((Long) row[0], b -> new EnumMap<>(State.class)).put((State) row[1], (Long) row[2]);
        return tally;
    }

    Counts of(BatchRow batch) {
        Map<State, Long> kept = counted.getOrDefault(batch.getId(), Map.of());
        long unused = kept.getOrDefault(State.UNUSED, 0L), over = kept.getOrDefault(State.OVER, 0L);
        boolean all = VoucherLife.at(State.UNUSED, batch.getSellBy(), now) == State.OVER;
        return new Counts(all ? 0 : unused, kept.getOrDefault(State.USED, 0L), all ? over + unused : over, kept.getOrDefault(State.WITHDRAWN, 0L));
    }
}
