package io.mtandao.rest.internal.v1;

import io.mtandao.api.NotFound;
import io.mtandao.api.Origin;
import io.mtandao.api.TenantId;
import io.mtandao.api.tenant.Operators;
import io.mtandao.rest.internal.edge.Bearer;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.ForOperator;
import io.mtandao.rest.internal.edge.Lists;
import io.mtandao.rest.internal.edge.Operation;
import io.mtandao.rest.internal.edge.Params;
import io.mtandao.rest.internal.edge.Public;
import io.mtandao.rest.internal.edge.Query;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;

@Path("/v1/operator")
@ForOperator
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class OperatorResource {
    private final Operators operators;

    public OperatorResource(Operators operators) {
        this.operators = operators;
    }

    @POST
    @Path("first-account")
    @Public
    @Operation("Makes the first operator's account, by the one-time token in the log of the first start.")
    public void createFirstOperator(@Context Origin origin, FirstOperator first) {
        operators.createFirst(first.oneTimeToken, first.fullName, first.email, first.password, origin);
    }

    @POST
    @Path("sessions")
    @Public
    @Operation(value = "Signs the platform's operator in.", status = 201, location = "/v1/operator/sessions/current")
    public OperatorSession signInOperator(@Context Origin origin, OperatorSignIn signIn) {
        Operators.OperatorSession s = operators.signIn(signIn.email, signIn.password, origin);
        return new OperatorSession(s.token(), s.expiresAt(), s.operator().fullName());
    }

    @DELETE
    @Path("sessions/current")
    @Operation("Signs the operator out.")
    public void signOutOperator(@Context Bearer bearer) {
        operators.signOut(bearer.token());
    }

    @GET
    @Path("isps")
    @Lists(search = "name and short name")
    @Query(value = "state", type = Operators.State.class, help = "only in this state")
    @Operation("Lists the ISPs with their state and size.")
    public ListOf<IspView> listIsps(@Context Operators.Operator operator, @Context Params params) {
        return ListOf.of(operators.isps(operator, params.list()), IspView::of);
    }

    @POST
    @Path("isps/{tenantId}/suspend")
    @Operation("Locks an ISP's dashboard and API; its subscribers' service goes on.")
    public void suspendIsp(@Context Operators.Operator operator, @PathParam("tenantId") String tenantId, Reason why) {
        operators.suspend(operator, tenant(tenantId), why.reason());
    }

    @POST
    @Path("isps/{tenantId}/reactivate")
    @Operation("Unlocks a suspended ISP.")
    public void reactivateIsp(@Context Operators.Operator operator, @PathParam("tenantId") String tenantId) {
        operators.reactivate(operator, tenant(tenantId));
    }

    @POST
    @Path("isps/{tenantId}/impersonate")
    @Operation(value = "A session inside an ISP with the rights of an admin; written to both audit logs.", status = 201, location = SessionsResource.CURRENT, shownOnce = true)
    public SessionsResource.SessionView impersonate(@Context Operators.Operator operator, @PathParam("tenantId") String tenantId, Impersonation i) {
        return SessionsResource.SessionView.of(operators.impersonate(operator, tenant(tenantId), i.minutes, i.reason));
    }

    private static TenantId tenant(String id) {
        if (!id.matches("[a-z0-9-]{1,36}")) throw new NotFound("ISP");
        return new TenantId(id);
    }

    public record FirstOperator(
            @Field(needed = true, eg = "9fQ2…") String oneTimeToken,
            @Field(needed = true, eg = "Amina Yusuf") String fullName,
            @Field(needed = true, eg = "ops@example.com") String email,
            @Field(needed = true, eg = "correct horse battery staple") String password) {}

    public record OperatorSignIn(@Field(needed = true, eg = "ops@example.com") String email, @Field(needed = true, eg = "correct horse battery staple") String password) {}

    public record OperatorSession(
            @Field(needed = true, eg = "mto_Q0v…") String token, @Field(needed = true) Instant expiresAt, @Field(needed = true, eg = "Amina Yusuf") String fullName) {}

    public record Impersonation(@Field(needed = true, eg = "30", help = "from 1 to 60") Integer minutes, @Field(needed = true, eg = "ticket 4711") String reason) {}

    public record IspView(
            @Field(needed = true, eg = "7g2kq4m9x1c3z") String id,
            @Field(needed = true, eg = "Kasi Networks") String name,
            @Field(needed = true, eg = "kasi") String slug,
            @Field(needed = true) Operators.State state,
            long staff,
            long subscribers,
            @Field(needed = true) Instant createdAt) {
        static IspView of(Operators.Isp i) {
            return new IspView(i.id().value(), i.name(), i.slug(), i.state(), i.staff(), i.subscribers(), i.createdAt());
        }
    }
}
