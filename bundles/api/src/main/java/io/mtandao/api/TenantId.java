package io.mtandao.api;

import java.util.Objects;

/**
 * The key of one ISP in every table. Given once at registration and never changed; the short name (slug) may change.
 *
 * @param value 13 characters of lower-case base 32, at most 36 accepted
 */
public record TenantId(String value) {
    public TenantId {
        Objects.requireNonNull(value, "no tenant");
        if (!value.matches("[a-z0-9-]{1,36}")) throw new IllegalArgumentException("not a tenant id");
    }

    @Override
    public String toString() {
        return value;
    }
}
