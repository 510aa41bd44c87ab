package io.mtandao.payment.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Money;
import io.mtandao.payment.internal.rule.AnswerRule.Asked;
import io.mtandao.payment.internal.rule.Verdict.Action;
import io.mtandao.spi.payment.PaymentNotice.Paid;
import org.junit.jupiter.api.Test;

class AnswerRuleTest {
    private static final Money PRICE = Money.of(150_000, "KES");
    private static final Asked OPEN = asked(false, null);

    private static Asked asked(boolean saidPaid, Known payment) {
        return new Asked(7, 1, PRICE, "+254712345678", saidPaid, payment);
    }

    private static Paid says(Money amount, String receipt, String phone, boolean verified) {
        return new Paid("ws_7", receipt, amount, null, null, phone, null, verified);
    }

    private static Paid says(String receipt, boolean verified) {
        return says(PRICE, receipt, "254712345678", verified);
    }

    private static Known known(String receipt, boolean provisional, Long prompt, Long subscriber) {
        return new Known(9, "R-000009", receipt, provisional, PRICE, prompt, subscriber);
    }

    private static Action decide(Paid notice, Asked asked, Known same, boolean confirmed) {
        return AnswerRule.decide(notice, asked, same, confirmed).action();
    }

    @Test
    void whatIsNotProvenIsAskedBackAndThenBooked() {
        assertThat(decide(says("TK1", false), OPEN, null, false)).isEqualTo(Action.ASK_BACK);
        assertThat(decide(says("TK1", false), OPEN, null, true)).isEqualTo(Action.BOOK);
        assertThat(decide(says("TK1", true), OPEN, null, false)).isEqualTo(Action.BOOK);
        assertThat(decide(says("TK1", false), asked(true, null), null, false)).as("we have asked before").isEqualTo(Action.BOOK);
    }

    @Test
    void onlyWhatWasAskedForIsBelievedHoweverWellProven() {
        assertThat(decide(says(Money.of(100, "KES"), "TK1", null, true), OPEN, null, true)).isEqualTo(Action.QUARANTINE);
        assertThat(decide(says(Money.of(150_000, "USD"), "TK1", null, true), OPEN, null, true)).isEqualTo(Action.QUARANTINE);
        assertThat(decide(says(null, "TK1", null, true), OPEN, null, true)).isEqualTo(Action.QUARANTINE);
        assertThat(decide(says(PRICE, "TK1", "254700000000", true), OPEN, null, true)).isEqualTo(Action.QUARANTINE);
        for (String untold : new String[] {null, "25471****678", "a3f5c0ffee"}) assertThat(decide(says(PRICE, "TK1", untold, true), OPEN, null, true)).isEqualTo(Action.BOOK);
        for (String none : new String[] {null, " ", "x".repeat(101)}) assertThat(decide(says(none, true), OPEN, null, true)).isEqualTo(Action.QUARANTINE);
    }

    @Test
    void aPromptIsPaidOnce() {
        assertThat(decide(says("TK1", false), asked(false, known("TK1", false, 7L, 1L)), null, false)).isEqualTo(Action.NOTHING);
        assertThat(decide(says("TK2", true), asked(false, known("TK1", false, 7L, 1L)), null, true)).isEqualTo(Action.QUARANTINE);
    }

    @Test
    void aStandInReceiptIsReplacedByTheTrueOneButNotByOneThatIsBookedElsewhere() {
        Asked standing = asked(true, known("ws_7", true, 7L, 1L));
        assertThat(decide(says("TK1", false), standing, null, false)).isEqualTo(Action.COMPLETE);
        assertThat(AnswerRule.decide(says("TK1", false), standing, known("TK1", false, null, 1L), false).text()).startsWith("booked twice");
    }

    @Test
    void theSameMoneyToldAnotherWayBeforeIsLinkedOrAssignedAfterTheSameProof() {
        assertThat(decide(says("TK1", false), OPEN, known("TK1", false, null, 1L), false)).isEqualTo(Action.ASK_BACK);
        assertThat(decide(says("TK1", false), OPEN, known("TK1", false, null, 1L), true)).isEqualTo(Action.LINK);
        assertThat(decide(says("TK1", false), OPEN, known("TK1", false, null, null), true)).isEqualTo(Action.ASSIGN);
        assertThat(decide(says("TK1", true), OPEN, known("TK1", false, null, 2L), true)).isEqualTo(Action.QUARANTINE);
        assertThat(decide(says("TK1", true), OPEN, known("TK1", false, 8L, 1L), true)).isEqualTo(Action.QUARANTINE);
        Known less = new Known(9, "R-000009", "TK1", false, Money.of(100, "KES"), null, 1L);
        assertThat(decide(says("TK1", true), OPEN, less, true)).isEqualTo(Action.QUARANTINE);
    }
}
