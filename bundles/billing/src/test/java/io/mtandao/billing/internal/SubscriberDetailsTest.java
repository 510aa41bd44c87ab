package io.mtandao.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Stale;
import io.mtandao.api.billing.BillingPolicy;
import io.mtandao.api.billing.BillingPolicy.Numbering;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscriber.Contact;
import io.mtandao.api.billing.Subscriber.Details;
import io.mtandao.api.billing.Subscriber.MapPoint;
import io.mtandao.api.billing.Subscriber.Standing;
import io.mtandao.api.billing.SubscriberImports.Mode;
import io.mtandao.api.billing.SubscriberImports.Request;
import io.mtandao.api.billing.Subscribers.Draft;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.billing.internal.kit.Statements;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where subscribers are, who else there is to call, how they stand, and what is found by it. */
class SubscriberDetailsTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";
    private static final Contact OTIENO = new Contact("Otieno", "caretaker", "+254722000111", null);
    private static final Contact WANJIRU = new Contact("Wanjiru", null, null, "wanjiru@example.com");

    private static Draft draft(String name, Details details) {
        return new Draft(name, null, null, null, null, null, details);
    }

    private static Details details(String building, String zone, List<Contact> contacts, String... tags) {
        return new Details(building, "B 14", zone, new MapPoint(-1.397105, 36.762418), contacts, List.of(tags), null, null, null);
    }

    private static Details tagged(String... tags) {
        return new Details(null, null, null, null, null, List.of(tags), null, null, null);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void detailsComeBackAsTheyWentInAndStayWhenNoneAreGiven(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.subscribers.create(isp.owner, draft("Grace", details("Acacia Court", "Rongai", List.of(OTIENO, WANJIRU), "VIP", "fibre")));
        assertThat(grace.details()).isEqualTo(details("Acacia Court", "Rongai", List.of(OTIENO, WANJIRU), "fibre", "vip"));
        assertThat(isp.subscribers.get(isp.owner, grace.id())).isEqualTo(grace);
        Subscriber renamed = isp.subscribers.update(isp.owner, grace.id(), grace.version(), draft("Grace M", null));
        assertThat(renamed.details()).isEqualTo(grace.details());
        Subscriber turned = isp.subscribers.update(isp.owner, grace.id(), renamed.version(), draft("Grace M", details(null, "Rongai", List.of(WANJIRU, OTIENO), "vip")));
        assertThat(turned.details()).isEqualTo(details(null, "Rongai", List.of(WANJIRU, OTIENO), "vip"));
        Subscriber bare = isp.subscribers.update(isp.owner, grace.id(), turned.version(), draft("Grace M", Details.NONE));
        assertThat(bare.details()).isEqualTo(Details.NONE);
        assertThat(isp.subscribers.get(isp.owner, grace.id())).isEqualTo(bare);
        assertThat(isp.joins("Plain").details()).isEqualTo(Details.NONE);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aTagAloneMakesANewVersionAndIsWrittenDown(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.subscribers.create(isp.owner, draft("Grace", details("Acacia Court", "Rongai", List.of(OTIENO), "vip")));
        assertThat(isp.audit.last().is()).containsEntry("building", "Acacia Court").containsEntry("point", "-1.397105, 36.762418")
            .containsEntry("contacts", "Otieno, caretaker, +254722000111").containsEntry("tags", "vip");
        Subscriber changed = isp.subscribers.update(isp.owner, grace.id(), grace.version(), draft("Grace", details("Acacia Court", "Rongai", List.of(OTIENO), "gold")));
        assertThat(changed.version()).isGreaterThan(grace.version());
        assertThat(isp.audit.last().was()).containsEntry("tags", "vip");
        assertThat(isp.audit.last().is()).containsEntry("tags", "gold");
        assertThatThrownBy(() -> isp.subscribers.update(isp.owner, grace.id(), grace.version(), draft("Grace", tagged("late")))).isInstanceOf(Stale.class);
        Subscriber same = isp.subscribers.update(isp.owner, grace.id(), changed.version(), draft("Grace", changed.details()));
        assertThat(same.version()).as("nothing changed").isEqualTo(changed.version());
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void faultsOfDetailsAreToldBesideTheOthers(Kind kind) {
        Isp isp = Isp.on(kind);
        Details wrong = new Details(null, null, null, new MapPoint(91, 0), List.of(new Contact(null, null, null, null)), null, Map.of("shoe-size", "44"), null, null);
        assertThatThrownBy(() -> isp.subscribers.create(isp.owner, draft("", wrong)))
            .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("name", "point", "contacts[0].name", "custom.shoe-size"));
        assertThat(isp.subscribers.count(isp.owner, ListQuery.first(1))).isZero();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void tagsZonesAndBuildingsAreFoundInWhateverCaseAndCounted(Kind kind) {
        Isp isp = Isp.on(kind);
        isp.subscribers.create(isp.owner, draft("Grace", details("Acacia Court", "Rongai", List.of(), "vip", "fibre")));
        isp.subscribers.create(isp.owner, draft("Kamau", details("Acacia Court", "Karen", List.of(), "fibre")));
        isp.joins("Plain");
        assertThat(isp.subscribers.tags(isp.owner)).containsExactly(Map.entry("fibre", 2L), Map.entry("vip", 1L));
        assertThat(names(isp, ListQuery.where("tag", " FIBRE "))).containsExactly("Kamau", "Grace");
        assertThat(names(isp, ListQuery.where("tag", "fib"))).isEmpty();
        assertThat(names(isp, ListQuery.where("zone", "rongai"))).containsExactly("Grace");
        assertThat(names(isp, ListQuery.where("building", "ACACIA  court"))).containsExactly("Kamau", "Grace");
        assertThat(names(isp, new ListQuery("acacia b", null, null, 10, null))).containsExactly("Kamau", "Grace");
        assertThat(isp.subscribers.count(isp.owner, new ListQuery("acacia", Map.of("tag", "vip"), null, 10, null))).isEqualTo(1);
    }

    private static List<String> names(Isp isp, ListQuery query) {
        return isp.subscribers.list(isp.owner, query).items().stream().map(Subscriber::name).toList();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void anImportChangesWhatItSaysAndLeavesTheDetails(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.subscribers.create(isp.owner, draft("Grace", details("Acacia Court", "Rongai", List.of(OTIENO), "fibre", "vip")));
        StringWriter out = new StringWriter();
        isp.subscribers.exportCsv(isp.owner, ListQuery.first(1), out);
        assertThat(out.toString()).endsWith(",Acacia Court,B 14,Rongai,\"fibre, vip\"\r\n");
        assertThat(run(isp, out.toString()).same()).isEqualTo(1);
        assertThat(run(isp, "Name,Account\nGrace Muthoni," + grace.accountNumber() + "\n").changed()).isEqualTo(1);
        Subscriber after = isp.subscribers.get(isp.owner, grace.id());
        assertThat(after).extracting(Subscriber::name, Subscriber::details).containsExactly("Grace Muthoni", grace.details());
        assertThat(names(isp, new ListQuery("acacia muthoni", null, null, 10, null))).as("the search text has both").containsExactly("Grace Muthoni");
    }

    private static io.mtandao.api.billing.SubscriberImports.Result run(Isp isp, String csv) {
        return isp.imports.run(isp.owner, new Request(csv.getBytes(StandardCharsets.UTF_8), null, null, false, null, true), Mode.ALL_OR_NOTHING);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whoGoesTakesContactsTagsAndValuesAlong(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.subscribers.create(isp.owner, draft("Grace", details("Acacia Court", "Rongai", List.of(OTIENO), "vip")));
        isp.subscribers.delete(isp.owner, grace.id());
        assertThat(isp.audit.last().was()).containsEntry("tags", "vip").containsEntry("building", "Acacia Court");
        assertThat(isp.subscribers.tags(isp.owner)).isEmpty();
        for (String row : List.of("ContactRow", "TagRow"))
            assertThat(isp.db.tx().<Long>in(isp.id, em -> em.createQuery("select count(r) from " + row + " r", Long.class).getSingleResult())).as(row).isZero();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void theServiceThatMattersMostIsHowTheyStand(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage p = isp.sells("Home 10M", 2000);
        Subscriber grace = isp.joins("Grace");
        assertThat(grace.standing()).isNull();
        service(isp, grace, p, "one", "2026-12-20T00:00:00Z");
        service(isp, grace, p, "two", "2026-12-10T00:00:00Z");
        service(isp, grace, p, "three", "2026-11-01T00:00:00Z");
        isp.subscriptions.cancel(isp.owner, service(isp, grace, p, "four", "2026-12-01T00:00:00Z"));
        Standing best = new Standing(SubscriptionState.ACTIVE, Instant.parse("2026-12-10T00:00:00Z"), 3);
        assertThat(isp.subscribers.get(isp.owner, grace.id()).standing()).isEqualTo(best);
        assertThat(isp.subscribers.list(isp.owner, ListQuery.first(5)).items()).singleElement().extracting(Subscriber::standing).isEqualTo(best);
    }

    private static long service(Isp isp, Subscriber who, InternetPackage p, String user, String expiry) {
        return isp.subscriptions.create(isp.owner, new Subscriptions.Draft(who.id(), p.id(), null, user, null, Instant.parse(expiry))).id();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aPageOfFiftyAsksTheDatabaseAsOftenAsAPageOfTwo(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage p = isp.sells("Home 10M", 2000);
        isp.customFields.create(isp.owner, new io.mtandao.api.billing.CustomFields.Draft("floor", "Floor", io.mtandao.api.billing.CustomField.Kind.NUMBER, null, false, null));
        Subscriber parent = isp.joins("Parent");
        for (int i = 0; i < 50; i++)
            isp.takes(isp.subscribers.create(isp.owner, draft("Child " + i, new Details("Acacia", null, null, null, List.of(OTIENO), List.of("t" + i % 3),
                Map.of("floor", "" + i), parent.id(), null))), p);
        List<String> few = Statements.of(isp.db, () -> assertThat(isp.subscribers.list(isp.owner, ListQuery.first(2)).items()).hasSize(2));
        List<String> many = Statements.of(isp.db, () -> assertThat(isp.subscribers.list(isp.owner, ListQuery.first(50)).items()).hasSize(50)
            .allMatch(s -> s.standing() != null && s.details().payerName().equals("Parent") && s.details().custom().containsKey("floor")));
        // the page, wallets, subscriptions, contacts, tags, values, fields, payers
        assertThat(few).hasSize(8);
        assertThat(many).as("%s", many).hasSize(8);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void newAccountNumbersAreWrittenAsThePolicySaysAndOldOnesStay(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber old = isp.joins("Old");
        numbered(isp, "MT-", 4);
        isp.subscribers.create(isp.owner, new Draft("Took it", null, null, "mt1003", null, null));
        assertThat(isp.joins("New").accountNumber()).isEqualTo("MT-1002");
        assertThat(isp.joins("Next").accountNumber()).as("in whatever spelling it is taken").isEqualTo("MT-1004");
        assertThat(isp.subscribers.get(isp.owner, old.id()).accountNumber()).isEqualTo("1001");
        assertThat(run(isp, "Name,PPPoE user,Package,Price\nOne,one,Home,100\nTwo,two,Home,100\n").created()).isEqualTo(2);
        assertThat(isp.subscribers.byAccount(isp.owner, "mt 1006")).get().extracting(Subscriber::accountNumber).isEqualTo("MT-1006");
        numbered(isp, "", 6);
        assertThat(isp.joins("Last").accountNumber()).isEqualTo("001007");
    }

    private static void numbered(Isp isp, String prefix, int digits) {
        BillingPolicy p = isp.policies.get(isp.owner);
        isp.policies.update(isp.owner, new BillingPolicy(p.version(), p.renewal(), p.dueDays(), p.dunning(), p.lateFee(), p.ceiling(), p.fuse(),
            new Numbering("B-", 6, "C-", 6, prefix, digits)));
    }
}
