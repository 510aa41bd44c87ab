package io.mtandao.rest.internal.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Conflict;
import io.mtandao.api.extension.Plugins;
import io.mtandao.api.messaging.Messages;
import io.mtandao.api.router.Routers;
import io.mtandao.rest.internal.RestTest;
import io.mtandao.rest.internal.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Routers, plugins, messages, callbacks. */
class OutsideTest extends RestTest {
    @Test
    void aRoutersPasswordGoesInAndNeverOut() {
        var reply = ok(api.post("/api/v1/routers", """
            {"name":"Tower","driver":"mikrotik","host":"10.20.0.1","port":8729,"user":"mtandao","password":"s3cret","tls":true}"""), 201);
        assertThat(api.routers.only("create").<Routers.Draft>argument(1)).isEqualTo(new Routers.Draft("Tower", "mikrotik", "10.20.0.1", 8729, "mtandao", "s3cret", true, null));
        assertThat(reply.body()).doesNotContainIgnoringCase("password").doesNotContain("s3cret");
    }

    @Test
    void aRoutersSecretsAreListedWithoutTheirPasswords() {
        api.routers.answers("secrets", a -> List.of(new Routers.Secret("grace", "pw522089", "home-10m", "pppoe", false, "MT-1000")));
        assertThat(ok(api.get("/api/v1/routers/3/secrets"), 200).json())
            .isEqualTo(json("{'items':[{'name':'grace','profile':'home-10m','service':'pppoe','disabled':false,'comment':'MT-1000'}],'next':null}"));
    }

    @Test
    void aRouterIsTested() {
        assertThat(ok(api.post("/api/v1/routers/3/test", null), 200).json().path("ok").asBoolean()).isTrue();
        assertThat(api.routers.only("test").<Long>argument(1)).isEqualTo(3);
    }

    @Test
    void aRouterOnWhichSubscriptionsStandIsNotDeletedAndTheAnswerSaysWhatToDo() {
        String text = "2 subscriptions stand on this router, those that are pending or expired counted; move them to another router first";
        api.routers.fails("delete", new Conflict(text));
        assertThat(problem(api.delete("/api/v1/routers/3"), 409, "conflict").json().path("detail").asText()).isEqualTo(text);
        assertThat(api.routers.only("delete").<Long>argument(1)).isEqualTo(3);
    }

    @Test
    void pluginsTellTheirSchemaStateAndCallbackUrls() {
        api.plugins.answers("list", a -> List.of(new Plugins.Plugin("mpesa", "payment", "1.0.0", "M-Pesa", "Paybill", "vaadin:money", List.of("push"), Plugins.State.ENABLED, true, 0,
            List.of(new Plugins.Field("passkey", "Passkey", "from Daraja", "password", true, null, Map.of())), Map.of("shortcode", "174379"), List.of("passkey"),
            Map.of("confirmation", "https://isp.example/hooks/tok/confirmation"), null)));
        var plugin = ok(api.get("/api/v1/plugins", "Accept-Language", "sw-KE, en;q=0.5"), 200).json().at("/items/0");
        assertThat(plugin.path("state").asText()).isEqualTo("enabled");
        assertThat(plugin.path("schema")).isEqualTo(json("[{'id':'passkey','name':'Passkey','help':'from Daraja','type':'password','required':true,'defaultValue':null,'options':{}}]"));
        assertThat(plugin.path("settings")).isEqualTo(json("{'shortcode':'174379'}"));
        assertThat(plugin.path("secretsSet")).isEqualTo(json("['passkey']"));
        assertThat(plugin.path("callbackUrls")).isEqualTo(json("{'confirmation':'https://isp.example/hooks/tok/confirmation'}"));
        assertThat(api.plugins.only("list").<Locale>argument(1)).isEqualTo(Locale.forLanguageTag("sw-KE"));
    }

    @Test
    void aPluginIsConfiguredWithTextNumbersFlagsAndNull() {
        ok(api.put("/api/v1/plugins/mpesa", "{\"enabled\":true,\"settings\":{\"shortcode\":174379,\"sandbox\":true,\"passkey\":null,\"name\":\"x\",\"clear\":\"\"}}"), 200);
        Map<String, String> settings = api.plugins.only("configure").argument(3);
        assertThat(settings).containsEntry("shortcode", "174379").containsEntry("sandbox", "true").containsEntry("passkey", null).containsEntry("name", "x").containsEntry("clear", "").hasSize(5);
        assertThat(api.plugins.only("configure").arguments().subList(0, 3)).containsExactly(Sample.OWNER, "mpesa", true);
        invalid(api.put("/api/v1/plugins/mpesa", "{\"enabled\":true,\"settings\":{\"a\":{\"b\":1}}}"), "settings.a");
        invalid(api.put("/api/v1/plugins/mpesa", "{\"settings\":{}}"), "enabled");
    }

    @Test
    void pluginsAreTestedAndOrdered() {
        assertThat(ok(api.post("/api/v1/plugins/mpesa/test", null), 200).json().path("millis").asLong()).isEqualTo(7);
        ok(api.put("/api/v1/plugins/order", "{\"kind\":\"sms\",\"ids\":[\"http\",\"africastalking\"]}"), 204);
        assertThat(api.plugins.only("order").arguments()).containsExactly(Sample.OWNER, "sms", List.of("http", "africastalking"));
        assertThat(api.plugins.count("configure")).isZero();
    }

    @Test
    void aMessageIsSentToASubscriber() {
        ok(api.post("/api/v1/messages", "{\"subscriberId\":42,\"text\":\"Habari\"}"), 201);
        assertThat(api.messages.only("send").arguments()).containsExactly(Sample.OWNER, 42L, "Habari");
    }

    @Test
    void templatesAreReadAndChangedByTheirEvent() {
        api.messages.answers("templates", a -> List.of(new Messages.Template("payment-received", 4, true, "Asante", null, Map.of("amount", "KES 1,500.00"))));
        assertThat(ok(api.get("/api/v1/messages/templates/payment-received"), 200).header("ETag")).isEqualTo("\"4\"");
        problem(api.get("/api/v1/messages/templates/nothing"), 404, "not-found");
        ok(api.put("/api/v1/messages/templates/payment-received", "{\"enabled\":false,\"text\":\"Asante {{name}}\"}", "If-Match", "\"4\""), 200);
        assertThat(api.messages.only("updateTemplate").arguments()).isEqualTo(Arrays.asList(Sample.OWNER, "payment-received", 4, false, "Asante {{name}}", null));
    }

    @Test
    void callbacksAreListedAndReplayed() {
        ok(api.get("/api/v1/callbacks?state=quarantined&plugin=mpesa"), 200);
        ok(api.post("/api/v1/callbacks/8/replay", null), 202);
        assertThat(api.inbox.only("replay").<Long>argument(1)).isEqualTo(8);
    }
}
