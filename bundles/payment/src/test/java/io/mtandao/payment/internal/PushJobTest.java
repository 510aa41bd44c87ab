package io.mtandao.payment.internal;

import static io.mtandao.payment.internal.fixture.PaymentFixture.kes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mtandao.api.Invalid;
import io.mtandao.api.NotFound;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.payment.PaymentRequest;
import io.mtandao.api.payment.PaymentRequest.State;
import io.mtandao.payment.internal.fixture.Databases;
import io.mtandao.payment.internal.fixture.FakeMoney;
import io.mtandao.payment.internal.fixture.PaymentFixture;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.payment.PaymentMethod.PushOrder;
import io.mtandao.testing.db.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PushJobTest extends Databases {
    private void vendorSays(Outcome outcome, String text) {
        it.mpesa.push = order -> {
            throw new VendorProblem(outcome, text);
        };
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aWishIsWrittenDownFirstAndSentAfterwards(TestDatabase.Kind kind) {
        given(kind);
        PaymentRequest made = it.payments.request(it.staff, 1, null, null, kes(1500));
        assertThat(made).isEqualTo(new PaymentRequest(made.id(), 1, "mpesa", kes(1500), PaymentFixture.PHONE, State.NEW, "about to be sent", null, START));
        assertThat(it.mpesa.pushed).isEmpty();
        assertThat(it.audit).singleElement().asString().contains("Amina payment.request").contains("KES 1,500.00");
        it.runJobs();
        assertThat(it.mpesa.pushed).containsExactly(new PushOrder(Long.toString(made.id()), PaymentFixture.PHONE, kes(1500), "KE-001", "Internet"));
        assertThat(it.request(made.id())).extracting(PaymentRequest::state, PaymentRequest::text).containsExactly(State.SENT, "see your phone");
        it.runJobs();
        assertThat(it.mpesa.pushed).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aProviderThatSaysLaterIsTriedForTenMinutes(TestDatabase.Kind kind) {
        given(kind);
        vendorSays(Outcome.RETRY, "busy");
        PaymentRequest r = it.prompted();
        assertThat(it.request(r.id())).extracting(PaymentRequest::state, PaymentRequest::text).containsExactly(State.NEW, "not sent yet: busy");
        it.laterBy(Duration.ofMinutes(12));
        assertThat(it.request(r.id())).satisfies(p -> {
            assertThat(p.state()).isEqualTo(State.FAILED);
            assertThat(p.text()).isEqualTo("no prompt was sent within 10 minutes (not sent yet: busy); ask again if it is still wanted");
        });
        assertThat(it.mpesa.pushed.size()).isBetween(8, 20);
        assertThat(it.jobs.count()).isZero();
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aPromptThatSleptThroughItsTimeIsNotSent(TestDatabase.Kind kind) {
        given(kind);
        PaymentRequest made = it.payments.request(it.staff, 1, "mpesa", null, kes(1500));
        it.later(Duration.ofMinutes(30));
        assertThat(it.request(made.id()).state()).isEqualTo(State.FAILED);
        assertThat(it.mpesa.pushed).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void whileThePluginIsAwayThePromptWaitsAndIsSentWhenItIsBack(TestDatabase.Kind kind) {
        given(kind);
        PaymentRequest made = it.payments.request(it.staff, 1, "mpesa", null, kes(1500));
        it.registry.plugins.clear();
        it.runJobs();
        assertThat(it.request(made.id()).text()).isEqualTo("not sent yet: mpesa is away now");
        it.registry.plugins.add(it.mpesa);
        it.later(Duration.ofSeconds(5));
        assertThat(it.request(made.id()).state()).isEqualTo(State.SENT);
        it.registry.plugins.clear();
        it.later(Duration.ofSeconds(20));
        assertThat(it.request(made.id()).state()).isEqualTo(State.SENT);
        it.registry.plugins.add(it.mpesa);
        it.mpesa.query = ref -> FakeMoney.FAILED;
        it.later(Duration.ofSeconds(25));
        assertThat(it.request(made.id()).state()).isEqualTo(State.FAILED);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aRefusalAndAMisconfigurationFailWithTheirText(TestDatabase.Kind kind) {
        given(kind);
        for (Outcome o : List.of(Outcome.REFUSED, Outcome.MISCONFIGURED)) {
            vendorSays(o, "no: " + o);
            assertThat(it.prompted()).extracting(PaymentRequest::state, PaymentRequest::text).containsExactly(State.FAILED, "no: " + o);
        }
        assertThat(it.jobs.count()).isZero();
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void anUnknownOutcomeIsNeverSentAgainAndItsCallbackIsRecognisedByPhoneAndAmount(TestDatabase.Kind kind) {
        given(kind);
        vendorSays(Outcome.UNKNOWN, "timed out");
        PaymentRequest r = it.prompted();
        assertThat(r.state()).isEqualTo(State.UNKNOWN);
        it.mpesa.query = ref -> FakeMoney.FAILED;
        assertThat(it.arrives("paid ref=ws_forged receipt=TK9 amount=1500 phone=254712345678").accepted()).isFalse();
        it.mpesa.query = ref -> FakeMoney.PAID;
        assertThatThrownBy(() -> it.arrives("paid ref=ws_x receipt=TK1 amount=1500 phone=25471****678")).as("a masked phone says nothing").hasMessageContaining("no prompt ws_x");
        assertThat(it.arrives("paid ref=ws_x receipt=TK1 amount=1500 phone=254712345678").accepted()).isTrue();
        assertThat(it.mpesa.pushed).hasSize(1);
        assertThat(it.only().providerReceipt()).isEqualTo("TK1");
        assertThat(it.request(r.id()).state()).isEqualTo(State.PAID);
        it.laterBy(Duration.ofMinutes(3));
        assertThat(it.ledgerLines()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void ofTwoPromptsWithUnknownOutcomeNeitherIsGuessed(TestDatabase.Kind kind) {
        given(kind);
        vendorSays(Outcome.UNKNOWN, "timed out");
        it.prompted();
        PaymentRequest second = it.prompted();
        assertThatThrownBy(() -> it.arrives("paid ref=ws_x receipt=TK1 amount=1500 phone=254712345678 verified")).hasMessageContaining("no prompt ws_x");
        it.laterBy(Duration.ofMinutes(61));
        assertThat(it.request(second.id()).text()).contains("did not say what it calls this prompt");
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void aNodeThatDiesWhileItSendsLeavesAnUnknownPromptAndNoSecondOne(TestDatabase.Kind kind) {
        given(kind);
        it.mpesa.push = order -> {
            throw new ThreadDeath();
        };
        PaymentRequest made = it.payments.request(it.staff, 1, "mpesa", null, kes(1500));
        assertThatThrownBy(it::runJobs).isInstanceOf(ThreadDeath.class);
        it.jobs.schedule(it.isp, PushJob.NAME, Long.toString(made.id()), it.clock.instant(), null);
        it.runJobs();
        assertThat(it.request(made.id()).state()).isEqualTo(State.UNKNOWN);
        assertThat(it.mpesa.pushed).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void whatIsDueIsAskedForWhenNobodyNamesAnAmount(TestDatabase.Kind kind) {
        given(kind);
        assertThat(wrong(1, "mpesa", null, null)).containsKey("amount");
        it.openBills = List.of(new Bill(1, 1, "B-1", 1, "Wanjiku", 7L, Instant.EPOCH, START, kes(2000), Bill.State.OPEN, START, START, null, List.of()));
        it.arrives("paid receipt=TK1 amount=300 account=KE-001");
        assertThat(it.payments.request(it.staff, 1, null, null, null).amount()).isEqualTo(kes(1700));
    }

    private Map<String, String> wrong(long subscriber, String method, String phone, io.mtandao.api.Money amount) {
        return catchThrowableOfType(Invalid.class, () -> it.payments.request(it.staff, subscriber, method, phone, amount)).fields();
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void wishesThatCannotBeMetAreRefusedPerField(TestDatabase.Kind kind) {
        given(kind);
        assertThat(wrong(2, null, null, kes(10))).isEqualTo(Map.of("phone", "the subscriber has none; say which to ask"));
        assertThat(wrong(1, null, "12", kes(10))).containsKey("phone");
        assertThat(wrong(1, null, "call me", kes(10))).containsKey("phone");
        assertThat(wrong(1, "cash", null, kes(10))).isEqualTo(Map.of("method", "one of mpesa"));
        assertThat(wrong(1, null, null, kes(0))).isEqualTo(Map.of("amount", "must be above zero"));
        assertThat(wrong(1, null, null, io.mtandao.api.Money.of(100, "USD"))).isEqualTo(Map.of("amount", "must be in KES"));
        assertThatThrownBy(() -> it.payments.request(it.staff, 9, null, null, kes(10))).isInstanceOf(NotFound.class);
        it.registry.plugins.clear();
        assertThat(wrong(1, null, null, kes(10))).containsKey("method");
        assertThat(it.jobs.count()).isZero();
    }
}
