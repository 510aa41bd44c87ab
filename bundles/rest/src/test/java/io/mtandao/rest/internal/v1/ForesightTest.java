package io.mtandao.rest.internal.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.CutOffs;
import io.mtandao.api.billing.ShadowBilling;
import io.mtandao.rest.internal.RestTest;
import io.mtandao.rest.internal.Sample;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who will be cut, and what a past period would have been. */
class ForesightTest extends RestTest {
    private static final String TIME = "'from':'2026-10-01T00:00:00Z','to':'2026-11-01T00:00:00Z'";

    private static String body(String text) {
        return json(text).toString();
    }

    @Test
    void theCutsToComeAreListedUntilThenAndByRouter() {
        var list = ok(api.get("/api/v1/cut-offs?until=2026-11-22T21:00:00Z&routerId=3&limit=5"), 200).json();
        assertThat(api.cutOffs.only("preview").arguments())
            .containsExactly(Sample.OWNER, Instant.parse("2026-11-22T21:00:00Z"), new ListQuery(null, Map.of("routerId", "3"), null, 5, null));
        assertThat(list.at("/items/0/missing/minor").asLong()).isEqualTo(150_000);
        invalid(api.get("/api/v1/cut-offs?until=tonight"), "until");
        invalid(api.get("/api/v1/cut-offs?state=active"), "state");
    }

    @Test
    void withoutATimeItIsTonight() {
        ok(api.get("/api/v1/cut-offs"), 200);
        assertThat(api.cutOffs.only("preview").arguments()).isEqualTo(Arrays.asList(Sample.OWNER, null, ListQuery.first(50)));
    }

    @Test
    void fusesAreListedAndReset() {
        api.cutOffs.answers("fuses", a -> List.of(new CutOffs.FuseState(null, "Kasi", 900, 12, 0, 40, null),
            new CutOffs.FuseState(3L, "Tower", 90, 40, 17, 40, Sample.NOON)));
        assertThat(ok(api.get("/api/v1/cut-offs/fuses"), 200).json().path("items")).isEqualTo(json("""
            [{'routerId':null,'name':'Kasi','served':900,'cut':12,'held':0,'percent':40,'blownAt':null},
             {'routerId':3,'name':'Tower','served':90,'cut':40,'held':17,'percent':40,'blownAt':'2026-11-22T09:00:00Z'}]"""));
        ok(api.post("/api/v1/cut-offs/fuses/reset", body("{'routerId':3,'reason':'they have not paid'}")), 204);
        assertThat(api.cutOffs.only("reset").arguments()).containsExactly(Sample.OWNER, 3L, "they have not paid");
        invalid(api.post("/api/v1/cut-offs/fuses/reset", body("{'routerId':3}")), "reason");
    }

    @Test
    void theIspsOwnFuseIsTheOneWithoutARouter() {
        ok(api.post("/api/v1/cut-offs/fuses/reset", body("{'routerId':null,'reason':'so be it'}")), 204);
        assertThat(api.cutOffs.only("reset").arguments()).isEqualTo(Arrays.asList(Sample.OWNER, null, "so be it"));
    }

    @Test
    void aPastPeriodIsBilledAgainInThoughtOnly() {
        String assume = "{" + TIME
            + ",'packages':[{'packageId':7,'price':{'minor':200000,'currency':'KES'}},{'packageId':8,'edition':2}],'taxPercentHundredths':1800}";
        ShadowBilling.Assumption same = new ShadowBilling.Assumption(Instant.parse("2026-10-01T00:00:00Z"), Instant.parse("2026-11-01T00:00:00Z"),
            Map.of(7L, Money.of(200_000, "KES")),
            Map.of(8L, 2), 1800);
        var list = ok(api.post("/api/v1/shadow-billing/compare?limit=5&cursor=c", body(assume)), 200).json();
        assertThat(api.shadow.only("compare").arguments()).containsExactly(Sample.OWNER, same, new ListQuery(null, Map.of(), null, 5, "c"));
        assertThat(list.at("/items/0/lines/0/kind").asText()).isEqualTo("package");
        api.shadow.answers("sum", a -> new ShadowBilling.Sum(9, 4, Money.of(900, "KES"), Money.of(1000, "KES"), Money.of(100, "KES")));
        assertThat(ok(api.post("/api/v1/shadow-billing/sum", body(assume)), 200).json())
            .isEqualTo(json("{'bills':9,'different':4,'was':{'minor':900,'currency':'KES'},"
            + "'wouldBe':{'minor':1000,'currency':'KES'},'difference':{'minor':100,'currency':'KES'}}"));
        assertThat(api.shadow.only("sum").arguments()).containsExactly(Sample.OWNER, same);
    }

