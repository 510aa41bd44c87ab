package io.mtandao.api.billing;

import io.mtandao.api.Money;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/**
 * What is agreed with a package beside its price, period and speed.
 *
 * @param calendar the period ends where the calendar's does (month: the 1st, week: Monday, day: midnight, year: 1 January; in the ISP's zone) and the
 *     first, shorter one costs its share; false: it runs from the moment it was bought
 * @param taxIncluded whether the prices (package, installation) hold the tax already
 * @param taxCode of {@link Taxes}; null for the ISP's own rate
 * @param burst null for none
 * @param dataCap null for none
 * @param fairUse steps within one period, by rising volume
 * @param deviceLimit devices at once; 0 for any number
 * @param hours when it may be used; null for always
 * @param installationFee once, with the first bill; null for none
 * @param deposit once, with the first bill, given back at the end; not taxed; null for none
 * @param trial free time before the first payment, once per subscription; null for none
 * @param policy overrides the ISP's; null for none
 */
public record PackageTerms(
        ServiceType service,
        Charging charging,
        boolean calendar,
        boolean taxIncluded,
        String taxCode,
        Burst burst,
        DataCap dataCap,
        List<FairUse> fairUse,
        int deviceLimit,
        Hours hours,
        Money installationFee,
        Money deposit,
        Period trial,
        RenewalPolicy policy) {

    /** Prepaid PPPoE with the tax in the price, and nothing else agreed. */
    public static final PackageTerms PLAIN =
        new PackageTerms(ServiceType.PPPOE, Charging.PREPAID, false, true, null, null, null, List.of(), 0, null, null, null, null, null);

    public PackageTerms {
        fairUse = fairUse == null ? List.of() : List.copyOf(fairUse);
    }

    /** RouterOS's meaning: up to the burst speeds until the average over the time reaches the threshold. Kilobit per second, seconds. */
    public record Burst(int downKbps, int upKbps, int thresholdDownKbps, int thresholdUpKbps, int seconds) {}

    /** @param megabytes of 1,000,000 bytes, both directions, per period @param downKbps with THROTTLE: the speed from then on */
    public record DataCap(long megabytes, AtCap atCap, int downKbps, int upKbps) {
        public enum AtCap {
            /** No network until the period ends or data is bought. */
            CUT,
            THROTTLE,
            /** As CUT, and a top-up is bought from the wallet by itself when the package has one that the wallet covers. */
            TOP_UP
        }
    }

    /** From so many megabytes in the period on, this speed. */
    public record FairUse(long afterMegabytes, int downKbps, int upKbps) {}

    /** @param days empty for all @param from with to: hours of each of these days in the ISP's zone; to before from runs past midnight; both null for the whole day */
    public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
        public Hours {
            days = Set.copyOf(days);
        }
    }
}
