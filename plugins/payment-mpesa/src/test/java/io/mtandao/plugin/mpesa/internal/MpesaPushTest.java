package io.mtandao.plugin.mpesa.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mtandao.api.Money;
import io.mtandao.spi.RawCallback;
import io.mtandao.spi.TenantContext;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.payment.PaymentMethod.Prompt;
import io.mtandao.spi.payment.PaymentMethod.PushOrder;
import io.mtandao.spi.payment.PaymentMethod.PushState;
import io.mtandao.spi.payment.PaymentMethod.PushState.State;
import io.mtandao.spi.payment.PaymentNotice.Failed;
import io.mtandao.spi.payment.PaymentNotice.Paid;
import io.mtandao.spi.payment.PaymentNotice.Rejected;
import io.mtandao.testing.contract.SimulatedInbox;
import io.mtandao.testing.contract.TypedSettings;
import io.mtandao.testing.daraja.DarajaSimulator;
import io.mtandao.testing.daraja.SubscriberBehaviour;
import io.mtandao.testing.simulator.Answer;
import io.mtandao.testing.simulator.CallbackPost.Plan;
import io.mtandao.testing.simulator.Fault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prompts, their end, and everything that Daraja may answer. */
class MpesaPushTest {
    private static final Instant NOW = Instant.parse("2026-11-22T07:15:00Z");
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final DarajaSimulator daraja = new DarajaSimulator(0, clock);
    private final MpesaPayment mpesa = waiting(10_000);
    private final SimulatedInbox<MpesaSettings> inbox = new SimulatedInbox<>(mpesa);
    private final Map<String, Object> settings = new HashMap<>(Map.of("environment", "sandbox", "consumerKey", "key", "consumerSecret", "secret",
        "shortCode", "600100", "passkey", "pass-key"));
    private TenantContext<MpesaSettings> savanna;

    @BeforeEach
    void anIspWithAnApp() {
        daraja.app("key", "secret");
        daraja.merchant("600100", "pass-key");
        savanna = inbox.tenant("savanna", settings);
    }

    @AfterEach
    void close() {
        daraja.close();
        inbox.close();
    }

    @Test
    void aSubscriberPays() {
        Prompt prompt = mpesa.push(savanna, order(150_000));

        RawCallback callback = inbox.await("stk", 1).get(0);
        Paid paid = (Paid) mpesa.interpret(savanna, callback).get(0);
        assertThat(paid.providerRef()).isEqualTo(prompt.providerRef());
        assertThat(paid.amount()).isEqualTo(Money.of(150_000, "KES"));
        assertThat(paid.receipt()).matches("TK[0-9A-Z]{8}");
        assertThat(paid.paidAt()).isEqualTo(NOW);
        assertThat(paid.phone()).isEqualTo("254712345678");
        assertThat(paid.verified()).isFalse();
        assertThat(callback.query()).containsEntry("order", "77");
        assertThat(mpesa.query(savanna, prompt.providerRef()).state()).isEqualTo(State.PAID);
    }

    @Test
    void asksAsDarajaWantsIt() {
        mpesa.push(savanna, new PushOrder("77", "+254712345678", Money.of(150_000, "KES"), "SAV-0000000042", "Internet for November"));
        var asked = daraja.prompts().get(0).request();
        assertThat(asked.path("Timestamp").asText()).isEqualTo("20261122101500");
        assertThat(asked.path("Amount").asText()).isEqualTo("1500");
        assertThat(asked.path("AccountReference").asText()).isEqualTo("SAV-00000000");
        assertThat(asked.path("TransactionDesc").asText()).isEqualTo("Internet for");
        assertThat(asked.path("PartyB").asText()).isEqualTo("600100");
    }

    @Test
    void paysToATillByItsStoreNumber() {
        settings.putAll(Map.of("payTo", "till", "till", "512345"));
        mpesa.push(inbox.tenant("savanna", settings), order(100));
        var asked = daraja.prompts().get(0).request();
        assertThat(asked.path("TransactionType").asText()).isEqualTo("CustomerBuyGoodsOnline");
        assertThat(asked.path("BusinessShortCode").asText()).isEqualTo("600100");
        assertThat(asked.path("PartyB").asText()).isEqualTo("512345");
    }

    @ParameterizedTest
    @CsvSource({"CANCELS,1032,cancelled", "NO_ANSWER,1037,nobody answered", "WRONG_PIN,2001,PIN", "LOW_BALANCE,1,not enough money"})
    void aSubscriberDoesNotPay(SubscriberBehaviour behaviour, String code, String words) {
        daraja.subscribers(behaviour);
        Prompt prompt = mpesa.push(savanna, order(150_000));
        Failed failed = (Failed) mpesa.interpret(savanna, inbox.await("stk", 1).get(0)).get(0);
        assertThat(failed.providerRef()).isEqualTo(prompt.providerRef());
        assertThat(failed.code()).isEqualTo(code);
        assertThat(failed.text()).contains(words);
        PushState state = mpesa.query(savanna, prompt.providerRef());
        assertThat(state.state()).isEqualTo(State.FAILED);
        assertThat(state.text()).contains(words);
    }

