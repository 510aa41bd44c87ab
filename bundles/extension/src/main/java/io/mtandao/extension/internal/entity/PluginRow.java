package io.mtandao.extension.internal.entity;

import io.mtandao.persistence.TenantEntity;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** How one ISP has one plugin set. The row stays when the plugin is switched off or taken out: its settings and its callback address are kept. */
@Entity
@Table(name = "extension_plugin")
public class PluginRow extends TenantEntity {
    @Column(name = "plugin_id")
    private String pluginId;

    private String kind;
    private boolean enabled;
    private int place;
    private String settings;
    private String declared;

    @Column(name = "callback_token")
    private String callbackToken;

    protected PluginRow() {}

    public PluginRow(String pluginId, String kind, int place) {
        this.pluginId = pluginId;
        this.kind = kind;
        this.place = place;
    }

    /** @param settings JSON @param declared JSON of what the plugin said of itself */
    public void configure(boolean enabled, String settings, String declared) {
        this.enabled = enabled;
        this.settings = settings;
        this.declared = declared;
    }

    public void disable() {
        enabled = false;
    }

    public void moveTo(int place) {
        this.place = place;
    }

    /** Once and for ever: vendors register addresses once. */
    public void giveToken(String sealed) {
        if (callbackToken != null) throw new IllegalStateException("has a callback token");
        callbackToken = sealed;
    }

    public String getPluginId() {
        return pluginId;
    }

    public String getKind() {
        return kind;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public int getPlace() {
        return place;
    }

    public String getSettings() {
        return settings;
    }

    public String getDeclared() {
        return declared;
    }

    public String getCallbackToken() {
        return callbackToken;
    }
}