    @Test
    void anotherTaxAloneIsEnough() {
        ok(api.post("/api/v1/shadow-billing/sum", body("{" + TIME + ",'taxPercentHundredths':0}")), 200);
        assertThat(api.shadow.only("sum").<ShadowBilling.Assumption>argument(1).taxPercentHundredths()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        {'to':'2026-11-01T00:00:00Z'}                                        | from
        {TIME,'packages':[{'edition':1}]}                                    | packages[0].packageId
        {TIME,'packages':[{'packageId':7}]}                                  | packages[0]
        {TIME,'packages':[{'packageId':7,'edition':1,'price':{'minor':1,'currency':'KES'}}]} | packages[0]
        {TIME,'packages':[{'packageId':7,'edition':1},{'packageId':7,'edition':2}]} | packages[1].packageId
        {TIME,'packages':[{'packageId':7,'price':{'minor':1,'currency':'XQX'}}]} | packages[0].price.currency
        {TIME,'packages':[null]}                                             | packages[0]
        {TIME,'taxPercentHundredths':'18'}                                   | taxPercentHundredths
        {TIME,'book':true}                                                   | book
        """)
    void whatDoesNotFitIsRefusedAndNamed(String text, String field) {
        String body = body(text.replace("TIME", TIME));
        invalid(api.post("/api/v1/shadow-billing/compare", body), field);
        invalid(api.post("/api/v1/shadow-billing/sum", body), field);
        assertThat(api.shadow.count("compare") + api.shadow.count("sum")).isZero();
    }

    @Test
    void aRouterOfAnotherIspIsNotThere() {
        api.cutOffs.fails("reset", new NotFound("router")).fails("preview", new NotFound("router"));
        problem(api.post("/api/v1/cut-offs/fuses/reset", body("{'routerId':3,'reason':'x'}")), 404, "not-found");
        problem(api.get("/api/v1/cut-offs?routerId=3"), 404, "not-found");
    }

    @Test
    void onlyWhoMayAlsoSetTheFuseLetsTheCutsGoOn() {
        api.caller = Sample.caller(EnumSet.of(Permission.SUBSCRIPTIONS_WRITE));
        problem(api.post("/api/v1/cut-offs/fuses/reset", body("{'routerId':3,'reason':'x'}")), 403, "forbidden");
        api.caller = Sample.caller(EnumSet.of(Permission.SUBSCRIPTIONS_WRITE, Permission.SETTINGS_WRITE));
        ok(api.post("/api/v1/cut-offs/fuses/reset", body("{'routerId':3,'reason':'x'}")), 204);
    }

    @Test
    void whoMayReadMayNotLetTheCutsGoOn() {
        api.caller = Sample.caller(EnumSet.of(Permission.SUBSCRIPTIONS_READ));
        ok(api.get("/api/v1/cut-offs"), 200);
        ok(api.get("/api/v1/cut-offs/fuses"), 200);
        problem(api.post("/api/v1/cut-offs/fuses/reset", body("{'routerId':3,'reason':'x'}")), 403, "forbidden");
        problem(api.post("/api/v1/shadow-billing/sum", body("{" + TIME + "}")), 403, "forbidden");
    }
}
