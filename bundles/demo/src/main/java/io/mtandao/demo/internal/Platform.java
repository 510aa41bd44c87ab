package io.mtandao.demo.internal;

import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.SubscriberImports;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.api.extension.Plugins;
import io.mtandao.api.payment.Payments;
import io.mtandao.api.router.Routers;
import io.mtandao.api.tenant.Registrations;
import io.mtandao.api.tenant.Sessions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The services of the platform that the demo uses: there when all of them are. */
@Component(service = Platform.class)
public final class Platform {
    final Registrations registrations;
    final Sessions sessions;
    final Plugins plugins;
    final Routers routers;
    final Packages packages;
    final Subscribers subscribers;
    final Subscriptions subscriptions;
    final SubscriberImports imports;
    final Payments payments;

    @Activate
    public Platform(@Reference Registrations registrations, @Reference Sessions sessions, @Reference Plugins plugins, @Reference Routers routers,
            @Reference Packages packages, @Reference Subscribers subscribers, @Reference Subscriptions subscriptions, @Reference SubscriberImports imports,
            @Reference Payments payments) {
        this.registrations = registrations;
        this.sessions = sessions;
        this.plugins = plugins;
        this.routers = routers;
        this.packages = packages;
        this.subscribers = subscribers;
        this.subscriptions = subscriptions;
        this.imports = imports;
        this.payments = payments;
    }
}
