package io.mtandao.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.testing.africastalking.AfricasTalkingSimulator;
import io.mtandao.testing.daraja.DarajaSimulator;
import io.mtandao.testing.db.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A platform that is killed (SIGKILL) between a callback's answer and its processing loses and doubles nothing. */
class PowerCutIT {
    private static final int CONFIRMATIONS = 12;

    @ParameterizedTest
    @EnumSource
    void moneyThatWasAcknowledgedIsBookedOnceAfterThePowerComesBack(TestDatabase.Kind kind) throws Exception {
        try (DarajaSimulator daraja = new DarajaSimulator(); AfricasTalkingSimulator sms = new AfricasTalkingSimulator()) {
            daraja.app("key", "secret");
            daraja.merchant("600100", "passkey");
            Map<String, String> settings = new HashMap<>(World.vendors(daraja, sms));
            try (Platform platform = Platform.unpack("cut-" + kind, kind, settings).start()) {
                Api isp = new Api(platform, null).register("cut");
                World.enablePlugins(isp);
                long subscriber = World.subscriber(isp, "Grace", "0712345678", "MT-1").get("id").asLong();
                String confirm = isp.get("/api/v1/plugins/mpesa").expect(200).get("callbackUrls").get("confirmation").asText();
                for (int i = 0; i < CONFIRMATIONS; i++) assertThat(post(confirm, confirmation("TKM" + i, "MT-1", "100"))).isEqualTo(200);
                platform.kill();

                platform.start();
                for (int i = 0; i < CONFIRMATIONS; i++) assertThat(post(confirm, confirmation("TKM" + i, "MT-1", "100"))).as("the vendor repeats itself").isEqualTo(200);
                Api again = isp.as(new Api(platform, null).signIn("cut", "owner@cut.example", "correct-horse-42"));
                Api.eventually("all callbacks are done", () -> again.get("/api/v1/callbacks?state=waiting").expect(200).get("items").size(), n -> n == 0);
                assertThat(again.get("/api/v1/payments?limit=100").expect(200).get("items")).hasSize(CONFIRMATIONS);
                assertThat(again.get("/api/v1/subscribers/" + subscriber).expect(200).get("balance").get("minor").asLong()).isEqualTo(CONFIRMATIONS * 10_000L);
            }
        }
    }

    private static String confirmation(String receipt, String account, String amount) {
        return """
            {"TransactionType":"Pay Bill","TransID":"%s","TransTime":"20261122101500","TransAmount":"%s","BusinessShortCode":"600100","BillRefNumber":"%s",
             "InvoiceNumber":"","OrgAccountBalance":"","ThirdPartyTransID":"","MSISDN":"25471****678","FirstName":"GRACE","MiddleName":"","LastName":""}""".formatted(receipt, amount, account);
    }

    private static int post(String url, String body) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(url)).header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
