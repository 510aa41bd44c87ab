package io.mtandao.billing.internal.rules;

import io.mtandao.api.billing.BillingPolicy.DunningStep;
import java.util.ArrayList;
import java.util.List;

/** Dunning steps in one column: {@code -3:REMIND 5:LATE_FEE 10:SUSPEND}. */
public final class DunningText {
    private DunningText() {}

    public static String write(List<DunningStep> steps) {
        StringBuilder b = new StringBuilder(" ");
        for (DunningStep s : steps) b.append(s.day()).append(':').append(s.action()).append(' ');
        return b.toString();
    }

    public static List<DunningStep> read(String text) {
        List<DunningStep> steps = new ArrayList<>();
        for (String part : text.strip().split(" ")) {
            if (part.isBlank()) continue;
            int colon = part.indexOf(':');
            steps.add(new DunningStep(Integer.parseInt(part.substring(0, colon)), DunningStep.Action.valueOf(part.substring(colon + 1))));
        }
        return steps;
    }
}
