package io.mtandao.api.billing;

import io.mtandao.api.Money;
import java.time.Instant;
import java.util.List;

/**
 * A numbered bill or credit note; its lines explain themselves.
 *
 * @param subscriptionId null for what is for no subscription
 * @param total what is to be paid, tax included; of a credit note: what was credited
 * @param details more of it
 */
public record Bill(
        long id,
        int version,
        String number,
        long subscriberId,
        String subscriberName,
        Long subscriptionId,
        Instant periodFrom,
        Instant periodTo,
        Money total,
        State state,
        Instant issuedAt,
        Instant dueAt,
        Instant paidAt,
        List<Line> lines,
        Details details) {
    public Bill {
        lines = List.copyOf(lines);
    }

    public Bill(long id, int version, String number, long subscriberId, String subscriberName, Long subscriptionId, Instant periodFrom, Instant periodTo, Money total,
            State state, Instant issuedAt, Instant dueAt, Instant paidAt, List<Line> lines) {
        this(id, version, number, subscriberId, subscriberName, subscriptionId, periodFrom, periodTo, total, state, issuedAt, dueAt, paidAt, lines,
            new Details(Kind.BILL, false, subscriberId, total, Money.zero(total.currency()), state == State.PAID ? total : Money.zero(total.currency()),
                Money.zero(total.currency()), null, null, null));
    }

    /** What is still to be paid. A credit makes a debt smaller; what is credited of a prepaid bill is back in the wallet, so all of it is to be paid still. */
    public Money open() {
        if (state != State.OPEN) return Money.zero(total.currency());
        Money rest = total.minus(details.paid());
        return details.debt() ? rest.minus(details.credited()) : rest;
    }

    public enum State {
        OPEN,
        PAID,
        VOID,
        WRITTEN_OFF,
        /** Of a credit note: its amount is in the wallet. */
        CREDITED
    }

    public enum Kind {
        BILL,
        CREDIT_NOTE
    }

    /**
     * @param debt whether it was booked as a debt when it was written (postpaid, late fees)
     * @param payerId the subscriber whose wallet pays
     * @param net the total less its tax
     * @param tax of all lines
     * @param paid so far
     * @param credited by credit notes
     * @param refersTo of a credit note or a late fee: the bill's id
     * @param reason of a void, a write-off or a credit note
     * @param runId of the run that wrote it, or null
     */
    public record Details(Kind kind, boolean debt, long payerId, Money net, Money tax, Money paid, Money credited, Long refersTo, String reason, Long runId) {}

    /**
     * @param amount as it counts in the total: tax included; negative for discounts and credits
     * @param tax what part of the amount is tax
     * @param taxName for example "VAT 16 %", or null
     */
    public record Line(Kind kind, String text, int quantity, Money unitPrice, Money amount, Money tax, String taxName) {
        public Line(String text, int quantity, Money unitPrice, Money amount) {
            this(Kind.PACKAGE, text, quantity, unitPrice, amount, Money.zero(amount.currency()), null);
        }

        public enum Kind {
            PACKAGE,
            ITEM,
            INSTALLATION,
            DEPOSIT,
            DISCOUNT,
            LATE_FEE,
            /** Time of another package that is given back or charged by proration. */
            PRORATION,
            CREDIT
        }
    }
}
