package io.mtandao.api.billing;

import io.mtandao.api.Money;

/**
 * Something sold beside a package: a public address each month, a router once, more data.
 *
 * @param recurring with every bill of the subscription; false: once
 * @param dataMegabytes data it adds to the running period (then it is not recurring); 0 for none
 */
public record AddOn(long id, int version, String name, Money price, boolean recurring, boolean taxIncluded, String taxCode, long dataMegabytes, boolean archived) {}
