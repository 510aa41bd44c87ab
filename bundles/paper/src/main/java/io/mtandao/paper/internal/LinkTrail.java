package io.mtandao.paper.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.TenantId;
import io.mtandao.api.tenant.AuditLog;
import io.mtandao.api.tenant.Settings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leaves word in the audit log of who made a link to a bill, and, once a day for each link, that somebody read the bill by it. */
@Component(service = LinkTrail.class)
public final class LinkTrail {
    static final String READ = "bill.read-by-link", MADE = "bill.link";
    private final AuditLog audit;
    private final Settings settings;
    private final Clock clock;

    @Activate
    public LinkTrail(@Reference AuditLog audit, @Reference Settings settings, @Reference Clock clock) {
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    void made(Caller caller, long billId) {
        audit.record(caller, MADE, "bill/" + billId, null, Map.of("until", clock.instant().plus(BillLinks.LIFE).truncatedTo(ChronoUnit.SECONDS).toString()));
    }

    /** A link is its bill and its end, so both stand in the entry. */
    void read(TenantId tenant, long billId, long until) {
        Caller self = PdfPapers.self(tenant);
        ZoneId zone = settings.get(self).zone();
        Instant today = clock.instant().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        String subject = "bill/" + billId + "/link/" + until;
        ListQuery same = new ListQuery(null, Map.of("action", READ, "subject", subject, "from", today.toString()), null, 1, null);
        if (audit.list(self, same).items().isEmpty()) audit.record(self, READ, subject, null, Map.of("until", Instant.ofEpochSecond(until).toString()));
    }
}
