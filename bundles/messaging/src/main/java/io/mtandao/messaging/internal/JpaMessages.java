package io.mtandao.messaging.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.NotFound;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.messaging.Channel;
import io.mtandao.api.messaging.Messages;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.messaging.internal.entity.MessageRow;
import io.mtandao.messaging.internal.entity.TemplateRow;
import io.mtandao.persistence.Listing;
import io.mtandao.persistence.TenantTx;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The log of messages and the ISP's templates. */
@Component
public final class JpaMessages implements Messages {
    private static final Listing<MessageRow> LISTING = Listing.of(MessageRow.class)
        .filter("subscriberId", (text, w) -> w.and("e.subscriberId = ?", number(text)))
        .filter("channel", (text, w) -> w.and("e.channel = ?", one(Channel.class, "channel", text)))
        .filter("state", (text, w) -> w.and("e.state = ?", one(State.class, "state", text)))
        .search((text, w) -> w.and("e.recipient like ? or (e.channel <> ? and lower(e.body) like ?)", "%" + text + "%", Channel.MAIL, "%" + text.toLowerCase(Locale.ROOT) + "%"));
    private final TenantTx tx;
    private final Outbox outbox;
    private final SubscriberWords about;
    private final AuditLog audit;

    @Activate
    public JpaMessages(@Reference TenantTx tx, @Reference Outbox outbox, @Reference SubscriberWords about, @Reference AuditLog audit) {
        this.tx = tx;
        this.outbox = outbox;
        this.about = about;
        this.audit = audit;
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Invalid.field("subscriberId", "a number");
        }
    }

    private static <E extends Enum<E>> E one(Class<E> type, String field, String text) {
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Invalid.field(field, "one of " + List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT));
        }
    }

    @Override
    public Page<Message> list(Caller caller, ListQuery query) {
        caller.require(Permission.MESSAGES_READ);
        return tx.in(caller.tenant(), em -> LISTING.page(em, query, MessageRow::toMessage));
    }

    @Override
    public long count(Caller caller, ListQuery query) {
        caller.require(Permission.MESSAGES_READ);
        return tx.in(caller.tenant(), em -> LISTING.count(em, query));
    }

    @Override
    public Message get(Caller caller, long id) {
        caller.require(Permission.MESSAGES_READ);
        return tx.in(caller.tenant(), em -> {
            MessageRow m = em.find(MessageRow.class, id);
            if (m == null) throw new NotFound("message");
            return m.toMessage();
        });
    }

    @Override
    public Message send(Caller caller, long subscriberId, String text) {
        caller.require(Permission.MESSAGES_WRITE);
        new Invalid.Check().notBlank(text, "text", Wording.LONGEST).orThrow();
        return tx.in(caller.tenant(), em -> {
            Subscriber s = about.subscriber(caller.tenant(), subscriberId);
            if (s.phone() == null) throw Invalid.field("subscriberId", "this subscriber has no phone number; add one first");
            Map<String, String> words = about.of(caller.tenant(), s, null, outbox.settings(caller.tenant()));
            words.put("text", text);
            long id = outbox.write(caller.tenant(), Occasion.MESSAGE, new Outbox.Reader(s.id(), s.phone()), words, "message/" + UUID.randomUUID())
                .orElseThrow(() -> new Conflict("single messages are switched off under Templates"));
            audit.record(caller, "message.send", "message/" + id, null, Map.of("subscriber", s.accountNumber(), "text", text));
            return em.find(MessageRow.class, id).toMessage();
        });
    }

    @Override
    public boolean mail(Caller system, String to, String subject, String text, String dedupeKey) {
        return outbox.mail(system.tenant(), to, subject, text, dedupeKey);
    }

    @Override
    public List<Template> templates(Caller caller) {
        caller.require(Permission.MESSAGES_READ);
        return tx.in(caller.tenant(), em -> Templates.all(em, outbox.settings(caller.tenant()).language()).stream().map(JpaMessages::template).toList());
    }

    @Override
    public Template updateTemplate(Caller caller, String event, int version, boolean enabled, String text, String whatsAppTemplate) {
        caller.require(Permission.MESSAGES_WRITE);
        Occasion occasion = Occasion.ofCode(event);
        Wording.check(text, occasion.words());
        String approved = whatsAppTemplate == null || whatsAppTemplate.isBlank() ? null : whatsAppTemplate.strip();
        new Invalid.Check().that(approved == null || approved.matches("[a-z0-9_]{1,100}"), "whatsAppTemplate", "the name as approved: a-z, 0-9 and _").orThrow();
        return tx.in(caller.tenant(), em -> {
            TemplateRow t = Templates.of(em, occasion, outbox.settings(caller.tenant()).language());
            t.expectVersion(version, "template");
            Map<String, Object> before = facts(t);
            t.change(enabled, text, approved);
            em.persist(t);
            em.flush();
            audit.record(caller, "template.update", "template/" + event, before, facts(t));
            return template(t);
        });
    }

    private static Map<String, Object> facts(TemplateRow t) {
        return Map.of("enabled", t.isEnabled(), "text", t.getBody(), "whatsAppTemplate", t.getWhatsAppTemplate() == null ? "" : t.getWhatsAppTemplate());
    }

    @Override
    public String preview(Caller caller, String text) {
        caller.require(Permission.MESSAGES_READ);
        Map<String, String> words = Occasion.allWords();
        Wording.check(text, words);
        return Wording.fill(text, words);
    }

    private static Template template(TemplateRow t) {
        return new Template(t.getEvent(), t.getVersion(), t.isEnabled(), t.getBody(), t.getWhatsAppTemplate(), Occasion.ofCode(t.getEvent()).words());
    }
}
