package io.mtandao.rest.internal.edge;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;

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
        if (answer instanceof Download d) response.getHeaders().putSingle("Content-Disposition", ContentDisposition.attachment(d.fileName()));
        if (operation.status() != 0) response.setStatus(operation.status());
        if (answer instanceof Versioned v) response.getHeaders().putSingle("ETag", IfMatch.etag(v.version()));
        if (isAddressed(operation, target.getResourceMethod())) response.getHeaders().putSingle("Location", location(request, operation, answer));
    }

    /** Whether the answer says where to find what was made or begun. */
    public static boolean isAddressed(Operation operation, Method method) {
        return operation.status() == 201 || operation.status() == 202 && Identified.class.isAssignableFrom(method.getReturnType());
    }

    private static String location(ContainerRequestContext request, Operation operation, Object answer) {
        UriInfo uri = request.getUriInfo();
        if (operation.location().isEmpty()) return uri.getRequestUri().getPath() + "/" + ((Identified) answer).id();
        String path = operation.location();
        for (var p : uri.getPathParameters().entrySet()) path = path.replace("{" + p.getKey() + "}", p.getValue().get(0));
        if (answer instanceof Identified i) path = path.replace(Operation.MADE, "" + i.id());
        return uri.getBaseUri().getPath().replaceFirst("/$", "") + path;
    }
}
