package io.mtandao.rest.internal.v1;

import io.mtandao.api.tenant.OperatorAccounts;
import io.mtandao.api.tenant.Operators.Operator;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.ForOperator;
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

@Path("/v1/operator/audit")
@ForOperator
@Produces(MediaType.APPLICATION_JSON)
public final class PlatformAuditResource {
    private final OperatorAccounts accounts;

    public PlatformAuditResource(OperatorAccounts accounts) {
        this.accounts = accounts;
    }

    @GET
    @Lists(search = "who, action and detail")
    @Query(value = "action", help = "for example isp.suspend; isp. for all that begin so")
    @Query(value = "who", help = "name of who did it")
    @Query(value = "isp", help = "id of the ISP to which it was done")
    @Query(value = "from", type = Instant.class, help = "not before this instant")
    @Query(value = "to", type = Instant.class, help = "before this instant")
    @Operation("What operators did, when, from where; newest first.")
    public ListOf<DeedView> listPlatformAudit(@Context Operator operator, @Context Params params) {
        return ListOf.of(accounts.audit(operator, params.list()), DeedView::of);
    }

    public record DeedView(
            long id,
            @Field(needed = true) Instant at,
            @Field(needed = true, eg = "Amina Yusuf") String who,
            @Field(needed = true, eg = "197.232.1.10") String address,
            @Field(needed = true, eg = "isp.suspend") String action,
            @Field(eg = "7g2kq4m9x1c3z", help = "id of the ISP to which it was done") String isp,
            @Field(eg = "three bills open") String detail) {
        static DeedView of(OperatorAccounts.Deed d) {
            return new DeedView(d.id(), d.at(), d.who(), d.address(), d.action(), d.isp() == null ? null : d.isp().value(), d.detail());
        }
    }
}
