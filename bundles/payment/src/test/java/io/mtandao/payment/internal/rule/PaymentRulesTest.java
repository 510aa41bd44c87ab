package io.mtandao.payment.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Invalid;
import io.mtandao.api.Money;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.payment.internal.rule.Verdict.Action;
import io.mtandao.spi.payment.PaymentNotice.Paid;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentRulesTest {
    private static final Instant T = Instant.parse("2026-11-22T08:00:00Z");

    private static Money kes(long shillings) {
        return Money.of(shillings * 100, "KES");
    }

    @ParameterizedTest
    @CsvSource({"0,20", "19,20", "20,45", "46,75", "75,120", "121,300", "300,900", "2000,3600"})
    void aPromptIsAskedAboutAtFixedAges(long age, long next) {
        assertThat(PromptTimes.nextAsk(T, T.plusSeconds(age))).contains(T.plusSeconds(next));
    }

    @Test
    void afterAnHourNobodyAsksAnyMore() {
        assertThat(PromptTimes.nextAsk(T, T.plusSeconds(3600))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,5", "8,13", "40,60", "300,360", "540,600"})
    void sendingIsTriedEverMoreSeldom(long age, long next) {
        assertThat(PromptTimes.nextSend(T, T.plusSeconds(age))).contains(T.plusSeconds(next));
    }

    @Test
    void nothingIsSentAfterTenMinutes() {
        assertThat(PromptTimes.nextSend(T, T.plusSeconds(545))).isEmpty();
        assertThat(PromptTimes.tooLateToSend(T, T.plus(PromptTimes.SEND_UNTIL))).isFalse();
        assertThat(PromptTimes.tooLateToSend(T, T.plus(PromptTimes.SEND_UNTIL).plusMillis(1))).isTrue();
    }

    @Test
    void moneyCanAnswerAPromptFromJustBeforeUntilTenMinutesAfter() {
        for (long paid : new long[] {-60, 0, 600}) assertThat(window(T.plusSeconds(paid))).as(paid + " s").isTrue();
        for (long paid : new long[] {-61, 601}) assertThat(window(T.plusSeconds(paid))).as(paid + " s").isFalse();
        assertThat(PromptTimes.mayHaveOvertaken(T, T.plus(Duration.ofMinutes(10)))).isFalse();
    }

    /** The same window seen from the prompt and from the money. */
    private static boolean window(Instant paidAt) {
        boolean fromPrompt = !paidAt.isBefore(PromptTimes.earliestAnswer(T)) && !paidAt.isAfter(PromptTimes.latestAnswer(T));
        boolean fromMoney = !T.isBefore(PromptTimes.earliestPrompt(paidAt)) && !T.isAfter(PromptTimes.latestPrompt(paidAt));
        assertThat(fromMoney).isEqualTo(fromPrompt);
        return fromPrompt;
    }

    private static Action unasked(String receipt, Money amount, Known same) {
        return UnaskedRule.decide(new Paid(null, receipt, amount, "KE-001", null, null, T, false), same, "KES").action();
    }

    @Test
    void unaskedMoneyIsBookedOncePerReceiptInTheBooksCurrency() {
        Known same = new Known(1, "R-000001", "TK1", false, kes(10), null, 1L);
        assertThat(unasked("TK1", kes(10), null)).isEqualTo(Action.BOOK);
        assertThat(unasked("TK1", kes(10), same)).isEqualTo(Action.NOTHING);
        assertThat(unasked("TK1", kes(11), same)).isEqualTo(Action.QUARANTINE);
        assertThat(unasked("TK1", kes(0), null)).isEqualTo(Action.QUARANTINE);
        assertThat(unasked("TK1", kes(-1), null)).isEqualTo(Action.QUARANTINE);
        assertThat(unasked("TK1", null, null)).isEqualTo(Action.QUARANTINE);
        assertThat(unasked("TK1", Money.of(1000, "UGX"), null)).isEqualTo(Action.QUARANTINE);
        assertThat(unasked("", kes(10), null)).isEqualTo(Action.QUARANTINE);
    }

    @ParameterizedTest
    @CsvSource({"0712 345-678,KE,+254712345678", "712345678,KE,+254712345678",
        "00254110000001,KE,+254110000001", "+256 772 123456,KE,+256772123456", "0772123456,UG,+256772123456"})
    void phonesAreReadInTheIspsCountry(String typed, String region, String e164) {
        assertThat(Phones.e164(typed, region)).isEqualTo(e164);
    }

    @Test
    void whatIsNoPhoneIsRefused() {
        for (String wrong : new String[] {"12", "call me", "0712345678 ext 5", "+999123"}) assertThatThrownBy(() -> Phones.e164(wrong, "KE")).isInstanceOf(Invalid.class);
    }

    @Test
    void phonesAreComparedOnlyWhenBothAreToldInFullAndShownMasked() {
        assertThat(Phones.bothTold("+254712345678", "254712345678")).isTrue();
        assertThat(Phones.same("+254712345678", "254712345678")).isTrue();
        assertThat(Phones.bothTold("+254712345678", "25471****678")).isFalse();
        assertThat(Phones.masked("254712345678")).isEqualTo("25471****678");
        assertThat(Phones.masked("25471****678")).isEqualTo("25471****678");
        assertThat(Phones.masked(null)).isNull();
    }

    @Test
    void aMaskedPhoneCanBeANumberWhoseEndsItShows() {
        String phone = "+254712345678";
        for (String told : new String[] {"25471****678", "+25471****678", "254712345678", "2547********678"}) assertThat(Phones.mayBe(phone, told)).as(told).isTrue();
        for (String told : new String[] {null, "", "25470****149", "25471****679", "254712345679", "****", "25****8", "9f86d081884c7d65"})
            assertThat(Phones.mayBe(phone, told)).as(told).isFalse();
    }

    @Test
    void whatIsDueIsTheOpenBillsAndWhatWaitsForMoneyLessTheWallet() {
        Bill bill = new Bill(1, 1, "B-1", 1, "W", 7L, T, T, kes(2000), Bill.State.OPEN, T, T, null, List.of());
        List<Subscription> all = List.of(subscription(7, SubscriptionState.EXPIRED), subscription(8, SubscriptionState.PENDING), subscription(9, SubscriptionState.ACTIVE),
            subscription(10, SubscriptionState.CANCELLED), subscription(11, SubscriptionState.SUSPENDED));
        assertThat(DueRule.due(List.of(bill), all, kes(0))).as("7 is on the bill, 8 waits").isEqualTo(kes(3500));
        assertThat(DueRule.due(List.of(), all, kes(1000))).isEqualTo(kes(2000));
        assertThat(DueRule.due(List.of(), List.of(), kes(300))).isEqualTo(kes(-300));
        assertThat(DueRule.due(List.of(), List.of(), kes(-300))).as("a debt").isEqualTo(kes(300));
    }

    private static Subscription subscription(long id, SubscriptionState state) {
        return new Subscription(id, 1, 1, "W", "KE-001", 1, "Home 10", kes(1500), null, "w", state, T, T);
    }
}
