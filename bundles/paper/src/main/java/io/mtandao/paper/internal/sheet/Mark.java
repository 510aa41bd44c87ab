package io.mtandao.paper.internal.sheet;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Bill;
import java.awt.Color;
import java.time.Instant;

/** What stands across a bill, so that nobody takes it for another. */
public enum Mark {
    PAID(new Color(0x15803d)),
    VOID(new Color(0xb91c1c)),
    OVERDUE(new Color(0xb45309)),
    WRITTEN_OFF(new Color(0x5f6368)),
    CREDITED(new Color(0x15803d));

    private final Color colour;

    Mark(Color colour) {
        this.colour = colour;
    }

    Color colour() {
        return colour;
    }

    /** Null for an open bill that is in time. Overdue is a debt only: nobody owes a prepaid period that was not bought. */
    public static Mark of(Bill bill, Instant now) {
        return switch (bill.state()) {
            case PAID -> PAID;
            case VOID -> VOID;
            case WRITTEN_OFF -> WRITTEN_OFF;
            case CREDITED -> CREDITED;
            case OPEN -> bill.details().debt() && bill.dueAt() != null && bill.dueAt().isBefore(now) && toPay(bill).isPositive() ? OVERDUE : null;
        };
    }

    /** What is still asked for: nothing, unless it is open. */
    public static Money toPay(Bill bill) {
        return bill.open().isPositive() ? bill.open() : Money.zero(bill.total().currency());
    }
}
