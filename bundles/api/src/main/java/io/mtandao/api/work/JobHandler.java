package io.mtandao.api.work;

import io.mtandao.api.TenantId;

/**
 * Does one kind of job; registered as an OSGi service. It runs outside any unit of work and opens its own. It may run more than once (a node can
 * die), so it must be harmless to repeat. While no handler of a name is there, its jobs wait.
 */
public interface JobHandler {
    /** Unique and stable, for example {@code router.sync}. */
    String name();

    /** @return when to run again under the same key, or null when done; a throw is logged and tried again with growing pauses (5 s to 1 h) */
    java.time.Instant run(TenantId tenant, String key, String data) throws Exception;
}
