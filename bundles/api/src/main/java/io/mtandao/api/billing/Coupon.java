package io.mtandao.api.billing;

import java.time.LocalDate;

/**
 * A code that makes the next bills of a subscription smaller.
 *
 * @param code unique in the tenant whatever its case
 * @param most how often it may be redeemed at all, or null
 * @param bills on how many bills of the subscription it counts, or null for all
 * @param packageId only for this package, or null
 * @param from first day, or null @param until last day, or null
 */
public record Coupon(
        long id, int version, String code, Reduction reduction, LocalDate from, LocalDate until, Integer most, int redeemed, Integer bills, Long packageId,
        boolean archived) {}
