package io.mtandao.ui.boot;

import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletService;
import io.mtandao.ui.kit.Background;
import io.mtandao.ui.kit.PooledBackground;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Vaadin as a servlet of the OSGi HTTP whiteboard. */
@Component(service = Servlet.class, property = {
    "osgi.http.whiteboard.servlet.name=mtandao-ui",
    "osgi.http.whiteboard.servlet.pattern=/*",
    "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true",
    "osgi.http.whiteboard.context.select=(osgi.http.whiteboard.context.name=mtandao-ui)",
    "servlet.init.productionMode=true",
    "servlet.init.closeIdleSessions=true",
    "servlet.init.heartbeatInterval=120",
    "servlet.init.org.atmosphere.cpr.AtmosphereInterceptor.disable=org.atmosphere.interceptor.OnDisconnectInterceptor",
    "servlet.init.org.atmosphere.cpr.asyncSupport=org.atmosphere.container.Servlet30CometSupport"})
public class UiServlet extends VaadinServlet {
    private static final long serialVersionUID = 1;
    private final transient Services services;
    private final transient Background background = new PooledBackground();

    @Activate
    public UiServlet(@Reference Services services) {
        this.services = services;
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        ClassLoader old = enter();
        try {
            VaadinBoot.boot(config.getServletContext(), ownClasses());
            super.init(config);
        } finally {
            Thread.currentThread().setContextClassLoader(old);
        }
    }

    @Override
    protected VaadinServletService createServletService(DeploymentConfiguration configuration) throws ServiceException {
        VaadinServletService service = new VaadinServletService(this, configuration) {
            private static final long serialVersionUID = 1;

            @Override
            protected Instantiator createInstantiator() {
                return new UiInstantiator(this, services, background);
            }
        };
        service.init();
        new UiRules(services).install(service);
        return service;
    }

    @Override
    public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        if (!running() && response instanceof HttpServletResponse http) {
            http.sendError(503); // its sessions are going: Atmosphere would fail loudly
            return;
        }
        if (response instanceof HttpServletResponse http) BrowserRules.headers(http);
        ClassLoader old = enter();
        try {
            super.service(request, response);
        } finally {
            Thread.currentThread().setContextClassLoader(old);
        }
    }

    @Override
    public void destroy() {
        ClassLoader old = enter();
        try {
            super.destroy();
        } finally {
            Thread.currentThread().setContextClassLoader(old);
            background.close();
        }
    }

    protected boolean running() {
        return FrameworkUtil.getBundle(UiServlet.class).getState() == Bundle.ACTIVE;
    }

    /** The classes of this bundle, among them the views. */
    protected Set<Class<?>> ownClasses() throws ServletException {
        Bundle bundle = FrameworkUtil.getBundle(UiServlet.class);
        Set<Class<?>> out = new HashSet<>();
        int where = BundleWiring.LISTRESOURCES_RECURSE | BundleWiring.LISTRESOURCES_LOCAL;
        for (String path : bundle.adapt(BundleWiring.class).listResources("io/mtandao/ui", "*.class", where)) {
            try {
                out.add(bundle.loadClass(path.substring(0, path.length() - 6).replace('/', '.')));
            } catch (ClassNotFoundException e) {
                throw new ServletException(e);
            }
        }
        return out;
    }

    private static ClassLoader enter() {
        Thread thread = Thread.currentThread();
        ClassLoader old = thread.getContextClassLoader();
        thread.setContextClassLoader(UiServlet.class.getClassLoader());
        return old;
    }
}
