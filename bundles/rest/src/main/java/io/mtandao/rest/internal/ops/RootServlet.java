package io.mtandao.rest.internal.ops;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;

/** The bare address leads to the UI. */
@Component(service = Servlet.class, property = {"osgi.http.whiteboard.servlet.pattern=", "osgi.http.whiteboard.servlet.name=mtandao-root"})
public final class RootServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        // relative, so that it holds behind any proxy
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", request.getContextPath() + "/ui/");
    }
}
