package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.ROUTERS_READ;
import static io.mtandao.api.Permission.ROUTERS_WRITE;

import io.mtandao.api.Caller;
import io.mtandao.api.router.Router;
import io.mtandao.api.router.Routers;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Identified;
import io.mtandao.rest.internal.edge.IfMatch;
import io.mtandao.rest.internal.edge.Lists;
import io.mtandao.rest.internal.edge.Operation;
import io.mtandao.rest.internal.edge.Params;
import io.mtandao.rest.internal.edge.Query;
import io.mtandao.rest.internal.edge.Versioned;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

@Path("/v1/routers")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class RoutersResource {
    private final Routers routers;

    public RoutersResource(Routers routers) {
        this.routers = routers;
    }

    @GET
    @Lists(sorts = {"name", "createdAt"})
    @Query(value = "health", type = Router.Health.class, help = "only in this health")
    @Operation(value = "Lists routers.", needs = ROUTERS_READ)
    public ListOf<RouterView> listRouters(@Context Caller caller, @Context Params params) {
        return ListOf.of(routers.list(caller, params.list()), RouterView::of);
    }

    @POST
    @Operation(value = "Adds a router.", needs = ROUTERS_WRITE, status = 201)
    public RouterView createRouter(@Context Caller caller, RouterDraft draft) {
        return RouterView.of(routers.create(caller, draft.toDraft()));
    }

    @GET
    @Path("{id}")
    @Operation(value = "One router and its health.", needs = ROUTERS_READ)
    public RouterView getRouter(@Context Caller caller, @PathParam("id") long id) {
        return RouterView.of(routers.get(caller, id));
    }

    @PUT
    @Path("{id}")
    @Operation(value = "Replaces a router's data; a null password leaves the old one.", needs = ROUTERS_WRITE)
    public RouterView updateRouter(@Context Caller caller, @Context IfMatch read, @PathParam("id") long id, RouterDraft draft) {
        return RouterView.of(routers.update(caller, id, read.version(), draft.toDraft()));
    }

    @DELETE
    @Path("{id}")
    @Operation(value = "Removes a router on which no subscription stands, pending and expired ones counted; cancelled ones do not hold it.",
        needs = ROUTERS_WRITE)
    public void deleteRouter(@Context Caller caller, @PathParam("id") long id) {
        routers.delete(caller, id);
    }

    @POST
    @Path("{id}/test")
    @Operation(value = "Connects now and reads what the router says of itself; with TLS and no pinned certificate it tells the fingerprint to confirm.", needs = ROUTERS_WRITE, makes = false)
    public ProbeView testRouter(@Context Caller caller, @PathParam("id") long id) {
        Routers.Probe p = routers.test(caller, id);
        return new ProbeView(p.ok(), p.text(), p.fingerprint(), p.facts());
    }

    @GET
    @Path("{id}/secrets")
    @Operation(value = "The router's PPP secrets as they are now, without their passwords.", needs = ROUTERS_WRITE)
    public ListOf<SecretView> listSecrets(@Context Caller caller, @PathParam("id") long id) {
        return ListOf.all(routers.secrets(caller, id), SecretView::of);
    }

    public record RouterDraft(
            @Field(needed = true, eg = "Rongai tower") String name,
            @Field(needed = true, eg = "mikrotik", help = "an enabled network plugin") String driver,
            @Field(needed = true, eg = "10.20.0.1") String host,
            @Field(needed = true, eg = "8729") Integer port,
            @Field(needed = true, eg = "mtandao") String user,
            @Field(eg = "s3cret", help = "write-only; null keeps the stored one") String password,
            @Field(needed = true) Boolean tls,
            @Field(eg = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", help = "SHA-256 of its certificate; null: learn it by a test") String fingerprint) {
        Routers.Draft toDraft() {
            return new Routers.Draft(name, driver, host, port, user, password, tls, fingerprint);
        }
    }

    public record RouterView(
            long id,
            int version,
            @Field(needed = true, eg = "Rongai tower") String name,
            @Field(needed = true, eg = "mikrotik") String driver,
            @Field(needed = true, eg = "10.20.0.1") String host,
            @Field(eg = "8729") int port,
            @Field(eg = "mtandao") String user,
            boolean tls,
            @Field(eg = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08") String fingerprint,
            @Field(needed = true) Router.Health health,
            @Field(eg = "RouterOS 7.16, 3 % CPU") String healthText,
            Instant lookedAt,
            @Field(help = "how many use it") long subscriptions,
            @Field(help = "how many of them are not as desired") long failing) implements Identified, Versioned {
        static RouterView of(Router r) {
            return new RouterView(r.id(), r.version(), r.name(), r.driver(), r.host(), r.port(), r.user(), r.tls(), r.fingerprint(), r.health(), r.healthText(), r.lookedAt(),
                r.subscriptions(), r.failing());
        }
    }

    public record ProbeView(
            boolean ok,
            @Field(needed = true, eg = "RouterOS 7.16 on RB5009, 3 % CPU") String text,
            @Field(eg = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08") String fingerprint,
            Map<String, String> facts) {}

    public record SecretView(
            @Field(needed = true, eg = "gracemuthoni0") String name,
            @Field(eg = "home-10m") String profile,
            @Field(eg = "pppoe") String service,
            boolean disabled,
            @Field(eg = "MT-1000") String comment) {
        static SecretView of(Routers.Secret s) {
            return new SecretView(s.name(), s.profile(), s.service(), s.disabled(), s.comment());
        }
    }
}
