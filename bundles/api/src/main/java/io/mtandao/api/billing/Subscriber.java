package io.mtandao.api.billing;

import io.mtandao.api.Money;
import java.time.Instant;

/**
 * A customer of the ISP.
 *
 * @param phone E.164, or null
 * @param accountNumber the reference a payer types; unique in the tenant whatever its case, spaces or dashes
 * @param balance what is in the wallet; negative is a debt
 */
public record Subscriber(
        long id, int version, String name, String phone, String email, String accountNumber, String place, String notes, Money balance, Instant createdAt) {}
