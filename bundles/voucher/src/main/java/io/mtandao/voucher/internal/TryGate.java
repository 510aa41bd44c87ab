package io.mtandao.voucher.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.Throttled;
import io.mtandao.voucher.internal.entity.TryRow;
import io.mtandao.voucher.internal.rule.CodeHash;
import io.mtandao.voucher.internal.rule.ThrottleRule;
import io.mtandao.voucher.internal.rule.ThrottleRule.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.persistence.LockModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Counts wrong codes and makes those wait who typed too many. A try is counted as wrong before the code is looked at and taken back when it was right, so
 * that a thousand tries sent at once are not all let through by a count that is still low. The counts are the ISP's own: private addresses repeat.
 */
@Component(service = TryGate.class)
public final class TryGate {
    private static final Duration KNOWN_FOR = Duration.ofDays(180);
    private final Office office;
    private final Pepper pepper;

    @Activate
    public TryGate(@Reference Office office, @Reference Pepper pepper) {
        this.office = office;
        this.pepper = pepper;
    }

    private record Gate(ThrottleRule rule, String key) {}

    /** A failure that may be taken back. */
    private record Counted(Gate gate, Instant at, Instant before) {}

    /**
     * @param gates always in the same order, so that locks on them cannot cross
     * @param known under which a right code makes this place the subscriber's, or null
     */
    record Attempt(Caller caller, List<Counted> gates, String known) {}

    /**
     * Counts the try as wrong.
     *
     * @param subscriberId whom the caller vouches for, or null. A phone that somebody typed proves nothing: tries under it count for their place alone, or
     *     a stranger could lock out its owner
     * @throws Throttled when it must wait; then it is not counted
     */
    Attempt admit(Caller caller, String place, Long subscriberId) {
        if (office.busy()) throw new IllegalStateException("a code is tried outside any unit of work: the count of wrong ones must outlive it");
        CodeHash hash = pepper.hash();
        Gate from = new Gate(ThrottleRule.PLACE, hash.hex("place", place));
        Gate whom = subscriberId == null ? null : new Gate(ThrottleRule.SUBSCRIBER, hash.hex("subscriber", subscriberId.toString()));
        String known = subscriberId == null ? null : hash.hex("known", subscriberId.toString(), place);
        Result result = Again.afterARace(() -> office.open(caller, d -> count(d, from, whom, known)));
        if (!result.pause.isZero()) throw new Throttled(result.pause);
        return new Attempt(caller, result.counted, known);
    }

    private record Result(Duration pause, List<Counted> counted) {}

    private Result count(Desk d, Gate from, Gate whom, String known) {
        List<Gate> gates = new ArrayList<>(List.of(from));
        // nobody's wrong codes elsewhere hold up a subscriber where a code of its own was right before
        if (whom != null && find(d, known).filter(k -> k.getForgetAt().isAfter(d.now())).isEmpty()) gates.add(whom);
        List<TryRow> rows = gates.stream().map(g -> locked(d, g.key)).toList();
        Duration pause = Duration.ZERO;
        for (int i = 0; i < rows.size(); i++) {
            Duration one = gates.get(i).rule.wait(count(rows.get(i)), d.now());
            if (one.compareTo(pause) > 0) pause = one;
        }
        List<Counted> counted = new ArrayList<>();
        if (pause.isZero())
            for (int i = 0; i < rows.size(); i++) {
                ThrottleRule rule = gates.get(i).rule;
                counted.add(new Counted(gates.get(i), d.now(), rows.get(i).getLastAt()));
                set(rows.get(i), rule, rule.failed(count(rows.get(i)), d.now()));
            }
        return new Result(pause, counted);
    }

    /** It was right: joins the unit of work that redeems. What others did from this place stays counted. */
    void succeeded(Desk d, Attempt attempt) {
        takeBack(d, attempt);
        if (attempt.known != null) locked(d, attempt.known).set(0, d.now(), d.now().plus(KNOWN_FOR));
    }

    /** It came to nothing, but not because of the code. */
    void takeBack(Attempt attempt) {
        Again.afterARace(() -> office.open(attempt.caller, d -> takeBack(d, attempt)));
    }

    private static Attempt takeBack(Desk d, Attempt attempt) {
        for (Counted c : attempt.gates) {
            TryRow row = locked(d, c.gate.key);
            set(row, c.gate.rule, c.gate.rule.takenBack(count(row), c.at, c.before));
        }
        return attempt;
    }

    private static Optional<TryRow> find(Desk d, String key) {
        return d.em().createQuery("select t from TryRow t where t.keyHash = ?1", TryRow.class).setParameter(1, key).getResultStream().findFirst();
    }

    private static TryRow locked(Desk d, String key) {
        Optional<Long> id = d.em().createQuery("select t.id from TryRow t where t.keyHash = ?1", Long.class).setParameter(1, key).getResultStream().findFirst();
        TryRow row = id.map(i -> d.em().find(TryRow.class, i, LockModeType.PESSIMISTIC_WRITE)).orElse(null);
        if (row != null) return row;
        TryRow made = new TryRow(key);
        made.set(0, d.now(), d.now());
        d.em().persist(made);
        d.em().flush();
        return made;
    }

    private static Count count(TryRow row) {
        return new Count(row.getFailures(), row.getLastAt());
    }

    private static void set(TryRow row, ThrottleRule rule, Count count) {
        row.set(count.failures(), count.lastAt(), count.lastAt().plus(rule.forget()));
    }
}
