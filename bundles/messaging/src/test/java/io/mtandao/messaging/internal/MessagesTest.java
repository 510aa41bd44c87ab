package io.mtandao.messaging.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Caller;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.Page;
import io.mtandao.api.Stale;
import io.mtandao.api.TenantId;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionAboutToExpire;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.api.messaging.Channel;
import io.mtandao.api.messaging.Messages.Message;
import io.mtandao.api.messaging.Messages.State;
import io.mtandao.api.messaging.Messages.Template;
import io.mtandao.api.payment.PaymentBooked;
import io.mtandao.api.tenant.Settings;
import io.mtandao.api.tenant.TenantSettings;
import io.mtandao.messaging.internal.entity.MessageRow;
import io.mtandao.messaging.internal.entity.TemplateRow;
import io.mtandao.spi.RawCallback;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.testing.db.MovableClock;
import io.mtandao.testing.db.TestDatabase;
import io.mtandao.testing.fake.Fakes;
import io.mtandao.testing.fake.OnePlugin;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Subscribers hear of their money once, by the first gateway that takes the message. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MessagesTest {
    private final Map<TestDatabase.Kind, TestDatabase> databases = new EnumMap<>(TestDatabase.Kind.class);
    private final MovableClock clock = MovableClock.at("2026-11-22T08:00:00Z");
    private final PaymentBooked paid = new PaymentBooked(55, 7, Money.of(200_000, "KES"), "mpesa", "TKM1", Money.of(0, "KES"));
    private int tenants;

    private TestDatabase db;
    private TenantId isp;
    private Caller owner;
    private PlayedSms first;
    private PlayedSms second;
    private OnePlugin plugins;
    private Fakes.RecordedJobs jobs;
    private SendMessage sender;
    private JpaMessages messages;
    private OnPaymentBooked onPaid;
    private OnAboutToExpire onWarn;
    private SmsDeliveryReports reports;

    public static final class PlayedBilling {
        public Subscriber get(Caller caller, long id) {
            return new Subscriber(id, 1, "Grace Muthoni", "+254712345678", null, "MT1000", null, null, Money.of(0, "KES"), Instant.EPOCH);
        }

        public Page<Subscription> list(Caller caller, ListQuery query) {
            return new Page<>(List.of(new Subscription(9, 1, 7, "Grace", "MT1000", 1, "Home 10M", Money.of(200_000, "KES"), null, "grace", SubscriptionState.ACTIVE,
                Instant.parse("2026-12-22T07:15:00Z"), Instant.EPOCH)), null);
        }
    }

    public static final class PlayedSubscriptions {
        public Subscription get(Caller caller, long id) {
            return new PlayedBilling().list(caller, null).items().get(0);
        }

        public Page<Subscription> list(Caller caller, ListQuery query) {
            return new PlayedBilling().list(caller, query);
        }
    }

    public static final class PlayedSettings {
        public TenantSettings get(Caller caller) {
            return new TenantSettings(1, "Savanna Net", "savanna", null, "KE", "KES", "Africa/Nairobi", "en", "VAT", 1600, 0, null, null, "+254700", null, "whatsapp,sms");
        }
    }

    private void given(TestDatabase.Kind kind) {
        db = databases.computeIfAbsent(kind, k -> TestDatabase.open(k, clock, List.of("db/persistence.xml", "db/messaging.xml"), List.of(TemplateRow.class, MessageRow.class)));
        isp = new TenantId("isp-" + ++tenants);
        owner = Caller.system(isp, "test");
        first = new PlayedSms("first");
        second = new PlayedSms("second");
        plugins = new OnePlugin(db.tx()::running, first, second);
        jobs = new Fakes.RecordedJobs();
        Gateways gateways = new Gateways(plugins);
        Outbox outbox = new Outbox(db.tx(), gateways, Fakes.partly(Settings.class, new PlayedSettings()), jobs, db.secrets(), clock);
        SubscriberWords about = new SubscriberWords(Fakes.partly(Subscribers.class, new PlayedBilling()), Fakes.partly(Subscriptions.class, new PlayedSubscriptions()));
        sender = new SendMessage(db.tx(), gateways, db.secrets(), clock);
        messages = new JpaMessages(db.tx(), outbox, about, new Fakes.RecordedAudit().log());
        onPaid = new OnPaymentBooked(outbox, about);
        onWarn = new OnAboutToExpire(outbox, about);
        reports = new SmsDeliveryReports(db.tx(), gateways, clock);
        new StartingTemplates(db.tx()).setUp(owner, new PlayedSettings().get(owner));
    }

    @AfterAll
    void close() {
        databases.values().forEach(TestDatabase::close);
    }

    private Message only() {
        List<Message> all = messages.list(owner, ListQuery.first(10)).items();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private Instant send() {
        return sender.run(isp, Long.toString(only().id()), null);
    }

    private RawCallback report(String body) {
        return new RawCallback(1, "delivery", "POST", Map.of(), Map.of(), body.getBytes(StandardCharsets.UTF_8), "127.0.0.1", clock.instant());
    }

    @ParameterizedTest
    @EnumSource
    void whoPaidIsToldOnceInTheIspsWordsHoweverOftenTheEventComes(TestDatabase.Kind kind) {
        given(kind);
        onPaid.on(isp, paid);
        onPaid.on(isp, paid);
        assertThat(jobs.scheduled).hasSize(1);
        assertThat(send()).isNull();
        assertThat(first.taken).hasSize(1);
        assertThat(first.taken.get(0).to()).isEqualTo("+254712345678");
        assertThat(first.taken.get(0).text()).isEqualTo("Dear Grace Muthoni, we received KES 2,000.00 (receipt TKM1) for account MT1000. "
            + "Your service runs until 22 Dec 2026 10:15. Balance KES 0.00. Savanna Net");
        assertThat(only()).returns(State.SENT, Message::state).returns("first", Message::plugin).returns(Channel.SMS, Message::channel);
        assertThat(send()).as("a repeated job").isNull();
        assertThat(first.taken).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aWarningGoesOncePerExpiry(TestDatabase.Kind kind) {
        given(kind);
        Instant expiry = Instant.parse("2026-12-22T07:15:00Z");
        onWarn.on(isp, new SubscriptionAboutToExpire(9, 7, expiry));
        onWarn.on(isp, new SubscriptionAboutToExpire(9, 7, expiry));
        onWarn.on(isp, new SubscriptionAboutToExpire(9, 7, expiry.plus(Duration.ofDays(30))));
        assertThat(messages.count(owner, ListQuery.first(1))).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void theNextGatewayTakesOverFromOneThatRefusesOrIsDown(TestDatabase.Kind kind) {
        given(kind);
        first.trouble = new VendorProblem(Outcome.MISCONFIGURED, "wrong key");
        onPaid.on(isp, paid);
        send();
        assertThat(only()).returns(State.SENT, Message::state).returns("second", Message::plugin);
    }

    @ParameterizedTest
    @EnumSource
    void whatMayHaveBeenSentIsNeverSentAgainByItself(TestDatabase.Kind kind) {
        given(kind);
        first.trouble = new VendorProblem(Outcome.UNKNOWN, "timed out");
        onPaid.on(isp, paid);
        assertThat(send()).isNull();
        assertThat(only().state()).isEqualTo(State.UNKNOWN);
        first.trouble = null;
        send();
        assertThat(first.taken).isEmpty();
        assertThat(second.taken).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aCrashWhileTheGatewayWasCalledCountsAsUnknown(TestDatabase.Kind kind) {
        given(kind);
        onPaid.on(isp, paid);
        db.tx().run(isp, em -> em.find(MessageRow.class, only().id()).attempt());
        send();
        assertThat(only().state()).isEqualTo(State.UNKNOWN);
        assertThat(first.taken).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aGatewayThatSaysLaterIsAskedAgainAndInTheEndGivenUp(TestDatabase.Kind kind) {
        given(kind);
        first.trouble = second.trouble = new VendorProblem(Outcome.RETRY, "429");
        onPaid.on(isp, paid);
        assertThat(send()).isEqualTo(clock.instant().plusSeconds(10));
        assertThat(only()).returns(State.QUEUED, Message::state).returns("429", Message::detail);
        Instant next = clock.instant();
        for (int i = 0; i < 20 && next != null; i++) next = send();
        assertThat(only().state()).isEqualTo(State.FAILED);
        assertThat(only().tries()).isEqualTo(SendMessage.MOST_TRIES);
    }

    @ParameterizedTest
    @EnumSource
    void deliveryReportsMoveTheStateOnAndNeverBack(TestDatabase.Kind kind) {
        given(kind);
        onPaid.on(isp, paid);
        send();
        String id = "first-" + only().id();
        assertThat(reports.handle(isp, "first", report(id + " READ")).accepted()).isTrue();
        reports.handle(isp, "first", report(id + " DELIVERED"));
        reports.handle(isp, "first", report(id + " READ"));
        reports.handle(isp, "first", report(id + " FAILED"));
        assertThat(only()).returns(State.READ, Message::state).returns(clock.instant(), Message::deliveredAt);
        assertThat(reports.handle(isp, "first", report("forged X")).accepted()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aReportThatOvertakesTheAnswerWaitsAndOneForNobodyIsLogged(TestDatabase.Kind kind) {
        given(kind);
        RawCallback early = report("first-999 DELIVERED");
        assertThatThrownBy(() -> reports.handle(isp, "first", early)).isInstanceOf(IllegalStateException.class);
        clock.advance(Duration.ofMinutes(3));
        assertThat(reports.handle(isp, "first", early)).returns(true, o -> o.accepted()).satisfies(o -> assertThat(o.detail()).contains("not known"));
    }

    @ParameterizedTest
    @EnumSource
    void withoutAGatewayTheLogSaysWhatToDoAndMailSaysNo(TestDatabase.Kind kind) {
        given(kind);
        plugins.remove(first);
        plugins.remove(second);
        onPaid.on(isp, paid);
        assertThat(only()).returns(State.FAILED, Message::state).satisfies(m -> assertThat(m.detail()).contains("enable one under Plugins"));
        assertThat(messages.mail(owner, "a@b.example", "Hi", "text", "k")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aMailWithALinkIsSentWholeAndNeverReadInTheLog(TestDatabase.Kind kind) {
        given(kind);
        PlayedMail mail = new PlayedMail();
        plugins.add(mail);
        assertThat(messages.mail(owner, "o@savanna.example", "Your new password", "open https://x/reset?token=secret", "reset/1")).isTrue();
        assertThat(messages.mail(owner, "o@savanna.example", "Your new password", "open https://x/reset?token=secret", "reset/1")).isTrue();
        assertThat(only().text()).isEqualTo("Your new password");
        assertThat(messages.list(owner, new ListQuery("token", null, null, 10, null)).items()).isEmpty();
        send();
        assertThat(mail.sent).singleElement().satisfies(m -> assertThat(m.text()).endsWith("token=secret"));
        assertThat(messages.get(owner, only().id()).text()).doesNotContain("secret");
    }

    @ParameterizedTest
    @EnumSource
    void templatesAreCheckedVersionedAndCanBeSwitchedOff(TestDatabase.Kind kind) {
        given(kind);
        Template t = messages.templates(owner).get(0);
        assertThatThrownBy(() -> messages.updateTemplate(owner, t.event(), t.version(), true, "Hello {{nmae}}", null)).isInstanceOf(Invalid.class).hasMessageContaining("nmae");
        assertThatThrownBy(() -> messages.updateTemplate(owner, t.event(), t.version(), true, "{{#name}}x{{/name}}", null)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> messages.updateTemplate(owner, t.event(), t.version() + 1, true, "Hi", null)).isInstanceOf(Stale.class);
        Template off = messages.updateTemplate(owner, "payment-received", t.version(), false, "Asante {{name}}", "paid_1");
        assertThat(off).returns(false, Template::enabled).returns("paid_1", Template::whatsAppTemplate);
        onPaid.on(isp, paid);
        assertThat(messages.count(owner, ListQuery.first(1))).isZero();
        assertThat(messages.preview(owner, "Hi {{name}}")).isEqualTo("Hi Grace Muthoni");
    }

    @ParameterizedTest
    @EnumSource
    void anotherIspSeesAndChangesNothing(TestDatabase.Kind kind) {
        given(kind);
        onPaid.on(isp, paid);
        Message mine = only();
        Caller b = Caller.system(new TenantId("isp-b"), "test");
        assertThat(messages.list(b, ListQuery.first(10)).items()).isEmpty();
        assertThat(messages.count(b, ListQuery.where("subscriberId", "7"))).isZero();
        assertThat(messages.templates(b)).isEmpty();
        assertThatThrownBy(() -> messages.get(b, mine.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> messages.updateTemplate(b, "payment-received", 1, false, "x", null)).isInstanceOf(NotFound.class);
        assertThat(sender.run(b.tenant(), Long.toString(mine.id()), null)).isNull();
        assertThat(first.taken).isEmpty();
        assertThat(messages.get(owner, mine.id()).state()).isEqualTo(State.QUEUED);
    }

    @Test
    void parametersOfATemplateFollowTheTextAndWordsAreNeverCode() {
        assertThat(Wording.used("A {{amount}} b {{ name }}")).containsExactly("amount", "name");
        assertThat(Wording.fill("Hi {{name}} & {{gone}}", Map.of("name", "<b>{{x}}</b>"))).isEqualTo("Hi <b>{{x}}</b> &");
    }
}
