package io.mtandao.payment.internal.rule;

import io.mtandao.api.Money;
import io.mtandao.payment.internal.rule.Verdict.Action;
import io.mtandao.spi.payment.PaymentNotice.Paid;

/**
 * What to do when a provider says that a prompt was paid. A prompt's money is booked once, a receipt's money is booked once, and only what the
 * prompt asked for is believed (protocols 1.7).
 */
public final class AnswerRule {
    /** Far beyond any provider's; what is longer is no receipt. */
    private static final int LONGEST_RECEIPT = 100;

    private AnswerRule() {}

    /**
     * What was asked for.
     *
     * @param saidPaid whether the provider, asked by us, has said that it is paid
     * @param payment with which it was paid, or null
     */
    public record Asked(long promptId, long subscriberId, Money amount, String phone, boolean saidPaid, Known payment) {}

    /**
     * @param sameReceipt the payment that has the notice's receipt already, or null
     * @param confirmed whether the provider confirmed it just now
     */
    public static Verdict decide(Paid notice, Asked asked, Known sameReceipt, boolean confirmed) {
        if (unusable(notice.receipt())) return Verdict.quarantine("it names no receipt");
        if (notice.amount() == null) return Verdict.quarantine("it says no amount");
        if (!asked.amount().equals(notice.amount())) return Verdict.quarantine("it says " + notice.amount() + ", but " + asked.amount() + " was asked for");
        if (Phones.bothTold(asked.phone(), notice.phone()) && !Phones.same(asked.phone(), notice.phone()))
            return Verdict.quarantine("it was paid from another phone than the one that was asked");
        Known paid = asked.payment();
        if (paid != null && paid.receipt().equals(notice.receipt())) return Verdict.nothing("known already as " + paid.number());
        if (paid != null && !paid.provisional()) return Verdict.quarantine("this prompt was paid by receipt " + paid.receipt() + " (" + paid.number() + ")");
        if (paid != null && sameReceipt != null)
            return Verdict.quarantine("booked twice: as " + paid.number() + " without receipt and as " + sameReceipt.number());
        Verdict before = sameReceipt == null ? null : seenBefore(asked, sameReceipt);
        if (before != null && before.action() == Action.QUARANTINE) return before;
        if (!notice.verified() && !confirmed && !asked.saidPaid()) return new Verdict(Action.ASK_BACK, "not proven by itself");
        if (before != null) return before;
        return paid == null ? new Verdict(Action.BOOK, "answers prompt " + asked.promptId()) : new Verdict(Action.COMPLETE, "the receipt of " + paid.number());
    }

    /** The same money, told another way before: M-Pesa announces what a prompt brought both as its answer and as money that came in. */
    private static Verdict seenBefore(Asked asked, Known same) {
        if (!same.amount().equals(asked.amount())) return Verdict.quarantine("receipt " + same.receipt() + " is booked with " + same.amount());
        if (same.promptId() != null && same.promptId() != asked.promptId()) return Verdict.quarantine("receipt " + same.receipt() + " answered another prompt");
        if (same.subscriberId() == null) return new Verdict(Action.ASSIGN, same.number() + " was unmatched; it answers prompt " + asked.promptId());
        if (same.subscriberId() != asked.subscriberId()) return Verdict.quarantine("receipt " + same.receipt() + " is booked for another subscriber");
        return new Verdict(Action.LINK, same.number() + " answers prompt " + asked.promptId());
    }

    static boolean unusable(String receipt) {
        return receipt == null || receipt.isBlank() || receipt.length() > LONGEST_RECEIPT;
    }
}
