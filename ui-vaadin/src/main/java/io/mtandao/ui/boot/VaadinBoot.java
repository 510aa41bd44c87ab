package io.mtandao.ui.boot;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.di.Lookup;
import com.vaadin.flow.di.LookupInitializer;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ErrorNavigationTargetInitializer;
import com.vaadin.flow.server.startup.LookupServletContainerInitializer;
import com.vaadin.flow.server.startup.RouteRegistryInitializer;
import com.vaadin.flow.server.startup.VaadinAppShellInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.HashSet;
import java.util.Set;

/** The glue to Vaadin's partly internal start-up: does by hand what a servlet container would do with its initialisers, over our own classes only. */
final class VaadinBoot {
    private VaadinBoot() {}

    static void boot(ServletContext servletContext, Set<Class<?>> own) throws ServletException {
        VaadinServletContext context = new VaadinServletContext(servletContext);
        if (context.getAttribute(Lookup.class) != null) return;
        Set<Class<?>> routes = new HashSet<>();
        Set<Class<?>> errors = new HashSet<>();
        Set<Class<?>> shells = new HashSet<>();
        for (Class<?> c : own) {
            if (c.isAnnotationPresent(Route.class) || c.isAnnotationPresent(RouteAlias.class) || c.isAnnotationPresent(Layout.class)) routes.add(c);
            if (HasErrorParameter.class.isAssignableFrom(c)) errors.add(c);
            if (AppShellConfigurator.class.isAssignableFrom(c)) shells.add(c);
        }
        try {
            new LookupServletContainerInitializer().process(new HashSet<>(Set.of(LookupInitializer.class)), servletContext);
            new RouteRegistryInitializer().initialize(routes, context);
            new ErrorNavigationTargetInitializer().initialize(errors, context);
            VaadinAppShellInitializer.init(shells, context);
        } catch (ServletException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
