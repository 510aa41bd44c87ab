package io.mtandao.ui.kit;

/** What people call a way of paying. Payments tell the plugin's id only, and not everybody who sees them may see the plugins; an unknown one is named by its id. */
public final class PayMethods {
    private PayMethods() {}

    public static String name(String id) {
        return id == null ? "" : Texts.orElse(id, "payMethod." + id);
    }
}
