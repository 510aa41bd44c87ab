package io.mtandao.messaging.internal.entity;

import io.mtandao.api.messaging.Channel;
import io.mtandao.api.messaging.Messages.Message;
import io.mtandao.api.messaging.Messages.State;
import io.mtandao.persistence.TenantEntity;
import java.time.Instant;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;

/** A message and what became of it. Its state only moves on, whatever order delivery reports come in. */
@Entity
@Table(name = "messaging_message")
public class MessageRow extends TenantEntity {
    private static final String BETWEEN = "\u001f";

    @Column(name = "dedupe_key")
    private String dedupeKey;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private String recipient;

    @Column(name = "subscriber_id")
    private Long subscriberId;

    private String event;
    private String subject;
    private String body;

    @Column(name = "whatsapp_template")
    private String whatsAppTemplate;

    private String parameters;
    private String language;

    @Enumerated(EnumType.STRING)
    private State state = State.QUEUED;

    private String plugin;

    @Column(name = "provider_id")
    private String providerId;

    private String detail;
    private int tries;
    private boolean attempting;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "delivered_at")
    private Instant deliveredAt;

    protected MessageRow() {}

    public MessageRow(String dedupeKey, Channel channel, String recipient, Long subscriberId, String event, String subject, String body, String language) {
        this.dedupeKey = dedupeKey;
        this.channel = channel;
        this.recipient = recipient;
        this.subscriberId = subscriberId;
        this.event = event;
        this.subject = subject;
        this.body = body;
        this.language = language;
    }

    public void asTemplate(String template, List<String> values) {
        whatsAppTemplate = template;
        parameters = String.join(BETWEEN, values);
    }

    /** Noted before a gateway is called, so that a crash in between is not mistaken for "never sent". */
    public void attempt() {
        attempting = true;
        tries++;
    }

    public void sent(String byPlugin, String id, String words, Instant now) {
        attempting = false;
        plugin = byPlugin;
        providerId = id;
        detail = shortened(words);
        state = State.SENT;
        sentAt = now;
    }

    public void waits(String words) {
        attempting = false;
        detail = shortened(words);
    }

    public void ends(State end, String byPlugin, String words) {
        attempting = false;
        state = end;
        if (byPlugin != null) plugin = byPlugin;
        detail = shortened(words);
    }

    /** @return whether it was news */
    public boolean delivery(State reported, String words, Instant now) {
        boolean failsAfterDelivery = reported == State.FAILED && (state == State.DELIVERED || state == State.READ);
        boolean older = reported.ordinal() <= state.ordinal() && state != State.UNKNOWN && state != State.FAILED;
        if (reported == state || failsAfterDelivery || (older && reported != State.FAILED)) return false;
        state = reported;
        if (words != null) detail = shortened(words);
        if ((reported == State.DELIVERED || reported == State.READ) && deliveredAt == null) deliveredAt = now;
        return true;
    }

    private static String shortened(String text) {
        return text == null || text.length() <= 500 ? text : text.substring(0, 500);
    }

    public Message toMessage() {
        // the body of mail is sealed and nobody's to read in the log
        String shown = channel == Channel.MAIL ? subject : body;
        return new Message(getId(), channel, recipient, subscriberId, event, shown, state, plugin, detail, tries, getCreatedAt(), sentAt, deliveredAt);
    }

    public Channel getChannel() {
        return channel;
    }

    public String getRecipient() {
        return recipient;
    }

    public String getSubject() {
        return subject;
    }

    public String getBody() {
        return body;
    }

    public String getWhatsAppTemplate() {
        return whatsAppTemplate;
    }

    public List<String> getParameterValues() {
        return parameters == null || parameters.isEmpty() ? List.of() : List.of(parameters.split(BETWEEN, -1));
    }

    public String getLanguage() {
        return language;
    }

    public State getState() {
        return state;
    }

    public boolean isAttempting() {
        return attempting;
    }

    public int getTries() {
        return tries;
    }
}
