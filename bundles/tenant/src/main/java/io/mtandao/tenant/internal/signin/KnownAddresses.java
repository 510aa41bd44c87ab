package io.mtandao.tenant.internal.signin;

import io.mtandao.tenant.internal.entity.KnownAddress;
import io.mtandao.tenant.internal.rule.Neighbourhood;
import java.time.Instant;
import javax.persistence.EntityManager;

/** From where a member of the staff has proven who they are: by password, or by a link from their mail. */
public final class KnownAddresses {
    private KnownAddresses() {}

    static boolean knows(EntityManager em, long staffId, String address) {
        return em.createQuery("select count(e) from KnownAddress e where e.staffId = ?1 and e.addressHash = ?2", Long.class)
                .setParameter(1, staffId).setParameter(2, Neighbourhood.hash(address)).getSingleResult() > 0;
    }

    /** Loses a race by {@link io.mtandao.api.Conflict}; see {@link io.mtandao.tenant.internal.Races}. */
    public static void remember(EntityManager em, long staffId, String address, Instant now) {
        String hash = Neighbourhood.hash(address);
        int seen = em.createQuery("update KnownAddress e set e.lastSeenAt = ?1 where e.staffId = ?2 and e.addressHash = ?3")
                .setParameter(1, now).setParameter(2, staffId).setParameter(3, hash).executeUpdate();
        if (seen == 0) em.persist(new KnownAddress(staffId, hash, now));
    }
}
