package io.mtandao.rest.internal.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.Papers;
import io.mtandao.rest.internal.RestTest;
import io.mtandao.rest.internal.Sample;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The books, and the money of one subscriber. */
class LedgerTest extends RestTest {
    private static final String WHO = "/api/v1/subscribers/42";

    private static Money kes(long minor) {
        return Money.of(minor, "KES");
    }

    private static String body(String text) {
        return json(text).toString();
    }

    @Test
    void theLedgerIsTheSubscribersWallet() {
        ok(api.get("/api/v1/subscribers/42/ledger?limit=5"), 200);
        assertThat(api.ledger.only("wallet").<Long>argument(1)).isEqualTo(42);
        assertThat(api.ledger.only("wallet").<ListQuery>argument(2)).isEqualTo(ListQuery.first(5));
    }

    @Test
    void theTrialBalanceIsOfNowOrOfAMoment() {
        api.ledger.answers("trialBalance", a -> new Ledger.TrialBalance(Sample.NOON, List.of(new Ledger.TrialBalance.Account("money:mpesa", kes(500), kes(0),
            3)), kes(500), kes(500)));
        assertThat(ok(api.get("/api/v1/ledger/trial-balance"), 200).json()).isEqualTo(json("""
            {'at':'2026-11-22T09:00:00Z','accounts':[{'name':'money:mpesa','debit':{'minor':500,'currency':'KES'},'credit':{'minor':0,'currency':'KES'},'entries':3}],
             'debits':{'minor':500,'currency':'KES'},'credits':{'minor':500,'currency':'KES'}}"""));
        assertThat(api.ledger.only("trialBalance").arguments()).isEqualTo(Arrays.asList(Sample.OWNER, null));
        invalid(api.get("/api/v1/ledger/trial-balance?at=today"), "at");
    }

    @Test
    void aMomentReachesTheTrialBalance() {
        ok(api.get("/api/v1/ledger/trial-balance?at=2026-11-01T00:00:00Z"), 200);
        assertThat(api.ledger.only("trialBalance").arguments()).containsExactly(Sample.OWNER, Instant.parse("2026-11-01T00:00:00Z"));
    }

    @Test
    void theLastProofIsReadAndANewOneIsMade() {
        api.ledger.answers("lastProof", a -> Optional.of(new Ledger.Proof(false, 17, "transaction 9 does not balance", 40, "9f86", Sample.NOON)));
        assertThat(ok(api.get("/api/v1/ledger/proof"), 200).json())
            .isEqualTo(json("{'whole':false,'transactions':17,'firstFault':'transaction 9 does not balance','entries':40,'head':'9f86','at':'2026-11-22T09:00:00Z'}"));
        assertThat(api.ledger.count("prove")).isZero();
        assertThat(ok(api.post("/api/v1/ledger/proof", null), 200).json().path("whole").asBoolean()).isTrue();
        assertThat(api.ledger.count("prove")).isEqualTo(1);
        api.ledger.answers("lastProof", a -> Optional.empty());
        problem(api.get("/api/v1/ledger/proof"), 404, "not-found");
    }

    @Test
    void moneyMovesFromWalletToWallet() {
        api.ledger.answers("transfer", a -> new Ledger.Received(kes(7_000), 1));
        var reply = ok(api.post("/api/v1/ledger/transfers",
            body("{'fromSubscriberId':42,'toSubscriberId':43,'amount':{'minor':5000,'currency':'KES'},'reason':'wrong account'}")), 200);
        assertThat(api.ledger.only("transfer").arguments()).containsExactly(Sample.OWNER, 42L, 43L, kes(5_000), "wrong account");
        assertThat(reply.json()).isEqualTo(json("{'balance':{'minor':7000,'currency':'KES'},'renewed':1}"));
    }

    @Test
    void aWalletIsReadAndAdjusted() {
        api.ledger.answers("balance", a -> kes(-500));
        assertThat(ok(api.get(WHO + "/wallet"), 200).json()).isEqualTo(json("{'balance':{'minor':-500,'currency':'KES'}}"));
        ok(api.post(WHO + "/wallet/adjust", body("{'amount':{'minor':-300,'currency':'KES'},'reason':'counted wrong'}")), 200);
        assertThat(api.ledger.only("adjust").arguments()).containsExactly(Sample.OWNER, 42L, kes(-300), "counted wrong");
    }

