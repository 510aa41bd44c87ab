package io.mtandao.rest.internal.v1;

import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.RenewalPolicy;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.rest.internal.edge.Field;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/** What is agreed with a package beside price, period and speed. In a body, what is left out is as in a plain package. */
public record PackageTermsView(
        @Field(help = "pppoe when left out") ServiceType service,
        @Field(help = "prepaid when left out") Charging charging,
        @Field(eg = "false", help = "true: the period ends where the calendar's does, and a first, shorter one costs its share") Boolean calendar,
        @Field(help = "whether the prices hold the tax already; true when left out") Boolean taxIncluded,
        @Field(eg = "null", help = "code of a tax; null for the ISP's own rate") String taxCode,
        BurstView burst,
        @Field(help = "null: as much as one likes") DataCapView dataCap,
        @Field(help = "steps within one period, by rising volume") List<FairUseView> fairUse,
        @Field(eg = "0", help = "devices at once; 0 for any number") Integer deviceLimit,
        @Field(help = "when it may be used; null for always") HoursView hours,
        @Field(help = "once, with the first bill") Amount installationFee,
        @Field(help = "once, with the first bill, given back at the end; not taxed") Amount deposit,
        @Field(help = "free time before the first payment, once per subscription") PeriodView trial,
        @Field(help = "in place of the ISP's") RenewalOverride policy) {

    static PackageTermsView of(PackageTerms t) {
        return new PackageTermsView(t.service(), t.charging(), t.calendar(), t.taxIncluded(), t.taxCode(), BurstView.of(t.burst()), DataCapView.of(t.dataCap()),
            t.fairUse().stream().map(FairUseView::of).toList(), t.deviceLimit(), HoursView.of(t.hours()), Amount.of(t.installationFee()),
            Amount.of(t.deposit()), PeriodView.of(t.trial()), RenewalOverride.of(t.policy()));
    }

    PackageTerms toTerms() {
        PackageTerms plain = PackageTerms.PLAIN;
        return new PackageTerms(given(service, plain.service()), given(charging, plain.charging()), given(calendar, plain.calendar()),
            given(taxIncluded, plain.taxIncluded()), taxCode, burst == null ? null : burst.toBurst(), dataCap == null ? null : dataCap.toDataCap(),
            given(fairUse, List.<FairUseView>of()).stream().map(FairUseView::toFairUse).toList(), given(deviceLimit, plain.deviceLimit()),
            hours == null ? null : hours.toHours(), Amount.money(installationFee, "terms.installationFee"), Amount.money(deposit, "terms.deposit"),
            PeriodView.period(trial, "terms.trial"), policy == null ? null : policy.toPolicy());
    }

    private static <T> T given(T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    public record BurstView(
            @Field(needed = true, eg = "20000", help = "kilobit (1000) per second, until the average over the time reaches the threshold") Integer downKbps,
            @Field(needed = true, eg = "10000") Integer upKbps,
            @Field(needed = true, eg = "8000") Integer thresholdDownKbps,
            @Field(needed = true, eg = "4000") Integer thresholdUpKbps,
            @Field(needed = true, eg = "8") Integer seconds) {
        static BurstView of(PackageTerms.Burst b) {
            return b == null ? null : new BurstView(b.downKbps(), b.upKbps(), b.thresholdDownKbps(), b.thresholdUpKbps(), b.seconds());
        }

        PackageTerms.Burst toBurst() {
            return new PackageTerms.Burst(downKbps, upKbps, thresholdDownKbps, thresholdUpKbps, seconds);
        }
    }

    public record DataCapView(
            @Field(needed = true, eg = "100000", help = "of 1,000,000 bytes, both directions, per period") Long megabytes,
            @Field(needed = true, eg = "throttle",
                help = "cut: no network until data is bought or the period ends; top-up: as cut, and data is bought from the wallet by itself")
            PackageTerms.DataCap.AtCap atCap,
            @Field(eg = "1000", help = "with throttle: the speed from then on") Integer downKbps,
            @Field(eg = "1000") Integer upKbps) {
        static DataCapView of(PackageTerms.DataCap c) {
            return c == null ? null : new DataCapView(c.megabytes(), c.atCap(), c.downKbps(), c.upKbps());
        }

        PackageTerms.DataCap toDataCap() {
            return new PackageTerms.DataCap(megabytes, atCap, downKbps == null ? 0 : downKbps, upKbps == null ? 0 : upKbps);
        }
    }

    public record FairUseView(
            @Field(needed = true, eg = "50000", help = "from so many in the period on, this speed") Long afterMegabytes,
            @Field(needed = true, eg = "5000") Integer downKbps,
            @Field(needed = true, eg = "2500") Integer upKbps) {
        static FairUseView of(PackageTerms.FairUse f) {
            return new FairUseView(f.afterMegabytes(), f.downKbps(), f.upKbps());
        }

        PackageTerms.FairUse toFairUse() {
            return new PackageTerms.FairUse(afterMegabytes, downKbps, upKbps);
        }
    }

    public record HoursView(
            @Field(help = "none for all") List<DayOfWeek> days,
            @Field(eg = "18:00", help = "in the ISP's zone; with to; null for the whole day") LocalTime from,
            @Field(eg = "06:00", help = "before from: of the next day") LocalTime to) {
        static HoursView of(PackageTerms.Hours h) {
            return h == null ? null : new HoursView(h.days().stream().sorted().toList(), h.from(), h.to());
        }

        PackageTerms.Hours toHours() {
            return new PackageTerms.Hours(days == null ? Set.of() : Set.copyOf(days), from, to);
        }
    }

    public record RenewalOverride(
            @Field(help = "where the period begins when it is paid after the cut; null, here and below: as the ISP has it") RenewalPolicy.Late late,
            @Field(help = "what happens to money that does not cover a period") RenewalPolicy.Partial partial,
            @Field(help = "what happens to money that is left after one period was bought") RenewalPolicy.Excess excess,
            @Field(help = "whether the wallet renews before anybody is cut") Boolean autoRenew,
            @Field(help = "days after the expiry during which a prepaid subscription stays on, 0 to 60") Integer graceDays,
            @Field(help = "at which moment of its last day a period of days or longer ends") RenewalPolicy.ExpiryTime expiry) {
        private static final int AS_THE_ISP = -1;

        static RenewalOverride of(RenewalPolicy p) {
            return p == null ? null : new RenewalOverride(p.late(), p.partial(), p.excess(), p.autoRenew(), p.graceDays() < 0 ? null : p.graceDays(),
                p.expiry());
        }

        RenewalPolicy toPolicy() {
            if (graceDays != null && graceDays < 0) throw io.mtandao.api.Invalid.field("terms.policy.graceDays", "from 0 to 60");
            return new RenewalPolicy(late, partial, excess, autoRenew, graceDays == null ? AS_THE_ISP : graceDays, expiry);
        }
    }
}
