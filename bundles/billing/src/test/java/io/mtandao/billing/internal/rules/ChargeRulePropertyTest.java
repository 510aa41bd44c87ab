package io.mtandao.billing.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Bill.Line.Kind;
import io.mtandao.api.billing.Reduction;
import io.mtandao.billing.internal.rules.ChargeRule.Discount;
import io.mtandao.billing.internal.rules.ChargeRule.Item;
import io.mtandao.billing.internal.rules.ChargeRule.Price;
import io.mtandao.billing.internal.rules.RenewalRule.Span;
import io.mtandao.billing.internal.rules.TaxTable.Rate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds for every bill. */
class ChargeRulePropertyTest {
    static final LocalDate DAY = LocalDate.parse("2026-11-22");
    static final Instant FROM = Instant.parse("2026-11-22T07:15:00Z");
    static final TaxTable TAXES = new TaxTable(List.of(new Rate("vat", "VAT", 1600, DAY, null), new Rate("excise", "Excise", 1250, DAY, null)), "Tax", 800);

    @Provide
    static Arbitrary<Price> prices() {
        return Combinators.combine(Arbitraries.longs().between(0, 5_000_000), Arbitraries.of(true, false), codes()).as(Price::new);
    }

    static Arbitrary<String> codes() {
        return Arbitraries.of("VAT", "excise", "untaxed").injectNull(0.3);
    }

    @Provide
    static Arbitrary<List<Item>> items() {
        Arbitrary<Item> item = Combinators.combine(Arbitraries.longs().between(1, 1_000_000), Arbitraries.of(Kind.ITEM, Kind.INSTALLATION, Kind.DEPOSIT),
            Arbitraries.integers().between(1, 20), Arbitraries.longs().between(0, 300_000), Arbitraries.of(true, false), codes())
            .as((id, kind, quantity, unit, included, code) -> new Item(id, kind, "Thing", quantity, unit, included, code,
                kind == Kind.DEPOSIT ? ChargeRule.DEPOSITS : ChargeRule.INCOME));
        return item.list().ofMaxSize(4);
    }

    @Provide
    static Arbitrary<List<Discount>> discounts() {
        Arbitrary<Reduction> percent = Arbitraries.integers().between(1, 10_000).map(Reduction::percent);
        Arbitrary<Reduction> amount = Arbitraries.longs().between(1, 3_000_000).map(m -> Reduction.of(Money.of(m, "KES")));
        return Combinators.combine(Arbitraries.longs().between(1, 1_000_000), Arbitraries.oneOf(percent, amount)).as((id, r) -> new Discount(id, r,
            "Loyalty")).list().ofMaxSize(3);
    }

    /** @param missing seconds of the month that are over already */
    static Quote quote(Price price, int missing, List<Item> items, List<Discount> discounts) {
        Instant to = FROM.plusSeconds(2_592_000 - missing);
        Span span = new Span(FROM, to, null, FROM.minusSeconds(missing));
        return ChargeRule.quote(price, span, to, "Home", items, discounts, TAXES, DAY);
    }

    @Property
    void theTotalIsTheSumOfTheLinesAndTheTaxThatOfTheirTaxes(@ForAll("prices") Price price, @ForAll @IntRange(max = 2_500_000) int missing,
        @ForAll("items") List<Item> items,
            @ForAll("discounts") List<Discount> discounts) {
        Quote q = quote(price, missing, items, discounts);
        assertThat(q.total()).isEqualTo(q.lines().stream().mapToLong(l -> l.net() + l.tax()).sum());
        assertThat(q.tax()).isEqualTo(q.lines().stream().mapToLong(QuoteLine::tax).sum()).isNotNegative();
        assertThat(q.total() - q.tax()).isNotNegative();
    }

    @Property
    void aDiscountTakesNoMoreThanWhatMayBeDiscountedAndNothingOfFeesAndDeposits(@ForAll("prices") Price price, @ForAll @IntRange(max = 2_500_000) int missing,
            @ForAll("items") List<Item> items, @ForAll("discounts") List<Discount> discounts) {
        Quote with = quote(price, missing, items, discounts), without = quote(price, missing, items, List.of());
        long base = without.lines().stream().filter(l -> l.kind() == Kind.PACKAGE || l.kind() == Kind.ITEM).mapToLong(QuoteLine::amount).sum();
        long off = -with.lines().stream().filter(l -> l.kind() == Kind.DISCOUNT).mapToLong(QuoteLine::amount).sum();
        assertThat(off).isBetween(0L, base);
        assertThat(with.total()).isEqualTo(without.total() - off);
        assertThat(with.lines().subList(0, without.lines().size())).isEqualTo(without.lines());
    }

    @Property
    void theTaxWithinAPriceAndTheNetAreThePriceAndTheTaxOnTheNetIsTheSame(@ForAll @LongRange(max = 10_000_000_000L) long price,
        @ForAll @IntRange(max = 10_000) int percent) {
        QuoteLine within = ChargeRule.line(Kind.ITEM, "Thing", 1, price, price, true, TaxTable.tax("vat", "VAT", percent), ChargeRule.INCOME, null);
        assertThat(within.amount()).isEqualTo(price);
        assertThat(within.net() + within.tax()).isEqualTo(price);
        QuoteLine on = ChargeRule.line(Kind.ITEM, "Thing", 1, within.net(), within.net(), false, TaxTable.tax("vat", "VAT", percent), ChargeRule.INCOME, null);
        assertThat(Math.abs(on.amount() - price)).as("rounded twice, a minor unit apart at most").isLessThanOrEqualTo(1);
    }

    @Property
    void theSharesOfAPeriodThatIsCutInTwoAddUpToIt(@ForAll("prices") Price price, @ForAll @IntRange(min = 1, max = 2_591_999) int cut) {
        Instant to = FROM.plusSeconds(2_592_000), middle = FROM.plusSeconds(cut);
        Price stated = new Price(price.minor(), true, price.taxCode());
        long first = ChargeRule.quote(stated, new Span(FROM, to, null, FROM), middle, "Home", List.of(), List.of(), TAXES, DAY).total();
        long second = ChargeRule.quote(stated, new Span(middle, to, null, FROM), to, "Home", List.of(), List.of(), TAXES, DAY).total();
        assertThat(first + second).isEqualTo(price.minor());
    }
}
