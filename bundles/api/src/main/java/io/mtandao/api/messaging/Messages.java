package io.mtandao.api.messaging;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Messages and their templates. Filters: {@code subscriberId}, {@code channel}, {@code state}; search: recipient, text. */
public interface Messages {
    Page<Message> list(Caller caller, ListQuery query);

    long count(Caller caller, ListQuery query);

    Message get(Caller caller, long id);

    /** Sends a text to a subscriber by the ISP's first channel that can. */
    Message send(Caller caller, long subscriberId, String text);

    /** Mail that belongs to no subscriber (verification, reset). Written down and sent after the commit; false when the ISP has no mail transport. */
    boolean mail(Caller system, String to, String subject, String text, String dedupeKey);

    List<Template> templates(Caller caller);

    Template updateTemplate(Caller caller, String event, int version, boolean enabled, String text, String whatsAppTemplate);

    /** @param example shows what a message would look like */
    String preview(Caller caller, String text);

    /**
     * @param event for example "payment-received"
     * @param text mustache; the words it may use are in {@code words}
     * @param whatsAppTemplate name of the approved template on WhatsApp, or null
     */
    record Template(String event, int version, boolean enabled, String text, String whatsAppTemplate, Map<String, String> words) {}

    /** @param plugin by which gateway it went, or null before that @param detail the gateway's own words */
    record Message(
            long id,
            Channel channel,
            String to,
            Long subscriberId,
            String event,
            String text,
            State state,
            String plugin,
            String detail,
            int tries,
            Instant createdAt,
            Instant sentAt,
            Instant deliveredAt) {}

    /** In the order in which a message goes through them; it never goes back. */
    enum State {
        QUEUED,
        SENT,
        DELIVERED,
        READ,
        FAILED,
        /** The gateway did not answer; it is not sent again by itself, so that nobody gets it twice. */
        UNKNOWN
    }
}
