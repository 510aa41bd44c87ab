package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.PLUGINS_READ;
import static io.mtandao.api.Permission.PLUGINS_WRITE;

import io.mtandao.api.Caller;
import io.mtandao.api.extension.CallbackInbox;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Lists;
import io.mtandao.rest.internal.edge.Operation;
import io.mtandao.rest.internal.edge.Params;
import io.mtandao.rest.internal.edge.Query;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;

@Path("/v1/callbacks")
@Produces(MediaType.APPLICATION_JSON)
public final class CallbacksResource {
    private final CallbackInbox inbox;

    public CallbacksResource(CallbackInbox inbox) {
        this.inbox = inbox;
    }

    @GET
    @Lists
    @Query(value = "plugin", help = "only of this plugin, for example mpesa")
    @Query(value = "state", type = CallbackInbox.State.class, help = "only in this state")
    @Operation(value = "What vendors called, exactly as it came, newest first.", needs = PLUGINS_READ)
    public ListOf<CallbackView> listCallbacks(@Context Caller caller, @Context Params params) {
        return ListOf.of(inbox.list(caller, params.list()), CallbackView::of);
    }

    @POST
    @Path("{id}/replay")
    @Operation(value = "Processes one again, for example after a fault was mended; what was booked is not booked twice.", needs = PLUGINS_WRITE, status = 202, makes = false)
    public void replayCallback(@Context Caller caller, @PathParam("id") long id) {
        inbox.replay(caller, id);
    }

    public record CallbackView(
            long id,
            @Field(needed = true, eg = "mpesa") String plugin,
            @Field(needed = true, eg = "confirmation") String purpose,
            @Field(needed = true) CallbackInbox.State state,
            @Field(eg = "booked as R-000017") String detail,
            @Field(eg = "{\"TransID\":\"TKM4XQ81LP\"}") String body,
            @Field(eg = "196.201.214.200") String address,
            int tries,
            @Field(needed = true) Instant receivedAt,
            Instant processedAt) {
        static CallbackView of(CallbackInbox.Entry e) {
            return new CallbackView(e.id(), e.plugin(), e.purpose(), e.state(), e.detail(), e.body(), e.address(), e.tries(), e.receivedAt(), e.processedAt());
        }
    }
}
