package io.mtandao.extension.internal.settings;

import io.mtandao.api.Invalid;
import io.mtandao.api.TenantId;
import io.mtandao.extension.internal.Installed;
import io.mtandao.persistence.SecretBox;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.MetaTypeService;

/** Takes settings in (checked, secrets sealed) and gives them out (opened, as the plugin's own type). */
@Component(service = SettingsVault.class)
public final class SettingsVault {
    private static final int MOST_STORED = 32_000;
    private final MetaTypeService metatypes;
    private final SecretBox secrets;

    @Activate
    public SettingsVault(@Reference MetaTypeService metatypes, @Reference SecretBox secrets) {
        this.metatypes = metatypes;
        this.secrets = secrets;
    }

    public Schema schema(Installed plugin, Locale locale) {
        return Schema.read(metatypes, plugin.bundle(), plugin.plugin().settingsType(), locale);
    }

    /**
     * What is stored after a person has saved a form: what is absent or null is kept, an empty text is cleared, what the plugin no longer knows is dropped.
     *
     * @param complete whether everything that is required must be there
     * @throws Invalid with a text per field
     */
    public StoredSettings merge(TenantId tenant, Installed plugin, StoredSettings stored, Map<String, String> given, boolean complete) {
        Schema schema = schema(plugin, null);
        Invalid.Check check = new Invalid.Check();
        Map<String, String> clear = clear(tenant, plugin, schema, stored);
        Map<String, String> plain = new TreeMap<>(), sealed = new TreeMap<>();
        for (Setting s : schema.settings()) {
            String fresh = given.get(s.id());
            if (fresh != null) replace(clear, s, fresh.strip(), check);
            String value = clear.get(s.id());
            check.that(!complete || value != null || !s.mandatory(), s.id(), "must be given");
            if (value == null) continue;
            if (!s.secret()) plain.put(s.id(), value);
            else sealed.put(s.id(), fresh == null && stored.sealed().containsKey(s.id()) ? stored.sealed().get(s.id()) : secrets.seal(tenant, purpose(plugin, s.id()), value));
        }
        given.keySet().forEach(id -> check.that(schema.find(id).isPresent(), id, "there is no such setting"));
        if (check.ok()) TypedSettings.faults(plugin.plugin().settingsType(), schema, clear).forEach((field, text) -> check.that(false, field, text));
        check.orThrow();
        StoredSettings merged = new StoredSettings(plain, sealed);
        if (merged.json().length() > MOST_STORED) throw Invalid.field("settings", "too long together");
        return merged;
    }

    private static void replace(Map<String, String> clear, Setting s, String value, Invalid.Check check) {
        if (value.isEmpty()) {
            clear.remove(s.id());
            return;
        }
        String fault = s.fault(value);
        check.that(fault == null, s.id(), fault);
        clear.put(s.id(), value);
    }

    /** Whether everything that must be given is there. */
    public boolean complete(Installed plugin, StoredSettings stored) {
        return schema(plugin, null).settings().stream().allMatch(s -> !s.mandatory() || stored.has(s.id()));
    }

    /** What a plugin gets. @throws Invalid when what is stored does not do for the plugin as it is now */
    public Object typed(TenantId tenant, Installed plugin, StoredSettings stored) {
        Schema schema = schema(plugin, null);
        Map<String, String> clear = clear(tenant, plugin, schema, stored);
        Invalid.Check check = new Invalid.Check();
        schema.settings().forEach(s -> check.that(!s.mandatory() || clear.containsKey(s.id()), s.id(), "must be given"));
        check.orThrow();
        return TypedSettings.of(plugin.plugin().settingsType(), schema, clear);
    }

    private Map<String, String> clear(TenantId tenant, Installed plugin, Schema schema, StoredSettings stored) {
        Map<String, String> clear = new TreeMap<>();
        for (Setting s : schema.settings()) {
            String sealed = stored.sealed().get(s.id());
            // a text that a newer version of the plugin calls a secret is still found among the plain ones
            String value = sealed == null ? stored.plain().get(s.id()) : secrets.open(tenant, purpose(plugin, s.id()), sealed);
            if (value != null) clear.put(s.id(), value);
        }
        return clear;
    }

    private static String purpose(Installed plugin, String field) {
        return "extension." + plugin.id() + "." + field;
    }
}
