package io.mtandao.messaging.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Role;
import io.mtandao.api.TenantId;
import io.mtandao.api.billing.BillRunFinished;
import io.mtandao.api.billing.FuseBlown;
import io.mtandao.api.billing.LedgerBroken;
import io.mtandao.api.tenant.Staff;
import io.mtandao.api.tenant.TenantSettings;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells every owner of an ISP what cannot wait until they look. */
@Component(service = OwnerAlarms.class)
public final class OwnerAlarms {
    private final Outbox outbox;
    private final Staff staff;
    private final Clock clock;

    @Activate
    public OwnerAlarms(@Reference Outbox outbox, @Reference Staff staff, @Reference Clock clock) {
        this.outbox = outbox;
        this.staff = staff;
        this.clock = clock;
    }

    /** At most once an hour for each fuse, however often it blows. */
    void fuseBlown(TenantId tenant, FuseBlown e) {
        tell(tenant, e.routerId() == null ? Alarm.FUSE_BLOWN : Alarm.FUSE_BLOWN_AT_ROUTER,
            Map.of("cut", "" + e.cut(), "served", "" + e.served(), "waiting", "" + e.waiting(), "percent", "" + e.percent()),
            "fuse-blown/" + (e.routerId() == null ? "isp" : e.routerId()) + "/" + clock.instant().truncatedTo(ChronoUnit.HOURS));
    }

    /** At most once a day. */
    void ledgerBroken(TenantId tenant, LedgerBroken e) {
        Map<String, String> facts = Map.of("fault", e.firstFault() == null ? "?" : e.firstFault());
        tell(tenant, Alarm.LEDGER_BROKEN, facts, "ledger-broken/" + clock.instant().truncatedTo(ChronoUnit.DAYS));
    }

    void billRunFinished(TenantId tenant, BillRunFinished e) {
        if (e.parked() == 0) return;
        Map<String, String> facts = Map.of("billed", "" + e.billed(), "paid", "" + e.paid(), "parked", "" + e.parked(), "total", e.total().toString());
        tell(tenant, Alarm.ACCOUNTS_PARKED, facts, "bill-run/" + e.runId());
    }

    private void tell(TenantId tenant, Alarm alarm, Map<String, String> facts, String key) {
        TenantSettings settings = outbox.settings(tenant);
        Map<String, String> words = new HashMap<>(facts);
        words.put("isp", settings.name());
        String subject = Wording.fill(alarm.subject(settings.language()), words), text = Wording.fill(alarm.text(settings.language()), words);
        ListQuery owners = new ListQuery(null, Map.of("role", Role.OWNER.code(), "active", "true"), null, ListQuery.MOST, null);
        for (Staff.Member m : staff.list(Caller.system(tenant, "messaging"), owners).items())
            outbox.notice(tenant, new Outbox.Person(m.email(), m.phone()), subject, text, key + "/" + m.id());
    }
}
