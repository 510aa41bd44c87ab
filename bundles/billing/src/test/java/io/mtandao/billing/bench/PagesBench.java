package io.mtandao.billing.bench;

import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.billing.internal.desk.FilterText;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.kit.Statements;
import io.mtandao.persistence.Listing;
import io.mtandao.testing.db.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What staff look at all day, at the service: in a small ISP, in a large one, and in a small one among a thousand others. */
class PagesBench {
    private static final int LARGE = Integer.getInteger("mtandao.bench.large", 100_000);
    private static final int TENANTS = Integer.getInteger("mtandao.bench.tenants", 1_000);
    private static final int SMALL = 100;
    private static final int TIMES = Integer.getInteger("mtandao.bench.times", 200);
    private static final int WARM = 30;
    /** As it was until there were words and marks, in the list alone: what the same machine takes for it in the same run. */
    private static final Listing<SubscriberRow> FORMER = Listing.of(SubscriberRow.class)
        .filter("debt", (text, where) -> where.and("exists (select w.id from WalletRow w where w.subscriberId = e.payerId and w.balance < ?)"
            + " or e.payerId is null and exists (select w.id from WalletRow w where w.subscriberId = e.id and w.balance < ?)", 0L, 0L))
        .search((text, where) -> FilterText.search(text, where, "e.searchText like ? escape '!'"
            + " or exists (select s.id from SubscriptionRow s where s.subscriberId = e.id and s.pppoeKey like ? escape '!')"));

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void gridPageAndSearch(TestDatabase.Kind kind) throws Exception {
        Findings findings = new Findings("pages " + kind);
        look(findings, "an ISP of 1,000 alone", BenchIsp.on(kind).withPackages().withDebtors(1_000), 1_000);
        BenchIsp large = BenchIsp.on(kind).withPackages();
        long began = System.nanoTime();
        large.withDebtors(LARGE);
        findings.say(String.format(Locale.ROOT, "%,d brought in as spreadsheets in %.1f s", LARGE, (System.nanoTime() - began) / 1e9));
        look(findings, String.format(Locale.ROOT, "an ISP of %,d", LARGE), large, LARGE);
        BenchIsp one = null;
        for (int i = 0; i < TENANTS; i++) {
            BenchIsp isp = BenchIsp.on(kind).withPackages().withDebtors(SMALL);
            if (i == TENANTS / 2) one = isp;
        }
        look(findings, String.format(Locale.ROOT, "an ISP of %d among %,d such", SMALL, TENANTS), one, SMALL);
        look(findings, String.format(Locale.ROOT, "the ISP of %,d beside them", LARGE), large, LARGE);
        findings.end();
    }

    private static void look(Findings findings, String where, BenchIsp isp, int count) {
        isp.afterAMinute();
        findings.say(where);
        var p = isp.parts;
        List<Long> ids = isp.subscribers();
        measure(findings, isp, "grid: first page of 50", i -> p.subscribers.list(isp.owner, ListQuery.first(50)));
        ListQuery byName = new ListQuery(null, Map.of(), "name", 50, null);
        String middle = p.subscribers.list(isp.owner, byName).next();
        measure(findings, isp, "grid: next page by name", i -> p.subscribers.list(isp.owner, byName.after(middle)));
        measure(findings, isp, "grid: how many", i -> p.subscribers.count(isp.owner, ListQuery.first(50)));
        measure(findings, isp, "grid: those in debt", i -> found(p.subscribers.list(isp.owner, ListQuery.where("debt", "true")), "debt"));
        measure(findings, isp, "  the former way", i -> formerly(isp, ListQuery.where("debt", "true")));
        measure(findings, isp, "grid: how many in debt", i -> p.subscribers.count(isp.owner, ListQuery.where("debt", "true")));
        measure(findings, isp, "subscriber's page", i -> page(isp, ids.get((int) (i * 7919L % ids.size()))));
        measure(findings, isp, "search by account", i -> search(isp, String.format(Locale.ROOT, "a%07d", i * 7919L % count)));
        measure(findings, isp, "  the former way", i -> formerly(isp, text(String.format(Locale.ROOT, "a%07d", i * 7919L % count))));
        measure(findings, isp, "search by name", i -> search(isp, "person " + i * 7919L % count));
        measure(findings, isp, "  the former way", i -> formerly(isp, text("person " + i * 7919L % count)));
        measure(findings, isp, "search by phone", i -> search(isp, String.format(Locale.ROOT, "07%08d", i * 7919L % count)));
        measure(findings, isp, "search by PPPoE user", i -> search(isp, String.format(Locale.ROOT, "u%07d", i * 7919L % count)));
        measure(findings, isp, "search by what all have", i -> search(isp, "person"));
        measure(findings, isp, "how many all have it", i -> p.subscribers.count(isp.owner, text("person")));
        measure(findings, isp, "search within a word", i -> search(isp, "erson"));
        measure(findings, isp, "search for nobody", i -> p.subscribers.list(isp.owner, text("nobody" + i)));
        measure(findings, isp, "  the former way", i -> formerly(isp, text("nobody" + i)));
        measure(findings, isp, "subscriptions by user", i -> subscriptions(isp, String.format(Locale.ROOT, "u%07d", i * 7919L % count)));
        measure(findings, isp, "subscriptions by phone", i -> subscriptions(isp, String.format(Locale.ROOT, "07%08d", i * 7919L % count)));
    }

    /** All that the page asks for when it opens. */
    private static void page(BenchIsp isp, long id) {
        Subscriber s = isp.parts.subscribers.get(isp.owner, id);
        ListQuery his = new ListQuery(null, Map.of("subscriberId", String.valueOf(s.id())), null, 50, null);
        isp.parts.subscriptions.list(isp.owner, his);
        isp.parts.bills.list(isp.owner, his);
        isp.parts.ledger.wallet(isp.owner, s.id(), ListQuery.first(50));
    }

    private static void search(BenchIsp isp, String typed) {
        found(isp.parts.subscribers.list(isp.owner, text(typed)), typed);
    }

    private static void subscriptions(BenchIsp isp, String typed) {
        found(isp.parts.subscriptions.list(isp.owner, text(typed)), typed);
    }

    private static void formerly(BenchIsp isp, ListQuery query) {
        isp.desk.open(isp.owner, d -> FORMER.page(d.em(), query, SubscriberRow::getId));
    }

    private static ListQuery text(String typed) {
        return new ListQuery(typed, Map.of(), null, 50, null);
    }

    private static void found(Page<?> page, String by) {
        if (page.items().isEmpty()) throw new IllegalStateException("nobody found by " + by);
    }

    private interface Look {
        void number(int i);
    }

    private static void measure(Findings findings, BenchIsp isp, String what, Look look) {
        for (int i = 0; i < WARM; i++) look.number(i);
        long[] nanos = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long began = System.nanoTime();
            look.number(i);
            nanos[i] = System.nanoTime() - began;
        }
        Arrays.sort(nanos);
        int statements = Statements.of(isp.db, () -> look.number(0)).size();
        findings.say(String.format(Locale.ROOT, "  %-24s median %7.2f ms, p99 %7.2f ms, %2d statements", what, Findings.millis(nanos, 0.5), Findings.millis(nanos, 0.99), statements));
    }
}
