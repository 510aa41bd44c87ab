package io.mtandao.billing.internal.rules;

import io.mtandao.api.billing.BillingPolicy.DunningStep;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** When dunning looks at a bill: so many days from the due date, at the due date's time of day in the ISP's zone. */
public final class DunningRule {
    private DunningRule() {}

    /** The first step after the last that was taken. @param taken day of that one */
    public static Optional<DunningStep> next(List<DunningStep> steps, int taken) {
        return steps.stream().filter(s -> s.day() > taken).min(Comparator.comparingInt(DunningStep::day));
    }

    public static Instant at(DunningStep step, Instant due, ZoneId zone) {
        return due.atZone(zone).plusDays(step.day()).toInstant();
    }
}
