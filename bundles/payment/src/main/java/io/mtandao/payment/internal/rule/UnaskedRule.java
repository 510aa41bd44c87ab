package io.mtandao.payment.internal.rule;

import io.mtandao.payment.internal.rule.Verdict.Action;
import io.mtandao.spi.payment.PaymentNotice.Paid;

/** What to do with money that announces itself without a prompt. */
public final class UnaskedRule {
    private UnaskedRule() {}

    /**
     * @param sameReceipt the payment that has the notice's receipt already, or null
     * @param currency of the tenant
     */
    public static Verdict decide(Paid notice, Known sameReceipt, String currency) {
        if (AnswerRule.unusable(notice.receipt())) return Verdict.quarantine("it names no receipt");
        if (notice.amount() == null || !notice.amount().isPositive()) return Verdict.quarantine("it says no amount above zero");
        if (!notice.amount().currency().equals(currency)) return Verdict.quarantine("it is in " + notice.amount().currency() + ", the books are in " + currency);
        if (sameReceipt == null) return new Verdict(Action.BOOK, "came unasked");
        if (sameReceipt.amount().equals(notice.amount())) return Verdict.nothing("known already as " + sameReceipt.number());
        return Verdict.quarantine("receipt " + sameReceipt.receipt() + " is booked with " + sameReceipt.amount());
    }
}
