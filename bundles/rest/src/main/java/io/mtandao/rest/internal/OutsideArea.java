package io.mtandao.rest.internal;

import io.mtandao.api.extension.CallbackInbox;
import io.mtandao.api.extension.Plugins;
import io.mtandao.api.messaging.Messages;
import io.mtandao.api.router.Routers;
import io.mtandao.rest.internal.v1.CallbacksResource;
import io.mtandao.rest.internal.v1.MessagesResource;
import io.mtandao.rest.internal.v1.PluginsResource;
import io.mtandao.rest.internal.v1.RoutersResource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the platform talks to: routers, vendors, phones. */
@Component(service = OutsideArea.class)
public final class OutsideArea implements Area {
    private final List<Object> resources;

    @Activate
    public OutsideArea(@Reference Routers routers, @Reference Plugins plugins, @Reference Messages messages, @Reference CallbackInbox inbox) {
        resources = List.of(new RoutersResource(routers), new PluginsResource(plugins), new MessagesResource(messages), new CallbacksResource(inbox));
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
