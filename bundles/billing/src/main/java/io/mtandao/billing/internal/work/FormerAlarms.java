package io.mtandao.billing.internal.work;

import io.mtandao.api.TenantId;
import io.mtandao.api.work.JobHandler;
import java.time.Instant;
import org.osgi.service.component.annotations.Component;

/**
 * The two alarms that each subscription had in the first version, before there was one clock for an ISP. An upgraded database still holds them, and a job
 * without a handler is looked at every few seconds for ever: here they end, at their time. The clock does what they were for.
 */
public final class FormerAlarms {
    private FormerAlarms() {}

    @Component
    public static final class Expire implements JobHandler {
        @Override
        public String name() {
            return "billing.expire";
        }

        @Override
        public Instant run(TenantId tenant, String key, String data) {
            return null;
        }
    }

    @Component
    public static final class Warn implements JobHandler {
        @Override
        public String name() {
            return "billing.warn";
        }

        @Override
        public Instant run(TenantId tenant, String key, String data) {
            return null;
        }
    }
}
