package io.mtandao.rest.internal.v1;

import static io.mtandao.api.Permission.STAFF_READ;
import static io.mtandao.api.Permission.STAFF_WRITE;

import io.mtandao.api.Caller;
import io.mtandao.api.Permission;
import io.mtandao.api.tenant.ApiKeys;
import io.mtandao.rest.internal.edge.Field;
import io.mtandao.rest.internal.edge.Identified;
import io.mtandao.rest.internal.edge.Lists;
import io.mtandao.rest.internal.edge.Operation;
import io.mtandao.rest.internal.edge.Params;
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
import java.util.Set;

@Path("/v1/api-keys")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class ApiKeysResource {
    private final ApiKeys keys;

    public ApiKeysResource(ApiKeys keys) {
        this.keys = keys;
    }

    @GET
    @Lists(sorts = {"name", "createdAt"})
    @Operation(value = "Lists the ISP's API keys, by their hints.", needs = STAFF_READ)
    public ListOf<ApiKeyView> listApiKeys(@Context Caller caller, @Context Params params) {
        return ListOf.of(keys.list(caller, params.list()), ApiKeyView::of);
    }

    @POST
    @Operation(value = "Makes a key for a program; it is shown this once. A key never has more scopes than its maker.", needs = STAFF_WRITE, status = 201, shownOnce = true)
    public NewApiKey createApiKey(@Context Caller caller, ApiKeyDraft draft) {
        ApiKeys.NewKey made = keys.create(caller, draft.name, draft.scopes);
        return new NewApiKey(made.id(), made.key());
    }

    @DELETE
    @Path("{id}")
    @Operation(value = "Revokes a key.", needs = STAFF_WRITE)
    public void revokeApiKey(@Context Caller caller, @PathParam("id") long id) {
        keys.revoke(caller, id);
    }

    public record ApiKeyDraft(@Field(needed = true, eg = "accounting export") String name, @Field(needed = true) Set<Permission> scopes) {}

    public record NewApiKey(long id, @Field(needed = true, eg = "mtk_4hJ…") String key) implements Identified {}

    public record ApiKeyView(
            long id,
            @Field(needed = true, eg = "accounting export") String name,
            @Field(eg = "…9aXq", help = "the key's last characters") String hint,
            @Field(needed = true) Set<Permission> scopes,
            @Field(needed = true) Instant createdAt,
            Instant lastUsedAt) {
        static ApiKeyView of(ApiKeys.ApiKey k) {
            return new ApiKeyView(k.id(), k.name(), k.hint(), k.scopes(), k.createdAt(), k.lastUsedAt());
        }
    }
}
