package io.mtandao.rest.internal.edge;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Status, ETag and Location of a success, from what the operation declares and the answer tells of itself. */
@Provider
@Priority(Priorities.USER + 100) // before IdempotencyKeys, which keeps what is decided here
public final class Replies implements ContainerResponseFilter {
    @Context
    private ResourceInfo target;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
        response.getHeaders().putSingle("Cache-Control", "no-store");
        boolean success = response.getStatus() == 200 || response.getStatus() == 204;
        if (!success || target.getResourceMethod() == null) return;
        Operation operation = target.getResourceMethod().getAnnotation(Operation.class);
        Object answer = response.getEntity();
        if (answer instanceof Download d) response.getHeaders().putSingle("Content-Disposition", "attachment; filename=\"" + d.fileName() + "\"");
        if (operation.status() != 0) response.setStatus(operation.status());
        if (answer instanceof Versioned v) response.getHeaders().putSingle("ETag", IfMatch.etag(v.version()));
        if (operation.status() == 201) response.getHeaders().putSingle("Location", location(request, operation, answer));
    }

    private static String location(ContainerRequestContext request, Operation operation, Object answer) {
        if (!operation.location().isEmpty()) return request.getUriInfo().getBaseUri().getPath().replaceFirst("/$", "") + operation.location();
        return request.getUriInfo().getRequestUri().getPath() + "/" + ((Identified) answer).id();
    }
}
