package io.mtandao.api.billing;

import io.mtandao.api.Caller;
import io.mtandao.api.Money;

/** Counts for the dashboard. */
public interface Figures {
    Counts counts(Caller caller);

    record Counts(long subscribers, long active, long expired, long pending, long expiringIn3Days, Money owed) {}
}