    @Test
    void isPendingWhileTheSubscriberThinks() {
        daraja.subscribersWait();
        Prompt prompt = mpesa.push(savanna, order(150_000));
        assertThat(mpesa.query(savanna, prompt.providerRef()).state()).isEqualTo(State.PENDING);
        daraja.subscribersAnswer();
        inbox.await("stk", 1);
        assertThat(mpesa.query(savanna, prompt.providerRef()).state()).isEqualTo(State.PAID);
    }

    @Test
    void isPendingByTheOtherFormOfIt() {
        daraja.failNext("/stkpushquery/",
            new Fault.Says(Answer.json(200, Map.of("ResponseCode", "0", "ResultCode", 4999, "ResultDesc", "still under processing"))),
            new Fault.Says(Answer.json(200, Map.of("ResponseCode", "0"))));
        assertThat(mpesa.query(savanna, "ws_CO_1").state()).isEqualTo(State.PENDING);
        assertThat(mpesa.query(savanna, "ws_CO_1").state()).isEqualTo(State.PENDING);
    }

    @Test
    void readsANumberForAResultCode() {
        daraja.failNext("/stkpushquery/", new Fault.Says(Answer.json(200, Map.of("ResponseCode", 0, "ResultCode", 0))));
        assertThat(mpesa.query(savanna, "ws_CO_1").state()).isEqualTo(State.PAID);
    }

    @Test
    void aCallbackMayComeTwiceLateOrNever() {
        daraja.callbacks().plan(Plan.TWICE);
        mpesa.push(savanna, order(150_000));
        List<RawCallback> twice = inbox.await("stk", 2);
        assertThat(mpesa.interpret(savanna, twice.get(0))).isEqualTo(mpesa.interpret(savanna, twice.get(1)));

        daraja.callbacks().plan(Plan.HELD);
        Prompt first = mpesa.push(savanna, order(100_000));
        daraja.callbacks().awaitHeld(1, Duration.ofSeconds(10));
        Prompt second = mpesa.push(savanna, order(200_000));
        daraja.callbacks().awaitHeld(2, Duration.ofSeconds(10));
        assertThat(mpesa.query(savanna, first.providerRef()).state()).isEqualTo(State.PAID);
        daraja.callbacks().releaseReversed();
        assertThat(inbox.await("stk", 4).subList(2, 4)).extracting(callback -> ((Paid) mpesa.interpret(savanna, callback).get(0)).providerRef())
            .containsExactly(second.providerRef(), first.providerRef());
    }

    @Test
    void aForgedCallbackDiffersFromWhatDarajaSaysWhenAsked() {
        daraja.subscribers(SubscriberBehaviour.CANCELS);
        daraja.forgeResultCode(0);
        Prompt prompt = mpesa.push(savanna, order(150_000));
        // success without metadata is no payment
        assertThat(mpesa.interpret(savanna, inbox.await("stk", 1).get(0)).get(0)).isInstanceOf(Rejected.class);
        assertThat(mpesa.query(savanna, prompt.providerRef()).state()).isEqualTo(State.FAILED);

        daraja.subscribers(SubscriberBehaviour.PAYS);
        daraja.forgeAmount(1);
        mpesa.push(savanna, order(150_000));
        Paid forged = (Paid) mpesa.interpret(savanna, inbox.await("stk", 2).get(1)).get(0);
        assertThat(forged.amount()).as("the platform compares it with what was asked").isEqualTo(Money.of(100, "KES"));
    }

