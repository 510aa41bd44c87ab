package io.mtandao.tenant.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.persistence.Listing;
import io.mtandao.persistence.TenantTx;
import io.mtandao.tenant.internal.entity.AuditEntry;
import io.mtandao.tenant.internal.rule.AuditDiff;
import io.mtandao.tenant.internal.rule.LikeText;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The audit log in a table to which the application's role can only add. */
@Component
public final class JpaAuditLog implements AuditLog {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The column's width; the texts are cut shorter until the entry fits. */
    private static final int WIDTH = 32_000;
    private static final int[] LONGEST = {500, 100, 10};

    private static final Listing<AuditEntry> ENTRIES = Listing.of(AuditEntry.class)
            .byDefault("-createdAt")
            .filter("action", (text, w) -> AuditFilters.prefixOrAll(w, "e.action", text, '.'))
            .filter("subject", (text, w) -> AuditFilters.prefixOrAll(w, "e.subject", text, '/'))
            .filter("who", (text, w) -> w.and("e.who = ? or e.actorId = ?", text, text))
            .filter("from", (text, w) -> w.and("e.createdAt >= ?", AuditFilters.instant("from", text)))
            .filter("to", (text, w) -> w.and("e.createdAt < ?", AuditFilters.instant("to", text)))
            .search((text, w) -> w.and("lower(e.who) like ? escape '!' or lower(e.subject) like ? escape '!' or lower(e.action) like ? escape '!'",
                    LikeText.containing(text), LikeText.containing(text), LikeText.containing(text)));

    private final TenantTx tx;

    @Activate
    public JpaAuditLog(@Reference TenantTx tx) {
        this.tx = tx;
    }

    @Override
    public void record(Caller caller, String action, String subject, Map<String, ?> before, Map<String, ?> after) {
        // saving a form without changing anything is no change
        if (before != null && after != null && AuditDiff.of(before, after, 1).isEmpty()) return;
        String changes = json(before, after);
        tx.run(caller.tenant(), em -> em.persist(new AuditEntry(caller, action, subject, changes)));
    }

    @Override
    public Page<Entry> list(Caller caller, ListQuery query) {
        caller.require(Permission.AUDIT_READ);
        return tx.in(caller.tenant(), em -> ENTRIES.page(em, query, AuditEntry::toEntry));
    }

    static String json(Map<String, ?> before, Map<String, ?> after) {
        try {
            for (int longest : LONGEST) {
                String text = JSON.writeValueAsString(AuditDiff.of(before, after, longest));
                if (text.length() <= WIDTH) return text;
            }
            return "{\"…\":{\"before\":null,\"after\":\"too many changes to show\"}}";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
