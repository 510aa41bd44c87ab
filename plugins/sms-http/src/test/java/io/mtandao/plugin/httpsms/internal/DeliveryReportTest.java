package io.mtandao.plugin.httpsms.internal;

import static io.mtandao.testing.contract.TenantContexts.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.spi.TenantContext;
import io.mtandao.spi.messaging.DeliveryNotice;
import io.mtandao.spi.messaging.DeliveryNotice.State;
import io.mtandao.testing.contract.SimulatedInbox;
import io.mtandao.testing.contract.TypedSettings;
import io.mtandao.testing.httpsms.HttpSmsSimulator;
import io.mtandao.testing.simulator.CallbackPost.Plan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Delivery reports in the forms that gateways have. */
class DeliveryReportTest {
    private final HttpSmsSimulator vendor = new HttpSmsSimulator();
    private final HttpSmsGateway gateway = new HttpSmsGateway(TypedSettings.of(HttpSmsOperator.class, Map.of()));
    private final SimulatedInbox<HttpSmsSettings> inbox = new SimulatedInbox<>(gateway);

    @AfterEach
    void close() {
        vendor.close();
        inbox.close();
    }

    @Test
    void readsAQueryAFormAndJson() {
        TenantContext<HttpSmsSettings> plain = tenant(Map.of("deliveryId", "msgid"));
        vendor.reportByQuery(plain.callbackUrl("delivery"), Map.of("msgid", "hs 1&2", "status", "DELIVRD"));
        assertThat(notices(plain, 1)).containsExactly(new DeliveryNotice("hs 1&2", State.DELIVERED, "DELIVRD", null));
        vendor.reportByForm(plain.callbackUrl("delivery"), Map.of("msgid", "hs 1&2", "status", "undeliv"));
        assertThat(notices(plain, 2)).containsExactly(new DeliveryNotice("hs 1&2", State.FAILED, "undeliv", null));

        TenantContext<HttpSmsSettings> json = tenant(Map.of("deliveryId", "/report/id", "deliveryStatus", "/report/code", "deliveryStates",
            "1=delivered, 8=sent,2=failed"));
        vendor.reportByJson(json.callbackUrl("delivery"), Map.of("report", Map.of("id", 42, "code", 1)));
        assertThat(notices(json, 3)).containsExactly(new DeliveryNotice("42", State.DELIVERED, "1", null));
    }

    @Test
    void readsTheSameReportTwiceTheSameWay() {
        TenantContext<HttpSmsSettings> context = tenant(Map.of());
        vendor.callbacks().plan(Plan.TWICE);
        vendor.reportByForm(context.callbackUrl("delivery"), Map.of("id", "hs-1", "status", "DELIVRD"));
        assertThat(inbox.await("delivery", 2)).allSatisfy(callback -> assertThat(gateway.interpret(context, callback)).hasSize(1));
    }

    @Test
    void passesOverWhatTheIspDidNotMapAndRejectsWhatIsNoReport() {
        TenantContext<HttpSmsSettings> context = tenant(Map.of());
        assertThat(gateway.interpret(context, post("delivery", "id=1&status=ENROUTE"))).isEmpty();
        assertThat(gateway.interpret(context, post("delivery", "status=DELIVRD")).get(0).rejected()).isNotNull();
        assertThat(gateway.interpret(context, post("delivery", "id=%zz&status=DELIVRD")).get(0).rejected()).isNotNull();
        assertThat(gateway.interpret(tenant(Map.of("deliveryId", "/a/0/b")), post("delivery", "{}")).get(0).rejected()).isNotNull();
        assertThat(gateway.interpret(tenant(Map.of("deliveryStates", "DELIVRD=arrived")), post("delivery", "id=1&status=DELIVRD"))).isEmpty();
    }

    private List<DeliveryNotice> notices(TenantContext<HttpSmsSettings> context, int count) {
        return gateway.interpret(context, inbox.await("delivery", count).get(count - 1));
    }

    private TenantContext<HttpSmsSettings> tenant(Map<String, String> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("url", "https://sms.example/send");
        return inbox.tenant("savanna", all);
    }
}
