package io.mtandao.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Conflict;
import io.mtandao.api.Forbidden;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.SubscriberImports.Line;
import io.mtandao.api.billing.SubscriberImports.Mode;
import io.mtandao.api.billing.SubscriberImports.Preview;
import io.mtandao.api.billing.SubscriberImports.Request;
import io.mtandao.api.billing.SubscriberImports.Result;
import io.mtandao.api.billing.SubscriberImports.Sheet;
import io.mtandao.api.billing.SubscriberImports.Target;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionChanged;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The file that ISPs really bring, and what they do with it. */
class SheetImportTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";
    private static final String HEAD = "Name,Phone,E-mail,Account,Location,Package,Price (KES),PPPoE user,PPPoE password,Expiry,Wallet balance,Notes\n";

    private static byte[] sample() throws Exception {
        try (InputStream in = SheetImportTest.class.getResourceAsStream("/subscribers.csv")) {
            return in.readAllBytes();
        }
    }

    private static Request csv(byte[] file, boolean makePackages) {
        return new Request(file, null, null, false, null, makePackages);
    }

    private static Request csv(String lines, boolean makePackages) {
        return csv((HEAD + lines).getBytes(StandardCharsets.UTF_8), makePackages);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whoPaysAfterwardsIsBilledForTheWholePeriodInWhichTheyCome(Kind kind) {
        Isp isp = Isp.on(kind);
        isp.sellsPostpaid("Business", 3000, false);
        isp.imports.run(isp.owner, csv("Shop,,,SHOP,,Business,,shop,,2026-12-02 10:15,,\n", false), Mode.ALL_OR_NOTHING);
        isp.itIs("2026-12-02T07:15:00Z");
        isp.bills.billDue(isp.owner);
        Bill bill = isp.bills.list(isp.owner, ListQuery.first(5)).items().get(0);
        assertThat(bill.total()).isEqualTo(isp.money(3000));
        assertThat(bill.periodFrom()).isEqualTo("2026-11-02T07:15:00Z");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whoBeganHereIsNotBilledForTheTimeBeforeByAFileThatComesLater(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage business = isp.sellsPostpaid("Business", 3000, false);
        Subscriber shop = isp.subscribers.create(isp.owner, new Subscribers.Draft("Shop", null, null, "SHOP", null, null));
        isp.subscriptions.activate(isp.owner, isp.takes(shop, business).id(), null);
        isp.imports.run(isp.owner, csv("Shop,,,SHOP,,Business,,shop,,2026-12-02 10:15,,\n", false), Mode.ALL_OR_NOTHING);
        isp.itIs("2026-12-02T07:15:00Z");
        isp.bills.billDue(isp.owner);
        Bill bill = isp.billsOf(shop).get(0);
        assertThat(bill.periodFrom()).isEqualTo("2026-11-22T07:15:00Z");
        assertThat(bill.total()).as("10 of 30 days").isEqualTo(isp.money(1000));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aThousandSubscribersWithFortyBadLines(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        byte[] file = sample();
        Sheet sheet = isp.imports.look(isp.owner, file);
        assertThat(sheet.columns()).hasSize(12);
        assertThat(sheet.mapping()).containsEntry("Price (KES)", Target.PRICE).containsEntry("Location", Target.PLACE)
            .doesNotContainValue(Target.IGNORE);
        assertThat(sheet.lines()).isEqualTo(1000);

        Preview preview = isp.imports.preview(isp.owner, csv(file, true));
        assertThat(preview).extracting(Preview::total, Preview::fresh, Preview::changed, Preview::same, Preview::bad)
            .containsExactly(1000, 960, 0, 0, 40);
        assertThat(preview.packagesToMake()).containsExactlyInAnyOrder("Home 5M", "Home 10M", "Home 15M", "Biz 30M", "Lite 3M");
        List<Line> bad = preview.lines().subList(0, 40);
        assertThat(bad).allMatch(l -> l.state() == Line.State.BAD);
        for (String reason : List.of("phone is too short", "account ", "PPPoE user ", "'31/02/2026' is not a date",
            "'fifteen hundred' is not an amount", "name must be given",
                "e-mail is not", "name is a spreadsheet formula", "Home 99M", "'12.345' has more decimals"))
            assertThat(bad.stream().filter(l -> l.detail().contains(reason) && (!reason.endsWith(" ") || l.detail().startsWith(reason))))
            .as(reason)
            .hasSize(4);
        assertThat(bad.get(0)).isEqualTo(new Line(67, Line.State.BAD, "=HYPERLINK(\"http://x\",\"y\")", "MT-1065",
            "name is a spreadsheet formula"));
        assertThat(isp.subscribers.count(isp.owner, ListQuery.first(1))).as("a preview writes nothing").isZero();

        assertThatThrownBy(() -> isp.imports.run(isp.owner, csv(file, true), Mode.ALL_OR_NOTHING)).isInstanceOf(Conflict.class)
            .hasMessageContaining("40 of 1000 lines are bad").hasMessageContaining("line 67");
        assertThat(isp.subscribers.count(isp.owner, ListQuery.first(1))).isZero();

        Result first = isp.imports.run(isp.owner, csv(file, true), Mode.GOOD_LINES);
        assertThat(first).extracting(Result::created, Result::changed, Result::same, Result::bad).containsExactly(960, 0, 0, 40);
        assertThat(first.packagesMade()).hasSize(5);
        assertThat(first.badLines()).isEqualTo(bad);
        assertThat(isp.events.taken()).as("the router is told of each").hasSize(960).allMatch(e -> e instanceof SubscriptionChanged);
        stands(isp);

        Result second = isp.imports.run(isp.owner, csv(file, true), Mode.GOOD_LINES);
        assertThat(second).extracting(Result::created, Result::changed, Result::same, Result::bad).containsExactly(0, 0, 960, 40);
        assertThat(second.packagesMade()).isEmpty();
        assertThat(isp.events.taken()).as("the same file twice changes nothing").isEmpty();
        stands(isp);
    }

    /** What must be true after the import, however often it ran. */
    private static void stands(Isp isp) {
        assertThat(isp.subscribers.count(isp.owner, ListQuery.first(1))).isEqualTo(960);
        assertThat(isp.packages.list(isp.owner, ListQuery.first(10)).items())
            .extracting(InternetPackage::name, p -> p.price().toString(), InternetPackage::downKbps).containsExactly(
            org.assertj.core.groups.Tuple.tuple("Biz 30M", "KES 6,500.00", 30_000),
            org.assertj.core.groups.Tuple.tuple("Home 10M", "KES 2,000.00", 10_000),
            org.assertj.core.groups.Tuple.tuple("Home 15M", "KES 2,500.00", 15_000),
            org.assertj.core.groups.Tuple.tuple("Home 5M", "KES 1,500.00", 5_000),
            org.assertj.core.groups.Tuple.tuple("Lite 3M", "KES 1,000.00", 3_000));
        long active = isp.subscriptions.count(isp.owner, ListQuery.where("state", "active")),
            expired = isp.subscriptions.count(isp.owner, ListQuery.where("state", "expired"));
        assertThat(active + expired).isEqualTo(960);
        assertThat(isp.waking()).as("an alarm for everyone who is let on").isEqualTo(active);
        assertThat(isp.proof().whole()).isTrue();
        Subscriber neema = isp.subscribers.byAccount(isp.owner, "mt1008").orElseThrow();
        assertThat(neema).extracting(Subscriber::name, Subscriber::phone, Subscriber::accountNumber, Subscriber::place, Subscriber::balance)
            .containsExactly("Akinyi Njoroge", "+254752213505", "MT-1008", "Eldoret Langas", io.mtandao.api.Money.of(125_000, "KES"));
        Subscription s = isp.subscriptions.list(isp.owner, ListQuery.where("subscriberId", String.valueOf(neema.id()))).items().get(0);
        assertThat(s).extracting(Subscription::pppoeUser, Subscription::state, x -> x.expiresAt().toString())
            .containsExactly("akinyinjoroge8", SubscriptionState.ACTIVE, "2026-12-11T20:59:59Z");
        assertThat(isp.subscriptions.serviceToDeliver(isp.system, s.id()).orElseThrow().password()).isEqualTo("pw639779");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whatIsImportedLivesOnLikeTheRest(Kind kind) {
        Isp isp = Isp.on(kind);
        isp.imports.run(isp.owner, csv("Grace,0712345678,,MT1,,Home 10M,2000,grace,pw,25/11/2026,-500,\nKamau,,,MT2,,Home 10M,2000,kamau,pw,2026-11-01,0,\nNew,,,MT3,,Home 10M,2000,,,,0,\n", true), Mode.ALL_OR_NOTHING);
        assertThat(isp.events.taken()).hasSize(3).allMatch(e -> e instanceof SubscriptionChanged);
        Subscriber grace = isp.subscribers.byAccount(isp.owner, "MT1").orElseThrow(),
            fresh = isp.subscribers.byAccount(isp.owner, "MT3").orElseThrow();
        assertThat(isp.subscriptions.list(isp.owner, ListQuery.where("subscriberId", "" + fresh.id())).items().get(0))
            .extracting(Subscription::state, Subscription::pppoeUser).containsExactly(SubscriptionState.PENDING, "mt3");
        isp.itIs("2026-11-26T07:00:00Z");
        assertThat(isp.figures.counts(isp.owner)).extracting(f -> f.active(), f -> f.expired(), f -> f.pending())
            .containsExactly(0L, 2L, 1L);
        assertThat(isp.pays(grace, 2500).renewed()).as("500 for the debt that came with her").isEqualTo(1);
        Result again = isp.imports.run(isp.owner, csv("Grace,0712345678,,MT1,,Home 10M,2000,grace,pw,25/11/2026,-500,\n", true),
            Mode.ALL_OR_NOTHING);
        assertThat(again.same()).as("an old file does not take back the time she has paid for").isEqualTo(1);
        assertThat(isp.figures.counts(isp.owner).active()).isEqualTo(1);
        assertThat(isp.balance(grace)).isEqualTo(isp.money(0));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aChangedFileChangesWhatDiffersAndNothingElse(Kind kind) {
        Isp isp = Isp.on(kind);
        isp.imports.run(isp.owner, csv("Grace,0712345678,g@x.ke,MT-1,Rongai,Home 10M,2000,grace,pw,2026-12-01,100,VIP\nKamau,,,MT2,,Home 10M,2000,kamau,pw,2026-12-01,0,\n", true), Mode.ALL_OR_NOTHING);
        isp.sells("Biz 30M", 6500);
        isp.events.taken();
        String changed = "Grace Muthoni,,,mt1,Thika,Biz 30M,6500,grace,new,2026-12-05,900,\nKamau,,,MT2,,Home 10M,2000,kamau.were,,,,\n";
        Preview preview = isp.imports.preview(isp.owner, csv(changed, false));
        assertThat(preview.lines()).extracting(Line::detail).containsExactly("name, place, package, PPPoE password, expiry", "PPPoE user");
        Result result = isp.imports.run(isp.owner, csv(changed, false), Mode.ALL_OR_NOTHING);
        assertThat(result).extracting(Result::created, Result::changed, Result::same).containsExactly(0, 2, 0);
        Subscriber grace = isp.subscribers.byAccount(isp.owner, "mt1").orElseThrow();
        assertThat(grace).extracting(Subscriber::name, Subscriber::phone, Subscriber::email, Subscriber::accountNumber, Subscriber::place,
            Subscriber::notes, Subscriber::balance)
            .as("empty cells say nothing, and money is never imported twice")
            .containsExactly("Grace Muthoni", "+254712345678", "g@x.ke", "MT-1", "Thika", "VIP", isp.money(100));
        List<Subscription> all = isp.subscriptions.list(isp.owner, ListQuery.first(10)).items();
        assertThat(all).hasSize(2).extracting(Subscription::pppoeUser).containsExactlyInAnyOrder("grace", "kamau.were");
        assertThat(isp.events.taken()).extracting(e -> ((SubscriptionChanged) e).formerUser()).containsExactly(null, "kamau");
        assertThat(isp.imports.run(isp.owner, csv(changed, false), Mode.ALL_OR_NOTHING).same()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void linesThatContradictWhatIsThereAreBad(Kind kind) {
        Isp isp = Isp.on(kind);
        isp.sells("Home 10M", 2000);
        isp.imports.run(isp.owner, csv("Grace,,,MT1,,Home 10M,2000,grace,pw,2026-12-01,0,\n", false), Mode.ALL_OR_NOTHING);
        Preview preview = isp.imports.preview(isp.owner, csv("""
            Kamau,,,MT2,,Home 10M,2000,grace,,,,
            Brian,,,MT3,,Home 10M,2200,brian,,,,
            Akinyi,,,MT4,,Home 50M,,akinyi,,,,
            Juma,,,MT5,,,,juma,,,,
            Zawadi,,,MT6,,,,,,,,
            """, false));
        assertThat(preview.lines()).extracting(Line::number, Line::detail).containsExactly(
            org.assertj.core.groups.Tuple.tuple(2, "the PPPoE user grace belongs to account MT1"),
            org.assertj.core.groups.Tuple.tuple(3, "the package Home 10M costs KES 2,000.00, the line says KES 2,200.00"),
            org.assertj.core.groups.Tuple.tuple(4, "there is no package Home 50M"),
            org.assertj.core.groups.Tuple.tuple(5, "a package must be given for the new subscription"),
            org.assertj.core.groups.Tuple.tuple(6, ""));
        assertThat(preview.fresh()).as("a subscriber without a subscription is fine").isEqualTo(1);
        assertThat(isp.imports.preview(isp.owner, csv("Akinyi,,,MT4,,Home 50M,,akinyi,,,,\n", true)).lines().get(0).detail())
            .isEqualTo("the new package Home 50M needs a price on one of its lines");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void oneSubscriberMayHaveALineForEachSubscription(Kind kind) {
        Isp isp = Isp.on(kind);
        String lines = "Grace,,,MT1,,Home 10M,2000,grace,pw,2026-12-01,100,\nGrace,,,MT1,,Lite 3M,1000,grace-shop,pw,2026-12-02,,\n";
        assertThat(isp.imports.preview(isp.owner, csv(lines, true))).extracting(Preview::fresh, Preview::changed).containsExactly(1, 1);
        assertThat(isp.imports.run(isp.owner, csv(lines, true), Mode.ALL_OR_NOTHING)).extracting(Result::created, Result::changed)
            .containsExactly(1, 1);
        assertThat(isp.subscriptions.count(isp.owner, ListQuery.first(1))).isEqualTo(2);
        assertThat(isp.imports.run(isp.owner, csv(lines, true), Mode.ALL_OR_NOTHING).same()).isEqualTo(2);
        Subscription shop = isp.subscriptions.list(isp.owner, new ListQuery("grace-shop", null, null, 1, null)).items().get(0);
        isp.subscriptions.cancel(isp.owner, shop.id());
        assertThat(isp.imports.run(isp.owner, csv(lines, true), Mode.ALL_OR_NOTHING).same())
            .as("an old file does not bring back what was cancelled")
            .isEqualTo(2);
        assertThat(isp.now(shop).state()).isEqualTo(SubscriptionState.CANCELLED);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void theMappingIsRememberedForTheSameHead(Kind kind) {
        Isp isp = Isp.on(kind);
        byte[] odd = "Mteja,Kodi,Nambari\nGrace,MT1,0712345678\n".getBytes(StandardCharsets.UTF_8);
        assertThat(isp.imports.look(isp.owner, odd).mapping()).containsValues(Target.IGNORE);
        assertThatThrownBy(() -> isp.imports.preview(isp.owner, csv(odd, false))).isInstanceOf(Invalid.class)
            .hasMessageContaining("which column is the name");
        Map<String, Target> mapping = Map.of("Mteja", Target.NAME, "Kodi", Target.ACCOUNT, "Nambari", Target.PHONE);
        assertThat(isp.imports.run(isp.owner, new Request(odd, mapping, null, false, null, false), Mode.ALL_OR_NOTHING).created())
            .isEqualTo(1);
        assertThat(isp.imports.look(isp.owner, odd).mapping()).isEqualTo(mapping);
        assertThat(isp.imports.run(isp.owner, csv(odd, false), Mode.ALL_OR_NOTHING).same()).isEqualTo(1);
        assertThat(Isp.on(kind).imports.look(Isp.on(kind).owner, odd).mapping()).as("another ISP's memory is its own")
            .doesNotContainValue(Target.NAME);
        Map<String, Target> twice = Map.of("Mteja", Target.NAME, "Kodi", Target.NAME);
        assertThatThrownBy(() -> isp.imports.preview(isp.owner, new Request(odd, twice, null, false, null, false)))
            .isInstanceOf(Invalid.class)
            .hasMessageContaining("more than one column");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void anImportAsksForTheRightsOfWhatItDoes(Kind kind) {
        Isp isp = Isp.on(kind);
        var some = isp.with(Permission.SUBSCRIBERS_WRITE, Permission.SUBSCRIPTIONS_WRITE);
        assertThatThrownBy(() -> isp.imports.run(some, csv("Grace,,,MT1,,Home 10M,2000,grace,,,0,\n", true), Mode.GOOD_LINES))
            .isInstanceOf(Forbidden.class).hasMessageContaining("packages:write");
        assertThatThrownBy(() -> isp.imports.run(some, csv("Grace,,,MT1,,,,,,,100,\n", true), Mode.GOOD_LINES))
            .isInstanceOf(Forbidden.class)
            .hasMessageContaining("payments:write");
        assertThat(isp.imports.run(some, csv("Grace,,,MT1,,,,,,,0,\n", true), Mode.GOOD_LINES).created()).isEqualTo(1);
        assertThatThrownBy(() -> isp.imports.preview(isp.owner, new Request(null, null, null, false, null, false)))
            .isInstanceOf(Invalid.class)
            .hasMessageContaining("exactly one");
        assertThatThrownBy(() -> isp.imports.preview(isp.owner, new Request(null, null, null, true, null, false)))
            .isInstanceOf(Invalid.class)
            .hasMessageContaining("which router");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void allOrNothingIsOneUnitOfWork(Kind kind) {
        Isp isp = Isp.on(kind);
        isp.routers.ids.add(7L);
        Subscriber other = isp.joins("Other");
        isp.subscriptions.create(isp.owner, new Subscriptions.Draft(other.id(), isp.sells("Home 10M", 2000).id(), null, "other", null,
            null));
        // a router that changes its mind: the second line collides with what the first has just made, which no check before could see
        assertThatThrownBy(() -> isp.desk.run(isp.owner, d -> {
            isp.imports.run(isp.owner, csv("Grace,,,MT1,,Home 10M,2000,grace,,,100,\n", false), Mode.ALL_OR_NOTHING);
            throw new IllegalStateException("the power went");
        })).hasMessage("the power went");
        assertThat(isp.subscribers.byAccount(isp.owner, "MT1")).isEmpty();
        assertThat(isp.proof()).extracting(p -> p.transactions()).isEqualTo(0L);
    }
}
