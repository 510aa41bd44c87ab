package io.mtandao.rest.internal.v1;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mtandao.api.Money;
import io.mtandao.api.Permission;
import io.mtandao.api.Stale;
import io.mtandao.api.billing.BillingPolicy;
import io.mtandao.api.billing.BillingPolicy.DunningStep;
import io.mtandao.api.billing.Reduction;
import io.mtandao.api.billing.RenewalPolicy;
import io.mtandao.rest.internal.RestTest;
import io.mtandao.rest.internal.Sample;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillingPolicyTest extends RestTest {
    private static final String PATH = "/api/v1/billing-policy";
    private static final String BODY = """
        {'renewal':{'late':'from-expiry','partial':'buy-part','excess':'stay','autoRenew':true,'graceDays':2,'expiry':'end-of-day'},'dueDays':14,
         'dunning':[{'day':-3,'action':'remind'},{'day':7,'action':'late-fee'},{'day':14,'action':'suspend'}],
         'lateFee':{'percentHundredths':500,'amount':null},'ceiling':{'minor':2000000,'currency':'KES'},'fuse':{'percent':40,'least':25},
         'numbering':{'billPrefix':'B-','billDigits':6,'creditPrefix':'C-','creditDigits':6,'accountPrefix':'MT-','accountDigits':4}}""";
    private static final BillingPolicy POLICY = new BillingPolicy(4,
        new RenewalPolicy(RenewalPolicy.Late.FROM_EXPIRY, RenewalPolicy.Partial.BUY_PART, RenewalPolicy.Excess.STAY, true, 2,
            RenewalPolicy.ExpiryTime.END_OF_DAY), 14,
        List.of(new DunningStep(-3, DunningStep.Action.REMIND), new DunningStep(7, DunningStep.Action.LATE_FEE),
            new DunningStep(14, DunningStep.Action.SUSPEND)),
        Reduction.percent(500), Money.of(2_000_000, "KES"), BillingPolicy.Fuse.STANDARD, new BillingPolicy.Numbering("B-", 6, "C-", 6, "MT-", 4));

    @Test
    void thePolicyThatIsReadCanBeSentAgain() {
        api.policies.answers("get", a -> POLICY).answers("update", a -> a[1]);
        var read = ok(api.get(PATH), 200);
        assertThat(read.header("ETag")).isEqualTo("\"4\"");
        ObjectNode body = (ObjectNode) read.json();
        body.remove("version");
        assertThat(body).isEqualTo(json(BODY));
        ok(api.put(PATH, body.toString(), "If-Match", read.header("ETag")), 200);
        assertThat(api.policies.only("update").arguments()).containsExactly(Sample.OWNER, POLICY);
    }

    @Test
    void lateFeeAndCeilingMayBeNone() {
        ObjectNode body = (ObjectNode) json(BODY);
        body.remove(List.of("lateFee", "ceiling"));
        ok(api.put(PATH, body.toString(), "If-Match", "\"4\""), 200);
        BillingPolicy sent = api.policies.only("update").argument(1);
        assertThat(sent.lateFee()).isNull();
        assertThat(sent.ceiling()).isNull();
    }

    @Test
    void nobodysChangeIsLost() {
        problem(api.put(PATH, json(BODY).toString()), 428, "precondition-required");
        assertThat(api.policies.count("update")).isZero();
        api.policies.fails("update", new Stale("billing policy"));
        problem(api.put(PATH, json(BODY).toString(), "If-Match", "\"3\""), 412, "stale");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        renewal   | null                                                | renewal
        renewal   | {'late':'from-now','partial':'wait','excess':'stay','autoRenew':true,'expiry':'exact'}                 | renewal.graceDays
        renewal   | {'late':'never','partial':'wait','excess':'stay','autoRenew':true,'graceDays':0,'expiry':'exact'}      | renewal.late
        dueDays   | '14'                                                | dueDays
        dunning   | [{'day':1}]                                         | dunning[0].action
        dunning   | [null]                                              | dunning[0]
        dunning   | [{'day':1,'action':'shout'}]                        | dunning[0].action
        lateFee   | {'percentHundredths':0}                             | lateFee.percentHundredths
        lateFee   | {}                                                  | lateFee
        ceiling   | {'minor':1,'currency':'XQX'}                        | ceiling.currency
        fuse      | {'percent':40}                                      | fuse.least
        numbering | {'billPrefix':'B-','billDigits':6,'creditPrefix':'C-','creditDigits':6,'accountPrefix':'MT-'}          | numbering.accountDigits
        version   | 4                                                   | version
        """)
    void whatDoesNotFitIsRefusedAndNamed(String field, String value, String wrong) {
        ObjectNode body = (ObjectNode) json(BODY);
        body.set(field, json(value));
        invalid(api.put(PATH, body.toString(), "If-Match", "\"4\""), wrong);
        assertThat(api.policies.count("update")).isZero();
    }

    @Test
    void whoMayReadMayNotWrite() {
        api.caller = Sample.caller(EnumSet.of(Permission.SETTINGS_READ));
        ok(api.get(PATH), 200);
        problem(api.put(PATH, json(BODY).toString(), "If-Match", "\"4\""), 403, "forbidden");
    }
}
