package io.mtandao.tenant.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.Origin;
import io.mtandao.api.Permission;
import io.mtandao.api.Role;
import io.mtandao.api.TenantId;
import io.mtandao.tenant.internal.entity.ApiKeyRow;
import io.mtandao.tenant.internal.entity.StaffMember;
import java.util.Set;
import javax.persistence.EntityManager;

/** The one place where rows become callers. */
public final class Callers {
    private Callers() {}

    public static Caller staff(TenantId tenant, StaffMember member, Origin origin) {
        return staff(tenant, member, origin, null);
    }

    /** @param session by which the member came, or null */
    public static Caller staff(TenantId tenant, StaffMember member, Origin origin, Long session) {
        return new Caller(tenant, Caller.Kind.STAFF, String.valueOf(member.getId()), member.getFullName(), member.getRole().permissions(), origin, session);
    }

    /** An operator inside the tenant has the rights of an admin: everything but what is for owners alone. */
    public static Caller operator(TenantId tenant, long operatorId, String fullName, Origin origin) {
        return operator(tenant, operatorId, fullName, origin, null);
    }

    /** @param session by which the operator came, or null */
    public static Caller operator(TenantId tenant, long operatorId, String fullName, Origin origin, Long session) {
        return new Caller(tenant, Caller.Kind.OPERATOR, String.valueOf(operatorId), fullName + " (platform operator)", Role.ADMIN.permissions(), origin, session);
    }

    /** Somebody at the platform's console, who has but the rights that one act needs. */
    public static Caller console(TenantId tenant, String user, Set<Permission> rights) {
        return new Caller(tenant, Caller.Kind.OPERATOR, "console", user + " (platform console)", rights, Origin.LOCAL);
    }

    public static Caller key(TenantId tenant, ApiKeyRow key, Set<Permission> permissions, Origin origin) {
        return new Caller(tenant, Caller.Kind.API_KEY, String.valueOf(key.getId()), key.getName(), permissions, origin);
    }

    /** Somebody at the door who has not proven who they are. */
    public static Caller stranger(TenantId tenant, Origin origin) {
        return new Caller(tenant, Caller.Kind.SYSTEM, "sign-in", "(unknown)", Set.of(), origin);
    }

    /** The member of the staff that calls, or null when a key, an operator or the platform does. */
    public static StaffMember self(EntityManager em, Caller caller) {
        return caller.kind() == Caller.Kind.STAFF ? em.find(StaffMember.class, Long.valueOf(caller.id())) : null;
    }

    /** The session that a change of the caller's own account leaves open; null when it is somebody else's account, or when there is none. */
    public static Long ownSession(Caller caller, long staffId) {
        return isSelf(caller, staffId) ? caller.session() : null;
    }

    public static boolean isSelf(Caller caller, long staffId) {
        return caller.kind() == Caller.Kind.STAFF && caller.id().equals(String.valueOf(staffId));
    }
}
