package io.mtandao.extension.internal.settings;

import io.mtandao.extension.internal.Json;
import java.util.Map;
import java.util.TreeMap;

/** A tenant's settings as they lie in the database. @param plain by field id @param sealed secrets, each sealed for tenant, plugin and field */
public record StoredSettings(Map<String, String> plain, Map<String, String> sealed) {
    public static final StoredSettings NONE = new StoredSettings(Map.of(), Map.of());

    public StoredSettings {
        plain = new TreeMap<>(plain == null ? Map.of() : plain);
        sealed = new TreeMap<>(sealed == null ? Map.of() : sealed);
    }

    public static StoredSettings ofJson(String json) {
        return json == null ? NONE : Json.read(json, StoredSettings.class);
    }

    public String json() {
        return Json.write(this);
    }

    public boolean has(String field) {
        return plain.containsKey(field) || sealed.containsKey(field);
    }
}
