package io.mtandao.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Conflict;
import io.mtandao.api.ListQuery;
import io.mtandao.api.billing.AddOns;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.Coupons;
import io.mtandao.api.billing.Extras.ItemDraft;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.Reduction;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.SubscriberImports.Mode;
import io.mtandao.api.billing.SubscriberImports.Request;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.api.billing.Taxes;
import io.mtandao.billing.internal.kit.Agreed;
import io.mtandao.billing.internal.kit.Fakes.Audited;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every change leaves word of who did what to what; no secret is in it; what failed leaves none. */
class AuditTest {
    private Isp isp;

    @BeforeEach
    void anIsp() {
        isp = Isp.on(Kind.DERBY);
    }

    private List<String> actions() {
        List<String> done = isp.audit.entries.stream().map(Audited::action).toList();
        isp.audit.entries.clear();
        return done;
    }

    @Test
    void everyChangeIsWrittenDown() {
        InternetPackage p = isp.sells("Home 10M", 2000);
        assertThat(actions()).containsExactly("package.create");
        isp.packages.update(isp.owner, p.id(), p.version(), new Packages.Draft("Home 10M", isp.money(2100), Isp.MONTH, 10_000, 5_000,
            null));
        assertThat(isp.audit.last().before().get("price")).isEqualTo("KES 2,000.00");
        assertThat(isp.audit.last().after().get("price")).isEqualTo("KES 2,100.00");
        assertThat(actions()).containsExactly("package.update");
        Subscriber grace = isp.joins("Grace");
        Subscription home = isp.takes(grace, p);
        assertThat(actions()).containsExactly("subscriber.create", "subscription.create");
        isp.pays(grace, 2100);
        assertThat(actions()).containsExactly("ledger.receive", "bill.issue", "bill.pay", "subscription.renew");
        Bill open = isp.bills.billNext(isp.owner, home.id());
        isp.bills.voidBill(isp.owner, open.id(), "mistake");
        assertThat(actions()).containsExactly("bill.issue", "bill.void");
        isp.subscriptions.suspend(isp.owner, home.id(), "abuse");
        isp.subscriptions.resume(isp.owner, home.id());
        isp.itIs("2027-01-01T00:00:00Z");
        isp.subscriptions.cancel(isp.owner, home.id());
        assertThat(actions()).containsExactly("subscription.suspend", "subscription.resume", "subscription.expire", "subscription.cancel");
        isp.packages.delete(isp.owner, p.id());
        isp.packages.delete(isp.owner, isp.sells("Never sold", 1).id());
        assertThat(actions()).containsExactly("package.archive", "package.create", "package.delete");
    }

    @Test
    void everyExtraAndEveryTopUpIsWrittenDown() {
        var rate = isp.taxes.create(isp.owner, new Taxes.Draft("vat", "VAT", 1600, java.time.LocalDate.parse("2027-01-01"), null));
        rate = isp.taxes.update(isp.owner, rate.id(), rate.version(), new Taxes.Draft("vat", "VAT", 1800, java.time.LocalDate.parse("2027-01-01"), null));
        assertThat(isp.audit.last().before().get("percentHundredths")).isEqualTo(1600);
        isp.taxes.delete(isp.owner, rate.id());
        assertThat(actions()).containsExactly("tax-rate.create", "tax-rate.update", "tax-rate.delete");
        Coupons.Draft half = new Coupons.Draft("HALF", Reduction.percent(5000), null, null, null, 1, null);
        var coupon = isp.coupons.create(isp.owner, half);
        isp.coupons.update(isp.owner, coupon.id(), coupon.version(), half);
        AddOns.Draft data = new AddOns.Draft("1 GB", isp.money(100), false, true, null, 1000);
        var addOn = isp.addOns.create(isp.owner, data);
        isp.addOns.update(isp.owner, addOn.id(), addOn.version(), data);
        assertThat(actions()).containsExactly("coupon.create", "coupon.update", "add-on.create", "add-on.update");
        Subscriber grace = isp.joins("Grace");
        Subscription home = isp.takes(grace, isp.sells("Home 10M", 2000, Agreed.cut(1000)), "2026-12-22T00:00:00Z");
        isp.ledger.adjust(isp.owner, grace.id(), isp.money(100), "gift");
        actions();
        var item = isp.extras.add(isp.owner, home.id(), new ItemDraft(null, "Cable", 1, isp.money(5), false, true, null));
        isp.extras.removeItem(isp.owner, item.id());
        isp.extras.removeItem(isp.owner, item.id());
        var discount = isp.extras.discount(isp.owner, home.id(), Reduction.percent(100), null, "Loyalty");
        isp.extras.endDiscount(isp.owner, discount.id());
        isp.extras.redeem(isp.owner, home.id(), "half");
        isp.extras.overridePrice(isp.owner, home.id(), isp.money(1500), "old customer");
        assertThat(actions()).as("what is ended already is no change").containsExactly("subscription.add-item", "subscription.remove-item", "subscription.discount",
            "subscription.end-discount", "subscription.redeem-coupon", "subscription.own-price");
        isp.usage.add(isp.system, home.id(), 1_000_000_000, "1");
        isp.usage.topUp(isp.owner, home.id(), addOn.id());
        assertThat(actions()).containsExactly("subscription.data", "bill.issue", "bill.pay", "subscription.top-up", "subscription.data");
        isp.coupons.delete(isp.owner, coupon.id());
        isp.addOns.delete(isp.owner, addOn.id());
        assertThat(actions()).containsExactly("coupon.archive", "add-on.archive");
    }

