package io.mtandao.rest.internal.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.rest.internal.ApiServer;
import io.mtandao.rest.internal.RestTest;
import io.mtandao.rest.internal.Sample;
import org.junit.jupiter.api.Test;

class IdempotencyKeysTest extends RestTest {
    private static final String PAYMENTS = "/api/v1/payments";
    private static final String PAYMENT = "{\"method\":\"cash\",\"subscriberId\":42,\"amount\":{\"minor\":150000,\"currency\":\"KES\"},\"reference\":\"r\"}";

    private ApiServer.Reply pay(String body, String key) {
        return api.post(PAYMENTS, body, IdempotencyKeys.HEADER, key);
    }

    @Test
    void aRepetitionIsAnsweredTheSameAndDoneOnce() {
        ApiServer.Reply first = ok(pay(PAYMENT, "k1"), 201), again = ok(pay(PAYMENT, "k1"), 201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Content-Type")).isEqualTo("application/json");
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(api.payments.count("receiveAtDesk")).isEqualTo(1);
    }

    @Test
    void withoutAKeyEveryPostIsANewOne() {
        ok(api.post(PAYMENTS, PAYMENT), 201);
        ok(api.post(PAYMENTS, PAYMENT), 201);
        assertThat(api.payments.count("receiveAtDesk")).isEqualTo(2);
    }

    @Test
    void theSameKeyForAnotherRequestIs409() {
        ok(pay(PAYMENT, "k1"), 201);
        problem(pay(PAYMENT.replace("150000", "150001"), "k1"), 409, "conflict");
        problem(api.post("/api/v1/bills/run", null, IdempotencyKeys.HEADER, "k1"), 409, "conflict");
        assertThat(api.payments.count("receiveAtDesk")).isEqualTo(1);
    }

    @Test
    void anotherCallerHasKeysOfItsOwn() {
        ok(pay(PAYMENT, "k1"), 201);
        api.caller = new Caller(Sample.TENANT, Caller.Kind.API_KEY, "17", "robot", Sample.OWNER.permissions(), Sample.OWNER.origin());
        assertThat(ok(pay(PAYMENT, "k1"), 201).header("Idempotency-Replayed")).isNull();
    }

    @Test
    void whatWasRefusedMayBeTriedAgainWithTheSameKey() {
        api.payments.fails("receiveAtDesk", new Conflict("that reference was booked"));
        problem(pay(PAYMENT, "k1"), 409, "conflict");
        api.payments.answers("receiveAtDesk", a -> Sample.of(io.mtandao.api.payment.Payment.class));
        ok(pay(PAYMENT, "k1"), 201);
    }

    @Test
    void aWrongBodyDoesNotUseTheKeyUp() {
        invalid(pay("{}".replace("}", "\"tenantId\":\"b\"}"), "k1"), "tenantId");
        ok(pay(PAYMENT, "k1"), 201);
    }

    @Test
    void afterAFaultNobodyKnowsSoItIsNotDoneAgain() {
        api.payments.fails("receiveAtDesk", new IllegalStateException("the answer of the commit was lost"));
        problem(pay(PAYMENT, "k1"), 500, "fault");
        assertThat(problem(pay(PAYMENT, "k1"), 409, "conflict").body()).contains("its end is not known");
        assertThat(api.payments.count("receiveAtDesk")).isEqualTo(1);
    }

    @Test
    void aRepetitionThatComesBeforeTheEndIs409() {
        api.payments.answers("receiveAtDesk", a -> {
            problem(pay(PAYMENT, "k1"), 409, "conflict");
            return Sample.of(io.mtandao.api.payment.Payment.class);
        });
        ok(pay(PAYMENT, "k1"), 201);
        assertThat(api.payments.count("receiveAtDesk")).isEqualTo(1);
    }

    @Test
    void anAnswerWithoutABodyIsRepeatedAsWell() {
        String suspend = "/api/v1/subscriptions/9/renew";
        ok(api.post(suspend, null, IdempotencyKeys.HEADER, "k1"), 200);
        ok(api.post(suspend, null, IdempotencyKeys.HEADER, "k1"), 200);
        assertThat(api.subscriptions.count("renew")).isEqualTo(1);
    }

    @Test
    void aSecretIsShownOnceAndNeverKept() {
        String body = "{\"name\":\"export\",\"scopes\":[\"subscribers:read\"]}";
        ok(api.post("/api/v1/api-keys", body, IdempotencyKeys.HEADER, "k1"), 201);
        assertThat(problem(api.post("/api/v1/api-keys", body, IdempotencyKeys.HEADER, "k1"), 409, "conflict").body()).contains("shown only once");
        assertThat(api.store.kept()).allSatisfy(kept -> assertThat(kept.body()).isEmpty());
        assertThat(api.apiKeys.count("create")).isEqualTo(1);
    }

    @Test
    void aKeyMustBeAKey() {
        invalid(pay(PAYMENT, "x".repeat(201)), IdempotencyKeys.HEADER);
        invalid(pay(PAYMENT, "a b"), IdempotencyKeys.HEADER);
    }

    @Test
    void beforeSignInTheKeyIsIgnored() {
        String body = "{\"slug\":\"kasi\",\"email\":\"w@kasi.example\",\"password\":\"x\"}";
        for (int i = 0; i < 2; i++) ok(api.post("/api/v1/sessions", body, "Authorization", "", IdempotencyKeys.HEADER, "k1"), 201);
        assertThat(api.sessions.count("signIn")).isEqualTo(2);
        assertThat(api.store.kept()).isEmpty();
    }
}
