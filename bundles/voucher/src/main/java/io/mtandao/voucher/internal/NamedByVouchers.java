package io.mtandao.voucher.internal;

import io.mtandao.api.Caller;
import io.mtandao.api.TenantId;
import io.mtandao.api.billing.Dependents;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Packages that cards were sold of, and subscribers who used one: neither is deleted. */
@Component
public final class NamedByVouchers implements Dependents {
    private final Office office;

    @Activate
    public NamedByVouchers(@Reference Office office) {
        this.office = office;
    }

    @Override
    public Optional<String> onPackage(TenantId tenant, long packageId) {
        return any(tenant, "select b.id from BatchRow b where b.packageId = ?1", packageId);
    }

    @Override
    public Optional<String> onSubscriber(TenantId tenant, long subscriberId) {
        return any(tenant, "select v.id from VoucherRow v where v.subscriberId = ?1", subscriberId);
    }

    private Optional<String> any(TenantId tenant, String jpql, long id) {
        return office.open(Caller.system(tenant, "voucher"),
            d -> d.em().createQuery(jpql, Long.class).setParameter(1, id).setMaxResults(1).getResultList().isEmpty() ? Optional.empty() : Optional.of("vouchers"));
    }
}
