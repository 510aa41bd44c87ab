package io.mtandao.payment.internal;

import static io.mtandao.payment.internal.fixture.PaymentFixture.kes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Unavailable;
import io.mtandao.api.payment.Payment;
import io.mtandao.api.payment.PaymentBooked;
import io.mtandao.api.payment.PaymentRequest;
import io.mtandao.api.payment.PaymentRequest.State;
import io.mtandao.api.payment.PaymentUnmatched;
import io.mtandao.payment.internal.fixture.Databases;
import io.mtandao.payment.internal.fixture.FakeMoney;
import io.mtandao.spi.CallbackHandler.Outcome;
import io.mtandao.spi.VendorProblem;
import io.mtandao.testing.db.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaymentCallbacksTest extends Databases {
    private static final String C2B = "paid receipt=TK1 amount=1500 account=KE-001 payer=WANJIKU";

    /** The answer to a prompt as M-Pesa tells it: nothing proves the sender. */
    private static String answer(PaymentRequest r) {
        return "paid ref=ws_" + r.id() + " receipt=TK1 amount=1500 phone=254712345678";
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void anAnsweredPromptIsBookedOnceTheProviderHasConfirmedIt(TestDatabase.Kind kind) {
        given(kind);
        PaymentRequest r = it.prompted();
        it.mpesa.query = ref -> FakeMoney.PAID;
        assertThat(it.arrives(answer(r)).accepted()).isTrue();
        assertThat(it.mpesa.asked).containsExactly("ws_" + r.id());
        Payment p = it.only();
        assertThat(p).isEqualTo(new Payment(p.id(), "R-000001", "mpesa", "TK1", kes(1500), Payment.State.BOOKED, 1L, "Wanjiku", "+25471****678", "KE-001", START,
            START));
        assertThat(it.ledgerLines()).containsExactly("receive 1 KES 1,500.00 mpesa");
        assertThat(it.events).containsExactly(new PaymentBooked(p.id(), 1, kes(1500), "mpesa", "TK1", kes(1500)));
        assertThat(it.request(r.id())).extracting(PaymentRequest::state, PaymentRequest::paymentId, PaymentRequest::text).containsExactly(State.PAID, p.id(), "paid, receipt R-000001");
        assertThat(it.audit).filteredOn(l -> l.contains("payment.book")).singleElement().asString().startsWith("payment payment.book {amount=KES 1,500.00");
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aNoticeThatProvesItselfNeedsNoQuestion(TestDatabase.Kind kind) {
        given(kind);
        PaymentRequest r = it.prompted();
        assertThat(it.arrives(answer(r) + " verified").accepted()).isTrue();
        assertThat(it.mpesa.asked).isEmpty();
        assertThat(it.only().state()).isEqualTo(Payment.State.BOOKED);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void theSameAnswerAgainChangesNothing(TestDatabase.Kind kind) {
        given(kind);
        PaymentRequest r = it.prompted();
        it.mpesa.query = ref -> FakeMoney.PAID;
        it.arrives(answer(r));
        for (int i = 0; i < 3; i++) assertThat(it.arrives(answer(r))).isEqualTo(new Outcome(true, "known already as R-000001"));
        assertThat(it.ledgerLines()).hasSize(1);
        assertThat(it.events).hasSize(1);
        assertThat(it.mpesa.asked).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aForgedAnswerIsDeniedByTheProviderAndBooksNothing(TestDatabase.Kind kind) {
        given(kind);
        PaymentRequest r = it.prompted();
        it.mpesa.query = ref -> FakeMoney.FAILED;
        assertThat(it.arrives(answer(r))).satisfies(o -> {
            assertThat(o.accepted()).isFalse();
            assertThat(o.detail()).contains("denies");
        });
        for (String wrong : new String[] {"amount=1 phone=254712345678", "amount=1500 phone=254700000000", "amount=1500 currency=USD phone=254712345678"}) {
            assertThat(it.arrives("paid ref=ws_" + r.id() + " receipt=TK9 verified " + wrong).accepted()).as(wrong).isFalse();
        }
        assertThat(it.arrives("paid ref=ws_" + r.id() + " amount=1500 verified").detail()).isEqualTo("it names no receipt");
        assertThat(it.arrives("rejected")).isEqualTo(new Outcome(false, "wrong short code"));
        assertThat(it.booked()).isEmpty();
        assertThat(it.request(r.id()).state()).isEqualTo(State.SENT);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aPromptIsPaidOnceWhateverReceiptsAreClaimed(TestDatabase.Kind kind) {
        given(kind);
        PaymentRequest r = it.prompted();
        it.arrives(answer(r) + " verified");
        assertThat(it.arrives("paid ref=ws_" + r.id() + " receipt=TK2 amount=1500 phone=254712345678 verified")).satisfies(o -> {
            assertThat(o.accepted()).isFalse();
            assertThat(o.detail()).isEqualTo("this prompt was paid by receipt TK1 (R-000001)");
        });
        assertThat(it.ledgerLines()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void whileTheProviderDoesNotKnowOrAnswerTheNoticeIsTriedAgain(TestDatabase.Kind kind) {
        given(kind);
        PaymentRequest r = it.prompted();
        assertThatThrownBy(() -> it.arrives(answer(r))).isInstanceOf(VendorProblem.class);
        it.mpesa.query = ref -> {
            throw new VendorProblem(VendorProblem.Outcome.RETRY, "503");
        };
        assertThatThrownBy(() -> it.arrives(answer(r))).hasMessage("503");
        it.registry.plugins.clear();
        assertThatThrownBy(() -> it.arrives(answer(r))).isInstanceOf(Unavailable.class);
        it.registry.plugins.add(it.mpesa);
        it.mpesa.query = ref -> FakeMoney.PENDING;
        it.clock.advance(Duration.ofMinutes(11));
        assertThat(it.arrives(answer(r), START).accepted()).as("in vain for ten minutes").isFalse();
        it.mpesa.query = ref -> FakeMoney.PAID;
        assertThat(it.arrives(answer(r), START).accepted()).as("replayed by a person").isTrue();
        assertThat(it.only().paidAt()).isEqualTo(START);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aCallbackThatOvertakesTheAnswerToThePushWaitsForIt(TestDatabase.Kind kind) {
        given(kind);
        it.mpesa.query = ref -> FakeMoney.PAID;
        it.mpesa.push = order -> {
            assertThatThrownBy(() -> it.arrives("paid ref=ws_" + order.requestId() + " receipt=TK1 amount=1500 phone=254712345678")).isInstanceOf(Unavailable.class);
            assertThatThrownBy(() -> it.arrives("failed ref=ws_" + order.requestId())).isInstanceOf(Unavailable.class);
            return new io.mtandao.spi.payment.PaymentMethod.Prompt("ws_" + order.requestId(), "see your phone");
        };
        PaymentRequest r = it.prompted();
        assertThat(it.arrives(answer(r)).accepted()).isTrue();
        assertThat(it.request(r.id()).state()).isEqualTo(State.PAID);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void whatNoPromptEverAskedForEndsInQuarantine(TestDatabase.Kind kind) {
        given(kind);
        assertThatThrownBy(() -> it.arrives("paid ref=ws_nobody receipt=TK1 amount=1500 verified")).isInstanceOf(Unavailable.class);
        it.clock.advance(Duration.ofMinutes(11));
        assertThat(it.arrives("paid ref=ws_nobody receipt=TK1 amount=1500 verified", START)).isEqualTo(new Outcome(false, "there is no prompt ws_nobody"));
        assertThat(it.arrives("failed ref=ws_nobody", START).accepted()).isFalse();
        assertThat(it.booked()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aFailedPromptIsToldSoAndStillBookedWhenItIsPaidAfterAll(TestDatabase.Kind kind) {
        given(kind);
        PaymentRequest r = it.prompted();
        it.arrives("failed ref=ws_" + r.id());
        assertThat(it.request(r.id())).extracting(PaymentRequest::state, PaymentRequest::text).containsExactly(State.FAILED, "cancelled by the user");
        it.mpesa.query = ref -> FakeMoney.PAID;
        it.arrives(answer(r));
        assertThat(it.request(r.id()).state()).isEqualTo(State.PAID);
        assertThat(it.arrives("failed ref=ws_" + r.id()).accepted()).isTrue();
        assertThat(it.request(r.id()).state()).as("never after PAID").isEqualTo(State.PAID);
        assertThat(it.ledgerLines()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aPromptThatIsAnsweredAfterHoursIsStillBooked(TestDatabase.Kind kind) {
        given(kind);
        PaymentRequest r = it.prompted();
        for (int i = 0; i < 20; i++) it.later(Duration.ofMinutes(10));
        assertThat(it.request(r.id()).state()).isEqualTo(State.UNKNOWN);
        it.mpesa.query = ref -> FakeMoney.PAID;
        assertThat(it.arrives(answer(r)).accepted()).isTrue();
        assertThat(it.only().subscriberName()).isEqualTo("Wanjiku");
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void moneyThatComesUnaskedIsMatchedByTheAccountNumberOnly(TestDatabase.Kind kind) {
        given(kind);
        assertThat(it.arrives(C2B + " phone=25470****149 at=2026-11-22T07:59:58Z")).isEqualTo(new Outcome(true, "booked as R-000001 for KE-001"));
        assertThat(it.only()).satisfies(p -> {
            assertThat(p.subscriberId()).isEqualTo(1);
            assertThat(p.payer()).isEqualTo("WANJIKU");
            assertThat(p.paidAt()).isEqualTo("2026-11-22T07:59:58Z");
        });
        assertThat(it.arrives(C2B)).isEqualTo(new Outcome(true, "known already as R-000001"));
        assertThat(it.arrives("paid receipt=TK1 amount=9999 account=KE-001").accepted()).as("the same receipt with another amount").isFalse();
        assertThat(it.arrives("paid receipt=TK2 amount=10 currency=USD account=KE-001").accepted()).isFalse();
        assertThat(it.arrives("paid receipt=TK2 amount=0 account=KE-001").accepted()).isFalse();
        assertThat(it.arrives("paid amount=10 account=KE-001").accepted()).isFalse();
        assertThat(it.ledgerLines()).containsExactly("receive 1 KES 1,500.00 mpesa");
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void moneyOfNobodyKnownGoesIntoSuspense(TestDatabase.Kind kind) {
        given(kind);
        assertThat(it.arrives("paid receipt=TK1 amount=1500 account=KE-999").detail()).isEqualTo("booked as R-000001, unmatched: no account \"KE-999\"");
        assertThat(it.arrives("paid receipt=TK2 amount=20").accepted()).isTrue();
        assertThat(it.ledgerLines()).containsExactly("unmatched KES 1,500.00 mpesa", "unmatched KES 20.00 mpesa");
        assertThat(it.booked()).extracting(Payment::state).containsOnly(Payment.State.UNMATCHED);
        assertThat(it.events).first().isEqualTo(new PaymentUnmatched(it.booked().get(0).id(), kes(1500), "KE-999"));
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void answerAndAnnouncementOfTheSameMoneyAreOnePayment(TestDatabase.Kind kind) {
        given(kind);
        PaymentRequest r = it.prompted();
        it.mpesa.query = ref -> FakeMoney.PAID;
        it.arrives(answer(r));
        assertThat(it.arrives(C2B).detail()).isEqualTo("known already as R-000001");

        PaymentRequest other = it.prompted();
        it.arrives("paid receipt=TK7 amount=1500 account=KE-001");
        assertThat(it.arrives("paid ref=ws_" + other.id() + " receipt=TK7 amount=1500 phone=254712345678").detail()).isEqualTo("R-000002 answers prompt " + other.id());
        assertThat(it.request(other.id()).state()).isEqualTo(State.PAID);
        assertThat(it.ledgerLines()).hasSize(2);
        assertThat(it.booked()).extracting(Payment::number).containsExactly("R-000001", "R-000002");
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void anUnmatchedAnnouncementIsAssignedWhenThePromptsAnswerTellsWhoseItIs(TestDatabase.Kind kind) {
        given(kind);
        PaymentRequest r = it.prompted();
        it.arrives("paid receipt=TK1 amount=1500 account=TYPO");
        assertThat(it.only().state()).isEqualTo(Payment.State.UNMATCHED);
        it.mpesa.query = ref -> FakeMoney.PAID;
        assertThat(it.arrives(answer(r)).accepted()).isTrue();
        assertThat(it.ledgerLines()).containsExactly("unmatched KES 1,500.00 mpesa", "assign 1 KES 1,500.00 mpesa");
        assertThat(it.only()).extracting(Payment::state, Payment::subscriberId).containsExactly(Payment.State.BOOKED, 1L);
        assertThat(it.request(r.id()).state()).isEqualTo(State.PAID);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aReceiptThatWasGivenToSomebodyElseIsNotTakenAwayAgain(TestDatabase.Kind kind) {
        given(kind);
        PaymentRequest r = it.prompted();
        it.arrives("paid receipt=TK1 amount=1500 account=KE-002");
        assertThat(it.arrives(answer(r) + " verified")).isEqualTo(new Outcome(false, "receipt TK1 is booked for another subscriber"));
        PaymentRequest other = it.prompted();
        it.arrives("paid ref=ws_" + other.id() + " receipt=TK5 amount=1500 verified");
        assertThat(it.arrives("paid ref=ws_" + r.id() + " receipt=TK5 amount=1500 verified")).isEqualTo(new Outcome(false, "receipt TK5 answered another prompt"));
        assertThat(it.ledgerLines()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void oneCallbackMaySayManyThings(TestDatabase.Kind kind) {
        given(kind);
        assertThat(it.arrives("")).isEqualTo(new Outcome(true, "says nothing about money"));
        assertThat(it.arrives("paid receipt=A amount=10 account=KE-001\npaid receipt=B amount=20 account=KE-002\nrejected").accepted()).isFalse();
        assertThat(it.ledgerLines()).containsExactly("receive 1 KES 10.00 mpesa", "receive 2 KES 20.00 mpesa");
        assertThat(it.arrives("paid receipt=A amount=10 account=KE-001\npaid receipt=B amount=20 account=KE-002").accepted()).isTrue();
        assertThat(it.ledgerLines()).hasSize(2);
    }
}
