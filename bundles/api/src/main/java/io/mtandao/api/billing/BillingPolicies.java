package io.mtandao.api.billing;

import io.mtandao.api.Caller;

/** How this ISP bills. */
public interface BillingPolicies {
    BillingPolicy get(Caller caller);

    /** @throws io.mtandao.api.Stale when the version is not the one that was read */
    BillingPolicy update(Caller caller, BillingPolicy changed);
}
