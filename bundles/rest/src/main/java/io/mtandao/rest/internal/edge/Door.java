package io.mtandao.rest.internal.edge;

import io.mtandao.api.Caller;
import io.mtandao.api.Forbidden;
import io.mtandao.api.Origin;
import io.mtandao.api.Permission;
import io.mtandao.api.tenant.Operators;
import io.mtandao.api.tenant.Sessions;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;

/** Who calls, may they, and is the request well formed: all before a resource is entered. The tenant comes from the bearer and from nowhere else. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public final class Door implements ContainerRequestFilter {
    /** Servlet request attribute for the metrics: the template of the path, never the path itself. */
    public static final String ROUTE = Door.class.getName() + ".route";
    private static final int LONGEST_CLIENT = 200;
    private final Sessions sessions;
    private final Operators operators;
    private final Peers peers;

    @Context
    private ResourceInfo target;

    @Context
    private HttpServletRequest http;

    public Door(Sessions sessions, Operators operators, Peers peers) {
        this.sessions = sessions;
        this.operators = operators;
        this.peers = peers;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        Method method = target.getResourceMethod();
        http.setAttribute(ROUTE, route(target.getResourceClass(), method));
        Operation operation = method.getAnnotation(Operation.class);
        Origin origin = new Origin(peers.address(http), client(request.getHeaderString("User-Agent")));
        Given.put(Origin.class, origin);
        if (!method.isAnnotationPresent(Public.class)) identify(Bearer.of(request.getHeaderString("Authorization")), origin, operation);
        Given.put(Params.class, Params.of(method, request.getUriInfo().getQueryParameters()));
        if (Arrays.asList(method.getParameterTypes()).contains(IfMatch.class)) Given.put(IfMatch.class, IfMatch.of(request.getHeaderString("If-Match")));
        InputStream body = new Limited(request.getEntityStream(), operation.mostBytes());
        request.setEntityStream(Bodiless.body(method).isPresent() ? body : Bodiless.emptied(body));
    }

    private void identify(Bearer bearer, Origin origin, Operation operation) {
        Given.put(Bearer.class, bearer);
        if (target.getResourceClass().isAnnotationPresent(ForOperator.class)) {
            Given.put(Operators.Operator.class, operators.authenticate(bearer.token(), origin));
            return;
        }
        Caller caller = sessions.authenticate(bearer.token(), origin);
        Permission[] needs = operation.needs();
        if (needs.length > 0 && Stream.of(needs).noneMatch(caller::may)) throw new Forbidden(needs[0]);
        for (Permission also : operation.also()) caller.require(also);
        Given.put(Caller.class, caller);
    }

    private static String route(Class<?> resource, Method method) {
        Path below = method.getAnnotation(Path.class);
        return resource.getAnnotation(Path.class).value() + (below == null ? "" : "/" + below.value());
    }

    private static String client(String userAgent) {
        if (userAgent == null) return "";
        return userAgent.length() > LONGEST_CLIENT ? userAgent.substring(0, LONGEST_CLIENT) : userAgent;
    }
}
