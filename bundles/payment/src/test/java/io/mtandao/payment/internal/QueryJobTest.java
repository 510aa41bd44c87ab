package io.mtandao.payment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.payment.Payment;
import io.mtandao.api.payment.PaymentBooked;
import io.mtandao.api.payment.PaymentRequest;
import io.mtandao.api.payment.PaymentRequest.State;
import io.mtandao.payment.internal.fixture.Databases;
import io.mtandao.payment.internal.fixture.FakeMoney;
import io.mtandao.spi.payment.PaymentMethod.PushState;
import io.mtandao.testing.db.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QueryJobTest extends Databases {
    private static String answer(PaymentRequest r) {
        return "paid ref=ws_" + r.id() + " receipt=TK1 amount=1500 phone=254712345678";
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void theProviderIsAskedAtTheTimesOfTheProtocolUntilItSaysSomething(TestDatabase.Kind kind) {
        given(kind);
        PaymentRequest r = it.prompted();
        List<Long> seconds = new ArrayList<>();
        it.mpesa.query = ref -> {
            seconds.add(Duration.between(START, it.clock.instant()).toSeconds());
            return FakeMoney.PENDING;
        };
        it.laterBy(Duration.ofMinutes(70));
        assertThat(seconds).containsExactly(20L, 45L, 75L, 120L, 300L, 900L, 3600L);
        assertThat(it.request(r.id())).satisfies(p -> {
            assertThat(p.state()).isEqualTo(State.UNKNOWN);
            assertThat(p.text()).contains("being processed").contains("statement");
        });
        assertThat(it.jobs.count()).isZero();
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aQueryThatSaysNoEndsIt(TestDatabase.Kind kind) {
        given(kind);
        PaymentRequest r = it.prompted();
        it.mpesa.query = ref -> FakeMoney.FAILED;
        it.later(Duration.ofSeconds(20));
        assertThat(it.request(r.id())).extracting(PaymentRequest::state, PaymentRequest::text).containsExactly(State.FAILED, "cancelled by the user");
        assertThat(it.jobs.count()).isZero();
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aQueryThatKnowsTheReceiptBooksAtOnceAndTheLateCallbackAddsNothing(TestDatabase.Kind kind) {
        given(kind);
        PaymentRequest r = it.prompted();
        it.mpesa.query = ref -> new PushState(PushState.State.PAID, "TK1", "paid");
        it.later(Duration.ofSeconds(20));
        assertThat(it.only().providerReceipt()).isEqualTo("TK1");
        assertThat(it.arrives(answer(r)).accepted()).isTrue();
        assertThat(it.ledgerLines()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aQueryThatCallsAReceiptPaidThatIsSomebodyElsesIsShownToAPerson(TestDatabase.Kind kind) {
        given(kind);
        PaymentRequest r = it.prompted();
        it.arrives("paid receipt=TK1 amount=1500 account=KE-002");
        it.mpesa.query = ref -> new PushState(PushState.State.PAID, "TK1", "paid");
        it.later(Duration.ofSeconds(20));
        assertThat(it.request(r.id()).text()).isEqualTo("the provider calls it paid, but receipt TK1 is booked for another subscriber");
        assertThat(it.ledgerLines()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aQueryWithoutReceiptWaitsForTheCallbackWhichThenBooksAlone(TestDatabase.Kind kind) {
        given(kind);
        PaymentRequest r = it.prompted();
        it.mpesa.query = ref -> FakeMoney.PAID;
        it.later(Duration.ofSeconds(20));
        assertThat(it.booked()).isEmpty();
        assertThat(it.request(r.id()).text()).isEqualTo("paid; the receipt is awaited");
        assertThat(it.arrives("failed ref=ws_" + r.id()).accepted()).as("contradicts itself").isFalse();
        it.later(Duration.ofSeconds(60));
        assertThat(it.arrives(answer(r)).accepted()).isTrue();
        assertThat(it.mpesa.asked).as("it has said so already").hasSize(1);
        it.laterBy(Duration.ofMinutes(5));
        assertThat(it.only().providerReceipt()).isEqualTo("TK1");
        assertThat(it.ledgerLines()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void whenNoCallbackComesTheMoneyIsBookedWithoutReceiptAndALateOneOnlyPutsItIn(TestDatabase.Kind kind) {
        given(kind);
        PaymentRequest r = it.prompted();
        it.mpesa.query = ref -> FakeMoney.PAID;
        it.later(Duration.ofSeconds(20));
        it.later(Duration.ofMinutes(2));
        assertThat(it.only()).satisfies(p -> {
            assertThat(p.providerReceipt()).isEqualTo("ws_" + r.id());
            assertThat(p.paidAt()).isEqualTo(START.plusSeconds(20));
        });
        assertThat(it.request(r.id()).state()).isEqualTo(State.PAID);
        assertThat(it.events).singleElement().extracting(e -> ((PaymentBooked) e).receipt()).isEqualTo("R-000001");
        assertThat(it.arrives(answer(r)).detail()).isEqualTo("the receipt of R-000001");
        assertThat(it.only().providerReceipt()).isEqualTo("TK1");
        assertThat(it.arrives(answer(r)).detail()).isEqualTo("known already as R-000001");
        assertThat(it.arrives("paid receipt=TK1 amount=1500 account=KE-001").detail()).isEqualTo("known already as R-000001");
        assertThat(it.ledgerLines()).hasSize(1);
        assertThat(it.events).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void theAnnouncementOfMoneyThatWasBookedWithoutReceiptPutsTheReceiptInToo(TestDatabase.Kind kind) {
        given(kind);
        PaymentRequest r = it.prompted();
        it.mpesa.query = ref -> FakeMoney.PAID;
        it.later(Duration.ofSeconds(20));
        it.later(Duration.ofMinutes(2));
        assertThat(it.arrives("paid receipt=TK1 amount=1500 account=KE-001 at=2026-11-22T08:00:15Z").detail()).isEqualTo("the receipt of R-000001");
        assertThat(it.arrives(answer(r)).detail()).isEqualTo("known already as R-000001");
        assertThat(it.arrives("paid receipt=TK2 amount=1500 account=KE-001 at=2026-11-22T08:00:50Z").accepted()).as("paid again by hand").isTrue();
        assertThat(it.booked()).extracting(Payment::providerReceipt).containsExactly("TK1", "TK2");
        assertThat(it.ledgerLines()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void moneyThatWasAnnouncedBeforeTheQuerySaysPaidIsNotBookedAgain(TestDatabase.Kind kind) {
        given(kind);
        PaymentRequest r = it.prompted();
        it.arrives("paid receipt=TK1 amount=1500 account=KE-001");
        it.mpesa.query = ref -> FakeMoney.PAID;
        it.later(Duration.ofSeconds(20));
        it.later(Duration.ofMinutes(2));
        assertThat(it.request(r.id())).extracting(PaymentRequest::state, PaymentRequest::paymentId).containsExactly(State.PAID, it.only().id());
        assertThat(it.arrives(answer(r)).detail()).isEqualTo("known already as R-000001");
        assertThat(it.ledgerLines()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aTillTellsNoAccountSoItsAnnouncementIsRecognisedByPhoneAmountAndTime(TestDatabase.Kind kind) {
        given(kind);
        PaymentRequest first = it.prompted();
        it.mpesa.query = ref -> FakeMoney.PAID;
        it.arrives("paid receipt=TK0 amount=1500 phone=25470****149");
        it.arrives("paid receipt=TK1 amount=1500 phone=25471****678 payer=WANJIKU");
        it.later(Duration.ofSeconds(20));
        it.later(Duration.ofMinutes(2));
        assertThat(it.request(first.id()).text()).as("announced before it was to be booked").isEqualTo("paid, receipt R-000002");
        assertThat(it.ledgerLines()).containsExactly("unmatched KES 1,500.00 mpesa", "unmatched KES 1,500.00 mpesa", "assign 1 KES 1,500.00 mpesa");

        it.clock.advance(Duration.ofMinutes(30));
        Instant second = it.clock.instant();
        it.prompted();
        it.later(Duration.ofSeconds(20));
        it.later(Duration.ofMinutes(2));
        assertThat(it.ledgerLines()).as("booked without receipt").hasSize(4);
        assertThat(it.arrives("paid receipt=TK2 amount=1500 phone=25471****678 at=" + second).detail()).isEqualTo("the receipt of R-000003");
        assertThat(it.arrives("paid receipt=TK3 amount=1500 phone=25471****678 at=" + second).detail()).startsWith("booked as R-000004, unmatched");
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void moneyOfLongBeforeThePromptIsNotItsAnswer(TestDatabase.Kind kind) {
        given(kind);
        it.arrives("paid receipt=TK0 amount=1500 account=KE-001 at=2026-11-22T07:30:00Z");
        PaymentRequest r = it.prompted();
        it.mpesa.query = ref -> FakeMoney.PAID;
        it.later(Duration.ofSeconds(20));
        it.later(Duration.ofMinutes(2));
        assertThat(it.booked()).extracting(Payment::providerReceipt).containsExactly("TK0", "ws_" + r.id());
    }
}
