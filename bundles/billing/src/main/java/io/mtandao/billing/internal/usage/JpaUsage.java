package io.mtandao.billing.internal.usage;

import io.mtandao.api.Caller;
import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.PackageTerms.DataCap;
import io.mtandao.api.billing.Usage;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.catalogue.Catalogue;
import io.mtandao.billing.internal.desk.BillingDesk;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.AddOnRow;
import io.mtandao.billing.internal.entity.EditionRow;
import io.mtandao.billing.internal.entity.ReadingRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.entity.UsageRow;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.life.Alarms;
import io.mtandao.billing.internal.life.DataMeter;
import io.mtandao.billing.internal.rules.SubscriptionLife;
import io.mtandao.billing.internal.rules.UsageRule;
import io.mtandao.billing.internal.rules.UsageRule.Verdict;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Counts under the lock of the wallet that pays: readings of one subscription come one after the other, and what they buy is bought once. */
@Component
public final class JpaUsage implements Usage {
    /** A petabyte in one reading is a broken counter. */
    private static final long MOST_BYTES = 1_000_000_000_000_000L;
    private final BillingDesk desk;
    private final Books books;
    private final Catalogue catalogue;
    private final TopUps topUps;
    private final Alarms alarms;

    @Activate
    public JpaUsage(@Reference BillingDesk desk, @Reference Books books, @Reference Catalogue catalogue, @Reference TopUps topUps, @Reference Alarms alarms) {
        this.desk = desk;
        this.books = books;
        this.catalogue = catalogue;
        this.topUps = topUps;
        this.alarms = alarms;
    }

    @Override
    public Volume add(Caller caller, long subscriptionId, long bytes, String reading) {
        caller.require(Permission.ROUTERS_WRITE);
        new Invalid.Check().notBlank(reading, "reading", 100).that(bytes >= 0 && bytes <= MOST_BYTES, "bytes", "from 0 to " + MOST_BYTES).orThrow();
        return desk.open(caller, d -> {
            WalletRow wallet = books.walletOfSubscription(d, subscriptionId);
            SubscriptionRow s = d.find(SubscriptionRow.class, subscriptionId, "subscription");
            if (isCounted(d, subscriptionId, reading)) return volume(d, s);
            d.em().persist(new ReadingRow(subscriptionId, reading, bytes));
            UsageRow u = period(d, s);
            u.use(bytes);
            DataCap cap = catalogue.holding(d, s).getTerms().dataCap();
            boolean buys = cap != null && cap.atCap() == DataCap.AtCap.TOP_UP && s.getState().isServed() && UsageRule.isUsedUp(cap, u.getUsedBytes(),
                u.getToppedUpBytes());
            if (buys) topUps.buyByItself(d, s, u, cap, wallet);
            judge(d, s);
            return volume(d, s);
        });
    }

    @Override
    public Volume of(Caller caller, long subscriptionId) {
        caller.require(Permission.SUBSCRIPTIONS_READ);
        return desk.open(caller, d -> volume(d, d.find(SubscriptionRow.class, subscriptionId, "subscription")));
    }

    @Override
    public Volume topUp(Caller caller, long subscriptionId, long addOnId) {
        caller.require(Permission.SUBSCRIPTIONS_WRITE);
        return desk.open(caller, d -> {
            WalletRow wallet = books.walletOfSubscription(d, subscriptionId);
            SubscriptionRow s = d.find(SubscriptionRow.class, subscriptionId, "subscription");
            AddOnRow a = d.find(AddOnRow.class, addOnId, "add-on");
            checkSellable(s, a, catalogue.holding(d, s));
            d.requireCurrency(a.getPrice(), "addOnId");
            topUps.buy(d, s, period(d, s), a, wallet);
            judge(d, s);
            return volume(d, s);
        });
    }

    private static void checkSellable(SubscriptionRow s, AddOnRow a, EditionRow e) {
        SubscriptionLife.mayBuy(s.getState());
        if (!s.getState().isServed()) throw new Conflict("no period is running that data could be bought for; renew it first");
        if (a.isArchived()) throw new Conflict("the add-on " + a.getName() + " is archived");
        if (a.getDataMegabytes() == 0) throw new Conflict("the add-on " + a.getName() + " holds no data");
        if (e.getTerms().dataCap() == null) throw new Conflict("its package has no data cap; more data would change nothing");
    }

    private static boolean isCounted(Desk d, long subscriptionId, String reading) {
        return !d.em().createQuery("select r.id from ReadingRow r where r.subscriptionId = ?1 and r.reading = ?2", Long.class).setParameter(1, subscriptionId)
            .setParameter(2, reading).getResultList().isEmpty();
    }

    private static UsageRow period(Desk d, SubscriptionRow s) {
        return DataMeter.running(d, s).orElseGet(() -> {
            UsageRow first = new UsageRow(s.getId(), DataMeter.periodFrom(d, s));
            d.em().persist(first);
            return first;
        });
    }

    /** What was cut or throttled is looked at again when the next period begins. */
    private void judge(Desk d, SubscriptionRow s) {
        DataMeter.judge(d, s);
        alarms.ring(d, s.getWakeAt());
    }

    private Volume volume(Desk d, SubscriptionRow s) {
        UsageRow u = DataMeter.running(d, s).orElse(null);
        Verdict v = DataMeter.verdict(d, s, u);
        long used = u == null ? 0 : u.getUsedBytes(), bought = u == null ? 0 : u.getToppedUpBytes();
        DataCap cap = catalogue.holding(d, s).getTerms().dataCap();
        return new Volume(s.getId(), DataMeter.periodFrom(d, s), used, UsageRule.capBytes(cap, bought), bought, v.downKbps(), v.upKbps(), v.usedUp());
    }
}