    @Test
    void aRunIsWrittenDownOnceAndWhoPaysItsBillsLaterIsToo() {
        Subscriber grace = isp.joins("Grace"), john = isp.joins("John");
        isp.takes(grace, isp.sells("Home 10M", 2000), "2026-11-22T08:00:00Z");
        Subscription metered = isp.takes(john, isp.sells("Office", 5000, Agreed.cap(Charging.POSTPAID, null)));
        isp.subscriptions.activate(isp.owner, metered.id(), null);
        actions();
        isp.bills.billDue(isp.owner);
        assertThat(actions()).containsExactly("bill-run.start", "bill-run.end");
        isp.pays(grace, 2000);
        assertThat(actions()).containsExactly("ledger.receive", "bill.pay", "subscription.renew");
        isp.itIs("2026-12-22T08:00:00Z");
        actions();
        isp.bills.billDue(isp.owner);
        assertThat(actions()).doesNotContain("bill.issue", "bill.pay");
        isp.pays(john, 5000);
        assertThat(actions()).containsExactly("ledger.receive", "bill.pay");
    }

    @Test
    void moneyByHandAndMoneyForNobodyAreWrittenDown() {
        Subscriber grace = isp.joins("Grace");
        actions();
        isp.ledger.adjust(isp.owner, grace.id(), isp.money(-300), "router lost");
        assertThat(isp.audit.last()).extracting(Audited::subject, a -> a.before().get("balance"), a -> a.after().get("balance"),
            a -> a.after().get("reason"))
            .containsExactly("subscriber/" + grace.id(), "KES 0.00", "KES -300.00", "router lost");
        Ledger.Source source = new Ledger.Source("payment", "QGH1", "mpesa");
        isp.ledger.receiveUnmatched(isp.system, isp.money(700), source, "INTERNET");
        isp.ledger.receiveUnmatched(isp.system, isp.money(700), source, "INTERNET");
        isp.ledger.assign(isp.owner, grace.id(), isp.money(700), source, null);
        assertThat(actions()).as("a repeat is no change").containsExactly("wallet.adjust", "ledger.unmatched", "ledger.receive");
    }

    @Test
    void noSecretIsEverWrittenDown() {
        Subscriber grace = isp.joins("Grace");
        InternetPackage p = isp.sells("Home 10M", 2000);
        Subscription s = isp.subscriptions.create(isp.owner, new Subscriptions.Draft(grace.id(), p.id(), null, "grace", "TopSecret1",
            null));
        isp.subscriptions.update(isp.owner, s.id(), s.version(),
            new Subscriptions.Draft(grace.id(), p.id(), null, "grace", "TopSecret2", null));
        byte[] file = "Name,Account,Package,PPPoE user,PPPoE password\nKamau,MT7,Home 10M,kamau,TopSecret3\nGrace,1001,Home 10M,grace,TopSecret4\n".getBytes(StandardCharsets.UTF_8);
        assertThat(isp.imports.run(isp.owner, new Request(file, null, null, false, null, false), Mode.ALL_OR_NOTHING).changed())
            .isEqualTo(1);
        assertThat(isp.audit.entries.toString()).contains("kamau").doesNotContain("TopSecret");
        assertThat(isp.subscriptions.get(isp.owner, s.id()).toString()).doesNotContain("TopSecret");
    }

    @Test
    void whatFailedIsNotWrittenDown() {
        isp.subscribers.create(isp.owner, new Subscribers.Draft("Grace", null, null, "MT1", null, null));
        actions();
        assertThatThrownBy(() -> isp.subscribers.create(isp.owner, new Subscribers.Draft("Grace", null, null, "mt-1", null, null)))
            .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> isp.desk.run(isp.owner, d -> {
            isp.takes(isp.joins("Half done"), isp.sells("Home 10M", 2000));
            throw new Conflict("the caller's own unit failed");
        })).isInstanceOf(Conflict.class);
        assertThat(actions()).isEmpty();
        assertThat(isp.events.taken()).isEmpty();
        assertThat(isp.subscribers.count(isp.owner, ListQuery.first(1))).isEqualTo(1);
    }

    @Test
    void whoDidItIsInTheLedger() {
        Subscriber grace = isp.joins("Grace");
        isp.ledger.adjust(isp.owner, grace.id(), isp.money(5), "gift");
        String by = isp.db.tx().in(isp.id, em -> em.createQuery("select t.bookedBy from LedgerTransactionRow t", String.class)
            .getSingleResult());
        assertThat(by).isEqualTo("owner");
    }
}
