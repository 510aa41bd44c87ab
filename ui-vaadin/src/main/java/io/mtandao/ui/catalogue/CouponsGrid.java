package io.mtandao.ui.catalogue;

import static io.mtandao.ui.kit.Texts.t;

import com.vaadin.flow.component.Component;
import io.mtandao.api.billing.Coupon;
import io.mtandao.api.billing.Coupons;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.ui.access.Who;
import io.mtandao.ui.kit.Badge;
import io.mtandao.ui.kit.Formats;
import io.mtandao.ui.kit.KeysetDataProvider;
import io.mtandao.ui.kit.ListGrid;
import io.mtandao.ui.kit.ReductionField;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Coupons: what each is worth, and whether it can still be redeemed. */
final class CouponsGrid extends ListGrid<Coupon> {
    private static final long serialVersionUID = 1;

    CouponsGrid(Coupons coupons, List<InternetPackage> packages, Who who, Component whenEmpty) {
        super("coupons-grid");
        Formats f = who.formats();
        LocalDate today = f.today();
        Map<Long, String> names = packages.stream().collect(Collectors.toMap(InternetPackage::id, InternetPackage::name));
        wide("code", t("coupons.code"), Coupon::code).setFlexGrow(2).setSortProperty("code").setSortable(true);
        wideMoney("worth", t("coupons.worth"), c -> ReductionField.text(c.reduction(), f));
        wide("bills", t("coupons.counts"), CouponsGrid::bills);
        wide("package", t("field.package"), c -> c.packageId() == null ? t("coupons.anyPackage") : names.getOrDefault(c.packageId(), "–"));
        wide("when", t("coupons.when"), c -> when(c, f));
        wideMoney("redeemed", t("coupons.redeemed"), CouponsGrid::redeemed);
        wideComponent("state", t("field.state"), c -> state(c, today));
        narrow(Coupon::code, c -> ReductionField.text(c.reduction(), f) + " · " + redeemed(c), c -> state(c, today));
        source(new KeysetDataProvider<>(q -> coupons.list(who.caller(), q), null, Coupon::id), whenEmpty);
    }

    private static String bills(Coupon c) {
        return c.bills() == null ? t("coupons.everyBill") : c.bills() == 1 ? t("coupons.oneBill") : t("coupons.nBills", c.bills());
    }

    private static String when(Coupon c, Formats f) {
        if (c.from() == null && c.until() == null) return t("packages.always");
        return (c.from() == null ? "" : f.day(c.from())) + " – " + (c.until() == null ? "" : f.day(c.until()));
    }

    private static String redeemed(Coupon c) {
        return c.most() == null ? Formats.count(c.redeemed()) : t("coupons.ofMost", Formats.count(c.redeemed()), Formats.count(c.most()));
    }

    private static Badge state(Coupon c, LocalDate today) {
        if (c.archived()) return new Badge(t("packages.archived"), Badge.Tone.PLAIN);
        if (c.until() != null && c.until().isBefore(today)) return new Badge(t("taxes.over"), Badge.Tone.PLAIN);
        if (c.most() != null && c.redeemed() >= c.most()) return new Badge(t("coupons.usedUp"), Badge.Tone.PLAIN);
        return c.from() != null && c.from().isAfter(today) ? new Badge(t("taxes.toCome"), Badge.Tone.INFO) : new Badge(t("coupons.valid"), Badge.Tone.GOOD);
    }
}
