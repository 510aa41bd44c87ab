package io.mtandao.tenant.internal.secret;

import io.mtandao.api.Throttled;
import io.mtandao.tenant.internal.rule.PasswordPolicy;
import io.mtandao.tenant.internal.secret.Argon2Hash.Cost;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Hashes and checks passwords. Each takes 19 MiB and tens of milliseconds, so only a few run at a time and only so many wait: a flood of sign-ins gets
 * {@link Throttled}, not the heap. Call it outside units of work, which would hold a connection meanwhile.
 */
@Component(service = Argon2Passwords.class)
public final class Argon2Passwords {
    /** The first choice of OWASP's Password Storage Cheat Sheet: m = 19 MiB, t = 2, p = 1. */
    static final Cost TODAY = new Cost(19 * 1024, 2, 1);

    private static final int MOST_WAITING = 64;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private final Randomness random;
    private final Cost cost;
    private final Semaphore places;
    private final Duration patience;
    /** What an unknown account's password is compared with, so that it takes the same time. */
    private final Argon2Hash nobody;

    @Activate
    public Argon2Passwords(@Reference Randomness random) {
        this(random, TODAY, Math.max(2, Runtime.getRuntime().availableProcessors()), LONGEST_WAIT);
    }

    Argon2Passwords(Randomness random, Cost cost, int atATime, Duration patience) {
        this.random = random;
        this.cost = cost;
        this.places = new Semaphore(atATime, true);
        this.patience = patience;
        this.nobody = Argon2Hash.make("nobody", random.bytes(16), cost);
    }

    public String hash(String password) {
        return bounded(() -> Argon2Hash.make(password, random.bytes(16), cost).phc());
    }

    /** @param hash null when there is no such account or it has no password yet: the same work, and false */
    public boolean matches(String password, String hash) {
        String given = password == null || password.length() > PasswordPolicy.MOST ? "" : password;
        boolean right = bounded(() -> (hash == null ? nobody : Argon2Hash.parse(hash)).matches(given));
        return right && hash != null;
    }

    /** Whether the hash was made with other parameters than today's. */
    public boolean outdated(String hash) {
        return !Argon2Hash.parse(hash).cost().equals(cost);
    }

    private <T> T bounded(Supplier<T> work) {
        try {
            if (places.getQueueLength() >= MOST_WAITING || !places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) throw new Throttled(LONGEST_WAIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Throttled(LONGEST_WAIT);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
