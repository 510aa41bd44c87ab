package io.mtandao.extension.internal.call;

import io.mtandao.api.Caller;
import io.mtandao.api.Invalid;
import io.mtandao.api.TenantId;
import io.mtandao.api.Unavailable;
import io.mtandao.api.tenant.Settings;
import io.mtandao.api.tenant.TenantSettings;
import io.mtandao.extension.internal.Installed;
import io.mtandao.extension.internal.InstalledPlugins;
import io.mtandao.extension.internal.PluginKind;
import io.mtandao.extension.internal.PluginTable;
import io.mtandao.extension.internal.callback.CallbackAddresses;
import io.mtandao.extension.internal.entity.PluginRow;
import io.mtandao.extension.internal.settings.SettingsVault;
import io.mtandao.extension.internal.settings.StoredSettings;
import io.mtandao.persistence.TenantTx;
import io.mtandao.spi.Health;
import io.mtandao.spi.Plugin;
import io.mtandao.spi.PluginDescription;
import io.mtandao.spi.PluginRegistry;
import io.mtandao.spi.TenantContext;
import io.mtandao.spi.VendorProblem;
import io.mtandao.spi.VendorProblem.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The registry as the platform's bundles see it: of one tenant, what is both enabled and running. */
@Component(service = {PluginRegistry.class, EnabledPlugins.class})
public final class EnabledPlugins implements PluginRegistry {
    /** Looking at settings calls nobody; who takes longer hangs. */
    private static final Duration LOOK = Duration.ofSeconds(5);
    private final TenantTx tx;
    private final InstalledPlugins installed;
    private final SettingsVault vault;
    private final CallbackAddresses addresses;
    private final PluginCalls calls;
    private final Settings tenants;

    @Activate
    public EnabledPlugins(@Reference TenantTx tx, @Reference InstalledPlugins installed, @Reference SettingsVault vault,
            @Reference CallbackAddresses addresses, @Reference PluginCalls calls, @Reference Settings tenants) {
        this.tx = tx;
        this.installed = installed;
        this.vault = vault;
        this.addresses = addresses;
        this.calls = calls;
        this.tenants = tenants;
    }

    @Override
    public <P extends Plugin<?>> List<Handle<P>> enabled(TenantId tenant, Class<P> kind) {
        record Row(String id, StoredSettings settings, String token) {}
        List<Row> rows = tx.in(tenant, em -> PluginTable.enabled(em, PluginKind.of(kind)).stream()
            .map(r -> new Row(r.getPluginId(), StoredSettings.ofJson(r.getSettings()), r.getCallbackToken())).toList());
        return rows.stream().flatMap(r -> installed.find(r.id()).filter(i -> kind.isInstance(i.plugin()))
            .<Handle<P>>map(i -> new TenantPlugin<>(tenant, i, r.settings(), r.token())).stream()).toList();
    }

    @Override
    public <P extends Plugin<?>> Optional<Handle<P>> enabled(TenantId tenant, Class<P> kind, String pluginId) {
        return enabled(tenant, kind).stream().filter(h -> h.description().id().equals(pluginId)).findFirst();
    }

    /** A plugin whether enabled or not, with what is stored for it. */
    public <P extends Plugin<?>> TenantPlugin<P> of(TenantId tenant, Installed plugin) {
        return tx.in(tenant, em -> {
            Optional<PluginRow> row = PluginTable.find(em, plugin.id());
            return new TenantPlugin<>(tenant, plugin, StoredSettings.ofJson(row.map(PluginRow::getSettings).orElse(null)),
                row.map(PluginRow::getCallbackToken).orElse(null));
        });
    }

    /**
     * What the plugin itself has against settings that are to be stored, by field; also while its calls are held back.
     *
     * @throws Unavailable when it cannot say
     */
    public Map<String, String> faults(TenantId tenant, Installed plugin, StoredSettings settings) {
        try {
            return new TenantPlugin<Plugin<Object>>(tenant, plugin, settings, null).call((p, context) -> p.faults(context.settings()), LOOK, true);
        } catch (VendorProblem e) {
            throw new Unavailable(plugin.description().name() + " could not look at its settings, and nothing was changed: " + e.getMessage());
        }
    }

    /** Tries a plugin with what is stored, also while its calls are held back. */
    public Health test(TenantId tenant, Installed plugin) {
        try {
            Health health = this.<Plugin<Object>>of(tenant, plugin).call((p, context) -> tried(p, context), calls.testLimit(), true);
            if (health.ok()) forgive(tenant, plugin.id());
            return health;
        } catch (VendorProblem e) {
            return Health.bad(e.getMessage());
        }
    }

    /** Settings from before the plugin looked at them, or an older version of it did, may be wrong in themselves. */
    private static Health tried(Plugin<Object> plugin, TenantContext<Object> context) {
        Map<String, String> faults = plugin.faults(context.settings());
        if (faults.isEmpty()) return plugin.test(context);
        return Health.bad(faults.entrySet().stream().map(f -> f.getKey() + " " + f.getValue()).collect(Collectors.joining("; ")));
    }

    /** After its settings have changed, or it was seen to work, what failed before says nothing any more. */
    public void forgive(TenantId tenant, String pluginId) {
        calls.forgive(new PluginCalls.Key(tenant, pluginId));
    }

    /** One plugin as one tenant has it set. */
    public final class TenantPlugin<P extends Plugin<?>> implements Handle<P> {
        private final TenantId tenant;
        private final Installed plugin;
        private final StoredSettings settings;
        private final String token;
        private TenantContext<Object> context;

        TenantPlugin(TenantId tenant, Installed plugin, StoredSettings settings, String token) {
            this.tenant = tenant;
            this.plugin = plugin;
            this.settings = settings;
            this.token = token;
        }

        @Override
        public PluginDescription description() {
            return plugin.description();
        }

        @Override
        public <R> R call(Call<P, R> call) {
            return call(call, null, false);
        }

        /** @param limit null for the operator's @param always also when calls are held back */
        public <R> R call(Call<P, R> call, Duration limit, boolean always) {
            if (tx.running()) throw new IllegalStateException("a plugin must not be called inside a unit of work");
            if (installed.find(plugin.id()).filter(plugin::equals).isEmpty()) throw new VendorProblem(Outcome.RETRY, plugin.id() + " is not running now");
            @SuppressWarnings("unchecked") // enabled() looked at the kind
            P target = (P) plugin.plugin();
            TenantContext<Object> with = context();
            Terms terms = new Terms(target.getClass().getClassLoader(), limit, always, plugin.kind() != PluginKind.NETWORK);
            return calls.call(new PluginCalls.Key(tenant, plugin.id()), terms, () -> call.on(target, with));
        }

        private synchronized TenantContext<Object> context() {
            if (context != null) return context;
            TenantSettings t = tenants.get(Caller.system(tenant, "extension"));
            try {
                Object typed = vault.typed(tenant, plugin, settings);
                context = new TenantContext<>(tenant, typed, t.currency(), t.country(), t.timeZone(), addresses.urls(tenant, token, plugin.description().callbacks()));
            } catch (Invalid e) {
                throw new VendorProblem(Outcome.MISCONFIGURED, "the settings of " + plugin.description().name() + " are not complete: " + e.fields(), e);
            }
            return context;
        }
    }
}
