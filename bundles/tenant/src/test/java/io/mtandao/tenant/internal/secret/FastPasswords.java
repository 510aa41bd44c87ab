package io.mtandao.tenant.internal.secret;

import java.time.Duration;

/** Argon2id with next to no cost, for tests that are about something else. */
public final class FastPasswords {
    private FastPasswords() {}

    public static Argon2Passwords of(Randomness random) {
        return cost(random, 64);
    }

    public static Argon2Passwords cost(Randomness random, int memory) {
        return new Argon2Passwords(random, new Argon2Hash.Cost(memory, 1, 1), 8, Duration.ofSeconds(20));
    }
}
