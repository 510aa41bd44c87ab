package io.mtandao.rest.internal.v1;

import io.mtandao.api.billing.Period;
import io.mtandao.rest.internal.edge.Field;

/** A length of time: 1 month, 30 days, 12 hours. */
public record PeriodView(@Field(needed = true, eg = "1", help = "from 1 to 1000") Integer count, @Field(needed = true, eg = "month") Period.Unit unit) {
    static PeriodView of(Period p) {
        return p == null ? null : new PeriodView(p.count(), p.unit());
    }

    /** @param field by which an error names it */
    static Period period(PeriodView p, String field) {
        return p == null ? null : Blame.on(field, "period", () -> new Period(p.count, p.unit));
    }
}
