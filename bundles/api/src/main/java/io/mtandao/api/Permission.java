package io.mtandao.api;

/** One thing a caller may do; also the scopes of an API key, by {@link #code()}. */
public enum Permission {
    SUBSCRIBERS_READ, SUBSCRIBERS_WRITE,
    PACKAGES_READ, PACKAGES_WRITE,
    SUBSCRIPTIONS_READ, SUBSCRIPTIONS_WRITE,
    BILLS_READ, BILLS_WRITE,
    PAYMENTS_READ, PAYMENTS_WRITE,
    /** Ask a subscriber to pay (STK push), without touching money that came in. */
    PAYMENTS_REQUEST,
    /** Move money by hand: adjust, transfer, refund, write off. */
    WALLETS_ADJUST,
    VOUCHERS_READ, VOUCHERS_WRITE,
    ROUTERS_READ, ROUTERS_WRITE,
    MESSAGES_READ, MESSAGES_WRITE,
    PLUGINS_READ, PLUGINS_WRITE,
    SETTINGS_READ, SETTINGS_WRITE,
    STAFF_READ, STAFF_WRITE,
    AUDIT_READ,
    DASHBOARD_READ;

    /** As on the wire: {@code subscribers:read}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ':');
    }

    /** @throws Invalid on the field {@code scopes} when there is no such permission */
    public static Permission ofCode(String code) {
        for (Permission p : values()) if (p.code().equals(code)) return p;
        throw Invalid.field("scopes", "no such scope: " + code);
    }
}
