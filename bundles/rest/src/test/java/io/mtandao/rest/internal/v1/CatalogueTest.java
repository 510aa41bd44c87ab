package io.mtandao.rest.internal.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Conflict;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.AddOns;
import io.mtandao.api.billing.Coupon;
import io.mtandao.api.billing.Coupons;
import io.mtandao.api.billing.CustomField;
import io.mtandao.api.billing.CustomFields;
import io.mtandao.api.billing.Reduction;
import io.mtandao.api.billing.TaxRate;
import io.mtandao.api.billing.Taxes;
import io.mtandao.rest.internal.RestTest;
import io.mtandao.rest.internal.Sample;
import io.mtandao.rest.internal.Stub;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sold beside packages, what makes it cheaper, what is added for the state, and the ISP's own fields. */
class CatalogueTest extends RestTest {
    private static final String ROUTER = "{'name':'Router','price':{'minor':350000,'currency':'KES'},'recurring':false",
        COUPON = "{'reduction':{'percentHundredths':1250}",
        TAX = "{'code':'vat','name':'VAT','percentHundredths':1600,'from':'2027-01-01'",
        FIELD = "{'key':'plot','label':'Plot','kind':'choice','choices':['a','b']";

    private static String body(String open) {
        return json(open + "}").toString();
    }

    @Test
    void anAddOnHasItsTaxInThePriceUnlessItSaysOtherwise() {
        ok(api.post("/api/v1/add-ons", body(ROUTER)), 201);
        assertThat(api.addOns.only("create").<AddOns.Draft>argument(1)).isEqualTo(new AddOns.Draft("Router", Money.of(350_000, "KES"), false, true, null, 0));
        ok(api.put("/api/v1/add-ons/7", body(ROUTER + ",'taxIncluded':false,'taxCode':'vat','dataMegabytes':5000"), "If-Match", "\"2\""), 200);
        assertThat(api.addOns.only("update").arguments()).containsExactly(Sample.OWNER, 7L, 2,
            new AddOns.Draft("Router", Money.of(350_000, "KES"), false, false, "vat", 5000));
    }

    @Test
    void aCouponOnTheWire() {
        ok(api.post("/api/v1/coupons", body(COUPON + ",'until':'2027-12-31','most':100,'bills':3,'packageId':9")), 201);
        assertThat(api.coupons.only("create").<Coupons.Draft>argument(1)).isEqualTo(new Coupons.Draft(null, Reduction.percent(1250), null,
            LocalDate.of(2027, 12, 31), 100, 3, 9L));
        api.coupons.answers("get", a -> new Coupon(7, 3, "KARIBU", Reduction.of(Money.of(50_000, "KES")), null, LocalDate.of(2027, 12, 31), null, 17, null,
            null, false));
        assertThat(ok(api.get("/api/v1/coupons/7"), 200).json())
            .isEqualTo(json("{'id':7,'version':3,'code':'KARIBU','reduction':{'percentHundredths':null,'amount':{'minor':50000,'currency':'KES'}},"
            + "'from':null,'until':'2027-12-31','most':null,'redeemed':17,'bills':null,'packageId':null,'archived':false}"));
    }

    @Test
    void aTaxOnTheWire() {
        ok(api.post("/api/v1/taxes", body(TAX)), 201);
        assertThat(api.taxes.only("create").<Taxes.Draft>argument(1)).isEqualTo(new Taxes.Draft("vat", "VAT", 1600, LocalDate.of(2027, 1, 1), null));
        api.taxes.answers("get", a -> new TaxRate(7, 3, "vat", "VAT", 1600, LocalDate.of(2027, 1, 1), null));
        assertThat(ok(api.get("/api/v1/taxes/7"), 200).json())
            .isEqualTo(json("{'id':7,'version':3,'code':'vat','name':'VAT','percentHundredths':1600,'from':'2027-01-01','until':null}"));
        api.taxes.fails("create", new Conflict("another rate of vat holds on 1 January 2027"));
        problem(api.post("/api/v1/taxes", body(TAX)), 409, "conflict");
    }

    @Test
    void anOwnFieldOnTheWire() {
        ok(api.post("/api/v1/custom-fields", body(FIELD + ",'required':true")), 201);
        assertThat(api.customFields.only("create").<CustomFields.Draft>argument(1)).isEqualTo(new CustomFields.Draft("plot", "Plot", CustomField.Kind.CHOICE,
            List.of("a", "b"), true, null));
        api.customFields.answers("list", a -> List.of(new CustomField(7, 3, "fibre", "Fibre", CustomField.Kind.YES_NO, null, false, 1)));
        assertThat(ok(api.get("/api/v1/custom-fields"), 200).json())
            .isEqualTo(json("{'items':[{'id':7,'version':3,'key':'fibre','label':'Fibre','kind':'yes-no','choices':[],'required':false,'position':1}],'next':null}"));
        ok(api.put("/api/v1/custom-fields/7", body(FIELD), "If-Match", "\"3\""), 200);
        assertThat(api.customFields.only("update").<Integer>argument(2)).isEqualTo(3);
    }

