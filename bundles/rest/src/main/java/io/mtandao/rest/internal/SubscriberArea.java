package io.mtandao.rest.internal;

import io.mtandao.api.billing.CustomFields;
import io.mtandao.api.billing.SubscriberImports;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.rest.internal.v1.CustomFieldsResource;
import io.mtandao.rest.internal.v1.ImportsResource;
import io.mtandao.rest.internal.v1.SubscribersResource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who buys. */
@Component(service = SubscriberArea.class)
public final class SubscriberArea implements Area {
    private final List<Object> resources;

    @Activate
    public SubscriberArea(@Reference Subscribers subscribers, @Reference SubscriberImports imports, @Reference CustomFields fields) {
        resources = List.of(new SubscribersResource(subscribers), new ImportsResource(imports), new CustomFieldsResource(fields));
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
