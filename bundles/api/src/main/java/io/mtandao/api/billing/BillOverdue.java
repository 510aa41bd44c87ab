package io.mtandao.api.billing;

import io.mtandao.api.Money;
import io.mtandao.api.work.DomainEvent;
import java.time.Instant;

/** A dunning step was taken on a bill. @param day of the step, relative to the due date; negative is before it @param action as of the step */
public record BillOverdue(long billId, long subscriberId, Long subscriptionId, String number, Money open, Instant dueAt, int day, BillingPolicy.DunningStep.Action action)
    implements DomainEvent {}
