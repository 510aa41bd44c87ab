package io.mtandao.billing.internal.rules;

import static io.mtandao.billing.internal.rules.ChargeRulePropertyTest.DAY;
import static io.mtandao.billing.internal.rules.ChargeRulePropertyTest.TAXES;
import static io.mtandao.billing.internal.rules.ChargeRulePropertyTest.quote;
import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.billing.Bill.Line.Kind;
import io.mtandao.billing.internal.rules.ChargeRule.Discount;
import io.mtandao.billing.internal.rules.ChargeRule.Item;
import io.mtandao.billing.internal.rules.ChargeRule.Price;
import io.mtandao.billing.internal.rules.ShadowRule.Assumed;
import io.mtandao.billing.internal.rules.ShadowRule.Terms;
import io.mtandao.billing.internal.rules.ShadowRule.Time;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A bill of the past, billed again. */
class ShadowRulePropertyTest {
    private static final int MONTH = 2_592_000;

    @Provide
    Arbitrary<Price> prices() {
        return ChargeRulePropertyTest.prices();
    }

    @Provide
    Arbitrary<List<Item>> items() {
        return ChargeRulePropertyTest.items();
    }

    @Provide
    Arbitrary<List<Discount>> discounts() {
        return ChargeRulePropertyTest.discounts();
    }

    private static Terms terms(Price p) {
        return new Terms(p.minor(), p.taxIncluded(), TAXES.of(p.taxCode(), DAY));
    }

    private static long total(List<QuoteLine> lines) {
        return lines.stream().mapToLong(QuoteLine::amount).sum();
    }

    private static Time after(int missing) {
        return new Time(MONTH - missing, MONTH);
    }

    @Property
    void whenNothingChangesNoLineDiffers(@ForAll("prices") Price price, @ForAll @IntRange(max = 2_500_000) int missing, @ForAll("items") List<Item> items,
            @ForAll("discounts") List<Discount> discounts) {
        List<QuoteLine> was = quote(price, missing, items, discounts).lines();
        assertThat(ShadowRule.bill(was, after(missing), new Assumed(terms(price), terms(price), false, null))).isEqualTo(was);
    }

    @Property
    void theRateThatHeldMakesNoDifference(@ForAll("prices") Price price, @ForAll @IntRange(max = 2_500_000) int missing,
        @ForAll("discounts") List<Discount> discounts,
            @ForAll @IntRange(min = 1, max = 300_000) int unit, @ForAll boolean included) {
        Price vat = new Price(price.minor(), price.taxIncluded(), "vat");
        List<Item> items = List.of(new Item(7, Kind.ITEM, "Router", 1, unit, included, "vat", ChargeRule.INCOME),
            new Item(8, Kind.DEPOSIT, "Deposit", 1, unit, true, null, ChargeRule.DEPOSITS));
        List<QuoteLine> was = quote(vat, missing, items, discounts).lines();
        assertThat(total(ShadowRule.bill(was, after(missing), new Assumed(terms(vat), terms(vat), false, 1600)))).isEqualTo(total(was));
    }

    @Property
    void atAnotherPriceAPeriodOrAShareOfItIsWhatItWouldHaveBeen(@ForAll("prices") Price price, @ForAll("prices") Price other,
        @ForAll @IntRange(max = 2_500_000) int missing,
            @ForAll("items") List<Item> items) {
        List<QuoteLine> was = quote(price, missing, items, List.of()).lines();
        assertThat(ShadowRule.bill(was, after(missing), new Assumed(terms(price), terms(other), false, null))).isEqualTo(quote(other, missing, items,
            List.of()).lines());
    }

    @Property
    void anOwnPriceStays(@ForAll("prices") Price price, @ForAll("prices") Price other, @ForAll @IntRange(min = 1, max = 900_000) int own) {
        if (own == price.minor()) return;
        List<QuoteLine> was = quote(new Price(own, price.taxIncluded(), price.taxCode()), 0, List.of(), List.of()).lines();
        Terms same = new Terms(other.minor(), price.taxIncluded(), TAXES.of(price.taxCode(), DAY));
        assertThat(total(ShadowRule.bill(was, after(0), new Assumed(terms(price), same, true, null)))).isEqualTo(total(was));
    }

    @Property
    void whatWasDiscountedStaysDiscountedByItsShareAndNothingFallsBelowZero(@ForAll("prices") Price price, @ForAll("prices") Price other,
            @ForAll("discounts") List<Discount> discounts) {
        List<QuoteLine> was = quote(price, 0, List.of(), discounts).lines();
        List<QuoteLine> would = ShadowRule.bill(was, after(0), new Assumed(terms(price), terms(other), false, null));
        assertThat(total(would)).isBetween(0L, would.get(0).amount());
        if (total(was) == was.get(0).amount()) assertThat(total(would)).isEqualTo(would.get(0).amount());
    }

    @Example
    void anotherTaxTakesMoreOfAPriceThatHoldsItAndComesOnTopOfOneThatDoesNot() {
        Price within = new Price(116_000, true, "vat"), on = new Price(100_000, false, "vat");
        List<QuoteLine> first = ShadowRule.bill(quote(within, 0, List.of(), List.of()).lines(), after(0), new Assumed(terms(within), terms(within), false,
            1800));
        assertThat(first).singleElement().extracting(QuoteLine::amount, QuoteLine::tax, QuoteLine::taxName).containsExactly(116_000L, 17_695L, "VAT 18 %");
        List<QuoteLine> second = ShadowRule.bill(quote(on, 0, List.of(), List.of()).lines(), after(0), new Assumed(terms(on), terms(on), false, 1800));
        assertThat(second).singleElement().extracting(QuoteLine::amount, QuoteLine::tax).containsExactly(118_000L, 18_000L);
    }
}
