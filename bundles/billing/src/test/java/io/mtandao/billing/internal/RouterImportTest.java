package io.mtandao.billing.internal;

import static io.mtandao.api.billing.SubscriptionState.ACTIVE;
import static io.mtandao.api.billing.SubscriptionState.EXPIRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.NotFound;
import io.mtandao.api.Unavailable;
import io.mtandao.api.billing.Bills.RunResult;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.PackageTerms.Burst;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.SubscriberImports.Mode;
import io.mtandao.api.billing.SubscriberImports.Preview;
import io.mtandao.api.billing.SubscriberImports.Request;
import io.mtandao.api.billing.SubscriberImports.Result;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.api.router.Routers.Profile;
import io.mtandao.api.router.Routers.Secret;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Subscribers that so far only a router knows. */
class RouterImportTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";

    private static byte[] file(String name) throws Exception {
        try (InputStream in = RouterImportTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static Request export(byte[] file, Long routerId) {
        return new Request(null, null, file, false, routerId, true);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void theExportOfARouterBringsInEveryoneAsTheyStandThere(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        isp.routers.ids.add(7L);
        byte[] rsc = file("/ppp-secrets.rsc");
        Preview preview = isp.imports.preview(isp.owner, export(rsc, 7L));
        assertThat(preview).extracting(Preview::total, Preview::fresh, Preview::bad).containsExactly(333, 333, 0);
        assertThat(preview.packagesToMake()).containsExactlyInAnyOrder("Home 5M", "Home 10M", "Home 15M", "Biz 30M", "Lite 3M",
            "No package yet");

        assertThat(isp.imports.run(isp.owner, export(rsc, 7L), Mode.ALL_OR_NOTHING)).extracting(Result::created, Result::bad)
            .containsExactly(333, 0);
        assertThat(isp.subscriptions.count(isp.owner, ListQuery.where("state", "active"))).isEqualTo(207);
        assertThat(isp.subscriptions.count(isp.owner, ListQuery.where("state", "expired"))).isEqualTo(126);
        assertThat(isp.subscriptions.count(isp.owner, ListQuery.where("routerId", "7"))).isEqualTo(333);
        Subscription grace = byUser(isp, "gracemuthoni0"), cut = byUser(isp, "barakakorir3");
        assertThat(grace).extracting(Subscription::subscriberName, Subscription::packageName, Subscription::state, Subscription::expiresAt)
            .containsExactly("Grace Muthoni", "Home 5M", ACTIVE, null);
        assertThat(cut).extracting(Subscription::packageName, Subscription::state).containsExactly("No package yet", EXPIRED);
        assertThat(isp.subscriptions.serviceToDeliver(isp.system, grace.id())).get()
            .extracting(s -> s.password(), s -> s.profile(), s -> s.downKbps(), s -> s.allowed())
            .containsExactly("pw522089", "Home 5M", 5_000, true);

        assertThat(isp.imports.run(isp.owner, export(rsc, 7L), Mode.ALL_OR_NOTHING))
            .extracting(Result::created, Result::changed, Result::same)
            .containsExactly(0, 0, 333);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void theBurstOfAProfileBecomesThePackagesSoThatNobodyLosesIt(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        isp.routers.ids.add(7L);
        byte[] rsc = """
            /ppp profile
            add name="Home 10M" rate-limit="5M/10M 8M/16M 4M/8M 10/10"
            /ppp secret
            add comment="Grace Muthoni" name=grace password=pw522089 profile="Home 10M" service=pppoe
            """.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        isp.imports.run(isp.owner, export(rsc, 7L), Mode.ALL_OR_NOTHING);
        assertThat(isp.subscriptions.serviceToDeliver(isp.system, byUser(isp, "grace").id())).get()
            .extracting(s -> s.downKbps(), s -> s.upKbps(), s -> s.burst()).containsExactly(10_000, 5_000, new Burst(16_000, 8_000, 8_000, 4_000, 10));
    }

    private static Subscription byUser(Isp isp, String user) {
        return isp.subscriptions.list(isp.owner, new ListQuery(user, null, null, 1, null)).items().get(0);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void nothingIsSoldNorAnyoneCutUntilSomebodyTellsThePrice(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        isp.imports.run(isp.owner, export(file("/ppp-secrets.rsc"), null), Mode.ALL_OR_NOTHING);
        assertThat(isp.bills.billDue(isp.owner)).as("what was disconnected stays so").isEqualTo(new RunResult(0, 0, 126, 0));
        Subscription grace = byUser(isp, "gracemuthoni0");
        Subscriber who = isp.subscribers.get(isp.owner, grace.subscriberId());
        assertThat(isp.pays(who, 5000).renewed()).isZero();
        assertThatThrownBy(() -> isp.subscriptions.renew(isp.owner, grace.id())).isInstanceOf(Conflict.class)
            .hasMessageContaining("no price yet");
        assertThatThrownBy(() -> isp.bills.billNext(isp.owner, grace.id())).isInstanceOf(Conflict.class)
            .hasMessageContaining("no price yet");

        InternetPackage p = isp.packages.get(isp.owner, grace.packageId());
        InternetPackage faster = isp.packages.update(isp.owner, p.id(), p.version(),
            new Packages.Draft(p.name(), isp.money(0), Isp.MONTH, 6_000, 6_000, null));
        assertThatThrownBy(() -> isp.subscriptions.renew(isp.owner, grace.id())).as("a saved 0 is no price").isInstanceOf(Conflict.class);
        isp.packages.update(isp.owner, p.id(), faster.version(),
            new Packages.Draft(p.name(), isp.money(1500), Isp.MONTH, 6_000, 6_000, null));
        assertThat(isp.subscriptions.renew(isp.owner, grace.id()).expiresAt()).as("the first payment counts from now")
            .isEqualTo("2026-12-22T07:15:00Z");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void theSpreadsheetAfterTheRouterBringsAccountsExpiriesPricesAndBalances(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        isp.routers.ids.add(7L);
        isp.imports.run(isp.owner, export(file("/ppp-secrets.rsc"), 7L), Mode.ALL_OR_NOTHING);
        assertThat(isp.subscribers.byAccount(isp.owner, "1001")).as("a made-up account number").isPresent();
        Request sheet = new Request(file("/subscribers.csv"), null, null, false, null, true);
        Preview preview = isp.imports.preview(isp.owner, sheet);
        assertThat(preview.bad()).isEqualTo(40);
        assertThat(preview.fresh() + preview.changed()).isEqualTo(960);
        assertThat(preview.packagesToMake()).as("their prices")
            .containsExactlyInAnyOrder("Home 5M", "Home 10M", "Home 15M", "Biz 30M", "Lite 3M");
        Result result = isp.imports.run(isp.owner, sheet, Mode.GOOD_LINES);
        assertThat(result.created()).isEqualTo(preview.fresh());
        assertThat(isp.imports.run(isp.owner, sheet, Mode.GOOD_LINES).same()).isEqualTo(960);
        Subscription grace = byUser(isp, "gracemuthoni0"), cut = byUser(isp, "barakakorir3");
        assertThat(grace).extracting(Subscription::accountNumber, Subscription::routerId, s -> s.expiresAt().toString(),
            Subscription::price)
            .containsExactly("MT1000", 7L, "2027-01-01T20:59:59Z", isp.money(1500));
        assertThat(cut).extracting(Subscription::packageName, Subscription::state).as("the sheet knows the package")
            .containsExactly("Home 15M", EXPIRED);
        assertThat(isp.subscribers.get(isp.owner, cut.subscriberId()).balance()).isEqualTo(isp.money(-500));
        assertThat(isp.proof().whole()).isTrue();
        assertThat(isp.imports.run(isp.owner, export(file("/ppp-secrets.rsc"), 7L), Mode.GOOD_LINES).created())
            .as("and the router's list again makes nobody twice").isZero();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aRouterIsReadLive(Kind kind) {
        Isp isp = Isp.on(kind);
        isp.routers.ids.addAll(List.of(7L, 8L));
        isp.routers.secrets = List.of(new Secret("grace", "pw1", "gold", "pppoe", false, "Grace"),
            new Secret("vpn", "x", "gold", "l2tp", false, null));
        isp.routers.profiles = List.of(new Profile("gold", "5M/20M"));
        Result result = isp.imports.run(isp.owner, new Request(null, null, null, true, 7L, true), Mode.GOOD_LINES);
        assertThat(result).extracting(Result::created, Result::bad, Result::packagesMade).containsExactly(1, 1, List.of("gold"));
        assertThat(isp.packages.list(isp.owner, ListQuery.first(5)).items().get(0))
            .extracting(InternetPackage::downKbps, InternetPackage::upKbps)
            .containsExactly(20_000, 5_000);
        assertThat(isp.imports.run(isp.owner, new Request(null, null, null, true, 8L, true), Mode.GOOD_LINES).created())
            .as("the same name on another router is somebody else").isEqualTo(1);
        isp.routers.secrets = List.of(new Secret("grace", "pw2", "gold", "pppoe", false, "Grace the Second"));
        assertThat(isp.imports.preview(isp.owner, new Request(null, null, null, true, 7L, true)).lines()).singleElement()
            .satisfies(l -> assertThat(l.detail()).isEqualTo("PPPoE password"));

        assertThatThrownBy(() -> isp.imports.preview(isp.owner, new Request(null, null, null, true, 9L, true)))
            .isInstanceOf(NotFound.class);
        isp.routers.secrets = List.of();
        assertThatThrownBy(() -> isp.imports.preview(isp.owner, new Request(null, null, null, true, 7L, true))).isInstanceOf(Invalid.class)
            .hasMessageContaining("no PPP secrets");
        Isp alone = Isp.withoutRouterBundle(kind);
        assertThatThrownBy(() -> alone.imports.preview(alone.owner, new Request(null, null, null, true, 7L, true)))
            .isInstanceOf(Unavailable.class);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whoIsSuspendedHereIsNotLetOnByAnImport(Kind kind) {
        Isp isp = Isp.on(kind);
        byte[] rsc = "/ppp secret\nadd name=grace password=pw profile=gold\n".getBytes(StandardCharsets.UTF_8);
        isp.imports.run(isp.owner, export(rsc, null), Mode.ALL_OR_NOTHING);
        Subscription s = byUser(isp, "grace");
        isp.subscriptions.suspend(isp.owner, s.id(), "moved out");
        assertThat(isp.imports.run(isp.owner, export(rsc, null), Mode.ALL_OR_NOTHING).same()).isEqualTo(1);
        assertThat(isp.now(s).state().name()).isEqualTo("SUSPENDED");
        assertThat(isp.subscriptions.resume(isp.owner, s.id()).state()).as("let on without an end, as before").isEqualTo(ACTIVE);
        isp.subscriptions.update(isp.owner, s.id(), isp.now(s).version(),
            new Subscriptions.Draft(s.subscriberId(), s.packageId(), null, null, null, null));
        assertThat(isp.now(s).state()).isEqualTo(ACTIVE);
    }
}
