package io.mtandao.billing.internal.rules;

import io.mtandao.billing.internal.rules.Waterfall.Part;
import java.util.List;

/** What of a bill's money is security that a subscriber left. Of what is paid the deposit comes first, of what is credited last: it is no sale. */
public final class DepositRule {
    private DepositRule() {}

    public static long asked(List<Part> bill) {
        return bill.stream().filter(p -> p.account().equals(ChargeRule.DEPOSITS)).mapToLong(Part::net).sum();
    }

    /** What the books hold of it: of a debt all, since it was booked when it was written. @param credited of the whole bill */
    public static long booked(List<Part> bill, boolean debt, long paid, long credited) {
        long asked = asked(bill);
        long sold = Math.max(0, bill.stream().mapToLong(p -> p.net() + p.tax()).sum() - asked);
        return (debt ? asked : Math.min(asked, paid)) - Math.max(0, credited - sold);
    }

    /** Of a debt: what nobody has left of it so far. */
    public static long unpaid(List<Part> bill, long paid, long credited) {
        return Math.max(0, booked(bill, true, paid, credited) - paid);
    }
}
