package io.mtandao.spi;

import io.mtandao.api.TenantId;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** By which the platform's own bundles reach plugins; plugins do not use it. */
@ProviderType
public interface PluginRegistry {
    /** What a tenant enabled of a kind and what is running, in the tenant's order. */
    <P extends Plugin<?>> List<Handle<P>> enabled(TenantId tenant, Class<P> kind);

    <P extends Plugin<?>> Optional<Handle<P>> enabled(TenantId tenant, Class<P> kind, String pluginId);

    /** A plugin as one tenant has it set. */
    @ProviderType
    interface Handle<P extends Plugin<?>> {
        PluginDescription description();

        /**
         * Calls it with the tenant's settings, within a time limit, behind a circuit breaker per tenant and plugin, on a thread of its own. Must not be
         * called inside a unit of work.
         *
         * @throws VendorProblem the plugin's own; RETRY when the breaker is open or no thread is free; UNKNOWN when the time limit passed or the
         *     plugin broke
         */
        <R> R call(Call<P, R> call);
    }

    @FunctionalInterface
    interface Call<P extends Plugin<?>, R> {
        /** @param context its settings type is the plugin's own; the registry made it, so the cast inside is safe */
        R on(P plugin, TenantContext<Object> context) throws Exception;
    }
}
