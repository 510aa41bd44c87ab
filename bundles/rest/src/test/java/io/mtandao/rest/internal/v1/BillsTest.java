package io.mtandao.rest.internal.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Bills;
import io.mtandao.api.billing.Papers;
import io.mtandao.rest.internal.RestTest;
import io.mtandao.rest.internal.Sample;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillsTest extends RestTest {
    private static final String ONE = "/api/v1/bills/7";

    private static Money kes(long minor) {
        return Money.of(minor, "KES");
    }

    private static String body(String text) {
        return json(text).toString();
    }

    @Test
    void theNextPeriodOfASubscriptionIsBilled() {
        var reply = ok(api.post("/api/v1/bills", "{\"subscriptionId\":9}"), 201);
        assertThat(api.bills.only("billNext").<Long>argument(1)).isEqualTo(9);
        assertThat(reply.header("Location")).isEqualTo("/api/v1/bills/7");
        assertThat(reply.json().at("/lines/0/unitPrice")).isEqualTo(json("{'minor':150000,'currency':'KES'}"));
    }

    @Test
    void whatIsDueIsBilledAtOnce() {
        api.bills.answers("billDue", a -> new Bills.RunResult(12, 9, 2, 1));
        assertThat(ok(api.post("/api/v1/bills/run", null), 200).body()).isEqualTo("{\"billed\":12,\"paid\":9,\"skipped\":2,\"failed\":1}");
    }

    @Test
    void aBillIsTakenBackWithAReason() {
        ok(api.post("/api/v1/bills/7/void", "{\"reason\":\"billed twice\"}"), 200);
        assertThat(api.bills.only("voidBill").arguments()).containsExactly(Sample.OWNER, 7L, "billed twice");
    }

    @Test
    void aBillOnTheWireExplainsItself() {
        Bill.Line line = new Bill.Line(Bill.Line.Kind.LATE_FEE, "Late fee", 1, kes(11_600), kes(11_600), kes(1_600), "VAT 16 %");
        Bill.Details details = new Bill.Details(Bill.Kind.BILL, true, 8, kes(10_000), kes(1_600), kes(0), kes(0), 5L, null, 3L);
        api.bills.answers("get", a -> new Bill(7, 2, "B-000007", 42, "Grace", null, null, null, kes(11_600), Bill.State.WRITTEN_OFF, Sample.NOON, null, null,
            List.of(line), details));
        assertThat(ok(api.get(ONE), 200).json()).isEqualTo(json("""
            {'id':7,'version':2,'number':'B-000007','subscriberId':42,'subscriberName':'Grace','subscriptionId':null,'periodFrom':null,'periodTo':null,
             'total':{'minor':11600,'currency':'KES'},'state':'written-off','issuedAt':'2026-11-22T09:00:00Z','dueAt':null,'paidAt':null,
             'lines':[{'text':'Late fee','quantity':1,'unitPrice':{'minor':11600,'currency':'KES'},'amount':{'minor':11600,'currency':'KES'},'kind':'late-fee',
                       'tax':{'minor':1600,'currency':'KES'},'taxName':'VAT 16 %'}],
             'details':{'kind':'bill','debt':true,'payerId':8,'net':{'minor':10000,'currency':'KES'},'tax':{'minor':1600,'currency':'KES'},'paid':{'minor':0,'currency':'KES'},
                        'credited':{'minor':0,'currency':'KES'},'refersTo':5,'reason':null,'runId':3}}"""));
    }

    @Test
    void billsAreFoundByAllThatTellsThemApart() {
        ok(api.get("/api/v1/bills?kind=credit-note&state=credited&overdue=false&payerId=8&runId=3&from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z&sort=-issuedAt"), 200);
        assertThat(api.bills.only("list").<ListQuery>argument(1)).isEqualTo(new ListQuery(null,
            Map.of("kind", "CREDIT_NOTE", "state", "CREDITED", "overdue", "false", "payerId", "8",
            "runId", "3", "from", "2026-11-01T00:00:00Z", "to", "2026-12-01T00:00:00Z"), "-issuedAt", 50, null));
        invalid(api.get("/api/v1/bills?kind=invoice"), "kind");
        invalid(api.get("/api/v1/bills?from=2026-11-01"), "from");
    }

    @Test
    void aPartIsGivenBackByACreditNoteWithItsOwnAddress() {
        api.bills.answers("creditNote", a -> new Bill(31, 0, "C-000001", 42, "Grace", null, null, null, kes(5_000), Bill.State.CREDITED, Sample.NOON, null,
            null, List.of()));
        var reply = ok(api.post(ONE + "/credit-notes", body("{'amount':{'minor':5000,'currency':'KES'},'reason':'a week without service'}")), 201);
        assertThat(api.bills.only("creditNote").arguments()).containsExactly(Sample.OWNER, 7L, kes(5_000), "a week without service");
        assertThat(reply.header("Location")).isEqualTo("/api/v1/bills/31");
        api.bills.fails("creditNote", Invalid.field("amount", "at most KES 40.00 are left of the bill"));
        invalid(api.post(ONE + "/credit-notes", body("{'amount':{'minor':5000,'currency':'KES'},'reason':'more'}")), "amount");
    }

    @Test
    void theRestIsGivenUpByWhoMayMoveMoneyByHand() {
        ok(api.post(ONE + "/write-off", body("{'reason':'moved away'}")), 200);
        assertThat(api.bills.only("writeOff").arguments()).containsExactly(Sample.OWNER, 7L, "moved away");
        api.caller = Sample.caller(EnumSet.of(Permission.BILLS_READ, Permission.BILLS_WRITE));
        problem(api.post(ONE + "/write-off", body("{'reason':'a friend'}")), 403, "forbidden");
        api.caller = Sample.caller(EnumSet.of(Permission.WALLETS_ADJUST));
        problem(api.post(ONE + "/write-off", body("{'reason':'a friend'}")), 403, "forbidden");
        assertThat(api.bills.count("writeOff")).isEqualTo(1);
    }

    @Test
    void aBillIsPrintedUnderItsNumber() {
        api.papers.answers("bill", a -> new Papers.Paper("B-000007.pdf", "application/pdf", "%PDF-1.7 …".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        var reply = ok(api.get(ONE + "/pdf"), 200);
        assertThat(reply.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(reply.header("Content-Disposition")).isEqualTo("attachment; filename=\"B-000007.pdf\"");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.body()).isEqualTo("%PDF-1.7 …");
        problem(api.get(ONE + "/pdf", "Accept", "image/png"), 406, "not-acceptable");
    }

    @Test
    void aLinkForTheSubscriberIsMade() {
        api.papers.answers("publicLink", a -> "/papers/abc.def");
        assertThat(ok(api.post(ONE + "/public-link", null), 200).body()).isEqualTo("{\"path\":\"/papers/abc.def\"}");
        assertThat(api.papers.only("publicLink").<Long>argument(1)).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        void         | {}                                                             | reason
        write-off    | {'reason':7}                                                   | reason
        write-off    | {'reason':'x','amount':{'minor':1,'currency':'KES'}}           | amount
        credit-notes | {'reason':'x'}                                                 | amount
        credit-notes | {'amount':{'minor':1,'currency':'KES'}}                        | reason
        credit-notes | {'amount':{'minor':1.5,'currency':'KES'},'reason':'x'}         | amount.minor
        credit-notes | {'amount':{'minor':1,'currency':'XQX'},'reason':'x'}           | amount.currency
        public-link  | {'days':900}                                                   | days
        """)
    void whatDoesNotFitIsRefusedAndNamed(String step, String body, String field) {
        invalid(api.post(ONE + "/" + step, body(body)), field);
        for (String m : new String[] {"voidBill", "writeOff", "creditNote"}) assertThat(api.bills.count(m)).as(m).isZero();
    }

    @Test
    void whatIsAnotherIspsIsNotThere() {
        for (String m : new String[] {"get", "voidBill", "writeOff", "creditNote"}) api.bills.fails(m, new NotFound("bill"));
        api.papers.fails("bill", new NotFound("bill")).fails("publicLink", new NotFound("bill"));
        for (String path : new String[] {"", "/pdf"}) problem(api.get(ONE + path), 404, "not-found");
        for (String path : new String[] {"/void", "/write-off"}) problem(api.post(ONE + path, body("{'reason':'x'}")), 404, "not-found");
        problem(api.post(ONE + "/public-link", null), 404, "not-found");
        problem(api.post(ONE + "/credit-notes", body("{'amount':{'minor':1,'currency':'KES'},'reason':'x'}")), 404, "not-found");
    }

    @Test
    void whoMayReadMayPrintAndNotWrite() {
        api.caller = Sample.caller(EnumSet.of(Permission.BILLS_READ));
        ok(api.get(ONE + "/pdf"), 200);
        ok(api.post(ONE + "/public-link", null), 200);
        for (String path : new String[] {"/void", "/write-off", "/credit-notes"}) problem(api.post(ONE + path, body("{'reason':'x'}")), 403, "forbidden");
    }
}
