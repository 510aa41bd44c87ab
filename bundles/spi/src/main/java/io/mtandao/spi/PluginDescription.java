package io.mtandao.spi;

import java.util.List;
import java.util.Set;

/**
 * @param id short, lower-case, unique over all plugins and stable: it is stored with every payment and message ("mpesa", "africastalking")
 * @param name for people
 * @param summary one sentence for the card in the UI
 * @param icon a Vaadin icon name such as "vaadin:money"
 * @param capabilities by the kind's own names
 * @param hosts host names it must reach
 * @param walledGarden host names that subscribers without service must reach to pay by it
 * @param callbacks what its vendor calls
 */
public record PluginDescription(
        String id, String name, String summary, String icon, Set<String> capabilities, List<String> hosts, List<String> walledGarden, List<Callback> callbacks) {
    public PluginDescription {
        if (!id.matches("[a-z0-9-]{2,40}")) throw new IllegalArgumentException("plugin id");
        capabilities = Set.copyOf(capabilities);
        hosts = List.copyOf(hosts);
        walledGarden = List.copyOf(walledGarden);
        callbacks = List.copyOf(callbacks);
    }

    /** The callback of that purpose, or null. */
    public Callback callback(String purpose) {
        return callbacks.stream().filter(c -> c.purpose().equals(purpose)).findFirst().orElse(null);
    }
}
