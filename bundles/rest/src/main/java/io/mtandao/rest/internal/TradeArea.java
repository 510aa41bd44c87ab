package io.mtandao.rest.internal;

import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All that an ISP lives on: what is sold, to whom, what is owed and what came in. */
@Component(service = TradeArea.class)
public final class TradeArea implements Area {
    private final List<Object> resources;

    @Activate
    public TradeArea(@Reference CatalogueArea catalogue, @Reference SubscriberArea subscribers, @Reference SubscriptionArea subscriptions,
        @Reference MoneyArea money, @Reference LedgerArea ledger, @Reference ForesightArea foresight) {
        resources = Stream.<Area>of(catalogue, subscribers, subscriptions, money, ledger, foresight).flatMap(a -> a.resources().stream()).toList();
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
