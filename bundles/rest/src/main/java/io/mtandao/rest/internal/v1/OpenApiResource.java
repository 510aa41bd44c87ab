package io.mtandao.rest.internal.v1;

import io.mtandao.rest.internal.edge.Operation;
import io.mtandao.rest.internal.edge.Public;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

@Path("/openapi.json")
@Produces(MediaType.APPLICATION_JSON)
public final class OpenApiResource {
    private final Map<String, Object> document;

    public OpenApiResource(Map<String, Object> document) {
        this.document = document;
    }

    @GET
    @Public
    @Operation("This document.")
    public Map<String, Object> getOpenApi() {
        return document;
    }
}