    @Test
    void moneyIsGivenBackOnceWhateverIsRepeated() {
        String refund = body("{'amount':{'minor':5000,'currency':'KES'},'method':'cash','reference':'book 4','reason':'moved away'}");
        ok(api.post(WHO + "/refunds", refund, "Idempotency-Key", "r1"), 200);
        assertThat(ok(api.post(WHO + "/refunds", refund, "Idempotency-Key", "r1"), 200).header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(api.ledger.only("refund").arguments()).containsExactly(Sample.OWNER, 42L, kes(5_000), "cash", "book 4", "moved away");
        api.ledger.fails("refund", new Conflict("book 4 is booked already"));
        problem(api.post(WHO + "/refunds", refund), 409, "conflict");
    }

    @Test
    void aStatementIsFromAnInstantToAnother() {
        api.ledger.answers("statement", a -> new Ledger.Statement(42, "Grace", "MT-1", Sample.NOON, Sample.NOON, kes(0),
            List.of(new Ledger.WalletEntry(5, Sample.NOON, "Payment R-1", kes(500), kes(500), "payment", "1")), kes(500), kes(0), kes(500)));
        var statement = ok(api.get(WHO + "/statement?from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z"), 200).json();
        assertThat(api.ledger.only("statement").arguments()).containsExactly(Sample.OWNER, 42L, Instant.parse("2026-11-01T00:00:00Z"),
            Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(statement.at("/movements/0/text").asText()).isEqualTo("Payment R-1");
        assertThat(statement.at("/closing/minor").asLong()).isEqualTo(500);
        api.ledger.fails("statement", Invalid.field("from", "more than 5000 movements: ask for a shorter time"));
        invalid(api.get(WHO + "/statement?from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z"), "from");
    }

    @Test
    void aStatementOnPaperIsFromADayToAnother() {
        api.papers.answers("statement", a -> new Papers.Paper("Taarifa Wangũi.pdf", "application/pdf", new byte[] {37, 80, 68, 70}));
        var reply = ok(api.get(WHO + "/statement.pdf?from=2026-11-01&to=2026-11-30"), 200);
        assertThat(api.papers.only("statement").arguments()).containsExactly(Sample.OWNER, 42L, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));
        assertThat(reply.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(reply.header("Content-Disposition")).isEqualTo("attachment; filename=\"Taarifa Wang_i.pdf\"; filename*=UTF-8''Taarifa%20Wang%C5%A9i.pdf");
        assertThat(reply.body()).isEqualTo("%PDF");
    }

    @Test
    void aStatementNeedsItsTime() {
        invalid(api.get(WHO + "/statement?from=2026-11-01T00:00:00Z"), "to");
        invalid(api.get(WHO + "/statement?from=2026-11-01&to=2026-12-01T00:00:00Z"), "from");
        invalid(api.get(WHO + "/statement.pdf?to=2026-11-30"), "from");
        invalid(api.get(WHO + "/statement.pdf?from=2026-11-31&to=2026-12-30"), "from");
        invalid(api.get(WHO + "/statement.pdf?from=-999999999-01-01&to=2026-12-30"), "from");
        assertThat(api.ledger.count("statement") + api.papers.count("statement")).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        ledger/transfers             | {'toSubscriberId':43,'amount':{'minor':1,'currency':'KES'},'reason':'x'}      | fromSubscriberId
        ledger/transfers             | {'fromSubscriberId':42,'toSubscriberId':43,'amount':{'minor':1,'currency':'KES'}} | reason
        ledger/transfers             | {'fromSubscriberId':42,'toSubscriberId':43,'amount':{'minor':0.5,'currency':'KES'},'reason':'x'} | amount.minor
        ledger/proof                 | {'deep':true}                                                                 | deep
        subscribers/42/wallet/adjust | {'reason':'x'}                                                                | amount
        subscribers/42/wallet/adjust | {'amount':{'minor':1,'currency':'XQX'},'reason':'x'}                          | amount.currency
        subscribers/42/refunds       | {'amount':{'minor':1,'currency':'KES'},'method':'cash','reason':'x'}          | reference
        subscribers/42/refunds       | {'amount':{'minor':1,'currency':'KES'},'method':'cash','reference':'r','reason':'x','to':'me'} | to
        """)
    void whatDoesNotFitIsRefusedAndNamed(String path, String body, String field) {
        invalid(api.post("/api/v1/" + path, body(body)), field);
        for (String m : new String[] {"transfer", "adjust", "refund", "prove"}) assertThat(api.ledger.count(m)).as(m).isZero();
    }

    @Test
    void whatIsAnotherIspsIsNotThere() {
        for (String m : new String[] {"wallet", "balance", "adjust", "refund", "statement", "transfer"}) api.ledger.fails(m, new NotFound("subscriber"));
        api.papers.fails("statement", new NotFound("subscriber"));
        for (String path : new String[] {"/ledger", "/wallet", "/statement?from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z",
            "/statement.pdf?from=2026-11-01&to=2026-11-30"})
            problem(api.get(WHO + path), 404, "not-found");
        problem(api.post(WHO + "/wallet/adjust", body("{'amount':{'minor':1,'currency':'KES'},'reason':'x'}")), 404, "not-found");
        problem(api.post("/api/v1/ledger/transfers", body("{'fromSubscriberId':42,'toSubscriberId':43,'amount':{'minor':1,'currency':'KES'},'reason':'x'}")),
            404, "not-found");
    }

    @Test
    void whoBooksPaymentsMayStillNotMoveMoneyByHand() {
        api.caller = Sample.caller(EnumSet.of(Permission.PAYMENTS_READ, Permission.PAYMENTS_WRITE, Permission.SUBSCRIBERS_WRITE));
        ok(api.get(WHO + "/wallet"), 200);
        ok(api.get("/api/v1/ledger/trial-balance"), 200);
        for (String path : new String[] {"ledger/transfers", "subscribers/42/wallet/adjust", "subscribers/42/refunds"}) problem(api.post("/api/v1/" + path,
            "{}"), 403, "forbidden");
    }
}
