package io.mtandao.messaging.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.TenantId;
import io.mtandao.api.messaging.Channel;
import io.mtandao.api.messaging.Messages.State;
import io.mtandao.api.tenant.Settings;
import io.mtandao.api.tenant.TenantSettings;
import io.mtandao.api.work.Jobs;
import io.mtandao.messaging.internal.entity.MessageRow;
import io.mtandao.messaging.internal.entity.TemplateRow;
import io.mtandao.persistence.SecretBox;
import io.mtandao.persistence.TenantTx;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes messages down within the running unit of work; a message is written once for each dedupe key, whatever asks for it again. */
@Component(service = Outbox.class)
public final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    static final String MAIL_BODY = "mail-body";
    private final TenantTx tx;
    private final Gateways gateways;
    private final Settings settings;
    private final Jobs jobs;
    private final SecretBox secrets;
    private final Clock clock;

    @Activate
    public Outbox(@Reference TenantTx tx, @Reference Gateways gateways, @Reference Settings settings, @Reference Jobs jobs, @Reference SecretBox secrets, @Reference Clock clock) {
        this.tx = tx;
        this.gateways = gateways;
        this.settings = settings;
        this.jobs = jobs;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Whom to write to. @param phone E.164 or null */
    record Reader(long subscriberId, String phone) {}

    /** One of the ISP's people. @param phone E.164 or null */
    record Person(String email, String phone) {}

    TenantSettings settings(TenantId tenant) {
        return settings.get(Caller.system(tenant, "messaging"));
    }

    /** Empty when the ISP has switched the occasion off, the reader has no phone, or it was written before. */
    Optional<Long> write(TenantId tenant, Occasion occasion, Reader reader, Map<String, String> words, String dedupeKey) {
        return tx.in(tenant, em -> {
            TenantSettings s = settings(tenant);
            TemplateRow template = Templates.of(em, occasion, s.language());
            if (!template.isEnabled() || reader.phone == null || written(em, dedupeKey)) return Optional.empty();
            Channel channel = channel(tenant, s, template);
            MessageRow m = new MessageRow(dedupeKey, channel == null ? Channel.SMS : channel, reader.phone, reader.subscriberId, occasion.code(), null,
                Wording.fill(template.getBody(), words), s.language());
            if (template.getWhatsAppTemplate() != null)
                m.asTemplate(template.getWhatsAppTemplate(), Wording.used(template.getBody()).stream().map(w -> words.getOrDefault(w, "")).toList());
            return Optional.of(keep(tenant, em, m, channel != null));
        });
    }

    /** By mail, or by SMS when the ISP has no mail transport; once for each key whichever way it went. */
    void notice(TenantId tenant, Person person, String subject, String text, String dedupeKey) {
        tx.run(tenant, em -> {
            if (written(em, dedupeKey) || (person.email != null && mail(tenant, person.email, subject, text, dedupeKey))) return;
            if (person.phone == null) LOG.warn("tenant {}: nobody could be told, there is no mail plugin and no phone number: {}", tenant, text);
            else keep(tenant, em, new MessageRow(dedupeKey, Channel.SMS, person.phone, null, null, subject, text, settings(tenant).language()),
                gateways.any(tenant, Channel.SMS));
        });
    }

    private long keep(TenantId tenant, EntityManager em, MessageRow m, boolean canGo) {
        if (!canGo) m.ends(State.FAILED, null, "no SMS or WhatsApp plugin is enabled; enable one under Plugins");
        em.persist(m);
        if (canGo) dispatch(tenant, m.getId());
        return m.getId();
    }

    boolean mail(TenantId tenant, String to, String subject, String text, String dedupeKey) {
        return tx.in(tenant, em -> {
            if (!gateways.any(tenant, Channel.MAIL)) return false;
            if (written(em, dedupeKey)) return true;
            // sealed: such mail carries links that open accounts, and the log is read by more people than may have them
            MessageRow m = new MessageRow(dedupeKey, Channel.MAIL, to, null, null, subject, secrets.seal(tenant, MAIL_BODY, text), "en");
            em.persist(m);
            dispatch(tenant, m.getId());
            return true;
        });
    }

    private void dispatch(TenantId tenant, long id) {
        jobs.schedule(tenant, SendMessage.NAME, Long.toString(id), clock.instant(), null);
    }

    /** The first of the ISP's channels that has a gateway; WhatsApp only where the occasion has an approved template. */
    private Channel channel(TenantId tenant, TenantSettings s, TemplateRow template) {
        for (String name : List.of((s.messageChannels() == null ? "sms,whatsapp" : s.messageChannels()).split(","))) {
            Channel c = Channel.valueOf(name.strip().toUpperCase(Locale.ROOT));
            if (c == Channel.MAIL || (c == Channel.WHATSAPP && template.getWhatsAppTemplate() == null)) continue;
            if (gateways.any(tenant, c)) return c;
        }
        return null;
    }

    private static boolean written(EntityManager em, String dedupeKey) {
        return em.createQuery("select count(m) from MessageRow m where m.dedupeKey = ?1", Long.class).setParameter(1, dedupeKey).getSingleResult() > 0;
    }
}
