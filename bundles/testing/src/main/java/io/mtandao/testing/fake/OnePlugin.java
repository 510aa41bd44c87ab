package io.mtandao.testing.fake;

import io.mtandao.api.TenantId;
import io.mtandao.spi.Plugin;
import io.mtandao.spi.PluginDescription;
import io.mtandao.spi.PluginRegistry;
import io.mtandao.spi.TenantContext;
import io.mtandao.spi.VendorProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A registry in which every tenant has the same few plugins enabled; calls go straight through, and fail inside a unit of work as the real one does. */
public final class OnePlugin implements PluginRegistry {
    private final List<Plugin<?>> plugins = new ArrayList<>();
    private final java.util.function.BooleanSupplier inUnitOfWork;

    public OnePlugin(java.util.function.BooleanSupplier inUnitOfWork, Plugin<?>... plugins) {
        this.inUnitOfWork = inUnitOfWork;
        this.plugins.addAll(List.of(plugins));
    }

    public void remove(Plugin<?> plugin) {
        plugins.remove(plugin);
    }

    public void add(Plugin<?> plugin) {
        plugins.add(plugin);
    }

    @Override
    public <P extends Plugin<?>> List<Handle<P>> enabled(TenantId tenant, Class<P> kind) {
        List<Handle<P>> found = new ArrayList<>();
        for (Plugin<?> p : plugins) if (kind.isInstance(p)) found.add(handle(tenant, kind.cast(p)));
        return found;
    }

    @Override
    public <P extends Plugin<?>> Optional<Handle<P>> enabled(TenantId tenant, Class<P> kind, String pluginId) {
        return enabled(tenant, kind).stream().filter(h -> h.description().id().equals(pluginId)).findFirst();
    }

    private <P extends Plugin<?>> Handle<P> handle(TenantId tenant, P plugin) {
        return new Handle<>() {
            @Override
            public PluginDescription description() {
                return plugin.describe();
            }

            @Override
            public <R> R call(Call<P, R> call) {
                if (inUnitOfWork.getAsBoolean()) throw new IllegalStateException("a plugin must not be called inside a unit of work");
                try {
                    return call.on(plugin, new TenantContext<>(tenant, new Object(), "KES", "KE", "Africa/Nairobi", Map.of()));
                } catch (VendorProblem e) {
                    throw e;
                } catch (Exception e) {
                    throw new VendorProblem(VendorProblem.Outcome.UNKNOWN, e.toString(), e);
                }
            }
        };
    }
}
