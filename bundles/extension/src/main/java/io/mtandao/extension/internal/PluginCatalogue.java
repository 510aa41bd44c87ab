package io.mtandao.extension.internal;

import io.mtandao.api.TenantId;
import io.mtandao.api.extension.Plugins;
import io.mtandao.api.extension.Plugins.State;
import io.mtandao.extension.internal.call.PluginCalls;
import io.mtandao.extension.internal.callback.CallbackAddresses;
import io.mtandao.extension.internal.entity.PluginRow;
import io.mtandao.extension.internal.settings.Schema;
import io.mtandao.extension.internal.settings.Setting;
import io.mtandao.extension.internal.settings.SettingsVault;
import io.mtandao.extension.internal.settings.StoredSettings;
import io.mtandao.persistence.TenantTx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What one tenant sees: what is installed, joined with what the tenant has set. */
@Component(service = PluginCatalogue.class)
public final class PluginCatalogue {
    private final TenantTx tx;
    private final InstalledPlugins installed;
    private final SettingsVault vault;
    private final CallbackAddresses addresses;
    private final PluginCalls calls;

    @Activate
    public PluginCatalogue(@Reference TenantTx tx, @Reference InstalledPlugins installed, @Reference SettingsVault vault,
            @Reference CallbackAddresses addresses, @Reference PluginCalls calls) {
        this.tx = tx;
        this.installed = installed;
        this.vault = vault;
        this.addresses = addresses;
        this.calls = calls;
    }

    /** Installed ones, and those that are enabled but away. @param locale null for the plugins' own language */
    public List<Plugins.Plugin> of(TenantId tenant, Locale locale) {
        return all(tenant, locale).stream().filter(p -> p.enabled() || p.state() != State.AWAY).toList();
    }

    public Optional<Plugins.Plugin> find(TenantId tenant, String id, Locale locale) {
        return all(tenant, locale).stream().filter(p -> p.id().equals(id)).findFirst();
    }

    private List<Plugins.Plugin> all(TenantId tenant, Locale locale) {
        return tx.in(tenant, em -> {
            Map<String, PluginRow> rows = PluginTable.all(em).stream().collect(Collectors.toMap(PluginRow::getPluginId, Function.identity()));
            // what was never set stands behind what was
            record Place(String kind, int place, String id, IntFunction<Plugins.Plugin> at) {}
            List<Place> places = new ArrayList<>();
            for (Installed i : installed.all()) {
                PluginRow row = rows.remove(i.id());
                places.add(new Place(i.kind().code(), row == null ? Integer.MAX_VALUE : row.getPlace(), i.id(), order -> running(tenant, i, row, order, locale)));
            }
            rows.values().forEach(row -> places.add(new Place(row.getKind(), row.getPlace(), row.getPluginId(), order -> away(tenant, row, order))));
            places.sort(Comparator.<Place>comparingInt(p -> PluginKind.rank(p.kind())).thenComparingInt(Place::place).thenComparing(Place::id));
            Map<String, Integer> orders = new HashMap<>();
            return places.stream().map(p -> p.at().apply(orders.merge(p.kind(), 1, Integer::sum))).toList();
        });
    }

    private Plugins.Plugin running(TenantId tenant, Installed i, PluginRow row, int order, Locale locale) {
        Schema schema = vault.schema(i, locale);
        StoredSettings stored = row == null ? StoredSettings.NONE : StoredSettings.ofJson(row.getSettings());
        boolean enabled = row != null && row.isEnabled();
        Map<String, String> plain = new TreeMap<>(stored.plain());
        plain.keySet().retainAll(schema.settings().stream().filter(s -> !s.secret()).map(Setting::id).toList());
        return new Plugins.Plugin(i.id(), i.kind().code(), i.version(), i.description().name(), i.description().summary(), i.description().icon(),
            i.description().capabilities().stream().sorted().toList(), enabled ? State.ENABLED : State.AVAILABLE, enabled, order,
            schema.fields(), plain, schema.settings().stream().filter(s -> s.secret() && stored.has(s.id())).map(Setting::id).toList(),
            addresses.urls(tenant, row == null ? null : row.getCallbackToken(), i.description().callbacks()), enabled ? trouble(tenant, i, schema, stored) : null);
    }

    private Plugins.Plugin away(TenantId tenant, PluginRow row, int order) {
        Declared d = Declared.ofJson(row.getDeclared());
        StoredSettings stored = StoredSettings.ofJson(row.getSettings());
        return new Plugins.Plugin(row.getPluginId(), row.getKind(), d.version(), d.name(), d.summary(), d.icon(), d.capabilities(), State.AWAY, row.isEnabled(), order,
            List.of(), stored.plain(), List.copyOf(stored.sealed().keySet()), addresses.urls(tenant, row.getCallbackToken(), d.callbacks()),
            "not running now; what its vendor calls is kept until it is back");
    }

    private String trouble(TenantId tenant, Installed i, Schema schema, StoredSettings stored) {
        // a newer version may want what the older one did not have
        String missing = schema.settings().stream().filter(s -> s.mandatory() && !stored.has(s.id())).map(Setting::name).collect(Collectors.joining(", "));
        return missing.isEmpty() ? calls.figures(new PluginCalls.Key(tenant, i.id())).trouble() : "must be set: " + missing;
    }
}
