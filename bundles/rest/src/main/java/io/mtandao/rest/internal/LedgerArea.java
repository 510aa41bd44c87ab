package io.mtandao.rest.internal;

import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.Papers;
import io.mtandao.rest.internal.v1.LedgerResource;
import io.mtandao.rest.internal.v1.WalletsResource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The books, and each subscriber's part in them. */
@Component(service = LedgerArea.class)
public final class LedgerArea implements Area {
    private final List<Object> resources;

    @Activate
    public LedgerArea(@Reference Ledger ledger, @Reference Papers papers) {
        resources = List.of(new LedgerResource(ledger), new WalletsResource(ledger, papers));
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
