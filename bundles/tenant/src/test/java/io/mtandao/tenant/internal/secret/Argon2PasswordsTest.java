package io.mtandao.tenant.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Throttled;
import io.mtandao.tenant.internal.secret.Argon2Hash.Cost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2PasswordsTest {
    private final Randomness random = new SecureRandomness();
    private final Argon2Passwords passwords = FastPasswords.of(random);

    @Test
    void theRightOneMatchesAndNoOther() {
        String hash = passwords.hash("correct horse");
        assertThat(passwords.matches("correct horse", hash)).isTrue();
        assertThat(passwords.matches("correct horsf", hash)).isFalse();
        assertThat(passwords.matches("Correct horse", hash)).isFalse();
        assertThat(passwords.matches("", hash)).isFalse();
        assertThat(passwords.matches(null, hash)).isFalse();
    }

    @Test
    void theSameTwiceIsSaltedDifferently() {
        assertThat(passwords.hash("correct horse")).isNotEqualTo(passwords.hash("correct horse"));
    }

    @Test
    void theHashCarriesTodaysParametersInPhcForm() {
        String hash = new Argon2Passwords(random).hash("correct horse");
        assertThat(hash).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}").hasSizeLessThan(200);
    }

    /** The reference implementation's own test: password "password", salt "somesalt", t=2, m=64 MiB, p=1, version 19 (phc-winner-argon2, test.c). */
    @Test
    void itIsArgon2idAsTheReferenceImplementationCountsIt() {
        String phc = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThat(Argon2Hash.parse(phc).matches("password")).isTrue();
        assertThat(Argon2Hash.parse(phc).phc()).isEqualTo(phc);
    }

    @Test
    void anAccentMayBeTypedInTwoWays() {
        String hash = passwords.hash("ñandú-ñandú");
        assertThat(passwords.matches("n\u0303andu\u0301-n\u0303andu\u0301", hash)).isTrue();
    }

    @Test
    void nobodyMatchesNothing() {
        assertThat(passwords.matches("nobody", null)).isFalse();
        assertThat(passwords.matches("x".repeat(100_000), null)).isFalse();
    }

    @Test
    void aHashOfOtherParametersStillMatchesAndIsOutdated() {
        String old = FastPasswords.cost(random, 32).hash("correct horse");
        assertThat(passwords.matches("correct horse", old)).isTrue();
        assertThat(passwords.outdated(old)).isTrue();
        assertThat(passwords.outdated(passwords.hash("correct horse"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "$2a$10$abcdefghijklmnopqrstuv", "$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=99999999999,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"})
    void whatIsNoHashOfOursIsRefused(String text) {
        assertThatThrownBy(() -> Argon2Hash.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFloodIsThrottledAndNotQueuedWithoutEnd() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        // the salt is asked for while the only place is held, so this random source holds it
        Randomness holding = new Randomness() {
            private final AtomicInteger calls = new AtomicInteger();

            @Override
            public byte[] bytes(int count) {
                if (calls.getAndIncrement() > 0) {
                    inside.countDown();
                    try {
                        release.await(20, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
                return new byte[count];
            }
        };
        Argon2Passwords one = new Argon2Passwords(holding, new Cost(64, 1, 1), 1, Duration.ofMillis(20));
        ExecutorService pool = Executors.newCachedThreadPool();
        try {
            Future<String> holder = pool.submit(() -> one.hash("correct horse"));
            assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
            List<Future<Boolean>> flood = new ArrayList<>();
            for (int i = 0; i < 100; i++) flood.add(pool.submit(() -> one.matches("x", null)));
            for (Future<Boolean> f : flood) assertThatThrownBy(f::get).hasCauseInstanceOf(Throttled.class);
            release.countDown();
            assertThat(holder.get(20, TimeUnit.SECONDS)).startsWith("$argon2id$");
            assertThat(one.matches("x", null)).as("the place is free again").isFalse();
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void tokensSayWhatTheyAreAndAreFarTooManyToGuess() {
        for (Tokens kind : Tokens.values()) {
            String token = kind.next(random);
            assertThat(token).hasSize(46);
            for (Tokens other : Tokens.values()) assertThat(other.has(token)).isEqualTo(other == kind);
            assertThat(Base64.getUrlDecoder().decode(token.substring(3))).hasSize(32);
            assertThat(Tokens.hash(token)).hasSize(64).doesNotContain(token);
        }
        assertThat(Tokens.SESSION.has(null)).isFalse();
        assertThat(Tokens.SESSION.has("ms_short")).isFalse();
        assertThat(Tokens.SESSION.has("ms_" + "!".repeat(43))).isFalse();
    }

    @Test
    void tenantIdsAreThirteenCharactersOfBase32() {
        assertThat(Tokens.tenantId(random).value()).matches("[a-z2-7]{13}").isNotEqualTo(Tokens.tenantId(random).value());
        assertThat(Tokens.tenantId(n -> new byte[n]).value()).isEqualTo("aaaaaaaaaaaaa");
    }
}
