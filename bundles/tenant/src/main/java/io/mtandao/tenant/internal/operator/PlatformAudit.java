package io.mtandao.tenant.internal.operator;

import io.mtandao.api.ListQuery;
import io.mtandao.api.Origin;
import io.mtandao.api.Page;
import io.mtandao.api.TenantId;
import io.mtandao.api.tenant.OperatorAccounts.Deed;
import io.mtandao.api.tenant.Operators.Operator;
import io.mtandao.persistence.Listing;
import io.mtandao.tenant.internal.AuditFilters;
import io.mtandao.tenant.internal.entity.PlatformAuditEntry;
import io.mtandao.tenant.internal.rule.LikeText;
import java.time.Clock;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What operators did, written in the unit of work that does it; append-only. */
@Component(service = PlatformAudit.class)
public final class PlatformAudit {
    private static final Listing<PlatformAuditEntry> ENTRIES = Listing.ofPlatform(PlatformAuditEntry.class, PlatformAuditEntry::getId)
            .sort("at", "at", PlatformAuditEntry::getAt)
            .byDefault("-at")
            .filter("action", (text, w) -> AuditFilters.prefixOrAll(w, "e.action", text, '.'))
            .filter("who", (text, w) -> w.and("e.who = ?", text))
            .filter("isp", (text, w) -> w.and("e.ispId = ?", text))
            .filter("from", (text, w) -> w.and("e.at >= ?", AuditFilters.instant("from", text)))
            .filter("to", (text, w) -> w.and("e.at < ?", AuditFilters.instant("to", text)))
            .search((text, w) -> w.and("lower(e.who) like ? escape '!' or lower(e.action) like ? escape '!' or lower(e.detail) like ? escape '!'",
                    LikeText.containing(text), LikeText.containing(text), LikeText.containing(text)));

    private final Clock clock;

    @Activate
    public PlatformAudit(@Reference Clock clock) {
        this.clock = clock;
    }

    void record(EntityManager em, Operator operator, String action, TenantId isp, String detail) {
        em.persist(new PlatformAuditEntry(clock.instant(), operator.id(), operator.fullName(), cut(operator.origin().address(), 64), action,
                isp == null ? null : isp.value(), cut(detail, 2000)));
    }

    void stranger(EntityManager em, Origin origin, String action, String detail) {
        em.persist(new PlatformAuditEntry(clock.instant(), null, "(unknown)", cut(origin.address(), 64), action, null, cut(detail, 2000)));
    }

    /** Somebody at the platform's own console, where nobody signs in as an operator. */
    void console(EntityManager em, String user, String action, TenantId isp, String detail) {
        em.persist(new PlatformAuditEntry(clock.instant(), null, user + " (console)", cut(Origin.LOCAL.address(), 64), action, isp == null ? null : isp.value(), cut(detail, 2000)));
    }

    /** What the platform's configuration had it do. */
    void byConfiguration(EntityManager em, String action, String detail) {
        em.persist(new PlatformAuditEntry(clock.instant(), null, "(configuration)", Origin.LOCAL.address(), action, null, cut(detail, 2000)));
    }

    static Page<Deed> page(EntityManager em, ListQuery query) {
        return ENTRIES.page(em, query, PlatformAuditEntry::toDeed);
    }

    private static String cut(String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }
}
