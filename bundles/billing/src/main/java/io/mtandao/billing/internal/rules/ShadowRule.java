package io.mtandao.billing.internal.rules;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Bill.Line.Kind;
import io.mtandao.api.billing.Reduction;
import io.mtandao.billing.internal.rules.TaxTable.Tax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a bill that was written would have said under another price, other terms or another tax. The package keeps its share of the period, an own price
 * stays, items stay but for their tax; discounts that were a percentage and credits keep the share that they were of what stood above them; a discount that
 * was an amount stays that amount, as far as the bill's charges go. A line that the assumption does not touch is left as it is, to the minor unit.
 */
public final class ShadowRule {
    private ShadowRule() {}

    /** @param tax as it was on the day of the bill */
    public record Terms(long price, boolean taxIncluded, Tax tax) {}

    /** How much of a whole period the bill is for. */
    public record Time(long seconds, long wholeSeconds) {}

    /**
     * @param was of the edition that the bill was written under @param wouldBe the same when its package is not touched
     * @param taxPercent another rate for everything taxed, or null
     */
    public record Assumed(Terms was, Terms wouldBe, boolean ownPrice, Integer taxPercent) {}

    /** Sums of a group of lines, as they were and as they would be. */
    private static final class Sums {
        long amountWas, taxWas, amount, tax;

        void add(QuoteLine was, QuoteLine now) {
            addWas(was);
            addNow(now);
        }

        void addWas(QuoteLine was) {
            amountWas += was.amount();
            taxWas += was.tax();
        }

        void addNow(QuoteLine now) {
            amount += now.amount();
            tax += now.tax();
        }

        boolean isChanged() {
            return amount != amountWas || tax != taxWas;
        }
    }

    private record Group(String account, String taxAccount) {
        static Group of(QuoteLine l) {
            return new Group(l.account(), l.taxAccount());
        }
    }

    public static List<QuoteLine> bill(List<QuoteLine> lines, Time time, Assumed a) {
        return bill(lines, time, a, Map.of());
    }

    /** @param amounts of those discounts that are an amount and no percentage, by their id */
    public static List<QuoteLine> bill(List<QuoteLine> lines, Time time, Assumed a, Map<Long, Money> amounts) {
        Map<Group, Sums> discounted = new HashMap<>();
        Sums all = new Sums();
        List<QuoteLine> would = new ArrayList<>();
        Set<Long> fixed = new HashSet<>();
        for (QuoteLine l : lines) {
            if (l.kind() == Kind.DISCOUNT && l.origin() != null && amounts.containsKey(l.origin()) && discounted.values().stream().anyMatch(Sums::isChanged)) {
                // one discount is a line per tax; all of them are written anew where its first stood
                if (fixed.add(l.origin())) fixed(l, lines, would, amounts.get(l.origin()), discounted, all);
                continue;
            }
            QuoteLine now = switch (l.kind()) {
                case PACKAGE, PRORATION -> priced(l, time, a);
                case DISCOUNT -> inProportion(l, discounted.getOrDefault(Group.of(l), new Sums()));
                case CREDIT -> inProportion(l, all);
                default -> taxed(l, a.taxPercent());
            };
            would.add(now);
            all.add(l, now);
            if (l.kind() == Kind.PACKAGE || l.kind() == Kind.ITEM || l.kind() == Kind.DISCOUNT)
                discounted.computeIfAbsent(Group.of(l), g -> new Sums()).add(l, now);
        }
        return would;
    }

    private static void fixed(QuoteLine first, List<QuoteLine> lines, List<QuoteLine> would, Money amount, Map<Group, Sums> discounted, Sums all) {
        lines.stream().filter(l -> l.kind() == Kind.DISCOUNT && first.origin().equals(l.origin())).forEach(l -> {
            all.addWas(l);
            discounted.computeIfAbsent(Group.of(l), g -> new Sums()).addWas(l);
        });
        int before = would.size();
        ChargeRule.reduce(would, new ChargeRule.Discount(first.origin(), Reduction.of(amount), first.text()));
        would.subList(before, would.size()).forEach(l -> {
            all.addNow(l);
            discounted.computeIfAbsent(Group.of(l), g -> new Sums()).addNow(l);
        });
    }

