package io.mtandao.ui.fake;

import static io.mtandao.ui.fake.FakeTenant.kes;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.NotFound;
import io.mtandao.api.Page;
import io.mtandao.api.billing.Coupon;
import io.mtandao.api.billing.Coupons;
import io.mtandao.api.billing.Reduction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Coupons in memory. */
public final class FakeCoupons implements Coupons {
    public final List<Coupon> all = new ArrayList<>();

    public FakeCoupons fill() {
        LocalDate today = LocalDate.now();
        all.add(new Coupon(1, 1, "KARIBU", Reduction.percent(5000), null, null, null, 31, 1, null, false));
        all.add(new Coupon(2, 1, "ESTATE10", Reduction.percent(1000), today.minusDays(20), today.plusDays(40), 50, 12, 3, 2L, false));
        all.add(new Coupon(3, 1, "FREE-IP", Reduction.of(kes(500)), today.plusDays(5), null, 10, 0, null, null, false));
        all.add(new Coupon(4, 1, "XMAS", Reduction.of(kes(200)), today.minusDays(300), today.minusDays(200), 20, 20, 1, null, false));
        all.add(new Coupon(5, 1, "OLD", Reduction.percent(500), null, null, null, 3, null, null, true));
        return this;
    }

    @Override
    public Page<Coupon> list(Caller caller, ListQuery q) {
        return Lists.page(all, q, c -> Lists.is(q, "archived", c.archived()) && Lists.has(q.search(), c.code()));
    }

    @Override
    public Coupon get(Caller caller, long id) {
        return all.stream().filter(c -> c.id() == id).findFirst().orElseThrow(() -> new NotFound("coupon"));
    }

    @Override
    public Coupon create(Caller caller, Draft d) {
        Coupon c = new Coupon(all.size() + 1L, 1, d.code() == null ? "QK7M-PX3R" : d.code(), d.reduction(), d.from(), d.until(), d.most(), 0, d.bills(), d.packageId(), false);
        all.add(0, c);
        return c;
    }

    @Override
    public Coupon update(Caller caller, long id, int version, Draft d) {
        Coupon old = get(caller, id);
        Coupon c = new Coupon(id, version + 1, d.code(), d.reduction(), d.from(), d.until(), d.most(), old.redeemed(), d.bills(), d.packageId(), old.archived());
        all.set(all.indexOf(old), c);
        return c;
    }

    @Override
    public void delete(Caller caller, long id) {
        all.remove(get(caller, id));
    }
}
