package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.MESSAGES_READ;
import static io.mtandao.api.Permission.MESSAGES_WRITE;

import io.mtandao.api.Caller;
import io.mtandao.api.NotFound;
import io.mtandao.api.messaging.Channel;
import io.mtandao.api.messaging.Messages;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Identified;
import io.mtandao.rest.internal.edge.IfMatch;
import io.mtandao.rest.internal.edge.Lists;
import io.mtandao.rest.internal.edge.Operation;
import io.mtandao.rest.internal.edge.Params;
import io.mtandao.rest.internal.edge.Query;
import io.mtandao.rest.internal.edge.Versioned;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Map;

@Path("/v1/messages")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class MessagesResource {
    private final Messages messages;

    public MessagesResource(Messages messages) {
        this.messages = messages;
    }

    @GET
    @Lists(search = "recipient and text")
    @Query(value = "subscriberId", type = Long.class, help = "only to this subscriber")
    @Query(value = "channel", type = Channel.class, help = "only by this channel")
    @Query(value = "state", type = Messages.State.class, help = "only in this state")
    @Operation(value = "The log of messages, newest first.", needs = MESSAGES_READ)
    public ListOf<MessageView> listMessages(@Context Caller caller, @Context Params params) {
        return ListOf.of(messages.list(caller, params.list()), MessageView::of);
    }

    @POST
    @Operation(value = "Sends a text to a subscriber by the ISP's first channel that can.", needs = MESSAGES_WRITE, status = 201)
    public MessageView sendMessage(@Context Caller caller, MessageDraft draft) {
        return MessageView.of(messages.send(caller, draft.subscriberId, draft.text));
    }

    @GET
    @Path("{id}")
    @Operation(value = "One message and how far it came.", needs = MESSAGES_READ)
    public MessageView getMessage(@Context Caller caller, @PathParam("id") long id) {
        return MessageView.of(messages.get(caller, id));
    }

    @GET
    @Path("templates")
    @Operation(value = "The templates, one per event.", needs = MESSAGES_READ)
    public ListOf<TemplateView> listTemplates(@Context Caller caller) {
        return ListOf.all(messages.templates(caller), TemplateView::of);
    }

    @GET
    @Path("templates/{event}")
    @Operation(value = "The template of one event.", needs = MESSAGES_READ)
    public TemplateView getTemplate(@Context Caller caller, @PathParam("event") String event) {
        return messages.templates(caller).stream().filter(t -> t.event().equals(event)).findFirst().map(TemplateView::of).orElseThrow(() -> new NotFound("template"));
    }

    @PUT
    @Path("templates/{event}")
    @Operation(value = "Replaces a template.", needs = MESSAGES_WRITE)
    public TemplateView updateTemplate(@Context Caller caller, @Context IfMatch read, @PathParam("event") String event, TemplateDraft t) {
        return TemplateView.of(messages.updateTemplate(caller, event, read.version(), t.enabled, t.text, t.whatsAppTemplate));
    }

    public record MessageDraft(@Field(needed = true) Long subscriberId, @Field(needed = true, eg = "Tutakuwa na kazi ya mtandao kesho saa 2 usiku.") String text) {}

    public record MessageView(
            long id,
            @Field(needed = true) Channel channel,
            @Field(needed = true, eg = "+254712345678") String to,
            Long subscriberId,
            @Field(eg = "payment-received") String event,
            @Field(needed = true, eg = "Tumepokea KES 1,500.00.") String text,
            @Field(needed = true) Messages.State state,
            @Field(eg = "africastalking", help = "by which gateway") String plugin,
            @Field(eg = "Success", help = "the gateway's own words") String detail,
            int tries,
            @Field(needed = true) Instant createdAt,
            Instant sentAt,
            Instant deliveredAt) implements Identified {
        static MessageView of(Messages.Message m) {
            return new MessageView(m.id(), m.channel(), m.to(), m.subscriberId(), m.event(), m.text(), m.state(), m.plugin(), m.detail(), m.tries(), m.createdAt(), m.sentAt(),
                m.deliveredAt());
        }
    }

    public record TemplateDraft(
            @Field(needed = true) Boolean enabled,
            @Field(needed = true, eg = "Tumepokea {{amount}}. Asante, {{name}}.", help = "mustache, with the words of the template") String text,
            @Field(eg = "payment_received", help = "name of the approved template on WhatsApp") String whatsAppTemplate) {}

    public record TemplateView(
            @Field(needed = true, eg = "payment-received") String event,
            int version,
            boolean enabled,
            @Field(needed = true, eg = "Tumepokea {{amount}}. Asante, {{name}}.") String text,
            @Field(eg = "payment_received") String whatsAppTemplate,
            @Field(needed = true, help = "the words that the text may use, with examples") Map<String, String> words) implements Versioned {
        static TemplateView of(Messages.Template t) {
            return new TemplateView(t.event(), t.version(), t.enabled(), t.text(), t.whatsAppTemplate(), t.words());
        }
    }
}
