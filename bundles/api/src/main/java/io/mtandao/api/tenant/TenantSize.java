package io.mtandao.api.tenant;

import io.mtandao.api.TenantId;

/** Tells one figure about how large a tenant is; registered as an OSGi service by the bundle that knows. */
public interface TenantSize {
    /** For example {@code subscribers}. */
    String what();

    long of(TenantId tenant);
}
