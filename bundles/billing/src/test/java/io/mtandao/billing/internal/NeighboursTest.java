package io.mtandao.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.ListQuery;
import io.mtandao.api.billing.Bills.RunResult;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.SubscriberImports.Mode;
import io.mtandao.api.billing.SubscriberImports.Request;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.persistence.LockModeType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two ISPs in one database do not wait for each other. Derby does when it reads a table from end to end, which it likes to do. */
class NeighboursTest {
    private static final int MANY = 1_010;

    private static int bringIn(Isp isp, int first, int many) {
        StringBuilder csv = new StringBuilder("Name,Account,Package,Price,PPPoE user,Expiry,Wallet balance\n");
        for (int i = first; i < first + many; i++) csv.append("Person ").append(i).append(",MT").append(i).append(",Home 10M,2000,user").append(i).append(",2026-11-01,500\n");
        Request file = new Request(csv.toString().getBytes(StandardCharsets.UTF_8), null, null, false, null, true);
        return isp.imports.run(isp.owner, file, Mode.ALL_OR_NOTHING).created();
    }

    @ParameterizedTest
    @MethodSource("io.mtandao.testing.db.TestDatabase#kinds")
    void nobodyWaitsForWhatAnotherIspHasLocked(Kind kind) throws Exception {
        Isp isp = Isp.on(kind), neighbour = Isp.on(kind);
        bringIn(isp, 0, MANY);
        bringIn(neighbour, 0, 10);
        assertThat(neighbour.bills.billDue(neighbour.owner)).isEqualTo(new RunResult(10, 0, 0, 0));
        Subscriber one = isp.subscribers.byAccount(isp.owner, "MT7").orElseThrow();
        Map<String, Runnable> day = new LinkedHashMap<>();
        day.put("a run", () -> assertThat(isp.bills.billDue(isp.owner)).isEqualTo(new RunResult(MANY, 0, 0, 0)));
        day.put("a proof", () -> isp.booksAreWhole(MANY));
        day.put("a payment", () -> isp.pays(one, 1_500));
        day.put("a page of subscribers", () -> assertThat(isp.subscribers.list(isp.owner, ListQuery.first(50)).items()).hasSize(50));
        day.put("a page by name", () -> assertThat(isp.subscribers.list(isp.owner, new ListQuery(null, Map.of(), "name", 50, null)).items()).hasSize(50));
        day.put("a search", () -> assertThat(isp.subscribers.list(isp.owner, new ListQuery("user7", null, null, 50, null)).items()).isNotEmpty());
        day.put("a page of bills", () -> assertThat(isp.bills.list(isp.owner, ListQuery.first(50)).items()).hasSize(50));
        day.put("a subscriber's services", () -> assertThat(isp.subscriptions.list(isp.owner, ListQuery.where("subscriberId", "" + one.id())).items()).hasSize(1));
        day.put("an import", () -> assertThat(bringIn(isp, MANY, 300)).isEqualTo(300));
        day.put("a night", () -> isp.itIs("2026-11-23T07:20:00Z"));
        CountDownLatch locked = new CountDownLatch(1), over = new CountDownLatch(1);
        CompletableFuture<Void> holder = CompletableFuture.runAsync(() -> neighbour.db.tx().run(neighbour.id, em -> {
            for (String type : List.of("WalletRow", "SubscriptionRow", "SubscriberRow", "BillRow"))
                em.createQuery("select e from " + type + " e", Object.class).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
            locked.countDown();
            over.await(3, TimeUnit.MINUTES);
        }));
        try {
            assertThat(locked.await(30, TimeUnit.SECONDS)).isTrue();
            for (Map.Entry<String, Runnable> e : day.entrySet())
                assertThat(CompletableFuture.runAsync(e.getValue())).as(e.getKey()).succeedsWithin(30, TimeUnit.SECONDS);
        } finally {
            over.countDown();
            holder.join();
        }
    }
}
