package io.mtandao.billing.internal.history;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.PackageTerms.DataCap;
import io.mtandao.api.billing.PackageTerms.DataCap.AtCap;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.Packages.Edition;
import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.billing.internal.kit.Isp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the village's ISP sells, and how it changes: for all or for those who come, now or later, at another price and in another rhythm. */
final class PriceList {
    private static final List<Period> RHYTHMS = List.of(new Period(1, Period.Unit.WEEK), new Period(1, Period.Unit.MONTH), new Period(10, Period.Unit.DAY));
    private final Isp isp;
    final List<InternetPackage> packages = new ArrayList<>();

    PriceList(Isp isp) {
        this.isp = isp;
        sells("Month", 2000, RHYTHMS.get(1), Charging.PREPAID, false, true, null, cap(5000, AtCap.TOP_UP), 0, 0);
        sells("Week", 499, RHYTHMS.get(0), Charging.PREPAID, false, false, null, cap(1000, AtCap.THROTTLE), 0, 0);
        sells("Calendar month", 3100, RHYTHMS.get(1), Charging.PREPAID, true, true, null, null, 250, 0);
        sells("Ten days", 777, RHYTHMS.get(2), Charging.PREPAID, false, true, new Period(3, Period.Unit.DAY), cap(2000, AtCap.CUT), 0, 0);
        sells("Big month", 4999, RHYTHMS.get(1), Charging.PREPAID, false, true, null, null, 500, 1000);
        sells("Office month", 3000, RHYTHMS.get(1), Charging.POSTPAID, false, true, null, cap(3000, AtCap.THROTTLE), 0, 2000);
        sells("Office calendar month", 5001, RHYTHMS.get(1), Charging.POSTPAID, true, true, null, null, 0, 0);
        sells("Office week", 900, RHYTHMS.get(0), Charging.POSTPAID, false, false, null, null, 100, 300);
    }

    private static DataCap cap(long megabytes, AtCap atCap) {
        return new DataCap(megabytes, atCap, 512, 256);
    }

    private void sells(String name, long price, Period period, Charging charging, boolean calendar, boolean taxIncluded, Period trial, DataCap cap, long installation,
            long deposit) {
        packages.add(isp.packages.create(isp.owner, new Packages.Draft(name, isp.money(price), period, 10_000, 5_000, null,
            new PackageTerms(ServiceType.PPPOE, charging, calendar, taxIncluded, null, null, cap, List.of(), 0, null,
                installation == 0 ? null : isp.money(installation), deposit == 0 ? null : isp.money(deposit), trial, null))));
    }

    InternetPackage of(long id) {
        return packages.stream().filter(p -> p.id() == id).findFirst().orElseThrow();
    }

    Edition edition(long packageId, int number) {
        return isp.packages.editions(isp.owner, packageId).stream().filter(e -> e.number() == number).findFirst().orElseThrow();
    }

    String change(Act act) {
        int which = act.who() % packages.size();
        InternetPackage p = isp.packages.get(isp.owner, packages.get(which).id());
        boolean other = act.size() % 3 > 0, calendar = other ? act.size() % 5 == 0 : p.terms().calendar();
        Period period = other ? RHYTHMS.get(act.size() / 7 % RHYTHMS.size()) : p.period();
        long price = act.more() % 3 == 0 ? p.price().minor() : 1 + p.price().minor() * (50 + act.more() % 151) / 100;
        Instant from = act.more() / 3 % 2 == 0 ? null : isp.clock.instant().plus(Duration.ofMinutes(1 + act.size() % 20_000));
        Edition.Change change = new Edition.Change(from, act.more() / 6 % 3 > 0);
        PackageTerms t = p.terms();
        PackageTerms terms = new PackageTerms(t.service(), t.charging(), calendar, t.taxIncluded(), null, null, t.dataCap(), List.of(), 0, null, t.installationFee(),
            t.deposit(), t.trial(), null);
        packages.set(which, isp.packages.update(isp.owner, p.id(), p.version(),
            new Packages.Draft(p.name(), Money.of(price, "KES"), period, 10_000, 5_000, null, terms), change));
        return p.name() + " will cost " + price / 100.0 + " for " + period + (calendar ? " of the calendar" : "") + (change.forAll() ? ", for all" : ", for who comes")
            + (from == null ? ", from now on" : ", from " + from + " on");
    }

    String cancel(Act act) {
        InternetPackage p = act.whom(packages);
        Edition last = isp.packages.editions(isp.owner, p.id()).get(0);
        isp.packages.cancelEdition(isp.owner, p.id(), last.number());
        return p.name() + ": edition " + last.number() + " will not come";
    }
}
