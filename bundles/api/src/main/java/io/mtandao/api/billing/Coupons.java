package io.mtandao.api.billing;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import java.time.LocalDate;

/** Coupons. Filters: {@code archived}; search: code; sorts: code. Redeemed by {@link Extras#redeem}. */
public interface Coupons {
    Page<Coupon> list(Caller caller, ListQuery query);

    Coupon get(Caller caller, long id);

    /** @param draft its code may be null: then one is made */
    Coupon create(Caller caller, Draft draft);

    /** The code and the reduction are fixed once it was redeemed. */
    Coupon update(Caller caller, long id, int version, Draft draft);

    /** Deletes what was never redeemed; archives what was. */
    void delete(Caller caller, long id);

    record Draft(String code, Reduction reduction, LocalDate from, LocalDate until, Integer most, Integer bills, Long packageId) {}
}
