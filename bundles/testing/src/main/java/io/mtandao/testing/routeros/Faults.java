package io.mtandao.testing.routeros;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The switchboard of a router's faults. What matches first is what happens. */
public final class Faults {
    private final List<Planned> planned = new ArrayList<>();
    private final List<Hold> holds = new ArrayList<>();
    private int countdown;
    private Fault counted;
    private Duration slowness = Duration.ofSeconds(2);

    /** From now on every command, logins included, suffers it. */
    public void always(Fault fault) {
        always(fault, "/");
    }

    /** From now on every command whose path begins so suffers it, for example {@code /ppp/secret/}. */
    public synchronized void always(Fault fault, String pathPrefix) {
        planned.add(new Planned(fault, pathPrefix, false));
    }

    /** The next command whose path begins so suffers it, and none after. */
    public synchronized void once(Fault fault, String pathPrefix) {
        planned.add(new Planned(fault, pathPrefix, true));
    }

    /** The n-th command from now, logins left out, suffers it. @param n from 1 */
    public synchronized void atCommand(int n, Fault fault) {
        countdown = n;
        counted = fault;
    }

    /** How long {@link Fault#SLOW} takes. */
    public synchronized void slowBy(Duration delay) {
        slowness = delay;
    }

    /** Keeps back the next command whose path begins so until it is released or cancelled, so that a test decides what is answered first. */
    public synchronized Hold hold(String pathPrefix) {
        Hold hold = new Hold(pathPrefix);
        holds.add(hold);
        return hold;
    }

    /** Behaves again; commands held stay held. */
    public synchronized void clear() {
        planned.clear();
        countdown = 0;
        holds.clear();
    }

    synchronized Optional<Fault> next(String path) {
        if (countdown > 0 && !path.equals("/login") && --countdown == 0) {
            return Optional.of(counted);
        }
        for (Planned plan : planned) {
            if (path.startsWith(plan.pathPrefix) && (plan.fault != Fault.LOGIN_REFUSED || path.equals("/login"))) {
                if (plan.once) {
                    planned.remove(plan);
                }
                return Optional.of(plan.fault);
            }
        }
        return Optional.empty();
    }

    synchronized Optional<Hold> holdOn(String path) {
        Optional<Hold> match = holds.stream().filter(hold -> path.startsWith(hold.pathPrefix())).findFirst();
        match.ifPresent(holds::remove);
        return match;
    }

    synchronized Duration slowness() {
        return slowness;
    }

    private record Planned(Fault fault, String pathPrefix, boolean once) {
    }
}
