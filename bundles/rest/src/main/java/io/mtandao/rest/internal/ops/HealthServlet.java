package io.mtandao.rest.internal.ops;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * GET /health: 200 only when the API is served and the database answers. Always there itself, so that a load balancer is told the truth; so nothing that comes and
 * goes is injected, but looked for at each question: in the crowd of a start an optional reference was once missed for good.
 */
@Component(service = Servlet.class, property = {"osgi.http.whiteboard.servlet.pattern=/health", "osgi.http.whiteboard.servlet.name=mtandao-health"})
public final class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final String RAW = "(osgi.jndi.service.name=raw)";
    private final transient DatabaseCheck check = new DatabaseCheck(System::nanoTime);
    private final transient Served api;
    private final transient Supplier<DataSource> database;

    @Activate
    public HealthServlet(@Reference Served api, BundleContext osgi) {
        this(api, () -> database(osgi));
    }

    HealthServlet(Served api, Supplier<DataSource> database) {
        this.api = api;
        this.database = database;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String missing = missing();
        response.setStatus(missing == null ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(missing == null ? "{\"status\":\"up\"}" : "{\"status\":\"down\",\"missing\":\"" + missing + "\"}");
    }

    private String missing() {
        if (!api.isOpen()) return "starting";
        DataSource asked = database.get();
        return asked == null || !check.answers(asked) ? "database" : null;
    }

    /** A plain object for all bundles, so it need not be held while it is asked. @return null if there is none */
    private static DataSource database(BundleContext osgi) {
        try {
            for (ServiceReference<DataSource> found : osgi.getServiceReferences(DataSource.class, RAW)) {
                DataSource there = osgi.getService(found);
                if (there == null) continue;
                osgi.ungetService(found);
                return there;
            }
            return null;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
