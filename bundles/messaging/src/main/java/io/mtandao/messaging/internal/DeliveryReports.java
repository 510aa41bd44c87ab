package io.mtandao.messaging.internal;

import io.mtandao.api.TenantId;
import io.mtandao.api.messaging.Channel;
import io.mtandao.api.messaging.Messages.State;
import io.mtandao.messaging.internal.entity.MessageRow;
import io.mtandao.persistence.TenantTx;
import io.mtandao.spi.CallbackHandler;
import io.mtandao.spi.RawCallback;
import io.mtandao.spi.messaging.DeliveryNotice;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Takes delivery reports into the log. */
class DeliveryReports implements CallbackHandler {
    /** A report may overtake the answer of the call that sent the message. */
    private static final Duration MAY_OVERTAKE = Duration.ofMinutes(2);

    private final TenantTx tx;
    private final Gateways gateways;
    private final Clock clock;
    private final Channel channel;

    DeliveryReports(TenantTx tx, Gateways gateways, Clock clock, Channel channel) {
        this.tx = tx;
        this.gateways = gateways;
        this.clock = clock;
        this.channel = channel;
    }

    @Override
    public String kind() {
        return channel.name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public Outcome handle(TenantId tenant, String pluginId, RawCallback callback) {
        List<DeliveryNotice> notices = gateways.interpret(tenant, channel, pluginId, callback);
        for (DeliveryNotice n : notices) if (n.rejected() != null) return new Outcome(false, n.rejected());
        return tx.in(tenant, em -> {
            int news = 0, unknown = 0;
            for (DeliveryNotice n : notices) {
                List<MessageRow> found = em.createQuery("select m from MessageRow m where m.plugin = ?1 and m.providerId = ?2", MessageRow.class)
                    .setParameter(1, pluginId).setParameter(2, n.providerId()).getResultList();
                if (found.isEmpty()) unknown++;
                else if (found.get(0).delivery(State.valueOf(n.state().name()), n.detail(), clock.instant())) news++;
            }
            if (unknown > 0 && clock.instant().isBefore(callback.receivedAt().plus(MAY_OVERTAKE)))
                throw new IllegalStateException("a delivery report for a message that is not known yet");
            return new Outcome(true, news + " of " + notices.size() + " were news" + (unknown > 0 ? ", " + unknown + " for messages that are not known" : ""));
        });
    }
}
