package io.mtandao.billing.internal.bill;

import io.mtandao.api.Caller;
import io.mtandao.api.TenantId;
import io.mtandao.api.work.JobHandler;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Bills one chunk of a run, on whatever node. */
@Component
public final class RunChunkJob implements JobHandler {
    private final BillRunner runner;

    @Activate
    public RunChunkJob(@Reference BillRunner runner) {
        this.runner = runner;
    }

    @Override
    public String name() {
        return BillRunner.JOB;
    }

    @Override
    public Instant run(TenantId tenant, String key, String data) {
        runner.workOn(Caller.system(tenant, BillRunner.JOB), Long.parseLong(key));
        return null;
    }
}
