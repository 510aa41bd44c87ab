package io.mtandao.payment.internal;

import static io.mtandao.payment.internal.fixture.PaymentFixture.kes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Conflict;
import io.mtandao.api.payment.Payment;
import io.mtandao.api.payment.PaymentRequest;
import io.mtandao.api.payment.PaymentRequest.State;
import io.mtandao.payment.internal.fixture.Databases;
import io.mtandao.payment.internal.fixture.FakeMoney;
import io.mtandao.testing.db.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same at the same time: always one booking, and receipt numbers without a gap. */
class RacesTest extends Databases {
    private static final int THREADS = 8;
    private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);

    @AfterAll
    void stop() {
        pool.shutdownNow();
    }

    /** Runs all at once; what was thrown comes back as result. */
    private List<Object> atOnce(List<Callable<Object>> tasks) throws Exception {
        CyclicBarrier start = new CyclicBarrier(tasks.size());
        List<Future<Object>> running = tasks.stream().map(t -> pool.submit(() -> {
            start.await();
            return t.call();
        })).toList();
        List<Object> results = new ArrayList<>();
        for (Future<Object> f : running) {
            try {
                results.add(f.get());
            } catch (ExecutionException e) {
                results.add(e.getCause());
            }
        }
        return results;
    }

    private static List<Callable<Object>> times(int n, Callable<Object> task) {
        return IntStream.range(0, n).mapToObj(i -> task).toList();
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void theSameAnnouncementOnEightThreadsIsOnePayment(TestDatabase.Kind kind) throws Exception {
        given(kind);
        for (int round = 1; round <= 5; round++) {
            String notice = "paid receipt=TK" + round + " amount=1500 account=KE-001";
            assertThat(atOnce(times(THREADS, () -> it.arrives(notice).accepted()))).containsOnly(true);
            assertThat(it.ledgerLines()).hasSize(round);
        }
        assertThat(it.booked()).extracting(Payment::number).containsExactly("R-000001", "R-000002", "R-000003", "R-000004", "R-000005");
        assertThat(it.events).hasSize(5);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void answerAndAnnouncementTogetherManyTimesAreOnePayment(TestDatabase.Kind kind) throws Exception {
        given(kind);
        it.mpesa.query = ref -> FakeMoney.PAID;
        for (int round = 1; round <= 5; round++) {
            PaymentRequest r = it.prompted();
            String receipt = " receipt=TK" + round;
            List<Callable<Object>> tasks = new ArrayList<>(times(4, () -> it.arrives("paid ref=ws_" + r.id() + receipt + " amount=1500 phone=254712345678").accepted()));
            tasks.addAll(times(4, () -> it.arrives("paid" + receipt + " amount=1500 account=KE-001").accepted()));
            assertThat(atOnce(tasks)).containsOnly(true);
            assertThat(it.ledgerLines()).hasSize(round);
            assertThat(it.request(r.id()).state()).isEqualTo(State.PAID);
        }
        assertThat(it.booked()).hasSize(5);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aLateCallbackAndTheBookingWithoutReceiptAtTheSameTimeAreOnePayment(TestDatabase.Kind kind) throws Exception {
        given(kind);
        it.mpesa.query = ref -> FakeMoney.PAID;
        for (int round = 1; round <= 5; round++) {
            PaymentRequest r = it.prompted();
            it.later(Duration.ofSeconds(20));
            it.clock.advance(Duration.ofMinutes(2));
            String receipt = " receipt=TK" + round;
            assertThat(atOnce(List.of(it::runJobs,
                () -> it.arrives("paid ref=ws_" + r.id() + receipt + " amount=1500 phone=254712345678").accepted(),
                () -> it.arrives("paid" + receipt + " amount=1500 account=KE-001").accepted()))).doesNotHaveAnyElementsOfTypes(Exception.class);
            assertThat(it.ledgerLines()).hasSize(round);
            assertThat(it.booked()).last().extracting(Payment::providerReceipt).isEqualTo("TK" + round);
            it.clock.advance(Duration.ofMinutes(20));
        }
    }

    /** In the middle of the next booking another thread begins; it can only wait. What it comes to is told after that booking. */
    private CompletableFuture<Object> meanwhile(Callable<Object> other) {
        CompletableFuture<Object> result = new CompletableFuture<>();
        it.ledger.meanwhile.set(() -> {
            pool.submit(() -> {
                try {
                    result.complete(other.call());
                } catch (Exception e) {
                    result.completeExceptionally(e);
                }
            });
            assertThatThrownBy(() -> result.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        });
        return result;
    }

    private PaymentRequest saidPaidTwoMinutesAgo() {
        it.arrives("paid receipt=TK0 amount=1 account=KE-002");
        it.mpesa.query = ref -> FakeMoney.PAID;
        PaymentRequest r = it.prompted();
        it.later(Duration.ofSeconds(20));
        it.clock.advance(Duration.ofMinutes(2));
        return r;
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void anAnnouncementWaitsForTheBookingWithoutReceiptThatIsUnderWay(TestDatabase.Kind kind) throws Exception {
        given(kind);
        saidPaidTwoMinutesAgo();
        CompletableFuture<Object> announced = meanwhile(() -> it.arrives("paid receipt=TK1 amount=1500 account=KE-001 at=2026-11-22T08:00:10Z").detail());
        it.runJobs();
        assertThat(announced.get()).isEqualTo("the receipt of R-000002");
        assertThat(it.booked()).extracting(Payment::providerReceipt).containsExactly("TK0", "TK1");
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void theBookingWithoutReceiptWaitsForAnAnnouncementThatIsUnderWay(TestDatabase.Kind kind) throws Exception {
        given(kind);
        PaymentRequest r = saidPaidTwoMinutesAgo();
        CompletableFuture<Object> jobs = meanwhile(it::runJobs);
        it.arrives("paid receipt=TK1 amount=1500 account=KE-001 at=2026-11-22T08:00:10Z");
        assertThat(jobs.get()).isNull();
        assertThat(it.booked()).extracting(Payment::providerReceipt).containsExactly("TK0", "TK1");
        assertThat(it.request(r.id()).paymentId()).isEqualTo(it.booked().get(1).id());
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void differentMoneyAtTheSameTimeIsAllBookedUnderNumbersWithoutAGap(TestDatabase.Kind kind) throws Exception {
        given(kind);
        List<Callable<Object>> tasks = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int thread = i;
            tasks.add(() -> {
                for (int n = 0; n < 5; n++) it.arrives("paid receipt=T" + thread + "-" + n + " amount=10 account=KE-00" + (1 + n % 3));
                return true;
            });
        }
        assertThat(atOnce(tasks)).containsOnly(true);
        assertThat(it.booked()).extracting(Payment::number).containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 40).mapToObj("R-%06d"::formatted).toList());
        assertThat(it.ledgerLines()).hasSize(40);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void unmatchedMoneyIsAssignedOnceWhoeverIsFirst(TestDatabase.Kind kind) throws Exception {
        given(kind);
        it.arrives("paid receipt=TK1 amount=1500");
        long id = it.only().id();
        List<Callable<Object>> tasks = new ArrayList<>(times(4, () -> it.payments.assign(it.staff, id, 1)));
        tasks.addAll(times(4, () -> it.payments.assign(it.staff, id, 2)));
        List<Object> results = atOnce(tasks);
        assertThat(results).filteredOn(Payment.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Conflict.class::isInstance).hasSize(7);
        assertThat(it.ledgerLines()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void theSameDeskReferenceOnEightThreadsIsTakenOnce(TestDatabase.Kind kind) throws Exception {
        given(kind);
        List<Object> results = atOnce(times(THREADS, () -> it.payments.receiveAtDesk(it.staff, "cash", 1, kes(100), "BOOK-7", null)));
        assertThat(results).filteredOn(Payment.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Conflict.class::isInstance).hasSize(7);
        assertThat(it.ledgerLines()).containsExactly("receive 1 KES 100.00 cash");
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void theSameMoneyWithoutAReferenceOnEightThreadsIsTakenOnce(TestDatabase.Kind kind) throws Exception {
        given(kind);
        it.cash.reference = () -> false;
        List<Object> results = atOnce(times(THREADS, () -> it.payments.receiveAtDesk(it.staff, "cash", 1, kes(100), null, null)));
        assertThat(results).filteredOn(Payment.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Conflict.class::isInstance).hasSize(7);
        assertThat(it.ledgerLines()).containsExactly("receive 1 KES 100.00 cash");
    }
}
