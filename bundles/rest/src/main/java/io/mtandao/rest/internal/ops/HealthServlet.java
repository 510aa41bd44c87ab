package io.mtandao.rest.internal.ops;

import io.mtandao.rest.internal.Api;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** GET /health: 200 only when the API is there and the database answers. Always there itself, so that a load balancer is told the truth. */
@Component(service = Servlet.class, property = {"osgi.http.whiteboard.servlet.pattern=/health", "osgi.http.whiteboard.servlet.name=mtandao-health"})
public final class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private final transient DatabaseCheck check = new DatabaseCheck(System::nanoTime);

    /** There as soon as every service that the API calls is. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile transient Api api;

    @Reference(target = "(osgi.jndi.service.name=raw)", cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile transient DataSource database;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        DataSource asked = database;
        String missing = api == null ? "starting" : asked == null || !check.answers(asked) ? "database" : null;
        response.setStatus(missing == null ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(missing == null ? "{\"status\":\"up\"}" : "{\"status\":\"down\",\"missing\":\"" + missing + "\"}");
    }
}
