package io.mtandao.plugin.africastalking.internal;

import static io.mtandao.testing.contract.TenantContexts.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mtandao.spi.TenantContext;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.messaging.DeliveryNotice;
import io.mtandao.spi.messaging.DeliveryNotice.State;
import io.mtandao.spi.messaging.Sent;
import io.mtandao.spi.messaging.SmsGateway.Sms;
import io.mtandao.testing.africastalking.AfricasTalkingSimulator;
import io.mtandao.testing.africastalking.AfricasTalkingSimulator.Message;
import io.mtandao.testing.contract.SimulatedInbox;
import io.mtandao.testing.contract.SmsGatewayContract;
import io.mtandao.testing.contract.TenantContexts;
import io.mtandao.testing.contract.TypedSettings;
import io.mtandao.testing.simulator.CallbackPost.Plan;
import io.mtandao.testing.simulator.Fault;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AfricasTalkingSmsGatewayTest extends SmsGatewayContract<AfricasTalkingSettings> {
    private final AfricasTalkingSimulator vendor = new AfricasTalkingSimulator();
    private final AfricasTalkingSmsGateway gateway = gateway(vendor.url(), 10_000);
    private final SimulatedInbox<AfricasTalkingSettings> inbox = new SimulatedInbox<>(gateway);

    @AfterEach
    void close() {
        vendor.close();
        inbox.close();
    }

    @Override
    protected AfricasTalkingSmsGateway plugin() {
        return gateway;
    }

    @Override
    protected AfricasTalkingSmsGateway pluginAt(String url) {
        return gateway(url, 1_500);
    }

    @Override
    protected Map<String, Object> settings(String mark) {
        return Map.of("username", "isp-" + mark, "apiKey", "the-key-of-" + mark);
    }

    @Override
    protected Set<String> secrets() {
        return Set.of("apiKey");
    }

    @Override
    protected List<Seen> seen() {
        return vendor.received("/messaging").stream().map(call -> new Seen(call.header("apiKey"), call.form().get("message"))).toList();
    }

    @Test
    void seesWhatIsWrongWithSettingsWithoutAskingTheVendor() {
        assertThat(faults(Map.of("username", "isp savanna", "senderId", "SAVANNA NETWORKS")))
            .containsOnlyKeys("username", "senderId");
        assertThat(faults(Map.of("username", "sandbox"))).containsOnlyKeys("username");
        assertThat(faults(Map.of("environment", "sandbox", "username", "savanna"))).isEqualTo(Map.of("username", "must be sandbox in the sandbox"));
        assertThat(faults(Map.of("environment", "sandbox", "username", " sandbox ", "senderId", "SAVANNA"))).isEmpty();
    }

    private Map<String, String> faults(Map<String, String> changed) {
        Map<String, Object> settings = new HashMap<>(settings("a"));
        settings.putAll(changed);
        return gateway.faults(TenantContexts.of("a", gateway, settings).settings());
    }

    @Test
    void sendsAMessage() {
        vendor.account("isp-a", "the-key-of-a");
        Sent sent = gateway.send(context("a"), new Sms("1", "+254712345678", "Habari & karibu, 50% bei: ñ 😀"));
        Message message = vendor.messages().get(0);
        assertThat(message.text()).isEqualTo("Habari & karibu, 50% bei: ñ 😀");
        assertThat(message.to()).isEqualTo("+254712345678");
        assertThat(message.from()).isEmpty();
        assertThat(sent).isEqualTo(new Sent(message.id(), "Success, KES 0.8000"));
    }

    @Test
    void sendsInTheIspsNameAndToTheSandboxWhenTold() {
        Map<String, Object> settings = new HashMap<>(settings("a"));
        settings.putAll(Map.of("senderId", "SAVANNA", "environment", "sandbox"));
        gateway.send(inbox.tenant("a", settings), new Sms("1", "+254712345678", "Habari"));
        assertThat(vendor.messages().get(0).from()).isEqualTo("SAVANNA");
    }

    @ParameterizedTest
    @CsvSource({"401,RiskHold,REFUSED", "403,InvalidPhoneNumber,REFUSED", "406,UserInBlacklist,REFUSED", "409,DoNotDisturbRejection,REFUSED",
        "777,SomethingNew,REFUSED",
        "405,InsufficientBalance,MISCONFIGURED", "402,InvalidSenderId,MISCONFIGURED", "500,InternalServerError,RETRY", "501,GatewayError,RETRY",
        "502,RejectedByGateway,RETRY"})
    void knowsWhatAStatusMeans(int code, String status, Outcome outcome) {
        vendor.number("+254712345678", code, status);
        VendorProblem problem = problem();
        assertThat(problem.outcome()).isEqualTo(outcome);
        assertThat(problem).hasMessageContaining(status);
    }

    @Test
    void readsTheReasonWhenThereAreNoRecipients() {
        vendor.senderId("OTHER");
        Map<String, Object> settings = new HashMap<>(settings("a"));
        settings.put("senderId", "SAVANNA");
        TenantContext<AfricasTalkingSettings> context = inbox.tenant("a", settings);
        VendorProblem problem = catchThrowableOfType(VendorProblem.class, () -> gateway.send(context, new Sms("1", "+254712345678", "Habari")));
        assertThat(problem.outcome()).isEqualTo(Outcome.MISCONFIGURED);
        assertThat(problem).hasMessageContaining("InvalidSenderId");
    }

    @Test
    void asksForMoneyWhenTheBalanceIsUsedUp() {
        vendor.balanceIsUsedUp();
        assertThat(problem()).hasMessageContaining("topped up").extracting(VendorProblem::outcome).isEqualTo(Outcome.MISCONFIGURED);
    }

    @ParameterizedTest
    @CsvSource({"401,MISCONFIGURED", "400,REFUSED", "302,REFUSED", "429,RETRY", "500,RETRY", "503,RETRY", "502,UNKNOWN", "504,UNKNOWN"})
    void knowsWhatAnHttpStatusMeans(int status, Outcome outcome) {
        vendor.failNext("/messaging", Fault.status(status));
        assertThat(problem().outcome()).isEqualTo(outcome);
    }

    @Test
    void doesNotKnowWhatBecameOfAMessageWhoseAnswerIsLost() {
        for (Fault fault : List.of(Fault.malformed(), new Fault.DropsAfter())) {
            vendor.failNext("/messaging", fault);
            assertThat(problem().outcome()).as(fault.toString()).isEqualTo(Outcome.UNKNOWN);
        }
        assertThat(vendor.received("/messaging")).as("nothing was sent twice behind our back").hasSize(2);
    }

    @Test
    void hearsOfDeliveryTwiceAndOutOfOrder() {
        TenantContext<AfricasTalkingSettings> context = inbox.tenant("a", settings("a"));
        vendor.deliveryReportsTo("isp-a", context.callbackUrl("delivery"));
        vendor.callbacks().plan(Plan.TWICE);
        String id = gateway.send(context, new Sms("1", "+254712345678", "Habari")).providerId();
        assertThat(inbox.await("delivery", 2)).allSatisfy(callback ->
            assertThat(gateway.interpret(context, callback)).containsExactly(new DeliveryNotice(id, State.DELIVERED, "Success", null)));

        vendor.callbacks().plan(Plan.HELD);
        vendor.reports("Sent", "Failed");
        gateway.send(context, new Sms("1", "+254712345678", "Habari"));
        vendor.callbacks().awaitHeld(2, Duration.ofSeconds(10));
        vendor.callbacks().releaseReversed();
        assertThat(inbox.await("delivery", 4).subList(2, 4)).extracting(callback -> gateway.interpret(context, callback).get(0).state())
            .containsExactly(State.FAILED, State.SENT);
    }

    @ParameterizedTest
    @CsvSource({"Sent,SENT", "Submitted,SENT", "Buffered,SENT", "Success,DELIVERED", "Rejected,FAILED", "Failed,FAILED", "AbsentSubscriber,FAILED",
        "Expired,FAILED"})
    void readsEveryStatusOfAReport(String status, State state) {
        assertThat(gateway.interpret(context("a"), post("delivery", "id=ATXid_1&failureReason=Delivery+Failure&status=" + status)))
            .containsExactly(new DeliveryNotice("ATXid_1", state, status + ": Delivery Failure", null));
    }

    @Test
    void rejectsWhatIsNoReportAndPassesOverWhatIsNew() {
        assertThat(gateway.interpret(context("a"), post("delivery", "id=%zz&status=Success")).get(0).rejected()).isNotNull();
        assertThat(gateway.interpret(context("a"), post("delivery", "status=Success")).get(0).rejected()).isNotNull();
        assertThat(gateway.interpret(context("a"), post("delivery", "id=1&status=Teleported"))).isEmpty();
    }

    @Test
    void showsTheBalanceOrSaysWhatIsWrong() {
        assertThat(gateway.test(context("a")).text()).isEqualTo("Connected (production). Balance: KES 1785.5000");
        vendor.failNext("/user", Fault.malformed());
        assertThat(gateway.test(context("a")).ok()).isFalse();
        vendor.account("isp-a", "another-key");
        assertThat(gateway.test(context("a")).text()).contains("does not accept");
    }

    private VendorProblem problem() {
        VendorProblem problem = catchThrowableOfType(VendorProblem.class, () -> gateway.send(context("a"), new Sms("1", "+254712345678", "Habari")));
        assertThat(problem).isNotNull();
        return problem;
    }

    private static AfricasTalkingSmsGateway gateway(String url, int millis) {
        return new AfricasTalkingSmsGateway(TypedSettings.of(AfricasTalkingOperator.class,
            Map.of("productionUrl", url, "sandboxUrl", url, "replyMillis", millis)));
    }
}
