package io.mtandao.api.billing;

/** How long one payment lasts: 1 month, 30 days, 12 hours. Months and years follow the calendar in the tenant's zone (31 January + 1 month = end of February). */
public record Period(int count, Unit unit) {
    public enum Unit {
        MINUTE,
        HOUR,
        DAY,
        WEEK,
        MONTH,
        YEAR
    }

    public Period {
        if (count < 1 || count > 1000) throw io.mtandao.api.Invalid.field("period.count", "from 1 to 1000");
        if (unit == null) throw io.mtandao.api.Invalid.field("period.unit", "must be given");
    }

    @Override
    public String toString() {
        return count + " " + unit.name().toLowerCase(java.util.Locale.ROOT) + (count == 1 ? "" : "s");
    }
}
