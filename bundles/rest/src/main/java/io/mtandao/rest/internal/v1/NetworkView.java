package io.mtandao.rest.internal.v1;

import io.mtandao.api.router.Routers;
import io.mtandao.rest.internal.edge.Field;
import java.time.Instant;

/** How a subscription stands on its router. */
public record NetworkView(
        long subscriptionId,
        Long routerId,
        @Field(eg = "gracemuthoni0") String user,
        @Field(help = "whether it is to be let on") boolean allowed,
        @Field(help = "whether the router has what is desired") boolean applied,
        @Field(eg = "the router did not answer within 5 s", help = "the last failure") String error,
        int tries,
        Instant changedAt,
        Instant appliedAt,
        @Field(help = "null: not known") Boolean online,
        @Field(help = "whether it is paid for and off only because of its package's hours of use") boolean closed,
        @Field(help = "of a closed one: when its hours begin next") Instant opensAt) {
    static NetworkView of(Routers.NetworkState n) {
        return new NetworkView(n.subscriptionId(), n.routerId(), n.user(), n.allowed(), n.applied(), n.error(), n.tries(), n.changedAt(), n.appliedAt(),
            n.online(), n.closed(), n.opensAt());
    }
}
