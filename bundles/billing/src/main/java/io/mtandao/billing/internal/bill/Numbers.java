package io.mtandao.billing.internal.bill;

import io.mtandao.api.billing.BillingPolicy.Numbering;
import io.mtandao.billing.internal.desk.Desk;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

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

    /** With what the number may begin that somebody means, who may leave out what all of them begin with. @return none for several words */
    static Set<String> meant(Numbering n, String typed) {
        Set<String> numbers = new LinkedHashSet<>();
        if (typed.codePoints().anyMatch(Character::isWhitespace)) return numbers;
        numbers.add(typed);
        numbers.add(typed.toUpperCase(Locale.ROOT));
        if (typed.matches("[0-9]{1,12}")) {
            numbers.add(written(n.billPrefix(), n.billDigits(), Long.parseLong(typed)));
            numbers.add(written(n.creditPrefix(), n.creditDigits(), Long.parseLong(typed)));
        }
        return numbers;
    }

    private static String written(String prefix, int digits, long number) {
        return prefix + String.format(Locale.ROOT, "%0" + digits + "d", number);
    }
}
