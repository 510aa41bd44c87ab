package io.mtandao.tenant.internal.signin;

import io.mtandao.persistence.Directory;
import io.mtandao.persistence.Directory.Kind;
import io.mtandao.tenant.internal.entity.ApiKeyRow;
import io.mtandao.tenant.internal.entity.OneTimeToken;
import io.mtandao.tenant.internal.entity.StaffSession;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shuts what a member of the staff could come in by; within a unit of work of the tenant. */
@Component(service = WaysIn.class)
public final class WaysIn {
    private final Directory directory;

    @Activate
    public WaysIn(@Reference Directory directory) {
        this.directory = directory;
    }

    /**
     * After a change of password, e-mail address or state: sessions and links made before it are no good any more.
     *
     * @param but the session of whoever made the change to the own account, which goes on; null for none
     */
    public void endSessionsAndLinks(EntityManager em, long staffId, Long but) {
        for (StaffSession row : em.createQuery("select e from StaffSession e where e.staffId = ?1", StaffSession.class).setParameter(1, staffId).getResultList()) {
            if (row.getId().equals(but)) continue;
            directory.release(Kind.SESSION, row.getTokenHash());
            em.remove(row);
        }
        for (OneTimeToken row : em.createQuery("select e from OneTimeToken e where e.staffId = ?1", OneTimeToken.class).setParameter(1, staffId).getResultList()) {
            directory.release(Kind.RESET, row.getTokenHash());
            em.remove(row);
        }
    }

    /** Before an account is deleted. Its keys go too: they never have more than their maker. */
    public void endAll(EntityManager em, long staffId) {
        endSessionsAndLinks(em, staffId, null);
        for (ApiKeyRow row : em.createQuery("select e from ApiKeyRow e where e.makerId = ?1", ApiKeyRow.class).setParameter(1, staffId).getResultList()) {
            directory.release(Kind.API_KEY, row.getKeyHash());
            em.remove(row);
        }
        em.createQuery("delete from KnownAddress e where e.staffId = ?1").setParameter(1, staffId).executeUpdate();
        em.flush();
    }
}
