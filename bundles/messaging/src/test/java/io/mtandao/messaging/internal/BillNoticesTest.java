package io.mtandao.messaging.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Caller;
import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.BillIssued;
import io.mtandao.api.billing.BillOverdue;
import io.mtandao.api.billing.BillingPolicy.DunningStep.Action;
import io.mtandao.api.billing.Papers;
import io.mtandao.api.messaging.Messages.Message;
import io.mtandao.testing.db.TestDatabase;
import io.mtandao.testing.fake.Fakes;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever pays hears of a bill when it is written, before and after it is due, and when it costs the service: once each. */
class BillNoticesTest extends MessagingTest {
    private static final Instant DUE = Instant.parse("2026-12-06T21:30:00Z");

    public final class PlayedPapers {
        public String publicLink(Caller caller, long billId) {
            assertThat(caller.tenant()).isEqualTo(isp);
            return "/papers/token-of-" + billId;
        }
    }

    private void bill(boolean debt, Bill.State state, long paid, long payer) {
        Money total = Money.of(150_000, "KES"), none = Money.zero("KES");
        bill = new Bill(42, 1, "B-000123", 7, "Grace Muthoni", 9L, Instant.EPOCH, Instant.EPOCH, total, state, clock.instant(), DUE, null, List.of(),
            new Bill.Details(Bill.Kind.BILL, debt, payer, total, none, Money.of(paid, "KES"), none, null, null, null));
    }

    private BillIssued issued() {
        return new BillIssued(42, 7, 9L, "B-000123", bill.total(), bill.total(), DUE);
    }

    private BillOverdue step(int day, Action action) {
        return new BillOverdue(42, 7, 9L, "B-000123", bill.total(), DUE, day, action);
    }

    @ParameterizedTest
    @EnumSource
    void aDebtIsToldOnceWithItsDueDateAndItsLink(TestDatabase.Kind kind) {
        given(kind);
        bills.papers = Fakes.partly(Papers.class, new PlayedPapers());
        bill(true, Bill.State.OPEN, 0, 7);
        happens(issued());
        happens(issued());
        assertThat(jobs.scheduled).hasSize(1);
        send();
        assertThat(first.taken).singleElement().satisfies(sms -> {
            assertThat(sms.to()).isEqualTo("+254712345678");
            // the day is the ISP's: in Nairobi it is after midnight already
            assertThat(sms.text()).isEqualTo("Dear Grace Muthoni, your bill B-000123 is KES 1,500.00. Please pay KES 1,500.00 to account MT1000 by 7 Dec 2026. "
                + "Savanna Net https://isp.example/papers/token-of-42");
        });
    }

    @ParameterizedTest
    @EnumSource
    void withoutAnAddressOrWithoutPapersThereIsNoLink(TestDatabase.Kind kind) {
        given(kind);
        bill(true, Bill.State.OPEN, 0, 7);
        happens(issued());
        assertThat(only().text()).endsWith("by 7 Dec 2026. Savanna Net");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotADebtAndWhatIsPaidOrTakenBackMeanwhileIsNotAskedFor(TestDatabase.Kind kind) {
        given(kind);
        bill(false, Bill.State.OPEN, 0, 7);
        happens(issued());
        bill(true, Bill.State.PAID, 150_000, 7);
        happens(issued());
        happens(step(3, Action.REMIND));
        happens(step(7, Action.SUSPEND));
        bill(true, Bill.State.VOID, 0, 7);
        happens(step(3, Action.REMIND));
        bill(true, Bill.State.OPEN, 150_000, 7);
        happens(step(3, Action.REMIND));
        assertThat(written()).isEmpty();
        // the fee is a bill of its own
        bill(true, Bill.State.OPEN, 0, 7);
        happens(step(5, Action.LATE_FEE));
        assertThat(written()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void eachStepOfDunningIsToldOnceInItsOwnWordsAndAsksForTheRest(TestDatabase.Kind kind) {
        given(kind);
        bill(true, Bill.State.OPEN, 50_000, 7);
        List<BillOverdue> steps = List.of(step(-3, Action.REMIND), step(0, Action.REMIND), step(2, Action.REMIND), step(5, Action.REMIND),
            step(7, Action.SUSPEND));
        steps.forEach(this::happens);
        steps.forEach(this::happens);
        assertThat(written()).extracting(Message::text).containsExactly(
            "Dear Grace Muthoni, bill B-000123 is due on 7 Dec 2026. Please pay KES 1,000.00 to account MT1000. Savanna Net",
            "Dear Grace Muthoni, bill B-000123 is due on 7 Dec 2026. Please pay KES 1,000.00 to account MT1000. Savanna Net",
            "Dear Grace Muthoni, bill B-000123 was due on 7 Dec 2026. Pay KES 1,000.00 to account MT1000 to stay online. Savanna Net",
            "Dear Grace Muthoni, bill B-000123 was due on 7 Dec 2026. Pay KES 1,000.00 to account MT1000 to stay online. Savanna Net",
            "Dear Grace Muthoni, your Home 10M is off, for bill B-000123 was due on 7 Dec 2026. Pay KES 1,000.00 to account MT1000 and it is on again. "
                + "Savanna Net");
        assertThat(written()).extracting(Message::event).containsExactly("bill-due", "bill-due", "bill-overdue", "bill-overdue", "bill-suspended");
    }

    @ParameterizedTest
    @EnumSource
    void inSwahiliTheWordsAndTheMonthAreSwahili(TestDatabase.Kind kind) {
        given(kind);
        language = "sw";
        bill(true, Bill.State.OPEN, 0, 7);
        happens(step(2, Action.REMIND));
        assertThat(only().text()).isEqualTo("Ndugu Grace Muthoni, muda wa kulipa bili B-000123 uliisha 7 Des 2026. Lipa KES 1,500.00 kwa akaunti MT1000 "
            + "uendelee kuwa mtandaoni. Savanna Net");
    }

    @ParameterizedTest
    @EnumSource
    void whoPaysForAnotherIsAskedAndToTheirOwnAccount(TestDatabase.Kind kind) {
        given(kind);
        bill(true, Bill.State.OPEN, 0, 8);
        happens(step(7, Action.SUSPEND));
        assertThat(only()).returns("+254700000008", Message::to).returns(8L, Message::subscriberId);
        assertThat(only().text()).startsWith("Dear Muthoni Holdings, your Home 10M is off").contains("account MT1001");
    }

    @ParameterizedTest
    @EnumSource
    void anotherIspsBillIsNotFoundAndWritesNothing(TestDatabase.Kind kind) {
        given(kind);
        bill(true, Bill.State.OPEN, 0, 7);
        BillOverdue foreign = new BillOverdue(43, 7, 9L, "B-000124", bill.total(), DUE, 2, Action.REMIND);
        assertThatThrownBy(() -> happens(foreign)).isInstanceOf(NotFound.class);
        assertThat(written()).isEmpty();
    }
}
