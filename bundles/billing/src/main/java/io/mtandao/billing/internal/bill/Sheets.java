package io.mtandao.billing.internal.bill;

import io.mtandao.api.billing.Bill;
import io.mtandao.billing.internal.catalogue.Catalogue;
import io.mtandao.billing.internal.charge.Charges;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.PackageRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.policy.Policies;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads {@link Sheet}s. Seven queries, however many subscriptions; whoever calls holds the locks of the wallets that pay. */
@Component(service = Sheets.class)
public final class Sheets {
    private final Catalogue catalogue;
    private final Charges charges;
    private final Policies policies;

    @Activate
    public Sheets(@Reference Catalogue catalogue, @Reference Charges charges, @Reference Policies policies) {
        this.catalogue = catalogue;
        this.charges = charges;
        this.policies = policies;
    }

    public Sheet of(Desk d, Collection<SubscriptionRow> subscriptions) {
        List<Long> ids = subscriptions.stream().map(SubscriptionRow::getId).toList();
        Map<Long, String> names = d.all(PackageRow.class, subscriptions.stream().map(SubscriptionRow::getPackageId).distinct().toList()).stream()
            .collect(Collectors.toMap(PackageRow::getId, PackageRow::getName));
        return new Sheet(d, policies.of(d), charges.taxes(d), catalogue.standing(d, subscriptions), names, charges.items(d, ids),
            charges.discounts(d, ids), open(d, ids));
    }

    public Sheet of(Desk d, SubscriptionRow s) {
        return of(d, List.of(s));
    }

    /** The unpaid prepaid bills of periods, by subscription: one at most each. */
    private static Map<Long, BillRow> open(Desk d, List<Long> ids) {
        return d.ofIds(BillRow.class, "subscriptionId", ids, "e.state = ?3", Bill.State.OPEN).stream()
            .filter(b -> !b.isDebt() && b.getPeriod() != null).collect(Collectors.toMap(BillRow::getSubscriptionId, b -> b, (one, other) -> one));
    }
}
