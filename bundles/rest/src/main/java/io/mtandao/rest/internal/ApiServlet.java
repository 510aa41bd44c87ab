package io.mtandao.rest.internal;

import io.mtandao.rest.internal.edge.Door;
import io.mtandao.rest.internal.ops.Metrics;
import io.mtandao.rest.internal.ops.Served;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.cxf.jaxrs.servlet.CXFNonSpringJaxrsServlet;
import org.apache.cxf.logging.FaultListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * CXF in the HTTP whiteboard. A prototype, because a CXF servlet that was destroyed cannot be initialised again. Initialised at once: {@link Served} waits for it,
 * and so would who calls first.
 */
@Component(service = Servlet.class, scope = ServiceScope.PROTOTYPE, property = {
    "osgi.http.whiteboard.servlet.pattern=" + Api.BASE + "/*",
    "osgi.http.whiteboard.servlet.name=mtandao-api",
    "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true",
    "load-on-startup:Integer=1",
    "servlet.init.hide-service-list-page=true"
})
public final class ApiServlet extends CXFNonSpringJaxrsServlet {
    private static final long serialVersionUID = 1;
    private final transient Metrics metrics;
    private final transient Served served;
    private boolean open;

    @Activate
    public ApiServlet(@Reference Api api, @Reference Metrics metrics, @Reference Served served) {
        super(application(api));
        this.metrics = metrics;
        this.served = served;
    }

    /** CXF finds its parts by the context class loader. Of callers who hang up it shall not write to the log. */
    @Override
    public void init(ServletConfig config) throws ServletException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ApiServlet.class.getClassLoader());
        try {
            super.init(config);
            getBus().setProperty(FaultListener.class.getName(), (FaultListener) (fault, description, message) -> !(fault.getCause() instanceof IOException));
        } finally {
            thread.setContextClassLoader(before);
        }
        open = true;
        served.opened();
    }

    @Override
    public void destroy() {
        if (open) served.closed();
        open = false;
        super.destroy();
    }

    @Override
    public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        long begun = System.nanoTime();
        try {
            super.service(request, response);
        } finally {
            Object route = request.getAttribute(Door.ROUTE);
            metrics.answered(((HttpServletRequest) request).getMethod(), route == null ? "none" : (String) route, ((HttpServletResponse) response).getStatus(), System.nanoTime() - begun);
        }
    }

    private static Application application(Api api) {
        Set<Object> singletons = new LinkedHashSet<>(api.resources());
        singletons.addAll(api.providers());
        return new Application() {
            // deprecated for CDI's sake, which is not here
            @Override
            @SuppressWarnings({"deprecation", "removal"})
            public Set<Object> getSingletons() {
                return singletons;
            }
        };
    }
}
