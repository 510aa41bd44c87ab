package io.mtandao.billing.internal.rules;

import io.mtandao.api.billing.PackageTerms.DataCap;
import io.mtandao.api.billing.PackageTerms.FairUse;
import java.util.List;

/**
 * What the data of a period comes to. Fair-use steps count what was used, whatever was bought beside it; the cap counts what was bought as well. Nothing
 * here ever makes a subscription faster than it was sold.
 */
public final class UsageRule {
    public static final long MEGABYTE = 1_000_000;

    private UsageRule() {}

    /** @param downKbps what counts now; 0 is unlimited @param usedUp whether the cap is reached */
    public record Verdict(boolean cut, boolean throttled, int downKbps, int upKbps, boolean usedUp) {}

    /** @param cap null for none @param steps by rising volume @param sold the package's speed */
    public static Verdict judge(DataCap cap, List<FairUse> steps, Speed sold, long used, long toppedUp) {
        Speed now = sold;
        for (FairUse step : steps) if (used >= bytes(step.afterMegabytes())) now = slower(sold, step.downKbps(), step.upKbps());
        boolean usedUp = isUsedUp(cap, used, toppedUp);
        if (usedUp && cap.atCap() == DataCap.AtCap.THROTTLE) now = slower(now, cap.downKbps(), cap.upKbps());
        boolean cut = usedUp && cap.atCap() != DataCap.AtCap.THROTTLE;
        return new Verdict(cut, !cut && !now.equals(sold), now.downKbps(), now.upKbps(), usedUp);
    }

    public static boolean isUsedUp(DataCap cap, long used, long toppedUp) {
        return cap != null && used >= capBytes(cap, toppedUp);
    }

    /** Null for no cap. */
    public static Long capBytes(DataCap cap, long toppedUp) {
        return cap == null ? null : Math.addExact(bytes(cap.megabytes()), toppedUp);
    }

    public static long bytes(long megabytes) {
        return Math.multiplyExact(megabytes, MEGABYTE);
    }

    private static Speed slower(Speed one, int down, int up) {
        return new Speed(slower(one.downKbps(), down), slower(one.upKbps(), up));
    }

    private static int slower(int one, int other) {
        if (one == 0) return other;
        return other == 0 ? one : Math.min(one, other);
    }
}
