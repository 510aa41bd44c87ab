package io.mtandao.tenant.internal.signin;

import io.mtandao.api.Throttled;
import io.mtandao.persistence.TenantTx;
import io.mtandao.tenant.internal.Races;
import io.mtandao.tenant.internal.entity.SignInAttempt;
import io.mtandao.tenant.internal.rule.Fingerprint;
import io.mtandao.tenant.internal.rule.Neighbourhood;
import io.mtandao.tenant.internal.rule.ThrottleRule;
import io.mtandao.tenant.internal.rule.ThrottleRule.Count;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Counts tries and makes those wait who failed too often. A try is counted as failed before it is checked and taken back when it was right, so that a
 * thousand tries sent at once are not all let through by a count that is still low.
 */
@Component(service = SignInGate.class)
public final class SignInGate {
    private final TenantTx tx;
    private final Clock clock;

    @Activate
    public SignInGate(@Reference TenantTx tx, @Reference Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    /** One count that a try adds to, under a hash. */
    record Gate(ThrottleRule rule, String key) {}

    /** The counts of one try, always in the same order, so that locks on them cannot cross. */
    public record Attempt(List<Gate> gates) {}

    /**
     * @param realm tenant, or the platform for operators
     * @param known whether this account has signed in from this address before: then nobody's failures elsewhere hold it up
     */
    public Attempt attempt(String realm, String account, String address, boolean known) {
        String from = Neighbourhood.of(address);
        Gate pair = new Gate(ThrottleRule.PAIR, Fingerprint.of("pair", realm, account, from));
        if (known) return new Attempt(List.of(pair));
        return new Attempt(List.of(pair, new Gate(ThrottleRule.ADDRESS, Fingerprint.of("address", from)),
                new Gate(ThrottleRule.ACCOUNT, Fingerprint.of("account", realm, account))));
    }

    /** Asking for a reset mail: by address, before the account is looked at. */
    public Attempt resetFrom(String address) {
        return new Attempt(List.of(new Gate(ThrottleRule.ADDRESS, Fingerprint.of("reset-address", Neighbourhood.of(address)))));
    }

    public Attempt resetOf(String realm, String account) {
        return new Attempt(List.of(new Gate(ThrottleRule.RESET, Fingerprint.of("reset", realm, account))));
    }

    /** Counts the try as failed. @throws Throttled when it must wait; then it is not counted */
    public void admit(Attempt attempt) {
        holdUp(attempt).ifPresent(wait -> {
            throw new Throttled(wait);
        });
    }

    /** As {@link #admit}, for those who must not learn of it. */
    public boolean admits(Attempt attempt) {
        return holdUp(attempt).isEmpty();
    }

    private Optional<Duration> holdUp(Attempt attempt) {
        return Races.again(() -> tx.platform("count a try", em -> {
            Instant now = clock.instant();
            List<SignInAttempt> rows = attempt.gates().stream().map(g -> locked(em, g.key())).toList();
            Duration wait = Duration.ZERO;
            for (int i = 0; i < rows.size(); i++) {
                Duration one = attempt.gates().get(i).rule().wait(count(rows.get(i)), now);
                if (one.compareTo(wait) > 0) wait = one;
            }
            if (!wait.isZero()) return Optional.of(wait);
            for (int i = 0; i < rows.size(); i++) set(rows.get(i), attempt.gates().get(i).rule().failed(count(rows.get(i)), now));
            return Optional.<Duration>empty();
        }));
    }

    /** It was right: joins the unit of work that lets the caller in. */
    public void succeeded(Attempt attempt) {
        tx.platform("a try was right", em -> {
            for (Gate gate : attempt.gates()) {
                SignInAttempt row = locked(em, gate.key());
                // what others did on this address or account stays counted
                set(row, gate.rule() == ThrottleRule.PAIR ? Count.NONE : gate.rule().takenBack(count(row)));
            }
            return null;
        });
    }

    private static SignInAttempt locked(EntityManager em, String key) {
        SignInAttempt row = em.find(SignInAttempt.class, key, LockModeType.PESSIMISTIC_WRITE);
        if (row != null) return row;
        SignInAttempt made = new SignInAttempt(key);
        set(made, Count.NONE);
        em.persist(made);
        em.flush();
        return made;
    }

    private static Count count(SignInAttempt row) {
        return new Count(row.getFailures(), row.getLastAt());
    }

    private static void set(SignInAttempt row, Count count) {
        row.set(count.failures(), count.lastAt());
    }
}
