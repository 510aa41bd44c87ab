package io.mtandao.api.extension;

import io.mtandao.api.Caller;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The plugins of one ISP. */
public interface Plugins {
    /** Installed ones and those that the ISP enabled but that are away now; by kind, then in the ISP's order. */
    List<Plugin> list(Caller caller, Locale locale);

    Plugin get(Caller caller, String id, Locale locale);

    /**
     * @param settings by field id, as text; an absent or null secret keeps the stored one, an empty text clears it
     * @throws io.mtandao.api.Invalid with a text per field
     */
    Plugin configure(Caller caller, String id, boolean enabled, Map<String, String> settings);

    /** Tries the connection with the stored settings. */
    TestResult test(Caller caller, String id);

    /** Puts the plugins of a kind in the order of first choice. */
    void order(Caller caller, String kind, List<String> ids);

    /** Runs when a plugin comes or goes; close to stop listening. */
    AutoCloseable onChange(Runnable listener);

    /**
     * @param kind "payment", "sms", "whatsapp", "mail", "network"
     * @param icon name of an icon, for example "vaadin:money"
     * @param settings stored values by field id; secrets never: only whether one is set
     * @param callbackUrls by purpose, to be entered at the vendor's
     */
    record Plugin(
            String id,
            String kind,
            String version,
            String name,
            String summary,
            String icon,
            List<String> capabilities,
            State state,
            boolean enabled,
            int order,
            List<Field> fields,
            Map<String, String> settings,
            List<String> secretsSet,
            Map<String, String> callbackUrls,
            String trouble) {}

    enum State {
        /** Installed, not enabled by this ISP. */
        AVAILABLE,
        ENABLED,
        /** Enabled, but the bundle is not running now; callbacks wait. */
        AWAY
    }

    /** @param type "text", "integer", "boolean", "password", "option" @param options value to label */
    record Field(
            String id, String name, String help, String type, boolean required, String defaultValue, Map<String, String> options) {}

    record TestResult(boolean ok, String text, long millis) {}
}
