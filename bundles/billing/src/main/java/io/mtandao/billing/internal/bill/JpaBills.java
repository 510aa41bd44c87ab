package io.mtandao.billing.internal.bill;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.Page;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Bills;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.rules.SubscriptionLife;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaBills implements Bills {
    private final BillingDesk desk;
    private final Books books;
    private final Sheets sheets;
    private final Purchase purchase;
    private final Undoing undoing;
    private final BillRunner runner;

    @Activate
    public JpaBills(@Reference BillingDesk desk, @Reference Books books, @Reference Sheets sheets, @Reference Purchase purchase, @Reference Undoing undoing,
            @Reference BillRunner runner) {
        this.desk = desk;
        this.books = books;
        this.sheets = sheets;
        this.purchase = purchase;
        this.undoing = undoing;
        this.runner = runner;
    }

    @Override
    public Page<Bill> list(Caller caller, ListQuery query) {
        caller.require(Permission.BILLS_READ);
        return desk.open(caller, d -> {
            Page<BillRow> rows = BillViews.listing(d).page(d.em(), query, b -> b);
            return new Page<>(BillViews.all(d, rows.items()), rows.next());
        });
    }

    @Override
    public long count(Caller caller, ListQuery query) {
        caller.require(Permission.BILLS_READ);
        return desk.open(caller, d -> BillViews.listing(d).count(d.em(), query));
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
            if (s.isPostpaid()) throw new Conflict("this subscription is postpaid: its bill is written when the period is over");
            Sheet sheet = sheets.of(d, s);
            sheet.open(s).ifPresent(b -> {
                throw new Conflict("the next period is billed already, by the open bill " + b.getNumber());
            });
            return BillViews.one(d, purchase.issue(d, sheet, s));
        });
    }

    @Override
    public RunResult billDue(Caller caller) {
        caller.require(Permission.BILLS_WRITE);
        return runner.billDue(caller);
    }

    @Override
    public Bill voidBill(Caller caller, long id, String reason) {
        caller.require(Permission.BILLS_WRITE);
        return correct(caller, id, reason, undoing::takeBack);
    }

    @Override
    public Bill creditNote(Caller caller, long id, Money amount, String reason) {
        caller.require(Permission.BILLS_WRITE);
        new Invalid.Check().that(amount != null, "amount", "must be given").notBlank(reason, "reason", 300).orThrow();
        return desk.open(caller, d -> {
            d.requireCurrency(amount, "amount");
            WalletRow wallet = books.walletOfBill(d, id);
            return BillViews.one(d, undoing.credit(d, d.find(BillRow.class, id, "bill"), amount.minor(), reason.strip(), wallet));
        });
    }

    @Override
    public Bill writeOff(Caller caller, long id, String reason) {
        caller.require(Permission.BILLS_WRITE);
        caller.require(Permission.WALLETS_ADJUST);
        return correct(caller, id, reason, undoing::writeOff);
    }

    private interface Correction {
        void on(Desk d, BillRow bill, String reason, WalletRow wallet);
    }

    private Bill correct(Caller caller, long id, String reason, Correction correction) {
        new Invalid.Check().notBlank(reason, "reason", 500).orThrow();
        return desk.open(caller, d -> {
            WalletRow wallet = books.walletOfBill(d, id);
            BillRow bill = d.find(BillRow.class, id, "bill");
            correction.on(d, bill, reason.strip(), wallet);
            return BillViews.one(d, bill);
        });
    }
}
