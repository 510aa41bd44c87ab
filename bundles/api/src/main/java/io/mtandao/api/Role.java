package io.mtandao.api;

import static io.mtandao.api.Permission.*;

import java.util.EnumSet;
import java.util.Set;

/** What a member of an ISP's staff is; the one table from role to permissions. */
public enum Role {
    OWNER(EnumSet.allOf(Permission.class)),
    ADMIN(EnumSet.allOf(Permission.class)),
    FINANCE(EnumSet.of(SUBSCRIBERS_READ, PACKAGES_READ, SUBSCRIPTIONS_READ, SUBSCRIPTIONS_WRITE, BILLS_READ, BILLS_WRITE,
        PAYMENTS_READ, PAYMENTS_WRITE, PAYMENTS_REQUEST, WALLETS_ADJUST, VOUCHERS_READ, VOUCHERS_WRITE, ROUTERS_READ, MESSAGES_READ, SETTINGS_READ, PLUGINS_READ, DASHBOARD_READ)),
    SUPPORT(EnumSet.of(SUBSCRIBERS_READ, SUBSCRIBERS_WRITE, PACKAGES_READ, SUBSCRIPTIONS_READ, SUBSCRIPTIONS_WRITE, BILLS_READ,
        PAYMENTS_READ, PAYMENTS_REQUEST, VOUCHERS_READ, ROUTERS_READ, MESSAGES_READ, MESSAGES_WRITE, SETTINGS_READ, DASHBOARD_READ)),
    TECHNICIAN(EnumSet.of(SUBSCRIBERS_READ, PACKAGES_READ, SUBSCRIPTIONS_READ, ROUTERS_READ, ROUTERS_WRITE, SETTINGS_READ)),
    READ_ONLY(EnumSet.of(SUBSCRIBERS_READ, PACKAGES_READ, SUBSCRIPTIONS_READ, BILLS_READ, PAYMENTS_READ, VOUCHERS_READ, ROUTERS_READ,
        MESSAGES_READ, SETTINGS_READ, DASHBOARD_READ));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = Set.copyOf(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /** As on the wire: {@code read-only}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** @throws Invalid on the field {@code role} when there is no such role */
    public static Role ofCode(String code) {
        for (Role r : values()) if (r.code().equals(code)) return r;
        throw Invalid.field("role", "no such role; one of owner, admin, finance, support, technician, read-only");
    }
}
