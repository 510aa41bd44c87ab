package io.mtandao.tenant.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mtandao.api.Caller;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.persistence.Listing;
import io.mtandao.persistence.TenantTx;
import io.mtandao.tenant.internal.entity.AuditEntry;
import io.mtandao.tenant.internal.rule.AuditDiff;
import io.mtandao.tenant.internal.rule.LikeText;
import java.time.Instant;
import java.time.format.DateTimeParseException;
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
            .filter("action", (text, w) -> prefixOrAll(w, "e.action", text, '.'))
            .filter("subject", (text, w) -> prefixOrAll(w, "e.subject", text, '/'))
            .filter("who", (text, w) -> w.and("e.who = ? or e.actorId = ?", text, text))
            .filter("from", (text, w) -> w.and("e.createdAt >= ?", instant("from", text)))
            .filter("to", (text, w) -> w.and("e.createdAt < ?", instant("to", text)))
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

    /** {@code staff/42} is one, {@code staff/} all of a kind. */
    private static void prefixOrAll(Listing.Where w, String attribute, String text, char end) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) == end) w.and(attribute + " like ? escape '!'", LikeText.startingWith(text));
        else w.and(attribute + " = ?", text);
    }

    private static Instant instant(String field, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Invalid.field(field, "an instant in UTC, for example 2026-11-22T08:00:00Z");
        }
    }
}
