package io.mtandao.router.internal;

import io.mtandao.api.Invalid;
import io.mtandao.api.TenantId;
import io.mtandao.persistence.SecretBox;
import io.mtandao.router.internal.entity.RouterRow;
import io.mtandao.spi.PluginRegistry;
import io.mtandao.spi.TenantContext;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.network.NetworkDriver;
import io.mtandao.spi.network.NetworkDriver.RouterAddress;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds the driver of a router and calls it. */
@Component(service = Drivers.class)
public final class Drivers {
    static final String PASSWORD = "router-password";
    private final PluginRegistry plugins;
    private final SecretBox secrets;
    private final RouterHosts hosts;

    @Activate
    public Drivers(@Reference PluginRegistry plugins, @Reference SecretBox secrets, @Reference RouterHosts hosts) {
        this.plugins = plugins;
        this.secrets = secrets;
        this.hosts = hosts;
    }

    /** Whether routers may be on that host. Not within a unit of work. */
    void checkHost(Invalid.Check check, String field, String host) {
        hosts.check(check, field, host);
    }

    /** A router as it was read, to be used outside the unit of work. */
    record Target(TenantId tenant, long id, String name, String driver, RouterAddress address) {}

    Target target(TenantId tenant, RouterRow r) {
        String password = secrets.open(tenant, PASSWORD, r.getPassword());
        return new Target(tenant, r.getId(), r.getName(), r.getDriver(), new RouterAddress(r.getHost(), r.getPort(), r.getLogin(), password, r.isTls(), r.getFingerprint()));
    }

    interface Ask<R> {
        R on(NetworkDriver<Object> driver, TenantContext<Object> context, RouterAddress address) throws Exception;
    }

    /** A class literal cannot name the type argument; the registry gives a context that fits. */
    @SuppressWarnings("unchecked")
    private static final Class<NetworkDriver<Object>> KIND = (Class<NetworkDriver<Object>>) (Class<?>) NetworkDriver.class;

    /** @throws VendorProblem RETRY when the driver is not enabled or its bundle is away, MISCONFIGURED when no router may be there, else as the driver says */
    <R> R call(Target target, Ask<R> ask) {
        PluginRegistry.Handle<NetworkDriver<Object>> handle = plugins.enabled(target.tenant, KIND, target.driver)
            .orElseThrow(() -> new VendorProblem(VendorProblem.Outcome.RETRY, "the plugin " + target.driver + " is not enabled or not running"));
        return handle.call((driver, context) -> ask.on(driver, context, hosts.resolved(target.address)));
    }
}
