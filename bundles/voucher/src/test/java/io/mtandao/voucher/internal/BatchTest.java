package io.mtandao.voucher.internal;

import static io.mtandao.voucher.internal.kit.Isp.kes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.TenantId;
import io.mtandao.api.voucher.Voucher;
import io.mtandao.api.voucher.VoucherBatch;
import io.mtandao.api.voucher.VoucherBatch.Counts;
import io.mtandao.api.voucher.Vouchers.BatchDraft;
import io.mtandao.persistence.SecretBox;
import io.mtandao.testing.db.TestDatabase.Kind;
import io.mtandao.voucher.internal.kit.Isp;
import io.mtandao.voucher.internal.kit.PlayedBilling;
import io.mtandao.voucher.internal.kit.Statements;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A batch is whole or not there, and no code is given out twice on the platform. */
class BatchTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";

    private static BatchDraft draft(String prefix, int count) {
        return new BatchDraft("Cards", null, kes(100), prefix, count, 30, 0, 8);
    }

    private static long taken(Isp isp) {
        return isp.db.tx().platform("test", em -> em.createQuery("select count(c.codeHash) from CodeTaken c where c.tenantId = ?1", Long.class)
            .setParameter(1, isp.id.value()).getSingleResult());
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void tenThousandCodesAreMadeAtOnceAndAllDiffer(Kind kind) {
        Isp isp = Isp.on(kind);
        VoucherBatch batch = isp.vouchers.create(isp.owner, draft("", 10_000));
        assertThat(batch.counts()).isEqualTo(new Counts(10_000, 0, 0, 0));
        Set<String> codes = new HashSet<>();
        for (Voucher v : isp.all(batch)) codes.add(v.code());
        assertThat(codes).hasSize(10_000);
        assertThat(taken(isp)).isEqualTo(10_000);
        assertThatThrownBy(() -> isp.vouchers.create(isp.owner, draft("", 10_001))).isInstanceOf(Invalid.class).hasMessageContaining("10000");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aBatchThatFailsInTheMiddleLeavesNothing(Kind kind) {
        Isp isp = Isp.on(kind);
        AtomicInteger sealed = new AtomicInteger();
        SecretBox failing = new SecretBox() {
            @Override
            public String seal(TenantId tenant, String purpose, String clear) {
                if (sealed.incrementAndGet() == 1_700) throw new IllegalStateException("the power is gone");
                return isp.db.secrets().seal(tenant, purpose, clear);
            }

            @Override
            public String open(TenantId tenant, String purpose, String text) {
                throw new UnsupportedOperationException();
            }
        };
        assertThatThrownBy(() -> isp.parts.book(failing, new SecureRandom()).create(isp.owner, draft("", 2_000))).hasMessage("the power is gone");
        assertThat(isp.vouchers.batches(isp.owner, ListQuery.first(1)).items()).isEmpty();
        assertThat(isp.vouchers.list(isp.owner, ListQuery.first(1)).items()).isEmpty();
        assertThat(isp.audit).isEmpty();
        assertThat(isp.jobs.at("voucher.sweep/nightly")).isEmpty();
    }

    /** Gives the codes in their order, each of them twice, so that a batch repeats itself and another ISP's batch repeats this one. */
    private static RandomGenerator inOrder(int length) {
        return new RandomGenerator() {
            private long drawn;

            @Override
            public int nextInt(int bound) {
                long code = drawn / length / 2, place = length - 1 - drawn++ % length;
                for (long i = 0; i < place; i++) code /= bound;
                return (int) (code % bound);
            }

            @Override
            public long nextLong() {
                throw new UnsupportedOperationException();
            }
        };
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aCodeThatAnyIspHasGivenOutIsNotGivenOutAgain(Kind kind) {
        Isp acme = Isp.on(kind), bravo = acme.neighbour();
        String prefix = "P" + PlayedBilling.nextId();
        VoucherBatch first = acme.parts.book(acme.db.secrets(), inOrder(8)).create(acme.owner, draft(prefix, 600));
        VoucherBatch second = bravo.parts.book(bravo.db.secrets(), inOrder(8)).create(bravo.owner, draft(prefix.toLowerCase(Locale.ROOT), 600));
        Set<String> codes = new HashSet<>();
        acme.all(first).forEach(v -> codes.add(v.code()));
        bravo.all(second).forEach(v -> codes.add(v.code()));
        assertThat(codes).hasSize(1_200).contains(prefix.toUpperCase(Locale.ROOT) + "-2222-2222");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whenHardlyAnyCodesAreLeftItSaysSoInsteadOfTryingForEver(Kind kind) {
        Isp isp = Isp.on(kind);
        RandomGenerator always = new RandomGenerator() {
            @Override
            public int nextInt(int bound) {
                return 7;
            }

            @Override
            public long nextLong() {
                throw new UnsupportedOperationException();
            }
        };
        String prefix = "Q" + PlayedBilling.nextId();
        isp.parts.book(isp.db.secrets(), always).create(isp.owner, draft(prefix, 1));
        assertThatThrownBy(() -> isp.parts.book(isp.db.secrets(), always).create(isp.owner, draft(prefix, 1))).isInstanceOf(Conflict.class)
            .hasMessageContaining("longer");
        assertThat(isp.vouchers.batches(isp.owner, ListQuery.first(10)).items()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aBatchCommitsWithTheUnitOfWorkThatItIsMadeIn(Kind kind) {
        Isp isp = Isp.on(kind);
        assertThatThrownBy(() -> isp.db.tx().run(isp.id, em -> {
            isp.vouchers.create(isp.owner, draft("", 3));
            throw new IllegalStateException("the larger thing failed");
        })).hasMessage("the larger thing failed");
        assertThat(taken(isp)).isZero();
        VoucherBatch made = isp.db.tx().in(isp.id, em -> isp.vouchers.create(isp.owner, draft("", 3)));
        assertThat(isp.now(made)).isEqualTo(made);
        assertThat(isp.all(made)).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void statementsGrowByTheSameFewForEachPortionAndNotAtAllWithTheLengthOfAList(Kind kind) {
        Isp isp = Isp.on(kind);
        isp.vouchers.create(isp.owner, draft("", 1));
        int[] sent = new int[4];
        for (int portions = 1; portions <= 3; portions++) {
            int count = portions * CodeMint.PORTION;
            List<String> statements = Statements.of(isp.db, () -> isp.vouchers.create(isp.owner, draft("", count)));
            assertThat(statements).anyMatch(s -> s.contains("INSERT") || s.contains("batch")).anyMatch(s -> s.startsWith("SELECT"));
            sent[portions] = withoutSequence(statements);
        }
        assertThat(sent[2] - sent[1]).isEqualTo(sent[3] - sent[2]).isLessThan(8);
        assertThat(same(isp, 1, n -> isp.vouchers.list(isp.owner, ListQuery.first(n))))
            .isEqualTo(same(isp, 500, n -> isp.vouchers.list(isp.owner, ListQuery.first(n))));
        assertThat(same(isp, 1, n -> isp.vouchers.batches(isp.owner, ListQuery.first(n))))
            .isEqualTo(same(isp, 50, n -> isp.vouchers.batches(isp.owner, ListQuery.first(n)))).isEqualTo(2);
        assertThat(same(isp, 0, n -> isp.vouchers.report(isp.owner, Instant.EPOCH, Instant.parse("2030-01-01T00:00:00Z")))).isEqualTo(2);
    }

    /** Ids come 500 at a time, so a portion may need none or one. */
    private static int withoutSequence(List<String> statements) {
        return (int) statements.stream().filter(s -> !s.toLowerCase(Locale.ROOT).contains("mtandao_ids")).count();
    }

    private static int same(Isp isp, int n, java.util.function.IntConsumer read) {
        return Statements.of(isp.db, () -> read.accept(n)).size();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aDraftThatCannotBeSoldIsRefusedWithAllThatIsWrong(Kind kind) {
        Isp isp = Isp.on(kind);
        assertThatThrownBy(() -> isp.vouchers.create(isp.owner, new BatchDraft(" ", null, null, "no way", 0, -1, 101, 7))).isInstanceOfSatisfying(Invalid.class,
            e -> assertThat(e.fields()).containsOnlyKeys("name", "value", "prefix", "count", "shelfDays", "deviceLimit", "length"));
        assertThatThrownBy(() -> isp.vouchers.create(isp.owner, new BatchDraft("x", 1L, null, "", 1, 0, 0, 8))).hasMessage("no such package");
    }
}
