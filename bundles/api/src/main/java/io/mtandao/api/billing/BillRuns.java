package io.mtandao.api.billing;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.Page;
import java.time.Instant;
import java.util.List;

/** Runs of billing: previewed, started, watched. A run that dies with its node goes on elsewhere; no period is billed twice whoever runs how often. */
public interface BillRuns {
    /**
     * What a run would do now: who, how much, why. Nothing is written.
     *
     * @param until null for within a day
     * @param query limit and cursor only
     */
    Page<Forecast> preview(Caller caller, Instant until, ListQuery query);

    /** The sums of the preview over all. */
    Sum sum(Caller caller, Instant until);

    /** Begins a run, worked on by all nodes in the background. @throws io.mtandao.api.Conflict while another is running */
    BillRun start(Caller caller, Instant until);

    /** Ends a run after what is just being billed; what is billed stays. */
    BillRun stop(Caller caller, long id);

    BillRun get(Caller caller, long id);

    /** Newest first. */
    Page<BillRun> list(Caller caller, ListQuery query);

    /** Accounts that a run could not bill. Filters: {@code runId}, {@code open} ("true"). */
    Page<Parked> parked(Caller caller, ListQuery query);

    /** Bills a parked one now, whatever the ceiling. @throws io.mtandao.api.Conflict with the reason when it fails again */
    Bill retry(Caller caller, long parkedId);

    /** Says that a parked one is settled otherwise. */
    void dismiss(Caller caller, long parkedId, String reason);

    /**
     * @param total what the bill will ask for
     * @param covered whether the wallet pays it at once
     * @param problem why it would be parked, or null
     */
    record Forecast(
            long subscriptionId, long subscriberId, String subscriberName, String accountNumber, String packageName, Instant from, Instant to, List<Bill.Line> lines, Money total,
            boolean covered, String problem) {}

    record Sum(long bills, Money total, long covered, long problems) {}

    record Parked(long id, long runId, long subscriptionId, long subscriberId, String subscriberName, String reason, Instant at, Instant settledAt, String settledBy) {}
}
