package io.mtandao.rest.internal;

import io.mtandao.api.tenant.Operators;
import io.mtandao.rest.internal.v1.OperatorResource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The platform's own people. */
@Component(service = OperatorArea.class)
public final class OperatorArea implements Area {
    private final List<Object> resources;

    @Activate
    public OperatorArea(@Reference Operators operators) {
        resources = List.of(new OperatorResource(operators));
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
