package io.mtandao.api.billing;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.Page;
import java.time.Instant;
import java.util.List;

/** Who will be cut, before it happens; and the fuse that stops the cutting when it would be too many at once. */
public interface CutOffs {
    /**
     * Who will be cut until then unless somebody pays: those whose time ends, then those whom dunning cuts.
     *
     * @param until null for the end of today in the ISP's zone
     * @param query limit, cursor; filter {@code routerId}
     */
    Page<CutOff> preview(Caller caller, Instant until, ListQuery query);

    /** The ISP's own fuse first, then those of its routers that have subscriptions. */
    List<FuseState> fuses(Caller caller);

    /** Lets the held cuts go on. @param routerId null for the ISP's own fuse @param reason must be given */
    void reset(Caller caller, Long routerId, String reason);

    /** @param missing what the wallet lacks @param reason for a person */
    record CutOff(long subscriptionId, long subscriberId, String subscriberName, String accountNumber, String packageName, Long routerId, Instant at, Money missing, String reason) {}

    /**
     * @param served subscriptions on the network 24 hours ago or now, whichever is more
     * @param cut within the last 24 hours
     * @param held waiting to be cut
     * @param blownAt null while it is whole
     */
    record FuseState(Long routerId, String name, long served, long cut, long held, int percent, Instant blownAt) {}
}
