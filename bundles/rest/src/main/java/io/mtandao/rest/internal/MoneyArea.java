package io.mtandao.rest.internal;

import io.mtandao.api.billing.Bills;
import io.mtandao.api.billing.Figures;
import io.mtandao.api.payment.Payments;
import io.mtandao.rest.internal.v1.BillsResource;
import io.mtandao.rest.internal.v1.DashboardResource;
import io.mtandao.rest.internal.v1.PaymentRequestsResource;
import io.mtandao.rest.internal.v1.PaymentsResource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is owed and what came in. */
@Component(service = MoneyArea.class)
public final class MoneyArea implements Area {
    private final List<Object> resources;

    @Activate
    public MoneyArea(@Reference Bills bills, @Reference Payments payments, @Reference Figures figures) {
        resources = List.of(new BillsResource(bills), new PaymentsResource(payments), new PaymentRequestsResource(payments), new DashboardResource(figures, payments));
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
