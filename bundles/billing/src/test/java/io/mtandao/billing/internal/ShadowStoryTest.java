package io.mtandao.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.Page;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Extras;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.Reduction;
import io.mtandao.api.billing.ShadowBilling.Assumption;
import io.mtandao.api.billing.ShadowBilling.Difference;
import io.mtandao.api.billing.ShadowBilling.Sum;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.billing.internal.kit.Agreed;
import io.mtandao.billing.internal.kit.Databases;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What would it have been: the bills of a time under other prices, another edition, another tax. */
class ShadowStoryTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";
    private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z"), TO = Instant.parse("2026-12-01T00:00:00Z");

    /** Three who pay 2000, one of them with half off, one with an own price, one with a router; and a bill that was taken back. */
    private static final class Month {
        final Isp isp;
        final InternetPackage home;
        final Subscription plain;

        Month(Kind kind) {
            isp = Isp.on(kind);
            home = isp.sells("Home 10M", 2000);
            plain = bought("Plain", 2000);
            Subscriber half = isp.joins("Half"), own = isp.joins("Own");
            Subscription halved = isp.takes(half, home), owned = isp.takes(own, home);
            isp.extras.discount(isp.owner, halved.id(), Reduction.percent(5000), null, "Loyalty");
            isp.extras.overridePrice(isp.owner, owned.id(), isp.money(1500), "old customer");
            isp.extras.add(isp.owner, owned.id(), new io.mtandao.api.billing.Extras.ItemDraft(null, "Router", 1, isp.money(1160), false, true, null));
            isp.pays(half, 1000);
            isp.pays(own, 2660);
            Subscription wrong = isp.takes(isp.joins("Wrong"), home);
            isp.bills.voidBill(isp.owner, isp.bills.billNext(isp.owner, wrong.id()).id(), "mistake");
        }

        Subscription bought(String name, long price) {
            Subscriber who = isp.joins(name);
            Subscription s = isp.takes(who, home);
            isp.pays(who, price);
            return s;
        }

        List<Money> differences(Assumption a) {
            return isp.shadow.compare(isp.owner, a, ListQuery.first(50)).items().stream().map(Difference::difference).toList();
        }

        Map<String, Long> rows() {
            Map<String, Long> rows = new TreeMap<>();
            for (Class<?> type : Databases.ENTITIES)
                rows.put(type.getSimpleName(), isp.desk.open(isp.system, d -> d.em().createQuery("select count(e) from " + type.getSimpleName() + " e",
                    Long.class).getSingleResult()));
            return rows;
        }
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void anotherPriceChangesWhatWasPaidAtThePriceAndItsDiscountsAndNothingElse(Kind kind) {
        Month m = new Month(kind);
        Isp isp = m.isp;
        Assumption dearer = new Assumption(FROM, TO, Map.of(m.home.id(), isp.money(2200)), null, null);
        List<Difference> all = isp.shadow.compare(isp.owner, dearer, ListQuery.first(50)).items();
        assertThat(all).extracting(Difference::subscriberName).as("in the order of their ids, none that was taken back").containsExactly("Plain", "Half",
            "Own");
        assertThat(all).extracting(Difference::difference).containsExactly(isp.money(200), isp.money(100), isp.money(0));
        assertThat(all.get(1).lines()).extracting(Bill.Line::amount).containsExactly(isp.money(2200), isp.money(-1100));
        assertThat(isp.shadow.sum(isp.owner, dearer)).isEqualTo(new Sum(3, 2, isp.money(5660), isp.money(5960), isp.money(300)));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aDiscountThatWasAnAmountStaysThatAmountAndNeverMoreThanTheCharge(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage home = isp.sells("Home 10M", 2000);
        Subscriber grace = isp.joins("Grace");
        Subscription s = isp.takes(grace, home);
        isp.extras.add(isp.owner, s.id(), new Extras.ItemDraft(null, "Levy-free cable", 1, isp.money(500), false, true, "none"));
        isp.extras.discount(isp.owner, s.id(), Reduction.of(isp.money(300)), null, "Sorry");
        isp.pays(grace, 2200);
        assertThat(isp.billsOf(grace).get(0).total()).isEqualTo(isp.money(2200));
        Function<Long, Difference> at = price -> isp.shadow.compare(isp.owner, new Assumption(FROM, TO, Map.of(home.id(), isp.money(price)), null, null),
            ListQuery.first(5)).items().get(0);
        assertThat(at.apply(4000L).wouldBe()).isEqualTo(isp.money(4200));
        assertThat(at.apply(4000L).lines()).filteredOn(l -> l.kind() == Bill.Line.Kind.DISCOUNT).as("shared by both taxes anew").extracting(Bill.Line::amount)
            .containsExactly(Money.of(-26_667, "KES"), Money.of(-3_333, "KES"));
        assertThat(at.apply(2000L).difference()).isEqualTo(isp.money(0));
        Subscriber small = isp.joins("Small");
        InternetPackage cheap = isp.sells("Cheap", 200);
        isp.extras.discount(isp.owner, isp.takes(small, cheap).id(), Reduction.of(isp.money(300)), null, "Sorry");
        isp.bills.billNext(isp.owner, isp.subscriptions.list(isp.owner, ListQuery.where("subscriberId", "" + small.id())).items().get(0).id());
        Function<Long, Difference> cheapAt = price -> isp.shadow.compare(isp.owner, new Assumption(FROM, TO, Map.of(cheap.id(), isp.money(price)), null, null),
            ListQuery.first(5)).items().get(1);
        assertThat(cheapAt.apply(100L).wouldBe()).as("nothing is less than nothing").isEqualTo(isp.money(0));
        assertThat(cheapAt.apply(1000L).wouldBe()).as("all of it counts where there is enough").isEqualTo(isp.money(700));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whenNothingChangesNothingDiffers(Kind kind) {
        Month m = new Month(kind);
        for (Assumption same : List.of(new Assumption(FROM, TO, null, null, null), new Assumption(FROM, TO, Map.of(m.home.id(), m.isp.money(2000)), null, null),
            new Assumption(FROM, TO, null, Map.of(m.home.id(), 1), null), new Assumption(FROM, TO, null, null, 1600)))
            assertThat(m.differences(same)).containsOnly(m.isp.money(0)).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void anotherEditionCountsWithItsTaxTermsAndAnotherTaxForEverythingTaxed(Kind kind) {
        Month m = new Month(kind);
        Isp isp = m.isp;
        isp.packages.update(isp.owner, m.home.id(), m.home.version(), new Packages.Draft("Home 10M", isp.money(2000), Isp.MONTH, 10_000, 5_000, null,
            Agreed.tax(false, null)));
        Assumption plusTax = new Assumption(FROM, TO, null, Map.of(m.home.id(), 2), null);
        assertThat(m.differences(plusTax)).containsExactly(isp.money(320), isp.money(160), isp.money(240));
        assertThat(m.differences(new Assumption(FROM, TO, null, null, 0))).as("the tax is within these prices").containsOnly(isp.money(0));
        Assumption both = new Assumption(FROM, TO, null, Map.of(m.home.id(), 2), 2000);
        assertThat(m.differences(both)).containsExactly(isp.money(400), isp.money(200), isp.money(300));
        assertThat(isp.shadow.compare(isp.owner, both, ListQuery.first(1)).items().get(0).lines().get(0).taxName()).isEqualTo("VAT 20 %");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void partsOfAPeriodKeepTheirShare(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        InternetPackage p = isp.sells("Calendar", 3000, Agreed.calendarMonth(true));
        Subscription s = isp.takes(grace, p);
        Bill part = isp.bills.billNext(isp.owner, s.id());
        assertThat(part.total()).isLessThan(isp.money(1000));
        Assumption twice = new Assumption(FROM, TO, Map.of(p.id(), isp.money(6000)), null, null);
        Difference d = isp.shadow.compare(isp.owner, twice, ListQuery.first(5)).items().get(0);
        assertThat(Math.abs(d.wouldBe().minor() - 2 * part.total().minor())).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void itIsPagedAndSummedAndNothingIsBooked(Kind kind) {
        Month m = new Month(kind);
        Isp isp = m.isp;
        isp.proof();
        Map<String, Long> before = m.rows();
        Assumption dearer = new Assumption(FROM, TO, Map.of(m.home.id(), isp.money(2200)), null, null);
        List<Difference> paged = new ArrayList<>();
        ListQuery query = ListQuery.first(2);
        Page<Difference> page = isp.shadow.compare(isp.owner, dearer, query);
        paged.addAll(page.items());
        assertThat(page.items()).hasSize(2);
        page = isp.shadow.compare(isp.owner, dearer, query.after(page.next()));
        paged.addAll(page.items());
        assertThat(page.next()).isNull();
        assertThat(paged).isEqualTo(isp.shadow.compare(isp.owner, dearer, ListQuery.first(50)).items());
        isp.events.taken();
        isp.shadow.sum(isp.owner, dearer);
        assertThat(m.rows()).isEqualTo(before);
        assertThat(isp.events.taken()).isEmpty();
        assertThat(isp.balance(isp.subscribers.get(isp.owner, m.plain.subscriberId()))).isEqualTo(isp.money(0));
        assertThat(isp.proof().whole()).isTrue();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void onlyBillsOfTheTimeCountAndAWrongAssumptionIsRefused(Kind kind) {
        Month m = new Month(kind);
        Isp isp = m.isp;
        Instant start = Instant.parse(Isp.START);
        assertThat(m.differences(new Assumption(FROM, start, null, null, null))).as("the end is exclusive").isEmpty();
        assertThat(m.differences(new Assumption(start, TO, null, null, null))).hasSize(3);
        assertThatThrownBy(() -> isp.shadow.sum(isp.owner, new Assumption(TO, FROM, Map.of(m.home.id(), Money.of(1, "USD")), Map.of(m.home.id(), 1), 10_001)))
            .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("to", "prices." + m.home.id(), "editions",
                "taxPercentHundredths"));
        assertThatThrownBy(() -> isp.shadow.sum(isp.owner, new Assumption(FROM, TO, null, Map.of(m.home.id(), 9), null))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> isp.shadow.sum(isp.owner, new Assumption(FROM, TO, Map.of(4711L, isp.money(1)), null, null))).isInstanceOf(NotFound.class);
    }
}
