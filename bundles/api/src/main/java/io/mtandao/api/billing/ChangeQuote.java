package io.mtandao.api.billing;

import io.mtandao.api.Money;
import java.time.Instant;
import java.util.List;

/**
 * What changing the package now would cost. With the same period the expiry stays and the rest of the period is charged at the new price; with
 * another period a new one begins now. What is left of the old one is credited either way, to the wallets that paid for it.
 *
 * @param lines what of them is credited to another wallet than the one that pays now is told in words only
 * @param toPay above zero: the wallet must hold it
 * @param toCredit above zero: goes to the wallet
 * @param expiresAt afterwards
 */
public record ChangeQuote(long subscriptionId, long packageId, List<Bill.Line> lines, Money toPay, Money toCredit, Money balance, Instant expiresAt) {
    public ChangeQuote {
        lines = List.copyOf(lines);
    }
}
