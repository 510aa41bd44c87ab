package io.mtandao.api.billing;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;

/** Bills. Filters: {@code subscriberId}, {@code subscriptionId}, {@code state}; search: number, subscriber. */
public interface Bills {
    Page<Bill> list(Caller caller, ListQuery query);

    long count(Caller caller, ListQuery query);

    Bill get(Caller caller, long id);

    /** Bills the next period of a subscription without paying it. @throws io.mtandao.api.Conflict when that period is billed already */
    Bill billNext(Caller caller, long subscriptionId);

    /** Bills everything of the tenant that is due now (expired or expiring within the day, without an open bill) and pays what the wallets cover. */
    RunResult billDue(Caller caller);

    /** Takes an open bill back. */
    Bill voidBill(Caller caller, long id, String reason);

    record RunResult(int billed, int paid, int skipped, int failed) {}
}
