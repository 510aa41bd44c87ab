package io.mtandao.rest.internal.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.rest.internal.ApiServer;
import io.mtandao.rest.internal.RestTest;
import io.mtandao.rest.internal.Sample;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscribersTest extends RestTest {
    @Test
    void aSubscriberOnTheWire() {
        api.subscribers.answers("get", a -> new Subscriber(42, 3, "Grace Muthoni", "+254712345678", null, "MT-1000", "Rongai", null, Money.of(-50_000, "KES"),
            Sample.NOON));
        assertThat(api.get("/api/v1/subscribers/42").json()).isEqualTo(json("{'id':42,'version':3,'name':'Grace Muthoni','phone':'+254712345678','email':null,"
            + "'accountNumber':'MT-1000','place':'Rongai','notes':null,'balance':{'minor':-50000,'currency':'KES'},'createdAt':'2026-11-22T09:00:00Z',"
            + "'details':{'building':null,'unit':null,'zone':null,'point':null,'contacts':[],'tags':[],'custom':{},'payerId':null,'payerName':null},'standing':null}"));
    }

    @Test
    void whereAndWhoElseIsToldAndWritten() {
        String details = "'building':'Acacia Court','unit':'B 14','zone':'Rongai','point':{'latitude':-1.3954,'longitude':36.75},'contacts':[{'name':'Juma','role':'caretaker','phone':'0722000111','email':null}],"
            + "'tags':['fibre','vip'],'custom':{'contract-no':'17'},'payerId':8";
        ok(api.put("/api/v1/subscribers/42", json("{'name':'Grace','details':{" + details + "}}").toString(), "If-Match", "\"3\""), 200);
        Subscriber.Details written = api.subscribers.only("update").<Subscribers.Draft>argument(3).details();
        assertThat(written).isEqualTo(new Subscriber.Details("Acacia Court", "B 14", "Rongai", new Subscriber.MapPoint(-1.3954, 36.75),
            List.of(new Subscriber.Contact("Juma", "caretaker", "0722000111", null)), List.of("fibre", "vip"), Map.of("contract-no", "17"), 8L, null));
        api.subscribers.answers("get", a -> new Subscriber(42, 3, "Grace", null, null, "MT-1000", null, null, Money.of(0, "KES"), Sample.NOON, written,
            new Subscriber.Standing(SubscriptionState.GRACE, Sample.NOON, 2)));
        var read = ok(api.get("/api/v1/subscribers/42"), 200).json();
        assertThat(read.path("details")).isEqualTo(json("{" + details + ",'payerName':null}"));
        assertThat(read.path("standing")).isEqualTo(json("{'state':'grace','expiresAt':'2026-11-22T09:00:00Z','services':2}"));
    }

    @Test
    void whatIsLeftOutOfTheDetailsIsNone() {
        ok(api.post("/api/v1/subscribers", "{\"name\":\"Grace\",\"details\":{\"custom\":{\"plot\":null}}}"), 201);
        assertThat(api.subscribers.only("create").<Subscribers.Draft>argument(1).details()).isEqualTo(Subscriber.Details.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        {'payerName':'Eve'}                               | details.payerName
        {'payerId':'8'}                                   | details.payerId
        {'point':{'latitude':1.5}}                        | details.point.longitude
        {'point':{'latitude':'north','longitude':1}}      | details.point.latitude
        {'contacts':[{'phone':'0722000111'}]}             | details.contacts[0].name
        {'tags':['fibre',null]}                           | details.tags[1]
        {'custom':{'plot':7}}                             | details.custom.plot
        """)
    void detailsThatDoNotFitAreRefusedAndNamed(String details, String field) {
        invalid(api.post("/api/v1/subscribers", json("{'name':'Grace','details':" + details + "}").toString()), field);
        assertThat(api.subscribers.count("create")).isZero();
    }

    @Test
    void subscribersAreFoundByWhereTheyAreAndWhoPays() {
        ok(api.get("/api/v1/subscribers?tag=vip&zone=Rongai&building=Acacia%20Court&payerId=8"), 200);
        Map<String, String> filters = Map.of("tag", "vip", "zone", "Rongai", "building", "Acacia Court", "payerId", "8");
        assertThat(api.subscribers.only("list").<ListQuery>argument(1).filters()).isEqualTo(filters);
        ok(api.get("/api/v1/subscribers/export?tag=vip&zone=Rongai&building=Acacia%20Court&payerId=8"), 200);
        assertThat(api.subscribers.only("exportCsv").<ListQuery>argument(1).filters()).isEqualTo(filters);
        invalid(api.get("/api/v1/subscribers?payerId=me"), "payerId");
    }

    @Test
    void tagsAreCounted() {
        api.subscribers.answers("tags", a -> Map.of("vip", 3L, "fibre", 12L));
        assertThat(ok(api.get("/api/v1/subscribers/tags"), 200).json())
            .isEqualTo(json("{'items':[{'tag':'fibre','subscribers':12},{'tag':'vip','subscribers':3}],'next':null}"));
        assertThat(api.subscribers.count("get")).isZero();
    }

    @Test
    void aDraftReachesTheService() {
        ok(api.post("/api/v1/subscribers", "{\"name\":\"Grace\",\"phone\":\"0712 345 678\",\"accountNumber\":\"MT-1\",\"notes\":\"third floor\"}"), 201);
        assertThat(api.subscribers.only("create").<Subscribers.Draft>argument(1)).isEqualTo(new Subscribers.Draft("Grace", "0712 345 678", null, "MT-1", null,
            "third floor"));
    }

    @Test
    void theExportIsTheServicesCsvWithTheListsFilters() {
        api.subscribers.answers("exportCsv", a -> {
            ((Writer) a[2]).write("\uFEFFName\nMuthoni, née Wangũi\n");
            return null;
        });
        ApiServer.Reply reply = ok(api.get("/api/v1/subscribers/export?state=expired&debt=true&q=rongai"), 200);
        assertThat(reply.header("Content-Type")).isEqualTo("text/csv;charset=utf-8");
        assertThat(reply.header("Content-Disposition")).isEqualTo("attachment; filename=\"subscribers.csv\"");
        assertThat(reply.body()).isEqualTo("\uFEFFName\nMuthoni, née Wangũi\n");
        assertThat(api.subscribers.only("exportCsv").<ListQuery>argument(1)).isEqualTo(new ListQuery("rongai", Map.of("state", "EXPIRED", "debt", "true"), null,
            500, null));
    }

    @Test
    void anExportThatFailsBeforeItsFirstLineIsAProblemNotAFile() {
        api.subscribers.fails("exportCsv", new io.mtandao.api.Unavailable("the database is away"));
        problem(api.get("/api/v1/subscribers/export"), 503, "unavailable");
    }
}