    private static QuoteLine priced(QuoteLine l, Time time, Assumed a) {
        // the rest of a period states its share as its price, so only a whole one tells whether its price was the package's
        boolean catalogued = l.kind() == Kind.PACKAGE && l.unit() == a.was().price();
        boolean own = l.kind() == Kind.PACKAGE ? !catalogued : a.ownPrice();
        boolean included = catalogued ? a.was().taxIncluded() : isIncluded(l, a.was().taxIncluded());
        long stated = included ? l.amount() : l.net();
        boolean samePrice = own || a.was().price() == a.wouldBe().price();
        long price = own ? l.unit() : a.wouldBe().price();
        long now = samePrice ? stated : share(l, stated, time, a);
        boolean sameTerms = a.was().taxIncluded() == a.wouldBe().taxIncluded() && a.was().tax().equals(a.wouldBe().tax());
        if (sameTerms && a.taxPercent() == null) return samePrice ? l : line(l, price, now, included, known(l, included, stated, a.was().tax()), stated);
        boolean nowIncluded = sameTerms ? included : a.wouldBe().taxIncluded();
        Tax tax = sameTerms ? known(l, included, stated, a.was().tax()) : a.wouldBe().tax();
        if (a.taxPercent() != null && (sameTerms ? l.taxAccount() != null : tax.percentHundredths() > 0)) tax = other(l, a.taxPercent());
        return line(l, price, now, nowIncluded, tax, stated);
    }

    /** At the other price: by time when that is how the old amount came about, else by what the old amount was of the old price. */
    private static long share(QuoteLine l, long stated, Time time, Assumed a) {
        long was = a.was().price(), would = a.wouldBe().price();
        if (l.kind() == Kind.PACKAGE && (was == 0 || byTime(was, time) == stated)) return byTime(would, time);
        return was == 0 ? stated : Proration.ratio(stated, would, was);
    }

    /** As {@link Proration#share} has it: the whole less what lies before. */
    private static long byTime(long price, Time time) {
        return price - Proration.ratio(price, time.wholeSeconds() - time.seconds(), time.wholeSeconds());
    }

    private static QuoteLine taxed(QuoteLine l, Integer percent) {
        if (percent == null || l.taxAccount() == null) return l;
        boolean included = isIncluded(l, true);
        long stated = included ? l.amount() : l.net();
        return line(l, l.unit(), stated, included, other(l, percent), stated);
    }

    /** @param tax null when the rate that the line was written with is not known any more: then its tax grows with its amount */
    private static QuoteLine line(QuoteLine l, long unit, long stated, boolean included, Tax tax, long statedWas) {
        long stood = l.kind() == Kind.PRORATION ? stated : unit;
        if (tax != null) return ChargeRule.line(l.kind(), l.text(), l.quantity(), stood, stated, included, tax, l.account(), l.origin());
        long grown = statedWas == 0 ? 0 : Proration.ratio(l.tax(), stated, statedWas);
        return new QuoteLine(l.kind(), l.text(), l.quantity(), stood, included ? stated : stated + grown, grown, l.taxName(), l.account(), l.taxAccount(),
            l.origin());
    }

    /** The rate, when the line's tax came about by it. */
    private static Tax known(QuoteLine l, boolean included, long stated, Tax tax) {
        return (included ? tax.within(stated) : tax.on(stated)) == l.tax() ? tax : null;
    }

    private static Tax other(QuoteLine l, int percent) {
        String code = l.taxAccount() == null ? TaxTable.DEFAULT : l.taxAccount().substring(TaxTable.ACCOUNT.length());
        String name = l.taxName() == null ? null : l.taxName().replaceFirst(" [0-9.]+ %$", "");
        return TaxTable.tax(code, name, percent);
    }

    private static QuoteLine inProportion(QuoteLine l, Sums above) {
        if (!above.isChanged()) return l;
        long amount = above.amountWas == 0 ? l.amount() : Proration.ratio(l.amount(), above.amount, above.amountWas);
        long tax = above.amount == 0 ? 0 : Proration.ratio(above.tax, amount, above.amount);
        return new QuoteLine(l.kind(), l.text(), l.quantity(), amount, amount, tax, l.taxName(), l.account(), l.taxAccount(), l.origin());
    }

    /** Whether the line's tax is within its price; the catalogue's word when the line itself does not tell. */
    private static boolean isIncluded(QuoteLine l, boolean otherwise) {
        long whole = Math.multiplyExact(l.unit(), l.quantity());
        if (l.tax() == 0 || whole != l.amount() && whole != l.net()) return otherwise;
        return whole == l.amount();
    }
}
