package io.mtandao.billing.internal.rules;

import io.mtandao.api.Invalid;
import io.mtandao.api.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Amounts as spreadsheets have them: {@code 1500}, {@code -500}, {@code 1,250.00}, {@code KES 2 000}. More decimals than the currency has are refused,
 * never rounded.
 */
public final class AmountText {
    private static final Pattern NUMBER = Pattern.compile("-?(\\d{1,12}|\\d{1,3}([, \u00a0'’]\\d{3}){1,3})(\\.\\d+)?");

    private AmountText() {}

    /**
     * @return null when nothing was typed
     * @throws Invalid on the given field
     */
    public static Money parse(String typed, String currency, String field) {
        if (typed == null || typed.isBlank()) return null;
        String number = typed.strip().replace('\u2212', '-');
        if (number.toUpperCase(Locale.ROOT).startsWith(currency)) number = number.substring(currency.length()).strip();
        if (!NUMBER.matcher(number).matches())
            throw Invalid.field(field, "'" + typed.strip() + "' is not an amount; write it in digits, like 1500 or 1,250.00");
        try {
            return Money.ofMajor(new BigDecimal(number.replaceAll("[, \u00a0'’]", "")), currency);
        } catch (ArithmeticException e) {
            int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
            throw Invalid.field(field, "'" + typed.strip() + "' has more decimals than " + currency + " has (" + decimals + ")");
        }
    }

    /** So that {@link #parse} reads the same amount again. */
    public static String format(Money money) {
        return money.toMajor().toPlainString();
    }
}
