package io.mtandao.api;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * Who asks, for which ISP, with what rights, from where. The first argument of every service method that touches a tenant's data:
 * there is no other way to name a tenant.
 *
 * @param id of the staff member or key; the job's name for SYSTEM
 * @param name as shown in the audit log
 * @param session which session this is, by an id that opens nothing; null for whoever came without one (a key, a job)
 */
public record Caller(TenantId tenant, Kind kind, String id, String name, Set<Permission> permissions, Origin origin, Long session) {
    public enum Kind {
        STAFF,
        API_KEY,
        /** The platform's operator, acting inside a tenant by impersonation. */
        OPERATOR,
        SYSTEM
    }

    public Caller {
        Objects.requireNonNull(tenant, "no tenant");
        permissions = Set.copyOf(permissions);
        Objects.requireNonNull(origin, "no origin");
    }

    /** Without a session. */
    public Caller(TenantId tenant, Kind kind, String id, String name, Set<Permission> permissions, Origin origin) {
        this(tenant, kind, id, name, permissions, origin, null);
    }

    /** A job or event handler of the platform itself, inside one tenant. */
    public static Caller system(TenantId tenant, String job) {
        return new Caller(tenant, Kind.SYSTEM, job, job, EnumSet.allOf(Permission.class), Origin.LOCAL);
    }

    /** @throws Forbidden when the caller does not have it */
    public void require(Permission permission) {
        if (!permissions.contains(permission)) throw new Forbidden(permission);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
