package io.mtandao.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An amount in whole minor units (cents for KES) of one currency. Never a float; arithmetic overflows loudly and never mixes
 * currencies.
 *
 * @param minor minor units, may be negative (a debt)
 * @param currency ISO 4217 code
 */
public record Money(long minor, String currency) implements Comparable<Money> {
    public Money {
        Objects.requireNonNull(currency, "no currency");
        Currency.getInstance(currency);
    }

    public static Money of(long minor, String currency) {
        return new Money(minor, currency);
    }

    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    /**
     * From major units as people write them.
     *
     * @throws ArithmeticException when there are more decimals than the currency has
     */
    public static Money ofMajor(BigDecimal major, String currency) {
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return new Money(major.setScale(digits, RoundingMode.UNNECESSARY).movePointRight(digits).longValueExact(), currency);
    }

    public BigDecimal toMajor() {
        return BigDecimal.valueOf(minor, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(minor, factor), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    public boolean isPositive() {
        return minor > 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean covers(Money price) {
        return compareTo(price) >= 0;
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) throw new IllegalArgumentException(currency + " and " + other.currency + " do not add up");
        return other;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    /** For people: {@code KES 1,500.00}. */
    @Override
    public String toString() {
        return currency + " " + String.format(java.util.Locale.ROOT, "%,." + Currency.getInstance(currency).getDefaultFractionDigits() + "f", toMajor());
    }
}