    @Test
    void fetchesOneTokenForManyCalls() {
        mpesa.push(savanna, order(100));
        mpesa.push(savanna, order(100));
        assertThat(daraja.received("/oauth/")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void fetchesANewTokenWhenTheOldOneStopsHolding(boolean odd404) {
        mpesa.push(savanna, order(100));
        daraja.expireTokens(odd404);
        mpesa.push(savanna, order(100));
        assertThat(daraja.received("/oauth/")).hasSize(2);
        assertThat(daraja.prompts()).hasSize(2);
    }

    @Test
    void givesUpOnTokensAfterTheSecondOne() {
        Fault refused = new Fault.Says(Answer.json(404, Map.of("errorCode", "404.001.03", "errorMessage", "Invalid Access Token")));
        daraja.failNext("/stkpush/", refused, refused);
        assertThat(pushProblem().outcome()).isEqualTo(Outcome.MISCONFIGURED);
        assertThat(daraja.received("/stkpush/")).hasSize(2);
    }

    @Test
    void neverLendsATokenToWhoKnowsOnlyTheKey() {
        mpesa.push(savanna, order(100));
        settings.put("consumerSecret", "guessed");
        VendorProblem problem = catchThrowableOfType(VendorProblem.class, () -> mpesa.push(inbox.tenant("rival", settings), order(100)));
        assertThat(problem.outcome()).isEqualTo(Outcome.MISCONFIGURED);
        assertThat(problem.getMessage()).contains("consumer key").doesNotContain("guessed");
    }

    @ParameterizedTest
    @CsvSource({"400,400.002.02,Bad Request - Invalid PhoneNumber,REFUSED", "400,400.002.02,Bad Request - Invalid CallBackURL,MISCONFIGURED",
        "400,400.002.02,Bad Request - Invalid BusinessShortCode,MISCONFIGURED", "500,500.001.1001,Wrong credentials,MISCONFIGURED",
        "500,500.001.1001,Merchant does not exist,MISCONFIGURED", "500,500.001.1001,Unable to lock subscriber,RETRY", "500,500.003.02,System is busy,RETRY",
        "429,,Too many,RETRY", "503,,Away,RETRY", "500,500.003.1001,Internal Server Error,UNKNOWN", "502,,Bad gateway,UNKNOWN",
        "404,404.001.01,Resource not found,MISCONFIGURED"})
    void knowsWhatARefusalMeans(int status, String code, String message, Outcome outcome) {
        Map<String, String> error = code == null ? Map.of("errorMessage", message) : Map.of("errorCode", code, "errorMessage", message);
        daraja.failNext("/stkpush/", new Fault.Says(Answer.json(status, error)));
        assertThat(pushProblem().outcome()).isEqualTo(outcome);
        assertThat(daraja.prompts()).isEmpty();
    }

    @Test
    void doesNotKnowWhetherThePromptWentOutWhenTheAnswerIsLost() {
        Fault noNumber = new Fault.Says(Answer.json(200, Map.of("ResponseCode", "0")));
        for (Fault fault : List.of(new Fault.DropsAfter(), Fault.malformed(), noNumber, Fault.status(500))) {
            daraja.failNext("/stkpush/", fault);
            assertThat(pushProblem().outcome()).as(fault.toString()).isEqualTo(Outcome.UNKNOWN);
        }
        assertThat(daraja.received("/stkpush/")).as("none was repeated behind our back").hasSize(4);
        // the payer pays all the same, and the callback says for what
        assertThat(inbox.await("stk", 1).get(0).query()).containsEntry("order", "77");
    }

    @Test
    void doesNotKnowWhetherThePromptWentOutWhenTheAnswerIsLate() {
        daraja.failNext("/stkpush/", new Fault.Slow(Duration.ofMinutes(1)));
        MpesaPayment hasty = waiting(3_000);
        VendorProblem problem = catchThrowableOfType(VendorProblem.class, () -> hasty.push(savanna, order(150_000)));
        assertThat(problem.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(inbox.await("stk", 1).get(0).query()).containsEntry("order", "77");
    }

    @Test
    void mayAskAgainWhenOnlyTheTokenOrTheQueryFailed() {
        for (Fault fault : List.of(Fault.malformed(), Fault.status(500), Fault.status(429))) {
            daraja.failNext("/oauth/", fault);
            assertThat(pushProblem().outcome()).as("token: " + fault).isEqualTo(Outcome.RETRY);
        }
        Prompt prompt = mpesa.push(savanna, order(100));
        for (Fault fault : List.of(new Fault.DropsAfter(), Fault.malformed(), Fault.status(500), Fault.status(429))) {
            daraja.failNext("/stkpushquery/", fault);
            VendorProblem problem = catchThrowableOfType(VendorProblem.class, () -> mpesa.query(savanna, prompt.providerRef()));
            assertThat(problem.outcome()).as("query: " + fault).isEqualTo(Outcome.RETRY);
        }
    }

    @Test
    void mayAskAgainWhenOnlyTheTokenOrTheQueryIsLate() {
        MpesaPayment hasty = waiting(1_000);
        for (String path : List.of("/oauth/", "/stkpushquery/")) {
            daraja.failNext(path, new Fault.Silent());
            VendorProblem problem = catchThrowableOfType(VendorProblem.class, () -> hasty.query(savanna, "ws_CO_1"));
            assertThat(problem.outcome()).as(path).isEqualTo(Outcome.RETRY);
        }
    }

    @ParameterizedTest
    @CsvSource({"+254712345678,150050,KES", "+254712345678,0,KES", "+254712345678,-100,KES", "+254712345678,1000,USD", "+255712345678,1000,KES",
        "0712345678,1000,KES", "+254202345678,1000,KES"})
    void refusesWhatDarajaWouldRefuseWithoutAsking(String phone, long minor, String currency) {
        VendorProblem problem = catchThrowableOfType(VendorProblem.class,
            () -> mpesa.push(savanna, new PushOrder("77", phone, Money.of(minor, currency), "A-1", "Internet")));
        assertThat(problem.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(daraja.received()).isEmpty();
    }

    private MpesaPayment waiting(int millis) {
        return new MpesaPayment(TypedSettings.of(MpesaOperator.class, Map.of("sandboxUrl", daraja.url(), "replyMillis", millis)), clock);
    }

    private VendorProblem pushProblem() {
        VendorProblem problem = catchThrowableOfType(VendorProblem.class, () -> mpesa.push(savanna, order(150_000)));
        assertThat(problem).isNotNull();
        return problem;
    }

    private static PushOrder order(long minor) {
        return new PushOrder("77", "+254712345678", Money.of(minor, "KES"), "SAV-1", "Internet");
    }
}
