package io.mtandao.rest.internal.v1;

import io.mtandao.api.Caller;
import io.mtandao.api.Origin;
import io.mtandao.api.Permission;
import io.mtandao.api.Role;
import io.mtandao.api.tenant.Sessions;
import io.mtandao.api.tenant.Staff;
import io.mtandao.rest.internal.edge.Bearer;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Operation;
import io.mtandao.rest.internal.edge.Public;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

@Path("/v1/sessions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class SessionsResource {
    static final String CURRENT = "/v1/sessions/current";
    private final Sessions sessions;
    private final Staff staff;

    public SessionsResource(Sessions sessions, Staff staff) {
        this.sessions = sessions;
        this.staff = staff;
    }

    @POST
    @Public
    @Operation(value = "Signs a member of an ISP's staff in; the token is the bearer of every further call.", status = 201, location = CURRENT)
    public SessionView signIn(@Context Origin origin, SignIn signIn) {
        return SessionView.of(sessions.signIn(signIn.slug, signIn.email, signIn.password, origin));
    }

    @GET
    @Path("current")
    @Operation("Who holds this bearer, and what it may.")
    public Whoami whoami(@Context Caller caller) {
        return new Whoami(caller.kind(), caller.id(), caller.name(), new TreeSet<>(caller.permissions()));
    }

    @DELETE
    @Path("current")
    @Operation("Signs out: the token is worth nothing afterwards.")
    public void signOut(@Context Bearer bearer) {
        sessions.signOut(bearer.token());
    }

    @POST
    @Path("password-resets")
    @Public
    @Operation(value = "Mails a link by which the password can be set anew; the answer is the same whether there is such an account or not.", status = 202)
    public void requestReset(@Context Origin origin, ResetRequest request) {
        staff.requestReset(request.slug, request.email, origin);
    }

    @POST
    @Path("password-resets/confirm")
    @Public
    @Operation("Sets a new password by the token of a mailed or one-time link.")
    public void resetPassword(@Context Origin origin, Reset reset) {
        staff.resetPassword(reset.token, reset.newPassword, origin);
    }

    public record SignIn(
            @Field(needed = true, eg = "kasi", help = "the ISP's short name or its own host name") String slug,
            @Field(needed = true, eg = "wanjiku@kasi.example") String email,
            @Field(needed = true, eg = "correct horse battery staple") String password) {}

    public record SessionView(
            @Field(needed = true, eg = "mts_Zk3uT0…") String token, @Field(needed = true) Instant expiresAt, @Field(needed = true) Set<Role> roles) {
        static SessionView of(Sessions.Session s) {
            return new SessionView(s.token(), s.expiresAt(), s.roles());
        }
    }

    public record Whoami(
            @Field(needed = true) Caller.Kind kind,
            @Field(needed = true, eg = "17") String id,
            @Field(needed = true, eg = "Wanjiku Kamau") String name,
            @Field(needed = true) Set<Permission> permissions) {}

    public record ResetRequest(@Field(needed = true, eg = "kasi") String slug, @Field(needed = true, eg = "wanjiku@kasi.example") String email) {}

    public record Reset(@Field(needed = true, eg = "9fQ2…") String token, @Field(needed = true, eg = "another good password") String newPassword) {}
}
