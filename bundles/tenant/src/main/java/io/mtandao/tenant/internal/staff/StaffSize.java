package io.mtandao.tenant.internal.staff;

import io.mtandao.api.TenantId;
import io.mtandao.api.tenant.TenantSize;
import io.mtandao.persistence.TenantTx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many people an ISP has, for the operator's list. */
@Component
public final class StaffSize implements TenantSize {
    private final TenantTx tx;

    @Activate
    public StaffSize(@Reference TenantTx tx) {
        this.tx = tx;
    }

    @Override
    public String what() {
        return "staff";
    }

    @Override
    public long of(TenantId tenant) {
        return tx.in(tenant, em -> em.createQuery("select count(e) from StaffMember e", Long.class).getSingleResult());
    }
}
