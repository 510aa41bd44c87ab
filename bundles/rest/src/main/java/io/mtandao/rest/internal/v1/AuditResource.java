package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.AUDIT_READ;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.mtandao.api.Caller;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Lists;
import io.mtandao.rest.internal.edge.Operation;
import io.mtandao.rest.internal.edge.Params;
import io.mtandao.rest.internal.edge.Query;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;

@Path("/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource {
    private final AuditLog audit;

    public AuditResource(AuditLog audit) {
        this.audit = audit;
    }

    @GET
    @Lists
    @Query(value = "action", help = "for example subscriber.update")
    @Query(value = "subject", help = "kind and id, for example subscriber/42")
    @Query(value = "who", help = "name of who did it")
    @Query(value = "from", type = Instant.class, help = "not before this instant")
    @Query(value = "to", type = Instant.class, help = "before this instant")
    @Operation(value = "Who changed what, when, from where; newest first.", needs = AUDIT_READ)
    public ListOf<AuditView> listAudit(@Context Caller caller, @Context Params params) {
        return ListOf.of(audit.list(caller, params.list()), AuditView::of);
    }

    public record AuditView(
            long id,
            @Field(needed = true) Instant at,
            @Field(eg = "Wanjiku Kamau") String who,
            @Field(eg = "STAFF") String kind,
            @Field(eg = "197.232.1.10") String address,
            @Field(needed = true, eg = "subscriber.update") String action,
            @Field(eg = "subscriber/42") String subject,
            @JsonRawValue @Field(help = "before and after, of what differs only") Object changes) {
        static AuditView of(AuditLog.Entry e) {
            return new AuditView(e.id(), e.at(), e.who(), e.kind(), e.address(), e.action(), e.subject(), e.changes() == null || e.changes().isBlank() ? null : e.changes());
        }
    }
}
