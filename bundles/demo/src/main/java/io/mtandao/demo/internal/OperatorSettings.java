package io.mtandao.demo.internal;

import java.io.IOException;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** Points plugins at other addresses by the operator's settings, and puts back what stood there. */
final class OperatorSettings {
    private static final List<String> ADDRESSES = List.of("productionUrl", "sandboxUrl");
    /** Stands on what we wrote, so that it is known as ours after a crash. */
    private static final String MARK = DemoSettings.PID;
    private final ConfigurationAdmin admin;
    private final Map<String, Map<String, Object>> before = new HashMap<>();

    OperatorSettings(ConfigurationAdmin admin) {
        this.admin = admin;
    }

    void point(String pid, String url) throws IOException {
        Configuration configuration = admin.getConfiguration(pid, "?");
        Hashtable<String, Object> settings = settings(configuration);
        Map<String, Object> kept = new HashMap<>();
        for (String address : ADDRESSES) {
            if (settings.containsKey(address) && !settings.containsKey(MARK)) kept.put(address, settings.get(address));
            settings.put(address, url);
        }
        settings.put(MARK, "true");
        before.put(pid, kept);
        configuration.updateIfDifferent(settings);
    }

    void restore() throws IOException {
        for (Map.Entry<String, Map<String, Object>> entry : before.entrySet()) {
            Configuration configuration = admin.getConfiguration(entry.getKey(), "?");
            Hashtable<String, Object> settings = settings(configuration);
            settings.remove(MARK);
            ADDRESSES.forEach(settings::remove);
            settings.putAll(entry.getValue());
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
