package io.mtandao.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Conflict;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Stale;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscriber.Details;
import io.mtandao.api.billing.SubscriberImports.Mode;
import io.mtandao.api.billing.SubscriberImports.Request;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.billing.Subscription;
import io.mtandao.billing.internal.kit.AtOnce;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.billing.internal.kit.Statements;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Staff, jobs and runs that do the same thing at the same moment. */
class RaceTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";

    /** What it came to: "done", or the kind of refusal. */
    private static Callable<String> tried(Runnable action) {
        return () -> {
            try {
                action.run();
                return "done";
            } catch (Conflict | Stale e) {
                return e.getClass().getSimpleName();
            }
        };
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void oneAccountNumberGoesToOneSubscriberAndTheSeriesGivesEachItsOwn(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        List<Callable<String>> same = new ArrayList<>();
        for (int i = 0; i < 4; i++)
            same.add(tried(() -> isp.subscribers.create(isp.owner, new Subscribers.Draft("Grace", null, null, "MT1", null, null))));
        assertThat(AtOnce.all(same)).containsOnlyOnce("done").contains("Conflict");
        List<Callable<String>> series = new ArrayList<>();
        for (int i = 0; i < 4; i++) series.add(() -> isp.joins("Next").accountNumber());
        assertThat(AtOnce.all(series)).containsExactlyInAnyOrder("1001", "1002", "1003", "1004");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void twoRunsAtOnceBillEveryAccountOnce(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        InternetPackage p = isp.sells("Home 10M", 2000);
        for (int i = 0; i < 8; i++) isp.takes(isp.joins("Person " + i), p, "2026-11-20T00:00:00Z");
        Callable<Integer> run = () -> {
            try {
                return isp.bills.billDue(isp.owner).billed();
            } catch (io.mtandao.api.Conflict e) {
                assertThat(e).hasMessageContaining("a bill run is running already");
                return 0;
            }
        };
        assertThat(AtOnce.all(List.of(run, run)).stream().mapToInt(Integer::intValue).sum()).isEqualTo(8);
        assertThat(isp.bills.list(isp.owner, new ListQuery(null, null, "number", 50, null)).items()).extracting(Bill::number)
            .containsExactly("B-000001", "B-000002", "B-000003", "B-000004", "B-000005", "B-000006", "B-000007", "B-000008");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void twoWhoBillTheSamePeriodMakeOneBill(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        Subscription home = isp.takes(isp.joins("Grace"), isp.sells("Home 10M", 2000));
        List<Callable<String>> tasks = new ArrayList<>();
        for (int i = 0; i < 4; i++) tasks.add(tried(() -> isp.bills.billNext(isp.owner, home.id())));
        assertThat(AtOnce.all(tasks)).containsOnlyOnce("done").contains("Conflict");
        assertThat(isp.bills.count(isp.owner, ListQuery.first(1))).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void theSecondToSaveAFormIsToldThatItWasChanged(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        List<Callable<String>> tasks = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Subscribers.Draft draft = new Subscribers.Draft("Grace " + i, null, null, null, null, null);
            tasks.add(tried(() -> isp.subscribers.update(isp.owner, grace.id(), grace.version(), draft)));
        }
        assertThat(AtOnce.all(tasks)).containsOnlyOnce("done").contains("Stale");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void cancellingWhileMoneyComesInLosesNoMoneyAndCancels(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription home = isp.takes(grace, isp.sells("Home 10M", 2000));
        AtOnce.all(List.<Callable<String>>of(tried(() -> isp.pays(grace, 2000, "QGH1")),
            tried(() -> isp.subscriptions.cancel(isp.owner, home.id()))));
        assertThat(isp.now(home).state().name()).isEqualTo("CANCELLED");
        long paid = isp.billsOf(grace).stream().filter(b -> b.state() == Bill.State.PAID).count();
        assertThat(isp.balance(grace)).isEqualTo(isp.money(2000 - 2000 * paid));
        assertThat(isp.proof().whole()).isTrue();
    }

    /** In the middle of the import, when it has read the subscribers and has written nothing yet. */
    @ParameterizedTest
    @MethodSource(KINDS)
    void aServiceThatIsImportedWhileThePayerIsSetIsPaidByTheNewOne(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber company = isp.joins("Company"), branch = isp.joins("Branch");
        isp.takes(branch, isp.sells("Home 10M", 2000));
        byte[] file = ("Name,Account,Package,PPPoE user\nBranch,1002,Home 10M,1002\nBranch,1002,Home 10M,second\n").getBytes(StandardCharsets.UTF_8);
        Details paid = new Details(null, null, null, null, null, null, null, company.id(), null);
        Runnable setsPayer = () -> CompletableFuture.runAsync(() -> isp.subscribers.update(isp.owner, branch.id(), isp.subscribers.get(isp.owner, branch.id()).version(),
            new Subscribers.Draft("Branch", null, null, branch.accountNumber(), null, null, paid))).join();
        Statements.before(isp.db, "from billing_wallet", 2, setsPayer,
            () -> isp.imports.run(isp.owner, new Request(file, null, null, false, null, false), Mode.GOOD_LINES));
        assertThat(isp.subscriptions.list(isp.owner, ListQuery.where("subscriberId", "" + branch.id())).items()).hasSize(2)
            .allSatisfy(s -> assertThat(s.details().payerId()).isEqualTo(company.id()));
    }
}
