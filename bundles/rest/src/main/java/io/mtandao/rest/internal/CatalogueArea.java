package io.mtandao.rest.internal;

import io.mtandao.api.billing.Packages;
import io.mtandao.rest.internal.v1.PackagesResource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is sold. */
@Component(service = CatalogueArea.class)
public final class CatalogueArea implements Area {
    private final List<Object> resources;

    @Activate
    public CatalogueArea(@Reference Packages packages) {
        resources = List.of(new PackagesResource(packages));
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
