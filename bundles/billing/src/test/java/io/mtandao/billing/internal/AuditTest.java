package io.mtandao.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Conflict;
import io.mtandao.api.ListQuery;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.SubscriberImports.Mode;
import io.mtandao.api.billing.SubscriberImports.Request;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.Subscriptions;
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
