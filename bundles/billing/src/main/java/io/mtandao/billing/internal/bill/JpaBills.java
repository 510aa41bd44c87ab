package io.mtandao.billing.internal.bill;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Bills;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.PackageRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.rules.SubscriptionLife;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaBills implements Bills {
    private final BillingDesk desk;
    private final Books books;
    private final BillBook bills;
    private final BillRun run;

    @Activate
    public JpaBills(@Reference BillingDesk desk, @Reference Books books, @Reference BillBook bills, @Reference BillRun run) {
        this.desk = desk;
        this.books = books;
        this.bills = bills;
        this.run = run;
    }

    @Override
    public Page<Bill> list(Caller caller, ListQuery query) {
        caller.require(Permission.BILLS_READ);
        return desk.open(caller, d -> {
            Page<BillRow> rows = BillViews.LISTING.page(d.em(), query, b -> b);
            return new Page<>(BillViews.all(d, rows.items()), rows.next());
        });
    }

    @Override
    public long count(Caller caller, ListQuery query) {
        caller.require(Permission.BILLS_READ);
        return desk.open(caller, d -> BillViews.LISTING.count(d.em(), query));
    }

    @Override
    public Bill get(Caller caller, long id) {
        caller.require(Permission.BILLS_READ);
        return desk.open(caller, d -> BillViews.one(d, d.find(BillRow.class, id, "bill")));
    }

    @Override
    public Bill billNext(Caller caller, long subscriptionId) {
        caller.require(Permission.BILLS_WRITE);
        return desk.open(caller, d -> {
            books.walletOfSubscription(d, subscriptionId);
            SubscriptionRow s = d.find(SubscriptionRow.class, subscriptionId, "subscription");
            SubscriptionLife.mayBuy(s.getState());
            bills.open(d, subscriptionId).ifPresent(b -> {
                throw new Conflict("the next period is billed already, by the open bill " + b.getNumber());
            });
            return BillViews.one(d, bills.issue(d, s, d.find(PackageRow.class, s.getPackageId(), "package")));
        });
    }

    @Override
    public RunResult billDue(Caller caller) {
        caller.require(Permission.BILLS_WRITE);
        return run.billDue(caller);
    }

    @Override
    public Bill voidBill(Caller caller, long id, String reason) {
        caller.require(Permission.BILLS_WRITE);
        new Invalid.Check().notBlank(reason, "reason", 500).orThrow();
        return desk.open(caller, d -> {
            books.walletOfBill(d, id);
            BillRow bill = d.find(BillRow.class, id, "bill");
            bills.takeBack(d, bill, reason.strip());
            return BillViews.one(d, bill);
        });
    }
}
