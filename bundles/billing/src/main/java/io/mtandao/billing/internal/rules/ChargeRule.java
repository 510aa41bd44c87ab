package io.mtandao.billing.internal.rules;

import io.mtandao.api.billing.Bill.Line.Kind;
import io.mtandao.api.billing.Reduction;
import io.mtandao.billing.internal.rules.RenewalRule.Span;
import io.mtandao.billing.internal.rules.TaxTable.Tax;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a period costs, line by line: the package (its share, when the period is only a part), items, then the discounts on both. Tax is reckoned per
 * line and rounded half up; a discount takes its share of the tax back. Installation fees and deposits are never discounted, and nothing is made
 * smaller than zero.
 */
public final class ChargeRule {
    public static final String INCOME = "income";
    public static final String DEPOSITS = "deposits";

    private ChargeRule() {}

    /** What the package asks for a whole period. */
    public record Price(long minor, boolean taxIncluded, String taxCode) {}

    public record Item(long id, Kind kind, String text, int quantity, long unit, boolean taxIncluded, String taxCode, String account) {}

    public record Discount(long id, Reduction reduction, String why) {}

    /**
     * @param span of which the price pays the share that it is of a whole period
     * @param until where it is to end: the span's own end, or before it
     * @param text for the package's line
     */
    public static Quote quote(Price price, Span span, Instant until, String text, List<Item> items, List<Discount> discounts, TaxTable taxes, LocalDate day) {
        List<QuoteLine> lines = new ArrayList<>();
        long share = Proration.share(price.minor(), span.wholeFrom(), span.to(), span.from(), until);
        lines.add(line(Kind.PACKAGE, text, 1, price.minor(), share, price.taxIncluded(), taxes.of(price.taxCode(), day), INCOME, null));
        for (Item i : items)
            lines.add(line(i.kind(), i.text(), i.quantity(), i.unit(), Math.multiplyExact(i.unit(), i.quantity()), i.taxIncluded(),
                i.kind() == Kind.DEPOSIT ? new Tax(TaxTable.DEFAULT, null, 0) : taxes.of(i.taxCode(), day), i.account(), i.id()));
        List<Long> used = new ArrayList<>();
        for (Discount d : discounts) if (reduce(lines, d)) used.add(d.id());
        return new Quote(lines, used);
    }

    /** A line for an amount as the catalogue says it. */
    public static QuoteLine line(Kind kind, String text, int quantity, long unit, long stated, boolean taxIncluded, Tax tax, String account, Long origin) {
        long taxed = taxIncluded ? tax.within(stated) : tax.on(stated);
        return new QuoteLine(kind, text, quantity, unit, taxIncluded ? stated : Math.addExact(stated, taxed), taxed, tax.name(), account, tax.account(), origin);
    }

    private record Group(String account, String taxAccount) {}

    /** One discount line per tax, so that each takes its own tax back. */
    static boolean reduce(List<QuoteLine> lines, Discount d) {
        Map<Group, long[]> groups = new LinkedHashMap<>();
        Map<Group, String> names = new LinkedHashMap<>();
        for (QuoteLine l : lines) {
            if (l.kind() != Kind.PACKAGE && l.kind() != Kind.ITEM && l.kind() != Kind.DISCOUNT) continue;
            Group g = new Group(l.account(), l.taxAccount());
            long[] sums = groups.computeIfAbsent(g, x -> new long[2]);
            sums[0] += l.amount();
            sums[1] += l.tax();
            names.putIfAbsent(g, l.taxName());
        }
        long base = groups.values().stream().mapToLong(s -> s[0]).sum();
        if (base <= 0) return false;
        Integer percent = d.reduction().percentHundredths();
        long off = percent != null ? Proration.ratio(base, percent, 10_000) : Math.min(base, d.reduction().amount().minor());
        long before = 0;
        for (Map.Entry<Group, long[]> e : groups.entrySet()) {
            long amount = e.getValue()[0], tax = e.getValue()[1];
            if (amount <= 0) continue;
            long part = Proration.ratio(off, before + amount, base) - Proration.ratio(off, before, base);
            before += amount;
            if (part == 0) continue;
            lines.add(new QuoteLine(Kind.DISCOUNT, text(d), 1, -part, -part, -Proration.ratio(tax, part, amount), names.get(e.getKey()), e.getKey().account(),
                e.getKey().taxAccount(), d.id()));
        }
        return off > 0;
    }

    private static String text(Discount d) {
        Integer percent = d.reduction().percentHundredths();
        return percent == null ? d.why() : d.why() + " (" + BigDecimal.valueOf(percent, 2).stripTrailingZeros().toPlainString() + " %)";
    }
}
