package io.mtandao.rest.internal.v1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mtandao.api.Conflict;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.Packages.Edition.Change;
import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.RenewalPolicy;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.rest.internal.RestTest;
import io.mtandao.rest.internal.Sample;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackagesTest extends RestTest {
    private static final String ONE = "/api/v1/packages/7";
    private static final String PLAIN = "'name':'Home 10M','price':{'minor':150000,'currency':'KES'},'period':{'count':30,'unit':'day'},'downKbps':10000,'upKbps':5000";
    private static final String ALL_TERMS = """
        {'service':'hotspot','charging':'postpaid','calendar':true,'taxIncluded':false,'taxCode':'vat',
         'burst':{'downKbps':20000,'upKbps':10000,'thresholdDownKbps':8000,'thresholdUpKbps':4000,'seconds':8},
         'dataCap':{'megabytes':100000,'atCap':'top-up','downKbps':1000,'upKbps':500},
         'fairUse':[{'afterMegabytes':50000,'downKbps':5000,'upKbps':2500}],
         'deviceLimit':2,'hours':{'days':['monday','sunday'],'from':'18:00','to':'06:30'},
         'installationFee':{'minor':300000,'currency':'KES'},'deposit':{'minor':500000,'currency':'KES'},'trial':{'count':3,'unit':'day'},
         'policy':{'late':'from-expiry','partial':'buy-part','excess':'buy-further','autoRenew':false,'graceDays':null,'expiry':'end-of-day'}}""";
    private static final PackageTerms THE_SAME = new PackageTerms(ServiceType.HOTSPOT, Charging.POSTPAID, true, false, "vat",
        new PackageTerms.Burst(20_000, 10_000, 8_000, 4_000, 8),
        new PackageTerms.DataCap(100_000, PackageTerms.DataCap.AtCap.TOP_UP, 1_000, 500), List.of(new PackageTerms.FairUse(50_000, 5_000, 2_500)), 2,
        new PackageTerms.Hours(Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY), LocalTime.of(18, 0), LocalTime.of(6, 30)), kes(300_000), kes(500_000),
        new Period(3, Period.Unit.DAY),
        new RenewalPolicy(RenewalPolicy.Late.FROM_EXPIRY, RenewalPolicy.Partial.BUY_PART, RenewalPolicy.Excess.BUY_FURTHER, false, -1,
            RenewalPolicy.ExpiryTime.END_OF_DAY));

    private static Money kes(long minor) {
        return Money.of(minor, "KES");
    }

    private static Packages.Draft draft(PackageTerms terms) {
        return new Packages.Draft("Home 10M", kes(150_000), new Period(30, Period.Unit.DAY), 10_000, 5_000, null, terms);
    }

    private static String body(String more) {
        return json("{" + PLAIN + more + "}").toString();
    }

    @Test
    void aPlainPackageNeedsNoTerms() {
        ok(api.post("/api/v1/packages", body("")), 201);
        assertThat(api.packages.only("create").<Packages.Draft>argument(1)).isEqualTo(draft(PackageTerms.PLAIN));
    }

    @Test
    void emptyTermsArePlainOnes() {
        ok(api.post("/api/v1/packages", body(",'terms':{}")), 201);
        assertThat(api.packages.only("create").<Packages.Draft>argument(1)).isEqualTo(draft(PackageTerms.PLAIN));
    }

    @Test
    void allThatCanBeAgreedReachesTheService() {
        ok(api.post("/api/v1/packages", body(",'terms':" + ALL_TERMS)), 201);
        assertThat(api.packages.only("create").<Packages.Draft>argument(1)).isEqualTo(draft(THE_SAME));
    }

    @Test
    void theTermsThatAreReadCanBeSentAgain() {
        api.packages.answers("get", a -> new InternetPackage(7, 3, "Home 10M", kes(150_000), new Period(30, Period.Unit.DAY), 10_000, 5_000, "home", false, 12,
            THE_SAME, 2, Sample.NOON, 1));
        JsonNode read = ok(api.get(ONE), 200).json();
        assertThat(read.path("terms")).isEqualTo(json(ALL_TERMS));
        assertThat(read.path("edition").asInt()).isEqualTo(2);
        assertThat(read.path("planned").asInt()).isEqualTo(1);
    }

    @Test
    void aBodyOfBeforeLeavesTheTermsAndHoldsAtOnceForAll() {
        api.packages.answers("get", a -> new InternetPackage(7, 3, "Home", kes(1), new Period(30, Period.Unit.DAY), 1, 1, null, false, 12, THE_SAME, 2,
            Sample.NOON, 0));
        ok(api.put(ONE, body(""), "If-Match", "\"3\""), 200);
        assertThat(api.packages.only("update").arguments()).containsExactly(Sample.OWNER, 7L, 3, draft(THE_SAME), Change.NOW_FOR_ALL);
    }

    @Test
    void aChangeMayBeginLaterAndOnlyForNewOnes() {
        ok(api.put(ONE, body(",'terms':{},'change':{'from':'2027-01-01T00:00:00Z','forAll':false}"), "If-Match", "\"3\""), 200);
        assertThat(api.packages.only("update").arguments()).containsExactly(Sample.OWNER, 7L, 3, draft(PackageTerms.PLAIN),
            new Change(Instant.parse("2027-01-01T00:00:00Z"), false));
        assertThat(api.packages.count("get")).isZero();
    }

    @Test
    void onlyAnUpdateTakesAChange() {
        invalid(api.post("/api/v1/packages", body(",'change':{'forAll':true}")), "change");
        problem(api.put(ONE, body("")), 428, "precondition-required");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        'change':{'from':'2027-01-01T00:00:00Z'}                           | change.forAll
        'change':{'from':'2027-01-01','forAll':true}                       | change.from
        'change':{'forAll':true,'edition':3}                               | change.edition
        'terms':{'service':'ISDN'}                                         | terms.service
        'terms':{'free':true}                                              | terms.free
        'terms':{'deviceLimit':'2'}                                        | terms.deviceLimit
        'terms':{'burst':{'downKbps':1,'upKbps':1,'thresholdDownKbps':1,'seconds':1}} | terms.burst.thresholdUpKbps
        'terms':{'dataCap':{'megabytes':1}}                                | terms.dataCap.atCap
        'terms':{'fairUse':[null]}                                         | terms.fairUse[0]
        'terms':{'fairUse':[{'afterMegabytes':1,'downKbps':1}]}            | terms.fairUse[0].upKbps
        'terms':{'hours':{'days':['funday']}}                              | terms.hours.days[0]
        'terms':{'hours':{'from':'6 pm'}}                                  | terms.hours.from
        'terms':{'hours':{'from':1800}}                                    | terms.hours.from
        'terms':{'deposit':{'minor':1,'currency':'XQX'}}                   | terms.deposit.currency
        'terms':{'trial':{'count':0,'unit':'day'}}                         | terms.trial.count
        'terms':{'policy':{'graceDays':-1}}                                | terms.policy.graceDays
        """)
    void whatDoesNotFitIsRefusedAndNamed(String more, String field) {
        invalid(api.put(ONE, body("," + more), "If-Match", "\"3\""), field);
        assertThat(api.packages.count("update")).isZero();
    }

    @Test
    void theListIsFilteredByWhatAPackageIs() {
        ok(api.get("/api/v1/packages?service=static-ip&charging=postpaid&archived=false&sort=-price"), 200);
        assertThat(api.packages.only("list").<ListQuery>argument(1))
            .isEqualTo(new ListQuery(null, Map.of("service", "STATIC_IP", "charging", "POSTPAID", "archived", "false"), "-price", 50, null));
        invalid(api.get("/api/v1/packages?service=isdn"), "service");
    }

    @Test
    void editionsAreListedAndTakenBack() {
        JsonNode editions = ok(api.get(ONE + "/editions"), 200).json();
        assertThat(editions.at("/items/0/number").asInt()).isEqualTo(3);
        assertThat(editions.at("/items/0/terms/service").asText()).isEqualTo("pppoe");
        ok(api.delete(ONE + "/editions/4"), 204);
        assertThat(api.packages.only("cancelEdition").arguments()).containsExactly(Sample.OWNER, 7L, 4);
        api.packages.fails("cancelEdition", new Conflict("edition 2 holds already"));
        problem(api.delete(ONE + "/editions/2"), 409, "conflict");
        problem(api.delete(ONE + "/editions/last"), 404, "not-found");
    }

    @Test
    void anArchivedPackageIsSoldAgain() {
        assertThat(ok(api.post(ONE + "/restore", null), 200).json().path("id").asLong()).isEqualTo(7);
        assertThat(api.packages.only("restore").<Long>argument(1)).isEqualTo(7);
    }

    @Test
    void whatIsAnotherIspsIsNotThere() {
        for (String method : new String[] {"get", "editions", "cancelEdition", "restore"}) api.packages.fails(method, new NotFound("package"));
        problem(api.get(ONE), 404, "not-found");
        problem(api.put(ONE, body(""), "If-Match", "\"3\""), 404, "not-found");
        problem(api.get(ONE + "/editions"), 404, "not-found");
        problem(api.delete(ONE + "/editions/4"), 404, "not-found");
        problem(api.post(ONE + "/restore", null), 404, "not-found");
    }

    @Test
    void whoMayReadMayNotWrite() {
        api.caller = Sample.caller(EnumSet.of(Permission.PACKAGES_READ));
        ok(api.get(ONE + "/editions"), 200);
        problem(api.post(ONE + "/restore", null), 403, "forbidden");
        problem(api.delete(ONE + "/editions/4"), 403, "forbidden");
        problem(api.put(ONE, body(""), "If-Match", "\"3\""), 403, "forbidden");
    }
}
