package io.mtandao.demo.internal;

import java.io.IOException;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** Changes the operator's settings for the time of the demo, and puts back what stood there. */
final class OperatorSettings {
    /** Stands on what we wrote, so that it is known as ours after a crash. */
    private static final String MARK = DemoSettings.PID;
    private final ConfigurationAdmin admin;
    /** By pid and name; null where nothing stood. */
    private final Map<String, Map<String, Object>> before = new HashMap<>();

    OperatorSettings(ConfigurationAdmin admin) {
        this.admin = admin;
    }

    /** Where a plugin finds its vendor. */
    void point(String pid, String url) throws IOException {
        put(pid, Map.of("productionUrl", url, "sandboxUrl", url));
    }

    void put(String pid, Map<String, String> ours) throws IOException {
        Configuration configuration = admin.getConfiguration(pid, "?");
        Hashtable<String, Object> settings = settings(configuration);
        Map<String, Object> kept = new HashMap<>();
        ours.forEach((name, value) -> {
            kept.put(name, settings.containsKey(MARK) ? null : settings.get(name));
            settings.put(name, value);
        });
        settings.put(MARK, "true");
        before.put(pid, kept);
        configuration.updateIfDifferent(settings);
    }

    void restore() throws IOException {
        for (Map.Entry<String, Map<String, Object>> entry : before.entrySet()) {
            Configuration configuration = admin.getConfiguration(entry.getKey(), "?");
            Hashtable<String, Object> settings = settings(configuration);
            settings.remove(MARK);
            entry.getValue().forEach((name, value) -> {
                if (value == null) settings.remove(name);
                else settings.put(name, value);
            });
            boolean ours = settings.keySet().stream().allMatch("service.pid"::equals);
            if (ours) configuration.delete();
            else configuration.updateIfDifferent(settings);
        }
    }

    private static Hashtable<String, Object> settings(Configuration configuration) {
        Hashtable<String, Object> settings = new Hashtable<>();
        Dictionary<String, Object> there = configuration.getProperties();
        if (there != null) for (String key : Collections.list(there.keys())) settings.put(key, there.get(key));
        return settings;
    }
}
