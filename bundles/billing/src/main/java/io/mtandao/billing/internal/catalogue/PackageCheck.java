package io.mtandao.billing.internal.catalogue;

import io.mtandao.api.Invalid;
import io.mtandao.api.Money;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.PackageTerms.DataCap;
import io.mtandao.api.billing.PackageTerms.FairUse;
import io.mtandao.api.billing.Packages.Draft;
import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.RenewalPolicy;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.rules.Speed;

/** What a package must be to be sold. */
final class PackageCheck {
    private static final int FASTEST_KBPS = 100_000_000;
    private static final long MOST_MEGABYTES = 1_000_000_000;

    private PackageCheck() {}

    /** @throws Invalid with a text per field */
    static void check(Desk d, Draft draft) {
        Invalid.Check c = new Invalid.Check().notBlank(draft.name(), "name", 100).atMost(draft.profile(), "profile", 100)
            .that(draft.price() != null, "price", "must be given").that(draft.period() != null, "period", "must be given")
            .that(draft.price() == null || !draft.price().isNegative(), "price", "must not be negative");
        speed(c, draft.downKbps(), "downKbps");
        speed(c, draft.upKbps(), "upKbps");
        terms(c, d, draft.terms(), draft.period());
        c.orThrow();
        d.requireCurrency(draft.price(), "price");
    }

    private static void terms(Invalid.Check c, Desk d, PackageTerms t, Period period) {
        c.that(t.service() != null, "terms.service", "must be given").that(t.charging() != null, "terms.charging", "must be given")
            .atMost(t.taxCode(), "terms.taxCode", 30).that(t.deviceLimit() >= 0 && t.deviceLimit() <= 1000, "terms.deviceLimit", "from 0 (any number) to 1000");
        if (period != null && t.calendar())
            c.that(period.unit() != Period.Unit.MINUTE && period.unit() != Period.Unit.HOUR, "terms.calendar", "only days and longer periods follow the calendar");
        money(c, d, t.installationFee(), "terms.installationFee");
        money(c, d, t.deposit(), "terms.deposit");
        if (t.burst() != null) {
            speed(c, t.burst().downKbps(), "terms.burst.downKbps");
            speed(c, t.burst().upKbps(), "terms.burst.upKbps");
            speed(c, t.burst().thresholdDownKbps(), "terms.burst.thresholdDownKbps");
            speed(c, t.burst().thresholdUpKbps(), "terms.burst.thresholdUpKbps");
            c.that(t.burst().seconds() >= 1 && t.burst().seconds() <= Speed.LONGEST_BURST, "terms.burst.seconds", "from 1 to 3600");
        }
        if (t.dataCap() != null) cap(c, t.dataCap());
        fairUse(c, t);
        if (t.hours() != null)
            c.that((t.hours().from() == null) == (t.hours().to() == null), "terms.hours", "both hours or none")
                .that(t.hours().from() == null || !t.hours().from().equals(t.hours().to()), "terms.hours", "the two hours must differ");
        if (t.policy() != null) policy(c, t.policy());
        c.that(t.trial() == null || t.charging() != io.mtandao.api.billing.Charging.POSTPAID, "terms.trial", "only prepaid packages have a trial");
    }

    private static void cap(Invalid.Check c, DataCap cap) {
        c.that(cap.megabytes() >= 1 && cap.megabytes() <= MOST_MEGABYTES, "terms.dataCap.megabytes", "from 1 to " + MOST_MEGABYTES)
            .that(cap.atCap() != null, "terms.dataCap.atCap", "must be given");
        if (cap.atCap() == DataCap.AtCap.THROTTLE)
            c.that(cap.downKbps() > 0 && cap.upKbps() > 0, "terms.dataCap.downKbps", "the speeds from the cap on must be given");
    }

    private static void fairUse(Invalid.Check c, PackageTerms t) {
        c.that(t.fairUse().size() <= 10, "terms.fairUse", "at most 10 steps");
        long last = 0;
        for (FairUse step : t.fairUse()) {
            c.that(step.afterMegabytes() > last, "terms.fairUse", "each step needs more megabytes than the one before")
                .that(step.downKbps() > 0 && step.upKbps() > 0, "terms.fairUse", "each step needs its speeds");
            last = step.afterMegabytes();
        }
    }

    private static void policy(Invalid.Check c, RenewalPolicy p) {
        c.that(p.graceDays() >= -1 && p.graceDays() <= 60, "terms.policy.graceDays", "from 0 to 60, or -1 for the ISP's own");
    }

    private static void money(Invalid.Check c, Desk d, Money m, String field) {
        if (m == null) return;
        c.that(m.isPositive(), field, "must be above zero").that(m.currency().equals(d.currency()), field, "must be in " + d.currency());
    }

    private static void speed(Invalid.Check c, int kbps, String field) {
        c.that(kbps >= 0 && kbps <= FASTEST_KBPS, field, "from 0 (unlimited) to " + FASTEST_KBPS);
    }
}
