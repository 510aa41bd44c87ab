package io.mtandao.api.billing;

import io.mtandao.api.Caller;
import java.time.Instant;

/** How much data a subscription has used in its period; what happens at the cap and at fair-use steps follows from its package. */
public interface Usage {
    /**
     * More bytes, both directions, as the network counted them. The same reading twice counts once.
     *
     * @param reading unique per subscription, at most 100 characters, for example session id and time
     */
    Volume add(Caller caller, long subscriptionId, long bytes, String reading);

    Volume of(Caller caller, long subscriptionId);

    /** Buys more data for the running period from the wallet. @throws io.mtandao.api.Conflict when the wallet does not cover it */
    Volume topUp(Caller caller, long subscriptionId, long addOnId);

    /**
     * @param capBytes with what was topped up; null for no cap
     * @param downKbps what counts now
     * @param usedUp whether the cap is reached
     */
    record Volume(long subscriptionId, Instant periodFrom, long usedBytes, Long capBytes, long toppedUpBytes, int downKbps, int upKbps, boolean usedUp) {}
}
