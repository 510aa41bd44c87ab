package io.mtandao.api.billing;

import io.mtandao.api.Money;
import java.util.List;

/**
 * How one ISP bills.
 *
 * @param renewal complete: nothing in it is null
 * @param dueDays a postpaid bill is due this many days after it was written, 0 to 90
 * @param dunning what happens around the due date of a postpaid bill, per service, in the order of days
 * @param lateFee what one LATE_FEE step charges; null when there is none
 * @param ceiling the most that one run bills one subscriber; what is above it is parked; null for none
 * @param fuse when the cutting stops and asks
 */
public record BillingPolicy(
        int version, RenewalPolicy renewal, int dueDays, List<DunningStep> dunning, Reduction lateFee, Money ceiling, Fuse fuse, Numbering numbering) {

    public BillingPolicy {
        dunning = List.copyOf(dunning);
    }

    /** @param day relative to the due date, -30 to 120; negative is before it. One action a day. */
    public record DunningStep(int day, Action action) {
        public enum Action {
            /** Tells the subscriber. */
            REMIND,
            /** Bills the late fee, once per bill and step. */
            LATE_FEE,
            /** Cuts the service that the bill is for, and no other; paying the bill lets it on again. */
            SUSPEND
        }
    }

    /**
     * The cutting stops when more than this share of an ISP's or of one router's served subscriptions would have been cut within 24 hours.
     *
     * @param percent 1 to 100; 100 never blows
     * @param least it never blows below this number of cuts, so that a small ISP is not bothered
     */
    public record Fuse(int percent, int least) {
        public static final Fuse STANDARD = new Fuse(40, 25);
    }

    /**
     * How numbers that people see are written: prefix, then the number with at least so many digits.
     *
     * @param accountPrefix of new subscribers' account numbers; old ones stay
     */
    public record Numbering(String billPrefix, int billDigits, String creditPrefix, int creditDigits, String accountPrefix, int accountDigits) {
        public static final Numbering STANDARD = new Numbering("B-", 6, "C-", 6, "", 4);
    }
}
