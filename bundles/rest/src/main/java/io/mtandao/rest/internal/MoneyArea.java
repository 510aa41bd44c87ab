package io.mtandao.rest.internal;

import io.mtandao.api.billing.BillRuns;
import io.mtandao.api.billing.BillingPolicies;
import io.mtandao.api.billing.Bills;
import io.mtandao.api.billing.Figures;
import io.mtandao.api.billing.Papers;
import io.mtandao.api.payment.Payments;
import io.mtandao.rest.internal.v1.BillRunsResource;
import io.mtandao.rest.internal.v1.BillStepsResource;
import io.mtandao.rest.internal.v1.BillingPolicyResource;
import io.mtandao.rest.internal.v1.BillsResource;
import io.mtandao.rest.internal.v1.DashboardResource;
import io.mtandao.rest.internal.v1.ParkedResource;
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
    public MoneyArea(@Reference Bills bills, @Reference BillRuns runs, @Reference BillingPolicies policies, @Reference Papers papers,
        @Reference Payments payments, @Reference Figures figures) {
        resources = List.of(new BillsResource(bills), new BillStepsResource(bills, papers), new BillRunsResource(runs), new ParkedResource(runs),
            new BillingPolicyResource(policies), new PaymentsResource(payments), new PaymentRequestsResource(payments), new DashboardResource(figures, payments));
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
