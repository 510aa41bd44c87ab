package io.mtandao.ui.bill;

import static io.mtandao.ui.kit.Texts.t;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Bill;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.Formats;
import java.time.Instant;

/** What a bill or credit note comes to, and how it stands. */
final class BillText {
    private BillText() {}

    static boolean isNote(Bill b) {
        return b.details().kind() == Bill.Kind.CREDIT_NOTE;
    }

    /** Of a credit note: below zero, since it goes the other way. */
    static Money amount(Bill b) {
        return isNote(b) ? b.total().negated() : b.total();
    }

    /** What can still be given back: of a debt all of it, of a prepaid one what was paid. */
    static Money left(Bill b) {
        return (b.details().debt() ? b.total() : b.details().paid()).minus(b.details().credited());
    }

    /** As the filter {@code overdue} of bills. */
    static boolean overdue(Bill b, Instant now) {
        return b.state() == Bill.State.OPEN && b.details().debt() && b.dueAt() != null && b.dueAt().isBefore(now);
    }

    static Badge state(Bill b, Instant now) {
        return overdue(b, now) ? new Badge(t("bills.overdue"), Badge.Tone.BAD) : Badge.of("billState", b.state());
    }

    static String period(Bill b, Formats f) {
        return b.periodFrom() == null ? "" : f.day(b.periodFrom()) + " – " + f.day(b.periodTo());
    }
}
