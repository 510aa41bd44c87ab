package io.mtandao.tenant.internal.operator;

import io.mtandao.api.Caller;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.NotFound;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.TenantId;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.api.tenant.Operators.Isp;
import io.mtandao.api.tenant.PlatformConsole;
import io.mtandao.persistence.TenantTx;
import io.mtandao.tenant.internal.Callers;
import io.mtandao.tenant.internal.entity.IspRow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets the console in, and says so on both sides before it does anything there. */
@Component
public final class ConsoleDoor implements PlatformConsole {
    private final TenantTx tx;
    private final AuditLog audit;
    private final PlatformAudit platformAudit;
    private final Sizes sizes;

    @Activate
    public ConsoleDoor(@Reference TenantTx tx, @Reference AuditLog audit, @Reference PlatformAudit platformAudit, @Reference Sizes sizes) {
        this.tx = tx;
        this.audit = audit;
        this.platformAudit = platformAudit;
        this.sizes = sizes;
    }

    @Override
    public Page<Isp> isps(String user, String act, ListQuery query) {
        check(user, act);
        Page<IspRow> page = tx.platform("console: " + act, em -> {
            platformAudit.console(em, user, "console.isps", null, act);
            return IspList.page(em, query);
        });
        return page.map(sizes::isp);
    }

    @Override
    public Caller enter(String user, String act, String slug, Set<Permission> rights) {
        check(user, act);
        List<String> found = tx.platform("console: " + act, em -> em.createQuery("select e.id from IspRow e where e.slug = ?1", String.class).setParameter(1, slug).getResultList());
        if (found.isEmpty()) throw new NotFound("ISP");
        TenantId tenant = new TenantId(found.get(0));
        Caller caller = Callers.console(tenant, user, rights);
        tx.run(tenant, em -> {
            platformAudit.console(em, user, "console.enter", tenant, act);
            audit.record(caller, "operator.console", "isp/" + tenant, null, Map.of("act", act));
        });
        return caller;
    }

    private static void check(String user, String act) {
        new Invalid.Check().notBlank(user, "user", 100).notBlank(act, "act", 500).orThrow();
    }
}
