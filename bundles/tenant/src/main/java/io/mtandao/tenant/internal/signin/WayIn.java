package io.mtandao.tenant.internal.signin;

import io.mtandao.api.TenantId;
import io.mtandao.persistence.Directory;
import io.mtandao.persistence.Directory.Entry;
import io.mtandao.persistence.Directory.Kind;
import io.mtandao.tenant.internal.entity.StaffMember;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.persistence.EntityManager;

/** From what somebody types at the door to a tenant and an account. */
final class WayIn {
    private WayIn() {}

    /** A short name has no dots, a host name has at least one; a port behind it is no part of it. */
    static Optional<TenantId> tenant(Directory directory, String slugOrHost) {
        String text = normal(slugOrHost).replaceFirst(":\\d{1,5}$", "");
        if (text.isEmpty() || text.length() > 200) return Optional.empty();
        return directory.find(text.indexOf('.') < 0 ? Kind.SLUG : Kind.HOST, text).map(Entry::tenant);
    }

    /** What tries are counted under; those on ISPs that do not exist count as well. */
    static String realm(Optional<TenantId> tenant, String slugOrHost) {
        return tenant.map(TenantId::value).orElseGet(() -> "?" + normal(slugOrHost));
    }

    static Optional<StaffMember> member(EntityManager em, String email) {
        return em.createQuery("select e from StaffMember e where e.email = ?1", StaffMember.class).setParameter(1, email).getResultStream().findFirst();
    }

    private static String normal(String text) {
        return Objects.requireNonNullElse(text, "").strip().toLowerCase(Locale.ROOT);
    }
}
