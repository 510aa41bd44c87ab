package io.mtandao.tenant.internal.signin;

import io.mtandao.api.Caller;
import io.mtandao.api.Origin;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.api.tenant.Sessions;
import io.mtandao.persistence.Directory;
import io.mtandao.persistence.Directory.Entry;
import io.mtandao.persistence.Directory.Kind;
import io.mtandao.persistence.TenantTx;
import io.mtandao.tenant.internal.Callers;
import io.mtandao.tenant.internal.entity.StaffMember;
import io.mtandao.tenant.internal.entity.StaffSession;
import io.mtandao.tenant.internal.secret.Tokens;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sessions as rows of the tenant, found by the hash of their token. */
@Component
public final class JpaSessions implements Sessions {
    private final TenantTx tx;
    private final Directory directory;
    private final SignIn signIn;
    private final BearerCheck bearers;
    private final SessionBook book;
    private final AuditLog audit;

    @Activate
    public JpaSessions(@Reference TenantTx tx, @Reference Directory directory, @Reference SignIn signIn, @Reference BearerCheck bearers,
            @Reference SessionBook book, @Reference AuditLog audit) {
        this.tx = tx;
        this.directory = directory;
        this.signIn = signIn;
        this.bearers = bearers;
        this.book = book;
        this.audit = audit;
    }

    @Override
    public Session signIn(String slugOrHost, String email, String password, Origin origin) {
        return signIn.bySlugOrHost(slugOrHost, email, password, origin);
    }

    @Override
    public Caller authenticate(String bearer, Origin origin) {
        return bearers.authenticate(bearer, origin);
    }

    @Override
    public void signOut(String token) {
        if (Tokens.SESSION.has(token)) directory.find(Kind.SESSION, Tokens.hash(token)).ifPresent(this::end);
    }

    private void end(Entry entry) {
        tx.run(entry.tenant(), em -> {
            StaffSession row = em.find(StaffSession.class, Long.valueOf(entry.ref()));
            if (row == null) return;
            book.end(em, row);
            tell(em, entry, row);
        });
    }

    private void tell(EntityManager em, Entry entry, StaffSession row) {
        if (row.getStaffId() == null) return; // the end of an impersonation is told with its beginning
        StaffMember member = em.find(StaffMember.class, row.getStaffId());
        audit.record(Callers.staff(entry.tenant(), member, Origin.LOCAL), "staff.sign-out", member.subject(), null, null);
    }
}
