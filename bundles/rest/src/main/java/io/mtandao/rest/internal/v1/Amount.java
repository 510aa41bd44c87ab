package io.mtandao.rest.internal.v1;

import io.mtandao.api.Invalid;
import io.mtandao.api.Money;
import io.mtandao.rest.internal.edge.Field;

/** Money on the wire: whole minor units (cents) and the currency, and nothing else. */
public record Amount(
        @Field(needed = true, eg = "150000", help = "whole minor units of the currency: 150000 is KES 1,500.00; a debt is below zero") Long minor,
        @Field(needed = true, eg = "KES", help = "ISO 4217") String currency) {
    static Amount of(Money money) {
        return money == null ? null : new Amount(money.minor(), money.currency());
    }

    /** @param field by which an error names it */
    static Money money(Amount amount, String field) {
        if (amount == null) return null;
        try {
            return Money.of(amount.minor, amount.currency);
        } catch (IllegalArgumentException e) {
            throw Invalid.field(field + ".currency", "no such currency");
        }
    }
}
