package io.mtandao.extension.internal;

import io.mtandao.spi.Callback;
import java.util.List;

/**
 * What a plugin said of itself when the tenant last saved its settings: shown, and answered to its vendor, while it is away.
 *
 * @param answers whether it can answer a vendor's question
 */
public record Declared(String name, String summary, String icon, String version, List<String> capabilities, List<Callback> callbacks, boolean answers) {
    public static Declared of(Installed i) {
        return new Declared(i.description().name(), i.description().summary(), i.description().icon(), i.version(),
            i.description().capabilities().stream().sorted().toList(), i.description().callbacks(), i.answers());
    }

    public static Declared ofJson(String json) {
        return Json.read(json, Declared.class);
    }

    public String json() {
        return Json.write(this);
    }

    /** The callback of that purpose, or null. */
    public Callback callback(String purpose) {
        return callbacks.stream().filter(c -> c.purpose().equals(purpose)).findFirst().orElse(null);
    }
}
