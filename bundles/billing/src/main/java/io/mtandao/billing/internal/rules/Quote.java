package io.mtandao.billing.internal.rules;

import java.util.List;

/**
 * What a bill will say. Pure figures: nothing is written yet.
 *
 * @param discounts ids of the discounts that it uses
 */
public record Quote(List<QuoteLine> lines, List<Long> discounts) {
    public Quote {
        lines = List.copyOf(lines);
        discounts = List.copyOf(discounts);
    }

    public long total() {
        return lines.stream().mapToLong(QuoteLine::amount).sum();
    }

    public long tax() {
        return lines.stream().mapToLong(QuoteLine::tax).sum();
    }
}
