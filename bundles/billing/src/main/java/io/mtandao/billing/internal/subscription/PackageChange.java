package io.mtandao.billing.internal.subscription;

import io.mtandao.api.Conflict;
import io.mtandao.api.billing.ChangeQuote;
import io.mtandao.api.billing.SubscriptionChanged;
import io.mtandao.billing.internal.bill.BillBook;
import io.mtandao.billing.internal.bill.ChangeBills;
import io.mtandao.billing.internal.bill.Corrections;
import io.mtandao.billing.internal.bill.Postpaid;
import io.mtandao.billing.internal.bill.Sheet;
import io.mtandao.billing.internal.bill.Sheets;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.catalogue.Catalogue;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.EditionRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.life.Alarms;
import io.mtandao.billing.internal.life.DataMeter;
import io.mtandao.billing.internal.rules.SubscriptionLife;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Another package for a subscription, with or without settling what runs. */
@Component(service = PackageChange.class)
public final class PackageChange {
    private final Books books;
    private final BillBook bills;
    private final Corrections corrections;
    private final ChangeBills changes;
    private final Catalogue catalogue;
    private final Sheets sheets;
    private final Postpaid postpaid;
    private final Alarms alarms;

    @Activate
    public PackageChange(@Reference Books books, @Reference BillBook bills, @Reference Corrections corrections, @Reference ChangeBills changes, @Reference Catalogue catalogue,
            @Reference Sheets sheets, @Reference Postpaid postpaid, @Reference Alarms alarms) {
        this.books = books;
        this.bills = bills;
        this.corrections = corrections;
        this.changes = changes;
        this.catalogue = catalogue;
        this.sheets = sheets;
        this.postpaid = postpaid;
        this.alarms = alarms;
    }

    ChangeQuote quote(Desk d, long id, long packageId) {
        SubscriptionRow s = d.find(SubscriptionRow.class, id, "subscription");
        EditionRow to = checked(d, s, packageId);
        return changes.quote(d, s, to, packageName(d, packageId));
    }

    SubscriptionRow now(Desk d, long id, long packageId, String reason) {
        WalletRow wallet = books.walletOfSubscription(d, id);
        SubscriptionRow s = d.find(SubscriptionRow.class, id, "subscription");
        EditionRow to = checked(d, s, packageId);
        var before = s.told();
        bills.open(d, id).ifPresent(bill -> corrections.drop(d, bill, "the package was changed", wallet));
        if (s.isPostpaid()) {
            Sheet old = sheets.of(d, s);
            boolean served = s.getState().isServed();
            postpaid.settle(d, old, s, wallet);
            s.standUnder(to);
            if (served) postpaid.begin(d, sheets.of(d, s), s);
        } else changes.settle(d, s, to, packageName(d, packageId), wallet);
        // what was used of the period already may be more than the other package holds
        DataMeter.judge(d, s);
        alarms.set(d, s, to.getPeriod());
        d.raise(new SubscriptionChanged(id, null, null));
        var after = s.told();
        if (reason != null && !reason.isBlank()) after.put("why", reason.strip());
        d.audit("subscription.change-package", "subscription", id, before, after);
        return s;
    }

    /** Without proration: what was paid stays as it is, and the next period is the other package's. */
    void forTheNextPeriod(Desk d, SubscriptionRow s, long packageId, WalletRow wallet) {
        EditionRow to = checked(d, s, packageId);
        s.standUnder(to);
        // it was written for the other package's price
        bills.open(d, s.getId()).ifPresent(bill -> corrections.drop(d, bill, "the package was changed", wallet));
        DataMeter.judge(d, s);
    }

    EditionRow checked(Desk d, SubscriptionRow s, long packageId) {
        SubscriptionLife.notCancelled(s.getState());
        EditionRow to = catalogue.sellable(d, packageId);
        if (to.getService() != s.getService())
            throw new Conflict("this subscription is " + words(s.getService()) + ", the package is " + words(to.getService()) + "; make a new subscription");
        if (to.getCharging() != s.getCharging())
            throw new Conflict("this subscription is " + words(s.getCharging()) + ", the package is " + words(to.getCharging()) + "; make a new subscription");
        return to;
    }

    private static String words(Enum<?> e) {
        return e.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private static String packageName(Desk d, long id) {
        return d.find(io.mtandao.billing.internal.entity.PackageRow.class, id, "package").getName();
    }
}
