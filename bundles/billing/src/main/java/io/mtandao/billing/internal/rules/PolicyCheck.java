package io.mtandao.billing.internal.rules;

import io.mtandao.api.Invalid;
import io.mtandao.api.Money;
import io.mtandao.api.billing.BillingPolicy;
import io.mtandao.api.billing.BillingPolicy.DunningStep;
import io.mtandao.api.billing.BillingPolicy.Numbering;
import io.mtandao.api.billing.RenewalPolicy;

/** What a billing policy must be to be kept. */
public final class PolicyCheck {
    private PolicyCheck() {}

    /** @throws Invalid with a text per field */
    public static void check(BillingPolicy p, String currency) {
        Invalid.Check c = new Invalid.Check();
        RenewalPolicy r = p.renewal();
        c.that(r != null, "renewal", "must be given").that(p.fuse() != null, "fuse", "must be given").that(p.numbering() != null, "numbering", "must be given").orThrow();
        c.that(r.late() != null, "renewal.late", "must be given").that(r.partial() != null, "renewal.partial", "must be given")
            .that(r.excess() != null, "renewal.excess", "must be given").that(r.autoRenew() != null, "renewal.autoRenew", "must be given")
            .that(r.expiry() != null, "renewal.expiry", "must be given").that(r.graceDays() >= 0 && r.graceDays() <= 60, "renewal.graceDays", "from 0 to 60")
            .that(p.dueDays() >= 0 && p.dueDays() <= 90, "dueDays", "from 0 to 90").that(p.dunning().size() <= 20, "dunning", "at most 20 steps")
            .that(p.dunning().stream().allMatch(s -> s.action() != null && s.day() >= -30 && s.day() <= 120), "dunning", "each step needs an action and a day from -30 to 120")
            .that(p.dunning().stream().map(DunningStep::day).distinct().count() == p.dunning().size(), "dunning", "one step a day")
            .that(p.fuse().percent() >= 1 && p.fuse().percent() <= 100, "fuse.percent", "from 1 to 100").that(p.fuse().least() >= 0, "fuse.least", "must not be negative");
        money(c, p.ceiling(), currency, "ceiling");
        if (p.lateFee() != null) money(c, p.lateFee().amount(), currency, "lateFee.amount");
        numbering(c, p.numbering());
        c.orThrow();
    }

    private static void money(Invalid.Check c, Money m, String currency, String field) {
        if (m == null) return;
        c.that(m.isPositive(), field, "must be above zero").that(m.currency().equals(currency), field, "must be in " + currency);
    }

    private static void numbering(Invalid.Check c, Numbering n) {
        prefix(c, n.billPrefix(), "numbering.billPrefix");
        prefix(c, n.creditPrefix(), "numbering.creditPrefix");
        prefix(c, n.accountPrefix(), "numbering.accountPrefix");
        c.that(digits(n.billDigits()), "numbering.billDigits", "from 1 to 9").that(digits(n.creditDigits()), "numbering.creditDigits", "from 1 to 9")
            .that(digits(n.accountDigits()), "numbering.accountDigits", "from 1 to 9")
            .that(n.billPrefix() == null || !n.billPrefix().equals(n.creditPrefix()), "numbering.creditPrefix", "must differ from the bills' prefix");
    }

    private static void prefix(Invalid.Check c, String prefix, String field) {
        c.that(prefix != null && prefix.matches("[A-Za-z0-9/-]{0,10}"), field, "at most 10 letters, digits, hyphens and slashes");
    }

    private static boolean digits(int n) {
        return n >= 1 && n <= 9;
    }
}
