package io.mtandao.voucher.internal;

import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.api.voucher.VoucherRedeemed;
import io.mtandao.api.voucher.Vouchers.Redeemed;
import io.mtandao.voucher.internal.Customers.Whom;
import io.mtandao.voucher.internal.entity.BatchRow;
import io.mtandao.voucher.internal.entity.VoucherRow;
import io.mtandao.voucher.internal.rule.VoucherCode;
import io.mtandao.voucher.internal.rule.WhichSubscription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Turns a voucher that is locked and unused into money or time. Decides nothing about the code. */
@Component(service = Till.class)
public final class Till {
    private static final String NAME = "voucher";
    private final Customers customers;
    private final Ledger ledger;
    private final Subscriptions subscriptions;
    private final VoucherViews views;

    @Activate
    public Till(@Reference Customers customers, @Reference Ledger ledger, @Reference Subscriptions subscriptions, @Reference VoucherViews views) {
        this.customers = customers;
        this.ledger = ledger;
        this.subscriptions = subscriptions;
        this.views = views;
    }

    Redeemed turn(Desk d, VoucherRow voucher, BatchRow batch, Whom whom) {
        Subscriber who = customers.find(d, whom);
        voucher.useFor(who.id(), who.name(), whom.phone() == null ? who.phone() : whom.phone(), d.now());
        // the row says so before any money moves
        d.em().flush();
        Ledger.Source source = new Ledger.Source(NAME, voucher.getId().toString(), NAME);
        String memo = "Voucher of " + batch.getName();
        Money balance;
        if (batch.getPackageId() == null) balance = ledger.receive(d.system(), who.id(), batch.getValue(), source, memo).balance();
        else {
            Subscription s = subscriptions.redeemPeriod(d.system(), subscription(d, who, batch, voucher),
                new Subscriptions.InAdvance(source, batch.getValue(), memo, batch.getEdition(), batch.getDeviceLimit()));
            voucher.bought(s.id(), s.expiresAt());
            balance = ledger.balance(d.system(), who.id());
        }
        d.raise(new VoucherRedeemed(voucher.getId(), who.id(), voucher.getSubscriptionId(), batch.getValue()));
        d.audit("voucher.redeem", "voucher/" + voucher.getId(), null, told(voucher, batch));
        return new Redeemed(views.voucher(d, voucher, batch), who.id(), voucher.getSubscriptionId(), voucher.getValidUntil(), balance);
    }

    /** A new one is named by the code: no other voucher of the platform has it, and it is worth nothing any more. */
    private long subscription(Desk d, Subscriber who, BatchRow batch, VoucherRow voucher) {
        return WhichSubscription.of(ofThePackage(d, who, batch.getPackageId())).map(Subscription::id).orElseGet(() -> subscriptions.createSold(d.system(),
            new Subscriptions.Draft(who.id(), batch.getPackageId(), null, VoucherCode.bare(views.code(d.tenant(), voucher)), null, null), batch.getEdition()).id());
    }

    private List<Subscription> ofThePackage(Desk d, Subscriber who, long packageId) {
        List<Subscription> found = new ArrayList<>();
        ListQuery query = new ListQuery(null, Map.of("subscriberId", String.valueOf(who.id()), "packageId", String.valueOf(packageId)), null, 100, null);
        for (ListQuery next = query; next != null; ) {
            var page = subscriptions.list(d.system(), next);
            found.addAll(page.items());
            next = page.next() == null ? null : query.after(page.next());
        }
        return found;
    }

    private static Map<String, Object> told(VoucherRow v, BatchRow b) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("batch", b.getName());
        told.put("value", b.getValue().toString());
        told.put("subscriber", v.getSubscriberId());
        if (v.getSubscriptionId() != null) told.put("subscription", v.getSubscriptionId());
        if (v.getPhone() != null) told.put("phone", v.getPhone());
        return told;
    }
}
