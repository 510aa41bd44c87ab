package io.mtandao.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.Stale;
import io.mtandao.api.billing.AddOn;
import io.mtandao.api.billing.AddOns;
import io.mtandao.api.billing.Coupon;
import io.mtandao.api.billing.Coupons;
import io.mtandao.api.billing.Extras.ItemDraft;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Reduction;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.TaxRate;
import io.mtandao.api.billing.Taxes;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in the price list beside packages: tax rates, coupons, add-ons. */
class PriceListTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";
    private static final LocalDate NEW_YEAR = LocalDate.parse("2027-01-01");

    private static Taxes.Draft rate(String code, int percent, String from, String until) {
        return new Taxes.Draft(code, "VAT", percent, LocalDate.parse(from), until == null ? null : LocalDate.parse(until));
    }

    private static Coupons.Draft coupon(String code, Integer most) {
        return new Coupons.Draft(code, Reduction.percent(5000), null, null, most, 3, null);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void ratesOfACodeShareNoDay(Kind kind) {
        Isp isp = Isp.on(kind);
        TaxRate old = isp.taxes.create(isp.owner, rate("VAT", 1600, "2026-01-01", "2026-12-31"));
        assertThat(old.code()).isEqualTo("vat");
        TaxRate next = isp.taxes.create(isp.owner, rate("vat", 1800, "2027-01-01", null));
        assertThatThrownBy(() -> isp.taxes.create(isp.owner, rate("Vat", 1, "2026-12-31", "2026-12-31"))).isInstanceOf(Conflict.class)
            .hasMessageContaining("2026-01-01");
        assertThatThrownBy(() -> isp.taxes.create(isp.owner, rate("vat", 1, "2030-01-01", null))).isInstanceOf(Conflict.class)
            .hasMessageContaining("2027-01-01 on");
        isp.taxes.create(isp.owner, rate("excise", 1, "2026-12-31", null));
        assertThatThrownBy(() -> isp.taxes.update(isp.owner, next.id(), next.version(), rate("vat", 1800, "2026-12-31", null))).isInstanceOf(Conflict.class);
        assertThat(isp.taxes.list(isp.owner, ListQuery.where("code", "VAT")).items()).containsExactlyInAnyOrder(old, next);
        assertThat(isp.taxes.list(isp.owner, new ListQuery("exc", null, null, 10, null)).items()).hasSize(1);
        assertThat(isp.taxes.get(isp.owner, old.id())).isEqualTo(old);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aRateThatHasBegunIsFixedButForItsLastDay(Kind kind) {
        Isp isp = Isp.on(kind);
        TaxRate old = isp.taxes.create(isp.owner, rate("vat", 1600, "2026-11-22", null));
        assertThatThrownBy(() -> isp.taxes.update(isp.owner, old.id(), old.version(), rate("vat", 1700, "2026-11-22", null))).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> isp.taxes.update(isp.owner, old.id(), old.version(), rate("other", 1600, "2026-11-22", null))).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> isp.taxes.delete(isp.owner, old.id())).isInstanceOf(Conflict.class).hasMessageContaining("last day");
        TaxRate ended = isp.taxes.update(isp.owner, old.id(), old.version(), rate("vat", 1600, "2026-11-22", "2026-12-31"));
        assertThat(ended.until()).isEqualTo("2026-12-31");
        assertThatThrownBy(() -> isp.taxes.update(isp.owner, old.id(), old.version(), rate("vat", 1600, "2026-11-22", null))).isInstanceOf(Stale.class);
        isp.itIs("2026-12-10T09:00:00Z");
        assertThatThrownBy(() -> isp.taxes.update(isp.owner, old.id(), ended.version(), rate("vat", 1600, "2026-11-22", "2026-12-09")))
            .isInstanceOf(Invalid.class);
        TaxRate planned = isp.taxes.create(isp.owner, rate("vat", 1800, "2027-01-01", null));
        TaxRate changed = isp.taxes.update(isp.owner, planned.id(), planned.version(), rate("vat", 1850, "2027-01-01", null));
        assertThat(changed.percentHundredths()).isEqualTo(1850);
        isp.taxes.delete(isp.owner, planned.id());
        assertThatThrownBy(() -> isp.taxes.get(isp.owner, planned.id())).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void everyWrongFieldIsTold(Kind kind) {
        Isp isp = Isp.on(kind);
        assertThatThrownBy(() -> isp.taxes.create(isp.owner, new Taxes.Draft("tax:vat", " ", 10_001, null, null)))
            .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("code", "name", "percentHundredths", "from"));
        assertThatThrownBy(() -> isp.taxes.create(isp.owner, rate("vat", 1, "2027-01-02", "2027-01-01"))).isInstanceOf(Invalid.class)
            .hasMessageContaining("until");
        assertThatThrownBy(() -> isp.coupons.create(isp.owner, new Coupons.Draft("a-b", null, NEW_YEAR, NEW_YEAR.minusDays(1), 0, 121, null)))
            .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("code", "reduction", "until", "most", "bills"));
        assertThatThrownBy(() -> isp.coupons.create(isp.owner, new Coupons.Draft(null, Reduction.of(Money.of(1, "USD")), null, null, null, null, null)))
            .isInstanceOf(Invalid.class).hasMessageContaining("KES");
        assertThatThrownBy(() -> isp.coupons.create(isp.owner, new Coupons.Draft(null, Reduction.percent(1), null, null, null, null, 4711L)))
            .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> isp.addOns.create(isp.owner, new AddOns.Draft("", isp.money(-1), true, true, "t".repeat(31), 5)))
            .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("name", "price", "recurring", "taxCode"));
        assertThatThrownBy(() -> isp.addOns.create(isp.owner, new AddOns.Draft("x", Money.of(1, "USD"), false, true, null, 0))).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aCodeIsTheSameInEverySpellingAndOneIsMadeWhenNoneIsGiven(Kind kind) {
        Isp isp = Isp.on(kind);
        Coupon spring = isp.coupons.create(isp.owner, coupon("Spring-27", null));
        assertThatThrownBy(() -> isp.coupons.create(isp.owner, coupon("SPRING 27", null))).isInstanceOf(Conflict.class).hasMessageContaining("already");
        Coupon made = isp.coupons.create(isp.owner, coupon(null, null)), other = isp.coupons.create(isp.owner, coupon(" ", null));
        assertThat(made.code()).matches("[ABCDEFGHJKMNPQRSTUVWXYZ]{8}").isNotEqualTo(other.code());
        assertThat(isp.coupons.list(isp.owner, new ListQuery("spring 2", null, null, 10, null)).items()).containsExactly(spring);
        Coupon changed = isp.coupons.update(isp.owner, spring.id(), spring.version(), coupon(null, 10));
        assertThat(changed).extracting(Coupon::code, Coupon::most).containsExactly("Spring-27", 10);
        assertThatThrownBy(() -> isp.coupons.update(isp.owner, spring.id(), spring.version(), coupon(null, 11))).isInstanceOf(Stale.class);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aRedeemedCouponKeepsItsCodeAndReductionAndIsArchivedInsteadOfDeleted(Kind kind) {
        Isp isp = Isp.on(kind);
        Coupon spring = isp.coupons.create(isp.owner, coupon("SPRING", null)), never = isp.coupons.create(isp.owner, coupon("NEVER", null));
        Subscription home = isp.takes(isp.joins("Grace"), isp.sells("Home 10M", 2000));
        isp.extras.redeem(isp.owner, home.id(), "spring");
        Coupon used = isp.coupons.get(isp.owner, spring.id());
        assertThat(used.redeemed()).isEqualTo(1);
        assertThatThrownBy(() -> isp.coupons.update(isp.owner, spring.id(), used.version(), coupon("SUMMER", null))).isInstanceOf(Conflict.class);
        Coupons.Draft dearer = new Coupons.Draft("SPRING", Reduction.percent(1), null, null, null, 3, null);
        assertThatThrownBy(() -> isp.coupons.update(isp.owner, spring.id(), used.version(), dearer)).isInstanceOf(Conflict.class);
        isp.coupons.delete(isp.owner, spring.id());
        isp.coupons.delete(isp.owner, never.id());
        assertThat(isp.coupons.get(isp.owner, spring.id()).archived()).isTrue();
        assertThatThrownBy(() -> isp.coupons.get(isp.owner, never.id())).isInstanceOf(NotFound.class);
        assertThat(isp.coupons.list(isp.owner, ListQuery.where("archived", "false")).items()).isEmpty();
        Subscription shop = isp.takes(isp.joins("Shop"), isp.sells("Biz 30M", 6500));
        assertThatThrownBy(() -> isp.extras.redeem(isp.owner, shop.id(), "SPRING")).isInstanceOf(Conflict.class).hasMessageContaining("over");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void anAddOnThatWasSoldIsArchivedAndFreesItsName(Kind kind) {
        Isp isp = Isp.on(kind);
        AddOn address = isp.addOns.create(isp.owner, new AddOns.Draft("Public address", isp.money(500), true, true, null, 0));
        AddOn never = isp.addOns.create(isp.owner, new AddOns.Draft("Router", isp.money(3000), false, true, null, 0));
        assertThatThrownBy(() -> isp.addOns.create(isp.owner, new AddOns.Draft("public ADDRESS", isp.money(1), true, true, null, 0)))
            .isInstanceOf(Conflict.class);
        Subscription home = isp.takes(isp.joins("Grace"), isp.sells("Home 10M", 2000));
        isp.extras.add(isp.owner, home.id(), new ItemDraft(address.id(), null, 1, null, null, null, null));
        AddOn dearer = isp.addOns.update(isp.owner, address.id(), address.version(), new AddOns.Draft("Public address", isp.money(600), true, true, null, 0));
        assertThat(isp.extras.of(isp.owner, home.id()).items()).singleElement().extracting(i -> i.unitPrice()).as("what was sold keeps its price")
            .isEqualTo(isp.money(500));
        assertThatThrownBy(() -> isp.addOns.update(isp.owner, address.id(), address.version(), new AddOns.Draft("x", isp.money(1), true, true, null, 0)))
            .isInstanceOf(Stale.class);
        isp.addOns.delete(isp.owner, address.id());
        isp.addOns.delete(isp.owner, never.id());
        assertThat(isp.addOns.get(isp.owner, address.id())).extracting(AddOn::archived, AddOn::price).containsExactly(true, dearer.price());
        assertThatThrownBy(() -> isp.addOns.get(isp.owner, never.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> isp.extras.add(isp.owner, home.id(), new ItemDraft(address.id(), null, 1, null, null, null, null)))
            .isInstanceOf(Conflict.class)
            .hasMessageContaining("archived");
        isp.addOns.create(isp.owner, new AddOns.Draft("Public address", isp.money(700), true, true, null, 0));
        assertThat(isp.addOns.list(isp.owner, ListQuery.where("recurring", "true")).items()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aPackageThatACouponNamesIsArchivedInsteadOfDeleted(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage p = isp.sells("Home 10M", 2000);
        isp.coupons.create(isp.owner, new Coupons.Draft("HOME", Reduction.percent(1000), null, null, null, null, p.id()));
        isp.packages.delete(isp.owner, p.id());
        assertThat(isp.packages.get(isp.owner, p.id()).archived()).isTrue();
    }
}
