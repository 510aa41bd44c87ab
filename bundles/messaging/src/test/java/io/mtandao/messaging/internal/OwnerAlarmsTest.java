package io.mtandao.messaging.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Money;
import io.mtandao.api.Role;
import io.mtandao.api.billing.BillRunFinished;
import io.mtandao.api.billing.FuseBlown;
import io.mtandao.api.billing.LedgerBroken;
import io.mtandao.api.messaging.Channel;
import io.mtandao.api.messaging.Messages.Message;
import io.mtandao.api.messaging.Messages.State;
import io.mtandao.api.tenant.Staff;
import io.mtandao.testing.db.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What cannot wait reaches every owner, once, by the way that is there. */
class OwnerAlarmsTest extends MessagingTest {
    private final FuseBlown fuse = new FuseBlown(null, 41, 12, 100, 40);
    private final BillRunFinished run = new BillRunFinished(5, 980, 700, 3, Money.of(147_000_000, "KES"));

    private void person(long id, Role role, boolean active, String phone) {
        people.add(new Staff.Member(id, 1, "Person " + id, "p" + id + "@savanna.example", phone, role, active, null, Instant.EPOCH));
    }

    @ParameterizedTest
    @EnumSource
    void everyActiveOwnerGetsAMailAndNobodyElse(TestDatabase.Kind kind) {
        given(kind);
        PlayedMail mail = new PlayedMail();
        plugins.add(mail);
        person(1, Role.OWNER, true, "+254700000001");
        person(2, Role.OWNER, true, null);
        person(3, Role.OWNER, false, "+254700000003");
        person(4, Role.FINANCE, true, "+254700000004");
        happens(run);
        happens(run);
        assertThat(written()).extracting(Message::to).containsExactlyInAnyOrder("p1@savanna.example", "p2@savanna.example");
        assertThat(written()).extracting(Message::channel).containsOnly(Channel.MAIL);
        written().forEach(m -> sender.run(isp, Long.toString(m.id()), null));
        assertThat(mail.sent).hasSize(2).allSatisfy(m -> {
            assertThat(m.subject()).isEqualTo("Accounts that could not be billed: 3");
            assertThat(m.text()).isEqualTo("Savanna Net: a bill run wrote 980 bills for KES 1,470,000.00, 700 of them paid at once. 3 accounts could not be "
                + "billed; they wait for you, each with its reason.");
        });
        assertThat(first.taken).as("not by SMS as well").isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void withoutMailItGoesByShortMessage(TestDatabase.Kind kind) {
        given(kind);
        person(1, Role.OWNER, true, "+254700000001");
        happens(fuse);
        happens(fuse);
        send();
        assertThat(first.taken).singleElement().satisfies(sms -> {
            assertThat(sms.to()).isEqualTo("+254700000001");
            assertThat(sms.text()).isEqualTo("Savanna Net: cutting unpaid services has stopped. 41 of 100 were cut within 24 hours, 12 more are waiting; "
                + "the limit is 40 %. Look at them, then let the cutting go on.");
        });
    }

    @ParameterizedTest
    @EnumSource
    void mailThatComesToBeThereLaterDoesNotTellItAgain(TestDatabase.Kind kind) {
        given(kind);
        person(1, Role.OWNER, true, "+254700000001");
        happens(fuse);
        plugins.add(new PlayedMail());
        happens(fuse);
        assertThat(only().channel()).isEqualTo(Channel.SMS);
    }

    @ParameterizedTest
    @EnumSource
    void aFuseIsToldOnceAnHourAndEachRoutersForItself(TestDatabase.Kind kind) {
        given(kind);
        person(1, Role.OWNER, true, "+254700000001");
        happens(fuse);
        happens(new FuseBlown(4L, 9, 1, 20, 40));
        happens(new FuseBlown(5L, 9, 1, 20, 40));
        happens(new FuseBlown(4L, 10, 1, 20, 40));
        assertThat(written()).hasSize(3).filteredOn(m -> m.text().contains("at one of your routers")).hasSize(2);
        clock.advance(Duration.ofHours(1));
        happens(new FuseBlown(4L, 11, 1, 20, 40));
        assertThat(written()).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource
    void aBrokenLedgerIsToldOnceADayWithItsFirstFault(TestDatabase.Kind kind) {
        given(kind);
        language = "sw";
        person(1, Role.OWNER, true, "+254700000001");
        LedgerBroken broken = new LedgerBroken("transaction 77: {{isp}} debits 100, credits 99");
        happens(broken);
        happens(broken);
        assertThat(only().text()).startsWith("Savanna Net: ukaguzi wa leja umegundua kasoro: transaction 77: {{isp}} debits 100, credits 99.");
        clock.advance(Duration.ofDays(1));
        happens(broken);
        assertThat(written()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void aRunThatParkedNobodyIsNoNews(TestDatabase.Kind kind) {
        given(kind);
        person(1, Role.OWNER, true, "+254700000001");
        happens(new BillRunFinished(6, 980, 700, 0, Money.of(1, "KES")));
        assertThat(written()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void withoutAnyGatewayTheLogKeepsItAndWithoutAPhoneNothingBreaks(TestDatabase.Kind kind) {
        given(kind);
        plugins.remove(first);
        plugins.remove(second);
        person(1, Role.OWNER, true, "+254700000001");
        person(2, Role.OWNER, true, null);
        happens(fuse);
        assertThat(only()).returns(State.FAILED, Message::state).returns("+254700000001", Message::to)
            .satisfies(m -> assertThat(m.detail()).contains("enable one under Plugins"));
    }

    @Test
    void alarmsSpeakBothLanguagesWithTheSameWords() {
        for (Alarm a : Alarm.values()) {
            assertThat(Wording.used(a.text("sw"))).as(a.name()).containsExactlyInAnyOrderElementsOf(Wording.used(a.text("en")));
            assertThat(Wording.used(a.subject("sw"))).containsExactlyElementsOf(Wording.used(a.subject("en")));
            assertThat(a.text("sw")).isNotEqualTo(a.text("en"));
        }
    }

    @Test
    void handlersKeepTheirNamesForByThemThePlatformKnowsWhatWasHandled() {
        given(TestDatabase.Kind.DERBY);
        assertThat(table()).extracting(r -> r.name() + " " + r.type().getSimpleName()).containsExactly("messaging.payment-booked PaymentBooked",
            "messaging.about-to-expire SubscriptionAboutToExpire", "messaging.bill-issued BillIssued", "messaging.bill-overdue BillOverdue",
            "messaging.fuse-blown FuseBlown", "messaging.ledger-broken LedgerBroken", "messaging.bill-run-finished BillRunFinished");
    }
}
