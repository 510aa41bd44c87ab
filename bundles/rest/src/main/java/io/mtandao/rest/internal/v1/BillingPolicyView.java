package io.mtandao.rest.internal.v1;

import io.mtandao.api.billing.BillingPolicy;
import io.mtandao.api.billing.RenewalPolicy;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Versioned;
import java.util.List;

/** How an ISP bills. */
public record BillingPolicyView(
        int version,
        @Field(needed = true) RenewalView renewal,
        @Field(eg = "14") int dueDays,
        @Field(needed = true) List<DunningStepView> dunning,
        ReductionView lateFee,
        Amount ceiling,
        @Field(needed = true) FuseView fuse,
        @Field(needed = true) NumberingView numbering) implements Versioned {
    static BillingPolicyView of(BillingPolicy p) {
        return new BillingPolicyView(p.version(), RenewalView.of(p.renewal()), p.dueDays(), p.dunning().stream().map(DunningStepView::of).toList(),
            ReductionView.of(p.lateFee()), Amount.of(p.ceiling()), FuseView.of(p.fuse()), NumberingView.of(p.numbering()));
    }

    public record RenewalView(
            @Field(needed = true, help = "where the period begins when it is paid after the cut") RenewalPolicy.Late late,
            @Field(needed = true, help = "what happens to money that does not cover a period") RenewalPolicy.Partial partial,
            @Field(needed = true, help = "what happens to money that is left after one period was bought") RenewalPolicy.Excess excess,
            @Field(needed = true, help = "whether the wallet renews before anybody is cut") Boolean autoRenew,
            @Field(needed = true, eg = "2", help = "days after the expiry during which a prepaid subscription stays on, 0 to 60") Integer graceDays,
            @Field(needed = true, help = "at which moment of its last day a period of days or longer ends") RenewalPolicy.ExpiryTime expiry) {
        static RenewalView of(RenewalPolicy p) {
            return new RenewalView(p.late(), p.partial(), p.excess(), p.autoRenew(), p.graceDays(), p.expiry());
        }

        RenewalPolicy toPolicy() {
            return new RenewalPolicy(late, partial, excess, autoRenew, graceDays, expiry);
        }
    }

    public record DunningStepView(
            @Field(needed = true, eg = "-3", help = "relative to the due date, -30 to 120; below zero is before it") Integer day,
            @Field(needed = true) BillingPolicy.DunningStep.Action action) {
        static DunningStepView of(BillingPolicy.DunningStep s) {
            return new DunningStepView(s.day(), s.action());
        }

        BillingPolicy.DunningStep toStep() {
            return new BillingPolicy.DunningStep(day, action);
        }
    }

    public record FuseView(
            @Field(needed = true, eg = "40", help = "of an ISP's or one router's served subscriptions, within 24 hours; 100 never blows") Integer percent,
            @Field(needed = true, eg = "25", help = "it never blows below this number of cuts") Integer least) {
        static FuseView of(BillingPolicy.Fuse f) {
            return new FuseView(f.percent(), f.least());
        }

        BillingPolicy.Fuse toFuse() {
            return new BillingPolicy.Fuse(percent, least);
        }
    }

    public record NumberingView(
            @Field(needed = true, eg = "B-") String billPrefix,
            @Field(needed = true, eg = "6", help = "at least so many digits") Integer billDigits,
            @Field(needed = true, eg = "C-") String creditPrefix,
            @Field(needed = true, eg = "6") Integer creditDigits,
            @Field(needed = true, eg = "MT-", help = "of new subscribers; old numbers stay") String accountPrefix,
            @Field(needed = true, eg = "4") Integer accountDigits) {
        static NumberingView of(BillingPolicy.Numbering n) {
            return new NumberingView(n.billPrefix(), n.billDigits(), n.creditPrefix(), n.creditDigits(), n.accountPrefix(), n.accountDigits());
        }

        BillingPolicy.Numbering toNumbering() {
            return new BillingPolicy.Numbering(billPrefix, billDigits, creditPrefix, creditDigits, accountPrefix, accountDigits);
        }
    }
}
