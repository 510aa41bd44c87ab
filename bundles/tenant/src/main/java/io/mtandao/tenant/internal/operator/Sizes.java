package io.mtandao.tenant.internal.operator;

import io.mtandao.api.TenantId;
import io.mtandao.api.tenant.Operators.Isp;
import io.mtandao.api.tenant.Operators.State;
import io.mtandao.api.tenant.TenantSize;
import io.mtandao.tenant.internal.entity.IspRow;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What the other bundles tell about a tenant's size. */
@Component(service = Sizes.class)
public final class Sizes {
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    volatile List<TenantSize> sizes = List.of();

    public Sizes() {}

    public Sizes(List<TenantSize> sizes) {
        this.sizes = sizes;
    }

    /** As an operator sees an ISP. */
    Isp isp(IspRow row) {
        TenantId id = new TenantId(row.getId());
        return new Isp(id, row.getName(), row.getSlug(), State.valueOf(row.getState()), of(id, "staff"), of(id, "subscribers"), row.getCreatedAt());
    }

    /** Each in a unit of work of that tenant, so never call it within one. Zero while nobody knows. */
    long of(TenantId tenant, String what) {
        return sizes.stream().filter(s -> s.what().equals(what)).mapToLong(s -> s.of(tenant)).sum();
    }
}
