package io.mtandao.messaging.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Caller;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.Stale;
import io.mtandao.api.TenantId;
import io.mtandao.api.billing.SubscriptionAboutToExpire;
import io.mtandao.api.messaging.Channel;
import io.mtandao.api.messaging.Messages.Message;
import io.mtandao.api.messaging.Messages.State;
import io.mtandao.api.messaging.Messages.Template;
import io.mtandao.api.payment.PaymentBooked;
import io.mtandao.messaging.internal.entity.MessageRow;
import io.mtandao.spi.RawCallback;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.testing.db.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Subscribers hear of their money once, by the first gateway that takes the message. */
class MessagesTest extends MessagingTest {
    private final PaymentBooked paid = new PaymentBooked(55, 7, Money.of(200_000, "KES"), "mpesa", "TKM1", Money.of(0, "KES"));

    private RawCallback report(String body) {
        return new RawCallback(1, "delivery", "POST", Map.of(), Map.of(), body.getBytes(StandardCharsets.UTF_8), "127.0.0.1", clock.instant());
    }

    @ParameterizedTest
    @EnumSource
    void whoPaidIsToldOnceInTheIspsWordsHoweverOftenTheEventComes(TestDatabase.Kind kind) {
        given(kind);
        happens(paid);
        happens(paid);
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
        happens(new SubscriptionAboutToExpire(9, 7, expiry));
        happens(new SubscriptionAboutToExpire(9, 7, expiry));
        happens(new SubscriptionAboutToExpire(9, 7, expiry.plus(Duration.ofDays(30))));
        assertThat(messages.count(owner, ListQuery.first(1))).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void theNextGatewayTakesOverFromOneThatRefusesOrIsDown(TestDatabase.Kind kind) {
        given(kind);
        first.trouble = new VendorProblem(Outcome.MISCONFIGURED, "wrong key");
        happens(paid);
        send();
        assertThat(only()).returns(State.SENT, Message::state).returns("second", Message::plugin);
    }

    @ParameterizedTest
    @EnumSource
    void whatMayHaveBeenSentIsNeverSentAgainByItself(TestDatabase.Kind kind) {
        given(kind);
        first.trouble = new VendorProblem(Outcome.UNKNOWN, "timed out");
        happens(paid);
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
        happens(paid);
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
        happens(paid);
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
        happens(paid);
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
        happens(paid);
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
        happens(paid);
        assertThat(messages.count(owner, ListQuery.first(1))).isZero();
        assertThat(messages.preview(owner, "Hi {{name}}")).isEqualTo("Hi Grace Muthoni");
    }

    @ParameterizedTest
    @EnumSource
    void anotherIspSeesAndChangesNothing(TestDatabase.Kind kind) {
        given(kind);
        happens(paid);
        Message mine = only();
        Caller b = Caller.system(new TenantId("isp-b"), "test");
        assertThat(messages.list(b, ListQuery.first(10)).items()).isEmpty();
        assertThat(messages.count(b, ListQuery.where("subscriberId", "7"))).isZero();
        messages.updateTemplate(owner, "payment-received", 0, true, "Asante {{name}}", null);
        assertThat(messages.templates(b)).extracting(Template::version).containsOnly(0);
        assertThat(messages.templates(b)).extracting(Template::text).doesNotContain("Asante {{name}}");
        assertThatThrownBy(() -> messages.get(b, mine.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> messages.updateTemplate(b, "payment-received", 1, false, "x", null)).isInstanceOf(Stale.class);
        messages.updateTemplate(b, "payment-received", 0, false, "x", null);
        assertThat(messages.templates(owner).get(0)).returns("Asante {{name}}", Template::text).returns(true, Template::enabled);
        assertThat(sender.run(b.tenant(), Long.toString(mine.id()), null)).isNull();
        assertThat(first.taken).isEmpty();
        assertThat(messages.get(owner, mine.id()).state()).isEqualTo(State.QUEUED);
    }

    @ParameterizedTest
    @EnumSource
    void everyIspHasWordsForEveryOccasionInItsLanguageUntilItSavesItsOwn(TestDatabase.Kind kind) {
        given(kind);
        assertThat(messages.templates(owner)).extracting(Template::event).containsExactly("payment-received", "about-to-expire", "bill-issued", "bill-due",
            "bill-overdue", "bill-suspended", "message");
        assertThat(messages.templates(owner)).allSatisfy(t -> {
            assertThat(t).returns(0, Template::version).returns(true, Template::enabled);
            Wording.check(t.text(), t.words());
            assertThat(messages.preview(owner, t.text())).isNotBlank().doesNotContain("{{");
        });
        Template own = messages.updateTemplate(owner, "bill-due", 0, true, "Asante {{name}}: {{due}}", null);
        assertThat(own.version()).isPositive();
        assertThatThrownBy(() -> messages.updateTemplate(owner, "bill-due", 0, true, "Hi", null)).isInstanceOf(Stale.class);
        language = "sw";
        assertThat(messages.templates(owner)).filteredOn(t -> t.event().equals("bill-due")).extracting(Template::text)
            .containsExactly("Asante {{name}}: {{due}}");
        assertThat(messages.templates(owner)).filteredOn(t -> t.event().equals("bill-issued")).extracting(Template::text)
            .allSatisfy(t -> assertThat(t).startsWith("Ndugu"));
        assertThat(messages.templates(owner)).allSatisfy(t -> Wording.check(t.text(), t.words()));
    }

    @Test
    void parametersOfATemplateFollowTheTextAndWordsAreNeverCode() {
        assertThat(Wording.used("A {{amount}} b {{ name }}")).containsExactly("amount", "name");
        assertThat(Wording.fill("Hi {{name}} & {{gone}}", Map.of("name", "<b>{{x}}</b>"))).isEqualTo("Hi <b>{{x}}</b> &");
    }
}
