package io.mtandao.rest.internal;

import io.mtandao.api.tenant.OperatorAccounts;
import io.mtandao.api.tenant.Operators;
import io.mtandao.rest.internal.v1.OperatorAccountsResource;
import io.mtandao.rest.internal.v1.OperatorResource;
import io.mtandao.rest.internal.v1.PlatformAuditResource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The platform's own people. */
@Component(service = OperatorArea.class)
public final class OperatorArea implements Area {
    private final List<Object> resources;

    @Activate
    public OperatorArea(@Reference Operators operators, @Reference OperatorAccounts accounts) {
        resources = List.of(new OperatorResource(operators), new OperatorAccountsResource(accounts), new PlatformAuditResource(accounts));
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
