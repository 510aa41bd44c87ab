package io.mtandao.api.billing;

import io.mtandao.api.Money;

/**
 * What is sold: a speed for a time at a price.
 *
 * @param price for one period, tax included
 * @param downKbps towards the subscriber, kilobit (1000) per second
 * @param profile name of the PPP profile on the router; made there when missing
 */
public record InternetPackage(
        long id, int version, String name, Money price, Period period, int downKbps, int upKbps, String profile, boolean archived, long subscriptions) {}
