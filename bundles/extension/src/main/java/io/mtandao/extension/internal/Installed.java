package io.mtandao.extension.internal;

import io.mtandao.spi.CallbackQuestions;
import io.mtandao.spi.Plugin;
import io.mtandao.spi.PluginDescription;
import org.osgi.framework.Bundle;

/** A plugin that is running now. @param bundle where it comes from, in which its Metatype lies */
public record Installed(PluginKind kind, PluginDescription description, Plugin<?> plugin, Bundle bundle) {
    public String id() {
        return description.id();
    }

    public String version() {
        return bundle.getVersion().toString();
    }

    /** Whether it can answer a vendor's question. */
    public boolean answers() {
        return plugin instanceof CallbackQuestions;
    }
}
