package io.mtandao.tenant.internal.operator;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.NotFound;
import io.mtandao.api.TenantId;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.api.tenant.Operators.Operator;
import io.mtandao.api.tenant.Sessions.Session;
import io.mtandao.persistence.TenantTx;
import io.mtandao.tenant.internal.Callers;
import io.mtandao.tenant.internal.entity.IspRow;
import io.mtandao.tenant.internal.entity.OperatorAccount;
import io.mtandao.tenant.internal.signin.SessionBook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What an operator does to an ISP; each is told in the platform's audit and in the ISP's own, in the same unit of work. */
@Component(service = IspControl.class)
public final class IspControl {
    private static final int MOST_MINUTES = 60;
    private final TenantTx tx;
    private final AuditLog audit;
    private final PlatformAudit platformAudit;
    private final SessionBook sessions;
    private final Clock clock;

    @Activate
    public IspControl(@Reference TenantTx tx, @Reference AuditLog audit, @Reference PlatformAudit platformAudit, @Reference SessionBook sessions,
            @Reference Clock clock) {
        this.tx = tx;
        this.audit = audit;
        this.platformAudit = platformAudit;
        this.sessions = sessions;
        this.clock = clock;
    }

    void suspend(Operator operator, TenantId tenant, String reason) {
        checkReason(reason);
        tx.run(tenant, em -> {
            IspRow isp = locked(em, operator, tenant);
            if (isp.suspended()) throw new Conflict("this ISP is suspended already");
            isp.suspend();
            // ended, not removed: until the daily sweep their holders are told that the ISP is suspended, and after a reactivation they sign in anew
            Instant now = clock.instant();
            em.createQuery("update StaffSession e set e.endsAt = ?1, e.version = e.version where e.endsAt > ?1").setParameter(1, now).executeUpdate();
            platformAudit.record(em, operator, "isp.suspend", tenant, reason);
            audit.record(caller(operator, tenant), "isp.suspend", "isp/" + tenant, null, Map.of("reason", reason));
        });
    }

    void reactivate(Operator operator, TenantId tenant) {
        tx.run(tenant, em -> {
            IspRow isp = locked(em, operator, tenant);
            if (!isp.suspended()) throw new Conflict("this ISP is active already");
            isp.reactivate();
            platformAudit.record(em, operator, "isp.reactivate", tenant, null);
            audit.record(caller(operator, tenant), "isp.reactivate", "isp/" + tenant, null, null);
        });
    }

    Session impersonate(Operator operator, TenantId tenant, int minutes, String reason) {
        new Invalid.Check().that(minutes >= 1 && minutes <= MOST_MINUTES, "minutes", "from 1 to " + MOST_MINUTES).orThrow();
        checkReason(reason);
        return tx.in(tenant, em -> {
            OperatorAccount account = OperatorSessions.active(em, operator.id());
            if (locked(em, operator, tenant).suspended()) throw new Conflict("this ISP is suspended; reactivate it first");
            Session session = sessions.openForOperator(em, tenant, account, Duration.ofMinutes(minutes), operator.origin());
            platformAudit.record(em, operator, "isp.impersonate", tenant, minutes + " minutes: " + reason);
            audit.record(session.caller(), "operator.impersonate", "isp/" + tenant, null, Map.of("minutes", minutes, "reason", reason));
            return session;
        });
    }

    private static IspRow locked(EntityManager em, Operator operator, TenantId tenant) {
        OperatorSessions.active(em, operator.id());
        IspRow isp = em.find(IspRow.class, tenant.value(), LockModeType.PESSIMISTIC_WRITE);
        if (isp == null) throw new NotFound("ISP");
        return isp;
    }

    private static Caller caller(Operator operator, TenantId tenant) {
        return Callers.operator(tenant, operator.id(), operator.fullName(), operator.origin());
    }

    private static void checkReason(String reason) {
        new Invalid.Check().notBlank(reason, "reason", 500).orThrow();
    }
}
