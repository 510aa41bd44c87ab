package io.mtandao.api.work;

import io.mtandao.api.TenantId;
import java.time.Instant;

/** Work to be done later, once, by any node; kept in the database. */
public interface Jobs {
    /**
     * Schedules in the running unit of work, or in a transaction of its own outside one. The key makes it the only one: a second call with the
     * same job, tenant and key while the first waits moves it to the earlier time and keeps the newer data.
     *
     * @param key at most 100 characters
     * @param data text handed to the handler, may be null
     */
    void schedule(TenantId tenant, String job, String key, Instant at, String data);

    /** Takes back what has not begun. */
    void cancel(TenantId tenant, String job, String key);
}
