package io.mtandao.api.billing;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.Page;

/**
 * Bills and credit notes. Filters: {@code subscriberId}, {@code payerId}, {@code subscriptionId}, {@code runId}, {@code state}, {@code kind}
 * ("bill", "credit_note"), {@code overdue} ("true"), {@code from}, {@code to} (of issue); search: number, subscriber; sorts: number, issuedAt.
 */
public interface Bills {
    Page<Bill> list(Caller caller, ListQuery query);

    long count(Caller caller, ListQuery query);

    Bill get(Caller caller, long id);

    /** Bills the next period of a subscription without paying it. @throws io.mtandao.api.Conflict when that period is billed already */
    Bill billNext(Caller caller, long subscriptionId);

    /**
     * Bills everything of the tenant that is due now (prepaid: expired or expiring within the day, without an open bill; postpaid: whose period is
     * over) and pays what the wallets cover: a {@link BillRuns run} that is worked through before this returns.
     */
    RunResult billDue(Caller caller);

    /**
     * Takes a bill back: an open one is forgotten, a booked or paid one is reversed by new entries, its money returns to the wallets that paid and its period
     * to the subscription.
     */
    Bill voidBill(Caller caller, long id, String reason);

    /**
     * Gives a part of a paid or booked bill back, with its share of the tax. When several wallets have paid it, who paid last gets first, and nobody more than
     * was paid from there.
     *
     * @throws io.mtandao.api.Invalid above what is left of the bill
     */
    Bill creditNote(Caller caller, long id, Money amount, String reason);

    /** Gives up the open rest of a bill that is a debt. Needs {@code wallets:adjust}. */
    Bill writeOff(Caller caller, long id, String reason);

    record RunResult(int billed, int paid, int skipped, int failed) {}
}
