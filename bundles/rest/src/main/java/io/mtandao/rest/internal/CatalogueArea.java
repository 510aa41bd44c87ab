package io.mtandao.rest.internal;

import io.mtandao.api.billing.AddOns;
import io.mtandao.api.billing.Coupons;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.Taxes;
import io.mtandao.rest.internal.v1.AddOnsResource;
import io.mtandao.rest.internal.v1.CouponsResource;
import io.mtandao.rest.internal.v1.PackagesResource;
import io.mtandao.rest.internal.v1.TaxesResource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is sold. */
@Component(service = CatalogueArea.class)
public final class CatalogueArea implements Area {
    private final List<Object> resources;

    @Activate
    public CatalogueArea(@Reference Packages packages, @Reference AddOns addOns, @Reference Coupons coupons, @Reference Taxes taxes) {
        resources = List.of(new PackagesResource(packages), new AddOnsResource(addOns), new CouponsResource(coupons), new TaxesResource(taxes));
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
