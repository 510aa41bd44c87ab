package io.mtandao.extension.internal;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;

import io.mtandao.spi.Plugin;
import io.mtandao.spi.messaging.MailTransport;
import io.mtandao.spi.messaging.SmsGateway;
import io.mtandao.spi.messaging.WhatsAppGateway;
import io.mtandao.spi.network.NetworkDriver;
import io.mtandao.spi.payment.PaymentMethod;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whiteboard: whatever is registered as a service of one of the kinds is installed. Of two with the same id the first is used, the second
 * takes its place only when the first has left.
 */
@Component(service = InstalledPlugins.class, immediate = true, reference = {
    @Reference(name = "payment", service = PaymentMethod.class, cardinality = MULTIPLE, policy = DYNAMIC, bind = "arrive", unbind = "leave"),
    @Reference(name = "sms", service = SmsGateway.class, cardinality = MULTIPLE, policy = DYNAMIC, bind = "arrive", unbind = "leave"),
    @Reference(name = "whatsapp", service = WhatsAppGateway.class, cardinality = MULTIPLE, policy = DYNAMIC, bind = "arrive", unbind = "leave"),
    @Reference(name = "mail", service = MailTransport.class, cardinality = MULTIPLE, policy = DYNAMIC, bind = "arrive", unbind = "leave"),
    @Reference(name = "network", service = NetworkDriver.class, cardinality = MULTIPLE, policy = DYNAMIC, bind = "arrive", unbind = "leave")
})
public final class InstalledPlugins {
    private static final Logger LOG = LoggerFactory.getLogger(InstalledPlugins.class);
    private final List<Installed> arrived = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public void arrive(ServiceReference<?> reference, Plugin<?> plugin) {
        Installed installed;
        try {
            installed = new Installed(PluginKind.of(plugin), plugin.describe(), plugin, reference.getBundle());
        } catch (RuntimeException | LinkageError e) {
            LOG.error("a plugin that cannot describe itself is left out: {}", plugin.getClass().getName(), e);
            return;
        }
        find(installed.id()).ifPresent(first -> LOG.error("two plugins call themselves {}: that of {} stays, that of {} is not used",
            first.id(), first.bundle().getSymbolicName(), installed.bundle().getSymbolicName()));
        arrived.add(installed);
        LOG.info("plugin {} ({}) {} is here", installed.id(), installed.kind().code(), installed.version());
        tell();
    }

    public void leave(Plugin<?> plugin) {
        for (Installed i : arrived) {
            if (i.plugin() != plugin) continue;
            arrived.remove(i);
            LOG.info("plugin {} has left", i.id());
            tell();
        }
    }

    /** Those in use, by arrival. */
    public List<Installed> all() {
        return arrived.stream().filter(i -> find(i.id()).orElse(null) == i).toList();
    }

    public Optional<Installed> find(String id) {
        return arrived.stream().filter(i -> i.id().equals(id)).findFirst();
    }

    public AutoCloseable onChange(Runnable listener) {
        // wrapped, so that the same listener given twice is two
        Runnable own = listener::run;
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    private void tell() {
        for (Runnable l : listeners) {
            try {
                l.run();
            } catch (RuntimeException e) {
                LOG.warn("a listener to plugins failed", e);
            }
        }
    }
}
