package io.mtandao.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.NotFound;
import io.mtandao.api.Page;
import io.mtandao.api.Stale;
import io.mtandao.api.billing.BillingPolicy;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscribers.Draft;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.billing.internal.kit.Statements;
import io.mtandao.billing.internal.subscriber.SubscriberCount;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SubscribersTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";

    private static Draft draft(String name, String phone, String account) {
        return new Draft(name, phone, null, account, null, null);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aSubscriberComesInIsChangedAndFoundByItsReferenceInAnySpelling(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber s = isp.subscribers.create(isp.owner, new Draft("Akinyi Ng'ang'a", "0712 345 678", "akinyi@example.com", "MT-1001",
            "Rongai",
            "gate 3"));
        assertThat(s).extracting(Subscriber::phone, Subscriber::accountNumber, Subscriber::balance)
            .containsExactly("+254712345678", "MT-1001", isp.money(0));
        assertThat(isp.subscribers.get(isp.owner, s.id())).isEqualTo(s);
        for (String typed : List.of("MT1001", "mt 1001", " Mt-1001 ")) assertThat(isp.subscribers.byAccount(isp.owner, typed)).contains(s);
        assertThat(isp.subscribers.byAccount(isp.owner, "MT1002")).isEmpty();
        assertThat(isp.subscribers.byAccount(isp.owner, null)).isEmpty();

        Subscriber changed = isp.subscribers.update(isp.owner, s.id(), s.version(),
            new Draft("Akinyi Ali", null, "akinyi@example.com", null, "Thika", null));
        assertThat(changed).extracting(Subscriber::name, Subscriber::phone, Subscriber::accountNumber, Subscriber::place)
            .containsExactly("Akinyi Ali", null, "MT-1001", "Thika");
        assertThat(isp.audit.last().action()).isEqualTo("subscriber.update");
        assertThat(isp.audit.last().before().get("name")).isEqualTo("Akinyi Ng'ang'a");
        assertThat(isp.audit.last().after().get("name")).isEqualTo("Akinyi Ali");
        assertThatThrownBy(() -> isp.subscribers.update(isp.owner, s.id(), s.version(), draft("Late", null, null)))
            .isInstanceOf(Stale.class);
        assertThatThrownBy(() -> isp.subscribers.get(isp.owner, -1)).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void accountNumbersAreGivenInOrderAndTakenOnesPassedOver(Kind kind) {
        Isp isp = Isp.on(kind);
        isp.subscribers.create(isp.owner, draft("Took 1002", null, "10-02"));
        assertThat(isp.joins("First").accountNumber()).isEqualTo("1001");
        assertThat(isp.joins("Second").accountNumber()).isEqualTo("1003");
        assertThatThrownBy(() -> isp.subscribers.create(isp.owner, draft("Third", null, "1 0 0 1"))).isInstanceOf(Conflict.class)
            .hasMessageContaining("1001");
        Subscriber second = isp.subscribers.byAccount(isp.owner, "1003").orElseThrow();
        assertThatThrownBy(() -> isp.subscribers.update(isp.owner, second.id(), second.version(), draft("Second", null, "1001")))
            .isInstanceOf(Conflict.class);
        assertThat(isp.subscribers.update(isp.owner, second.id(), second.version(), draft("Second", null, "10-03")).accountNumber())
            .isEqualTo("10-03");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void everyWrongFieldIsTold(Kind kind) {
        Isp isp = Isp.on(kind);
        assertThatThrownBy(() -> isp.subscribers.create(isp.owner, new Draft("", "07123", "not-an-email", "'", null, null)))
            .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("name", "phone", "email", "accountNumber"));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void searchFindsNamePhoneAccountAndPppoeUser(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.subscribers.create(isp.owner, draft("Grace Muthoni", "0712345678", "MT-1001"));
        long joined = isp.subscribers.create(isp.owner, draft("Kamau 100%", "0733111222", "MT-2002")).id();
        isp.subscriptions.create(isp.owner, new Subscriptions.Draft(joined, isp.sells("Home", 100).id(), null, "Kamau.PPP", null, null));
        Subscriber kamau = isp.subscribers.get(isp.owner, joined);
        for (String q : List.of("grace", "MUTHONI gra", "0712 345 678", "+254 712", "712345", "mt1001", "MT-1001"))
            assertThat(found(isp, q)).as(q).containsExactly(grace);
        for (String q : List.of("kamau.ppp", "100%", "2002")) assertThat(found(isp, q)).as(q).containsExactly(kamau);
        for (String q : List.of("nobody", "10_%", "grace kamau")) assertThat(found(isp, q)).as(q).isEmpty();
        assertThat(isp.subscribers.count(isp.owner, new ListQuery("mt", null, null, 1, null))).isEqualTo(2);
    }

    private static List<Subscriber> found(Isp isp, String text) {
        return isp.subscribers.list(isp.owner, new ListQuery(text, null, null, 10, null)).items();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void filtersSortsAndPages(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage p = isp.sells("Home 10M", 2000);
        Subscriber zawadi = isp.joins("zawadi"), akinyi = isp.joins("Akinyi"), brian = isp.joins("brian");
        isp.takes(akinyi, p, "2026-12-01T00:00:00Z");
        isp.takes(brian, p);
        isp.ledger.adjust(isp.owner, zawadi.id(), isp.money(-5), "fee");
        assertThat(names(isp, Map.of("state", "active"))).containsExactly("Akinyi");
        assertThat(names(isp, Map.of("state", "pending"))).containsExactly("brian");
        assertThat(names(isp, Map.of("debt", "true"))).containsExactly("zawadi");
        assertThat(names(isp, Map.of("debt", "false"))).containsExactly("brian", "Akinyi");
        assertThatThrownBy(() -> names(isp, Map.of("colour", "red"))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> names(isp, Map.of("state", "gone"))).isInstanceOf(Invalid.class);
        assertThat(paged(isp, "name")).containsExactly("Akinyi", "brian", "zawadi");
        assertThat(paged(isp, "-accountNumber")).containsExactly("brian", "Akinyi", "zawadi");
        assertThat(paged(isp, null)).as("newest first").containsExactly("brian", "Akinyi", "zawadi");
        assertThat(new SubscriberCount(isp.db.tx()).of(isp.id)).isEqualTo(3);
    }

    private static List<String> names(Isp isp, Map<String, String> filters) {
        return isp.subscribers.list(isp.owner, new ListQuery(null, filters, null, 10, null)).items().stream().map(Subscriber::name)
            .toList();
    }

    private static List<String> paged(Isp isp, String sort) {
        List<String> all = new ArrayList<>();
        ListQuery q = new ListQuery(null, null, sort, 1, null);
        for (Page<Subscriber> page = isp.subscribers.list(isp.owner, q); ; page = isp.subscribers.list(isp.owner, q.after(page.next()))) {
            page.items().forEach(s -> all.add(s.name()));
            if (page.next() == null) return all;
        }
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whoHasMoneyABillOrALiveSubscriptionIsNotDeleted(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage p = isp.sells("Home 10M", 2000);
        Subscriber paid = isp.joins("Paid"), billed = isp.joins("Billed"), live = isp.joins("Live"), gone = isp.joins("Gone");
        isp.pays(paid, 5);
        isp.ledger.adjust(isp.owner, paid.id(), isp.money(-5), "paid back");
        Subscription b = isp.takes(billed, p);
        isp.bills.billNext(isp.owner, b.id());
        isp.subscriptions.cancel(isp.owner, b.id());
        isp.takes(live, p);
        isp.subscriptions.cancel(isp.owner, isp.takes(gone, p).id());
        assertThatThrownBy(() -> isp.subscribers.delete(isp.owner, paid.id())).isInstanceOf(Conflict.class).hasMessageContaining("money");
        assertThatThrownBy(() -> isp.subscribers.delete(isp.owner, billed.id())).isInstanceOf(Conflict.class).hasMessageContaining("bills");
        assertThatThrownBy(() -> isp.subscribers.delete(isp.owner, live.id())).isInstanceOf(Conflict.class)
            .hasMessageContaining("cancel it first");
        isp.subscribers.delete(isp.owner, gone.id());
        assertThat(isp.audit.last().action()).isEqualTo("subscriber.delete");
        assertThatThrownBy(() -> isp.subscribers.get(isp.owner, gone.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> isp.subscribers.delete(isp.owner, gone.id())).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whoWasOnlyParkedByARunLeavesNothingBehind(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber parked = isp.joins("Parked");
        Subscription s = isp.takes(parked, isp.sells("Beyond the ceiling", 2_000_000), "2026-11-22T20:00:00Z");
        BillingPolicy p = isp.policies.get(isp.owner);
        isp.policies.update(isp.owner, new BillingPolicy(p.version(), p.renewal(), p.dueDays(), p.dunning(), null, isp.money(5000), p.fuse(), p.numbering()));
        isp.bills.billDue(isp.owner);
        assertThat(isp.runs.parked(isp.owner, ListQuery.where("open", "true")).items()).hasSize(1);
        isp.subscriptions.cancel(isp.owner, s.id());
        isp.subscribers.delete(isp.owner, parked.id());
        assertThat(isp.runs.parked(isp.owner, ListQuery.first(10)).items()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aPhoneIsLookedUpByItsNormalFormAndNotSearchedFor(Kind kind) {
        Isp isp = Isp.on(kind), other = Isp.on(kind);
        Subscriber grace = isp.subscribers.create(isp.owner, draft("Grace", "0712 345 678", null));
        isp.subscribers.create(isp.owner, draft("Called 0712345678", "0733 000 000", null));
        other.subscribers.create(other.owner, draft("Another ISP's", "0712 345 678", null));
        List<Subscriber> found = new ArrayList<>();
        List<String> asked = Statements.of(isp.db, () -> found.addAll(isp.subscribers.list(isp.owner, ListQuery.where("phone", "+254712345678")).items()));
        assertThat(found).extracting(Subscriber::id).containsExactly(grace.id());
        assertThat(asked).noneMatch(sql -> sql.toLowerCase(java.util.Locale.ROOT).contains(" like "));
        assertThat(isp.subscribers.list(isp.owner, ListQuery.where("phone", "254712345678")).items()).isEmpty();
    }
}
