package io.mtandao.billing.internal.rules;

import io.mtandao.api.billing.Bill.Line.Kind;

/**
 * A line of a bill to be. Amounts in minor units.
 *
 * @param unit as the catalogue says it, with or without tax
 * @param amount as it counts in the total: tax included; negative for a discount
 * @param tax part of the amount
 * @param taxName null when there is no tax
 * @param account of the ledger for the amount less the tax
 * @param taxAccount null when there is no tax
 * @param origin id of the item that it charges or of the discount that it is; null for the package itself
 */
public record QuoteLine(Kind kind, String text, int quantity, long unit, long amount, long tax, String taxName, String account, String taxAccount, Long origin) {
    public long net() {
        return amount - tax;
    }

    public QuoteLine saying(String other) {
        return new QuoteLine(kind, other, quantity, unit, amount, tax, taxName, account, taxAccount, origin);
    }
}
