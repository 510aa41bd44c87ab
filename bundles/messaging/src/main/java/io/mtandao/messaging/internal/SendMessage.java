package io.mtandao.messaging.internal;

import io.mtandao.api.TenantId;
import io.mtandao.api.messaging.Channel;
import io.mtandao.api.messaging.Messages.State;
import io.mtandao.api.work.JobHandler;
import io.mtandao.messaging.internal.Gateways.Gateway;
import io.mtandao.messaging.internal.Gateways.Letter;
import io.mtandao.messaging.internal.entity.MessageRow;
import io.mtandao.persistence.SecretBox;
import io.mtandao.persistence.TenantTx;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import io.mtandao.spi.messaging.Sent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sends one message by the first gateway of its channel that takes it. What may have been sent is never sent again by itself: an unanswered call, and
 * a crash in the middle of one, end as UNKNOWN.
 */
@Component(service = JobHandler.class)
public final class SendMessage implements JobHandler {
    static final String NAME = "messaging.send";
    static final int MOST_TRIES = 12;
    private final TenantTx tx;
    private final Gateways gateways;
    private final SecretBox secrets;
    private final Clock clock;

    @Activate
    public SendMessage(@Reference TenantTx tx, @Reference Gateways gateways, @Reference SecretBox secrets, @Reference Clock clock) {
        this.tx = tx;
        this.gateways = gateways;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Instant run(TenantId tenant, String key, String data) {
        long id = Long.parseLong(key);
        Letter letter = tx.in(tenant, em -> begin(tenant, em.find(MessageRow.class, id)));
        if (letter == null) return null;
        VendorProblem last = null;
        String lastPlugin = null;
        for (Gateway gateway : gateways.of(tenant, letter.channel())) {
            try {
                Sent sent = gateway.send(letter);
                tx.run(tenant, em -> em.find(MessageRow.class, id).sent(gateway.id(), sent.providerId(), sent.detail(), clock.instant()));
                return null;
            } catch (VendorProblem e) {
                last = e;
                lastPlugin = gateway.id();
                if (e.outcome() == Outcome.UNKNOWN) break;
            }
        }
        return noteFailure(tenant, id, last, lastPlugin);
    }

    private Letter begin(TenantId tenant, MessageRow m) {
        if (m == null || m.getState() != State.QUEUED) return null;
        if (m.isAttempting()) {
            m.ends(State.UNKNOWN, null, "the platform stopped while the gateway was being called");
            return null;
        }
        m.attempt();
        String body = m.getChannel() == Channel.MAIL ? secrets.open(tenant, Outbox.MAIL_BODY, m.getBody()) : m.getBody();
        return new Letter(m.getId(), m.getChannel(), m.getRecipient(), m.getSubject(), body, m.getWhatsAppTemplate(), m.getLanguage(), m.getParameterValues());
    }

    private Instant noteFailure(TenantId tenant, long id, VendorProblem problem, String plugin) {
        return tx.in(tenant, em -> {
            MessageRow m = em.find(MessageRow.class, id);
            String words = problem == null ? "no gateway of this channel is running" : problem.getMessage();
            Outcome outcome = problem == null ? Outcome.RETRY : problem.outcome();
            if (outcome == Outcome.UNKNOWN) {
                m.ends(State.UNKNOWN, plugin, words);
                return null;
            }
            if (outcome != Outcome.RETRY || m.getTries() >= MOST_TRIES) {
                m.ends(State.FAILED, plugin, words);
                return null;
            }
            m.waits(words);
            return clock.instant().plus(pause(m.getTries()));
        });
    }

    /** 10 s, doubling, at most half an hour: about two hours in all. */
    static Duration pause(int tries) {
        Duration p = Duration.ofSeconds(10).multipliedBy(1L << Math.min(Math.max(tries, 1) - 1, 12));
        return p.compareTo(Duration.ofMinutes(30)) > 0 ? Duration.ofMinutes(30) : p;
    }
}
