package io.mtandao.billing.internal.subscriber;

import io.mtandao.api.TenantId;
import io.mtandao.api.tenant.TenantSize;
import io.mtandao.persistence.TenantTx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class SubscriberCount implements TenantSize {
    private final TenantTx tx;

    @Activate
    public SubscriberCount(@Reference TenantTx tx) {
        this.tx = tx;
    }

    @Override
    public String what() {
        return "subscribers";
    }

    @Override
    public long of(TenantId tenant) {
        return tx.in(tenant, em -> em.createQuery("select count(s) from SubscriberRow s", Long.class).getSingleResult());
    }
}
