package io.mtandao.ui.boot;

import java.net.URL;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.servlet.context.ServletContextHelper;

/** The place of the UI on the web: {@code /ui}. */
@Component(service = ServletContextHelper.class, scope = ServiceScope.BUNDLE,
    property = {"osgi.http.whiteboard.context.name=mtandao-ui", "osgi.http.whiteboard.context.path=/ui"})
public final class UiContext extends ServletContextHelper {
    /** Vaadin finds the .gz and .br siblings of its files through the servlet context only. */
    @Override
    public URL getResource(String name) {
        if (name == null || !name.startsWith("/VAADIN/static/") || name.contains("..")) return null;
        return FrameworkUtil.getBundle(UiContext.class).getEntry("META-INF/VAADIN/webapp" + name);
    }
}
