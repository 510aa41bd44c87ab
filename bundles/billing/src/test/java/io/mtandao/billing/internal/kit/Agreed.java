package io.mtandao.billing.internal.kit;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.PackageTerms.DataCap;
import io.mtandao.api.billing.PackageTerms.FairUse;
import io.mtandao.api.billing.ServiceType;
import java.util.List;

/** Terms of packages that differ in one thing from the plain ones. */
public final class Agreed {
    private Agreed() {}

    public static PackageTerms tax(boolean included, String code) {
        return new PackageTerms(ServiceType.PPPOE, Charging.PREPAID, false, included, code, null, null, List.of(), 0, null, null, null, null, null);
    }

    public static PackageTerms calendarMonth(boolean taxIncluded) {
        return new PackageTerms(ServiceType.PPPOE, Charging.PREPAID, true, taxIncluded, null, null, null, List.of(), 0, null, null, null, null, null);
    }

    public static PackageTerms fees(Money installation, Money deposit) {
        return new PackageTerms(ServiceType.PPPOE, Charging.PREPAID, false, true, null, null, null, List.of(), 0, null, installation, deposit, null, null);
    }

    public static PackageTerms cap(Charging charging, DataCap cap, FairUse... steps) {
        return new PackageTerms(ServiceType.PPPOE, charging, false, true, null, null, cap, List.of(steps), 0, null, null, null, null, null);
    }

    public static PackageTerms cut(long megabytes) {
        return cap(Charging.PREPAID, new DataCap(megabytes, DataCap.AtCap.CUT, 0, 0));
    }
}