    @Test
    void listsAreFilteredAndSorted() {
        ok(api.get("/api/v1/add-ons?recurring=true&archived=false&q=router&sort=-name"), 200);
        assertThat(api.addOns.only("list").<ListQuery>argument(1)).isEqualTo(new ListQuery("router", Map.of("recurring", "true", "archived", "false"), "-name",
            50, null));
        ok(api.get("/api/v1/coupons?archived=true&sort=code"), 200);
        assertThat(api.coupons.only("list").<ListQuery>argument(1)).isEqualTo(new ListQuery(null, Map.of("archived", "true"), "code", 50, null));
        ok(api.get("/api/v1/taxes?code=vat"), 200);
        assertThat(api.taxes.only("list").<ListQuery>argument(1)).isEqualTo(new ListQuery(null, Map.of("code", "vat"), null, 50, null));
        invalid(api.get("/api/v1/taxes?sort=code"), "sort");
        invalid(api.get("/api/v1/custom-fields?limit=3"), "limit");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        add-ons       | {'price':{'minor':1,'currency':'KES'},'recurring':true}              | name
        add-ons       | {'name':'R','price':{'minor':1,'currency':'KES'}}                    | recurring
        add-ons       | {'name':'R','price':{'minor':1,'currency':'XQX'},'recurring':true}   | price.currency
        add-ons       | {'name':'R','price':{'minor':1,'currency':'KES'},'recurring':true,'id':7} | id
        coupons       | {'code':'KARIBU'}                                                    | reduction
        coupons       | {'reduction':{}}                                                     | reduction
        coupons       | {'reduction':{'percentHundredths':1,'amount':{'minor':1,'currency':'KES'}}} | reduction
        coupons       | {'reduction':{'percentHundredths':10001}}                            | reduction.percentHundredths
        coupons       | {'reduction':{'amount':{'minor':0,'currency':'KES'}}}                | reduction.amount
        coupons       | {'reduction':{'percentHundredths':1},'from':20261122}                | from
        coupons       | {'reduction':{'percentHundredths':1},'from':[2026,11,22]}            | from
        coupons       | {'reduction':{'percentHundredths':1},'from':'+999999999-12-31'}      | from
        coupons       | {'reduction':{'percentHundredths':1},'until':'2026-11-31'}           | until
        coupons       | {'reduction':{'percentHundredths':1},'redeemed':5}                   | redeemed
        taxes         | {'code':'vat','name':'VAT','from':'2027-01-01'}                      | percentHundredths
        taxes         | {'code':'vat','name':'VAT','percentHundredths':16.5,'from':'2027-01-01'} | percentHundredths
        taxes         | {'code':'vat','name':'VAT','percentHundredths':1600,'from':'2027-01-01T00:00:00Z'} | from
        custom-fields | {'key':'plot','label':'Plot'}                                        | kind
        custom-fields | {'key':'plot','label':'Plot','kind':'list'}                          | kind
        custom-fields | {'key':'plot','label':'Plot','kind':'choice','choices':['a',null]}   | choices[1]
        """)
    void whatDoesNotFitIsRefusedAndNamed(String noun, String body, String field) {
        invalid(api.post("/api/v1/" + noun, json(body).toString()), field);
        for (Stub<?> s : List.of(api.addOns, api.coupons, api.taxes, api.customFields)) assertThat(s.count("create")).isZero();
    }

    @Test
    void whatIsAnotherIspsIsNotThere() {
        Map<String, String> bodies = Map.of("add-ons", ROUTER, "coupons", COUPON, "taxes", TAX, "custom-fields", FIELD);
        for (Stub<?> s : List.of(api.addOns, api.coupons, api.taxes, api.customFields)) s.fails("get", new NotFound("it")).fails("update", new NotFound("it"))
            .fails("delete", new NotFound("it"));
        bodies.forEach((noun, body) -> {
            problem(api.get("/api/v1/" + noun + "/7"), 404, "not-found");
            problem(api.put("/api/v1/" + noun + "/7", body(body), "If-Match", "\"3\""), 404, "not-found");
            problem(api.delete("/api/v1/" + noun + "/7"), 404, "not-found");
        });
    }

    @Test
    void whoMayReadMayNotWrite() {
        api.caller = Sample.caller(EnumSet.of(Permission.PACKAGES_READ, Permission.SUBSCRIBERS_READ));
        Map.of("add-ons", ROUTER, "coupons", COUPON, "taxes", TAX, "custom-fields", FIELD).forEach((noun, body) -> {
            ok(api.get("/api/v1/" + noun), 200);
            problem(api.post("/api/v1/" + noun, body(body)), 403, "forbidden");
            problem(api.put("/api/v1/" + noun + "/7", body(body), "If-Match", "\"3\""), 403, "forbidden");
            problem(api.delete("/api/v1/" + noun + "/7"), 403, "forbidden");
        });
    }
}
