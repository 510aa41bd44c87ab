package io.mtandao.billing.internal.bill;

import io.mtandao.api.billing.BillingPolicy.Numbering;
import io.mtandao.billing.internal.desk.Desk;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Gapless numbers of bills and credit notes. Taken last in a unit of work: whoever numbers the same series waits until it ends. */
public final class Numbers {
    public static final String BILLS = "bill";
    public static final String CREDIT_NOTES = "credit-note";

    private Numbers() {}

    static String bill(Desk d, Numbering n) {
        return bills(d, n, 1).remove();
    }

    /** @param count may be 0 */
    static Deque<String> bills(Desk d, Numbering n, int count) {
        Deque<String> numbers = new ArrayDeque<>(count);
        if (count == 0) return numbers;
        long first = d.next(BILLS, count);
        for (long i = first; i < first + count; i++) numbers.add(written(n.billPrefix(), n.billDigits(), i));
        return numbers;
    }

    static String creditNote(Desk d, Numbering n) {
        return written(n.creditPrefix(), n.creditDigits(), d.next(CREDIT_NOTES));
    }

    private static String written(String prefix, int digits, long number) {
        return prefix + String.format(Locale.ROOT, "%0" + digits + "d", number);
    }
}
