package io.mtandao.api.tenant;

import io.mtandao.api.Caller;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import java.time.Instant;
import java.util.Map;

/** Who changed what, when, from where; append-only. Filters: {@code action}, {@code subject}, {@code who}, {@code from}, {@code to}. */
public interface AuditLog {
    /**
     * Writes in the running unit of work of the caller's tenant (or in one of its own).
     *
     * @param action dotted, for example {@code subscriber.update}
     * @param subject kind and id, for example {@code subscriber/42}
     * @param before values before, null for a creation; secrets must be left out or masked by the caller of this method
     * @param after values after, null for a deletion
     */
    void record(Caller caller, String action, String subject, Map<String, ?> before, Map<String, ?> after);

    Page<Entry> list(Caller caller, ListQuery query);

    /** @param changes JSON text {@code {"field":{"before":…,"after":…}}} with what differs only */
    record Entry(long id, Instant at, String who, String kind, String address, String action, String subject, String changes) {}
}
