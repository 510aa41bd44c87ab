package io.mtandao.billing.internal.charge;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.NotFound;
import io.mtandao.api.billing.Extras.Discount;
import io.mtandao.api.billing.Reduction;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.CouponRow;
import io.mtandao.billing.internal.entity.DiscountRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;

/** What makes the bills of a subscription smaller, given by staff or by a coupon. Whoever changes holds the lock of the wallet that pays. */
@Component(service = Discounts.class)
public final class Discounts {

    List<Discount> of(Desk d, long subscriptionId) {
        List<DiscountRow> rows = d.ofIds(DiscountRow.class, "subscriptionId", List.of(subscriptionId));
        Map<Long, String> codes = d.all(CouponRow.class, rows.stream().map(DiscountRow::getCouponId).filter(Objects::nonNull).distinct().toList()).stream()
            .collect(Collectors.toMap(CouponRow::getId, CouponRow::getCode));
        return rows.stream().map(r -> view(r, codes.get(r.getCouponId()))).toList();
    }

    private static Discount view(DiscountRow r, String coupon) {
        return new Discount(r.getId(), r.getSubscriptionId(), r.getReduction(), r.getBillsLeft(), coupon, r.getReason(), r.getEndedAt(), r.getCreatedAt());
    }

    Discount give(Desk d, SubscriptionRow s, Reduction reduction, Integer bills, String reason) {
        new Invalid.Check().that(reduction != null, "reduction", "must be given").notBlank(reason, "reason", 200)
            .that(bills == null || bills >= 1 && bills <= JpaCoupons.MOST_BILLS, "bills", "from 1 to " + JpaCoupons.MOST_BILLS).orThrow();
        if (reduction.amount() != null) d.requireCurrency(reduction.amount(), "reduction.amount");
        return made(d, new DiscountRow(s.getId(), null, reduction, bills, reason.strip()), null);
    }

    /** The coupon's row is locked until the unit ends, so two who redeem the last one at once do so one after the other. */
    Discount redeem(Desk d, SubscriptionRow s, String code) {
        new Invalid.Check().notBlank(code, "code", 60).orThrow();
        CouponRow c = JpaCoupons.locked(d, code).orElseThrow(() -> new Conflict("there is no coupon " + code.strip()));
        checkRedeemable(d, s, c);
        c.redeem();
        return made(d, new DiscountRow(s.getId(), c.getId(), c.getReduction(), c.getBills(), "Coupon " + c.getCode()), c.getCode());
    }

    private static void checkRedeemable(Desk d, SubscriptionRow s, CouponRow c) {
        LocalDate today = d.today();
        if (c.isArchived()) throw new Conflict("the coupon " + c.getCode() + " is over");
        if (c.getFrom() != null && today.isBefore(c.getFrom())) throw new Conflict("the coupon " + c.getCode() + " counts from " + c.getFrom() + " on");
        if (c.getUntil() != null && today.isAfter(c.getUntil())) throw new Conflict("the coupon " + c.getCode() + " is over since " + c.getUntil());
        if (c.isUsedUp()) throw new Conflict("the coupon " + c.getCode() + " is used up");
        if (c.getPackageId() != null && c.getPackageId() != s.getPackageId()) throw new Conflict("the coupon " + c.getCode() + " is not for this package");
        boolean before = !d.em().createQuery("select x.id from DiscountRow x where x.subscriptionId = ?1 and x.couponId = ?2", Long.class)
            .setParameter(1, s.getId())
            .setParameter(2, c.getId()).getResultList().isEmpty();
        if (before) throw new Conflict("the coupon " + c.getCode() + " was redeemed for this subscription already");
    }

    private static Discount made(Desk d, DiscountRow r, String coupon) {
        d.em().persist(r);
        d.audit(coupon == null ? "subscription.discount" : "subscription.redeem-coupon", "subscription", r.getSubscriptionId(), null, told(r));
        return view(r, coupon);
    }

    /** Asked before the lock is held, so it reads the one column and no row that would be stale afterwards. */
    long subscriptionOf(Desk d, long discountId) {
        return d.em().createQuery("select x.subscriptionId from DiscountRow x where x.id = ?1", Long.class).setParameter(1, discountId).getResultList()
            .stream().findFirst()
            .orElseThrow(() -> new NotFound("discount"));
    }

    void end(Desk d, long discountId) {
        DiscountRow r = d.find(DiscountRow.class, discountId, "discount");
        if (r.getEndedAt() != null) return;
        var before = told(r);
        r.end(d.now());
        d.audit("subscription.end-discount", "subscription", r.getSubscriptionId(), before, null);
    }

    private static Map<String, Object> told(DiscountRow r) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("discountId", r.getId());
        m.put("reduction", r.getReduction().toString());
        m.put("bills", r.getBillsLeft());
        m.put("reason", r.getReason());
        return m;
    }
}
