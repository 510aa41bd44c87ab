package io.mtandao.api.tenant;

import io.mtandao.api.Caller;

/** What a bundle gives a new ISP (templates, jobs, account series); registered as an OSGi service, run inside the registration's transaction. */
public interface TenantSetup {
    void setUp(Caller system, TenantSettings settings);
}
