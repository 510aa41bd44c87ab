package io.mtandao.api.billing;

import io.mtandao.api.Money;
import java.time.Instant;

/**
 * What was left as security for a subscription, and what became of it at its end.
 *
 * @param held what the ISP holds of it now; zero when nothing was paid of it, or when it is settled
 * @param settled null before its end
 */
public record Deposit(long subscriptionId, Money held, Settled settled) {
    public enum Choice {
        /** All of it into the wallet that it came from; refused while the wallet that pays owes. */
        GIVE_BACK,
        /** What the wallet that pays owes is paid from it first; the rest goes into the wallet that it came from. */
        SET_OFF,
        /** All or a part of it is kept for damages; the rest as with {@link #SET_OFF}. */
        KEEP
    }

    /** @param kept with KEEP: how much; null for all of it @param reason needed with KEEP */
    public record Settlement(Choice choice, Money kept, String reason) {}

    /** @param returned into wallets @param kept as income */
    public record Settled(Choice choice, Money returned, Money kept, String reason, Instant at, String by) {}
}
