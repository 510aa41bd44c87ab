package io.mtandao.extension.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.Invalid;
import io.mtandao.api.NotFound;
import io.mtandao.api.Permission;
import io.mtandao.api.Stale;
import io.mtandao.api.TenantId;
import io.mtandao.api.Unavailable;
import io.mtandao.api.extension.Plugins;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.extension.internal.call.EnabledPlugins;
import io.mtandao.extension.internal.callback.CallbackAddresses;
import io.mtandao.extension.internal.entity.PluginRow;
import io.mtandao.extension.internal.settings.SettingsVault;
import io.mtandao.extension.internal.settings.StoredSettings;
import io.mtandao.persistence.TenantTx;
import io.mtandao.spi.Health;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Plugins in one tenant's hands: switched on, set, tried, put in order. */
@Component
public final class TenantPlugins implements Plugins {
    private final TenantTx tx;
    private final InstalledPlugins installed;
    private final PluginCatalogue catalogue;
    private final SettingsVault vault;
    private final CallbackAddresses addresses;
    private final EnabledPlugins registry;
    private final AuditLog audit;

    @Activate
    public TenantPlugins(@Reference TenantTx tx, @Reference InstalledPlugins installed, @Reference PluginCatalogue catalogue, @Reference SettingsVault vault,
            @Reference CallbackAddresses addresses, @Reference EnabledPlugins registry, @Reference AuditLog audit) {
        this.tx = tx;
        this.installed = installed;
        this.catalogue = catalogue;
        this.vault = vault;
        this.addresses = addresses;
        this.registry = registry;
        this.audit = audit;
    }

    @Override
    public List<Plugin> list(Caller caller, Locale locale) {
        caller.require(Permission.PLUGINS_READ);
        return catalogue.of(caller.tenant(), locale);
    }

    @Override
    public Plugin get(Caller caller, String id, Locale locale) {
        caller.require(Permission.PLUGINS_READ);
        return found(caller, id, locale);
    }

    private Plugin found(Caller caller, String id, Locale locale) {
        return catalogue.find(caller.tenant(), id, locale).orElseThrow(() -> new NotFound("plugin"));
    }

    @Override
    public Plugin configure(Caller caller, String id, boolean enabled, Map<String, String> settings) {
        caller.require(Permission.PLUGINS_WRITE);
        Optional<Installed> running = installed.find(id);
        if (running.isPresent()) save(caller, running.get(), enabled, settings == null ? Map.of() : settings);
        else tx.run(caller.tenant(), em -> switchOffWhileAway(em, caller, id, enabled));
        registry.forgive(caller.tenant(), id);
        return found(caller, id, null);
    }

    /** The plugin looks at them before they are stored, and outside the unit of work, for it may be slow. */
    private void save(Caller caller, Installed plugin, boolean enabled, Map<String, String> given) {
        TenantId tenant = caller.tenant();
        StoredSettings stored = tx.in(tenant, em -> stored(PluginTable.find(em, plugin.id()).orElse(null)));
        StoredSettings merged = vault.merge(tenant, plugin, stored, given, enabled);
        boolean matters = enabled || !given.isEmpty(); // switching off must always be possible
        if (matters && vault.complete(plugin, merged)) refuse(registry.faults(tenant, plugin, merged), field -> enabled || given.containsKey(field));
        tx.run(tenant, em -> store(em, caller, plugin, enabled, stored, merged));
    }

    /** @param asked whose faults matter */
    private static void refuse(Map<String, String> faults, Predicate<String> asked) {
        Invalid.Check check = new Invalid.Check();
        faults.forEach((field, text) -> check.that(!asked.test(field), field, text));
        check.orThrow();
    }

    private static StoredSettings stored(PluginRow row) {
        return StoredSettings.ofJson(row == null ? null : row.getSettings());
    }

    private void store(EntityManager em, Caller caller, Installed plugin, boolean enabled, StoredSettings stored, StoredSettings merged) {
        TenantId tenant = caller.tenant();
        PluginRow row = PluginTable.find(em, plugin.id()).orElse(null);
        if (!stored(row).equals(stored)) throw new Stale("plugin");
        Map<String, Object> before = row == null ? null : shown(row.isEnabled(), stored, stored);
        if (row == null) row = new PluginRow(plugin.id(), plugin.kind().code(), PluginTable.all(em).size());
        row.configure(enabled, merged.json(), Declared.of(plugin).json());
        if (enabled && !plugin.description().callbacks().isEmpty()) addresses.ensure(tenant, row);
        em.persist(row);
        audit.record(caller, "plugin.configure", "plugin/" + plugin.id(), before, shown(enabled, stored, merged));
    }

    /** For the audit log: of a secret only whether there is one, and whether it is another than before. */
    private static Map<String, Object> shown(boolean enabled, StoredSettings before, StoredSettings now) {
        Map<String, Object> shown = new TreeMap<>(now.plain());
        now.sealed().forEach((id, sealed) -> shown.put(id, sealed.equals(before.sealed().get(id)) ? "(secret)" : "(new secret)"));
        shown.put("enabled", enabled);
        return shown;
    }

    private void switchOffWhileAway(EntityManager em, Caller caller, String id, boolean enabled) {
        PluginRow row = PluginTable.find(em, id).filter(PluginRow::isEnabled).orElseThrow(() -> new NotFound("plugin"));
        if (enabled) throw new Unavailable(Declared.ofJson(row.getDeclared()).name() + " is not running now; nothing was changed");
        row.disable();
        audit.record(caller, "plugin.configure", "plugin/" + id, Map.of("enabled", true), Map.of("enabled", false));
    }

    @Override
    public TestResult test(Caller caller, String id) {
        // WRITE, because a test goes out to the vendor with the ISP's secrets
        caller.require(Permission.PLUGINS_WRITE);
        Installed plugin = installed.find(id).orElse(null);
        if (plugin == null) throw new Unavailable(found(caller, id, null).name() + " is not running now");
        long began = System.nanoTime();
        Health health = registry.test(caller.tenant(), plugin);
        return new TestResult(health.ok(), health.text(), (System.nanoTime() - began) / 1_000_000);
    }

    @Override
    public void order(Caller caller, String kind, List<String> ids) {
        caller.require(Permission.PLUGINS_WRITE);
        if (new HashSet<>(ids).size() != ids.size()) throw Invalid.field("ids", "each plugin once");
        tx.run(caller.tenant(), em -> {
            List<PluginRow> rows = new ArrayList<>(PluginTable.all(em).stream().filter(r -> r.getKind().equals(kind)).toList());
            List<String> before = rows.stream().map(PluginRow::getPluginId).toList();
            for (String id : ids)
                if (!before.contains(id)) throw Invalid.field("ids", id + " is no plugin of kind " + kind + " that was set before");
            // those that were not named keep their order behind those that were
            rows.sort(Comparator.comparingInt(r -> ids.contains(r.getPluginId()) ? ids.indexOf(r.getPluginId()) : ids.size()));
            for (int place = 0; place < rows.size(); place++) rows.get(place).moveTo(place);
            audit.record(caller, "plugin.order", "plugin-kind/" + kind, Map.of("order", String.join(" ", before)),
                Map.of("order", rows.stream().map(PluginRow::getPluginId).collect(Collectors.joining(" "))));
        });
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        return installed.onChange(listener);
    }
}
