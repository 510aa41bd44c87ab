package io.mtandao.billing.internal.bill;

import io.mtandao.api.Problem;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.rules.Quote;
import io.mtandao.billing.internal.rules.RenewalRule.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides what a run bills, and writes nothing: the same for the preview and for the run itself.
 */
final class RunPlan {
    private final Desk d;
    private final Sheet sheet;
    private final Instant until;
    private final Map<Long, Long> perSubscriber = new HashMap<>();
    private final boolean bounded;

    /** @param bounded whether the ceiling holds */
    RunPlan(Desk d, Sheet sheet, Instant until, boolean bounded) {
        this.d = d;
        this.sheet = sheet;
        this.until = until;
        this.bounded = bounded;
    }

    /** @param quote null when there is a problem @param problem why it is parked, or null */
    record Planned(SubscriptionRow subscription, Span span, Quote quote, String problem) {
        boolean isBilled() {
            return problem == null;
        }
    }

    /** Empty list for what is not to be billed after all. */
    List<Planned> of(List<SubscriptionRow> subscriptions) {
        List<Planned> plan = new ArrayList<>();
        for (SubscriptionRow s : subscriptions) {
            // a package that only a router has told of is not sold; nothing is wrong with the account. One that turns to another rhythm is billed by that
            if (!DueQuery.isDue(sheet, s, until, d.now()) || !sheet.isPriced(s) || Postpaid.isTurning(sheet, s)) continue;
            plan.add(plan(s));
        }
        return plan;
    }

    private Planned plan(SubscriptionRow s) {
        Span span = null;
        try {
            sheet.requirePrice(s);
            span = s.isPostpaid() ? Postpaid.over(d, sheet, s) : sheet.next(s);
            Quote quote = sheet.quote(s, span);
            return new Planned(s, span, quote, aboveCeiling(s, quote.total()));
        } catch (Problem | ArithmeticException e) {
            return new Planned(s, span, null, e instanceof Problem ? e.getMessage() : "the amounts are too large to be added up");
        }
    }

    private String aboveCeiling(SubscriptionRow s, long total) {
        if (!bounded || sheet.policy().ceiling() == null) return null;
        long sum = perSubscriber.merge(s.getSubscriberId(), total, Math::addExact);
        long ceiling = sheet.policy().ceiling().minor();
        if (sum <= ceiling) return null;
        perSubscriber.merge(s.getSubscriberId(), -total, Long::sum);
        return "the run would bill this subscriber " + d.money(sum) + ", more than the ceiling of " + d.money(ceiling);
    }
}
