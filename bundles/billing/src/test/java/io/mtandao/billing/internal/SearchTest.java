package io.mtandao.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.ListQuery;
import io.mtandao.api.Page;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.SubscriberImports.Mode;
import io.mtandao.api.billing.SubscriberImports.Request;
import io.mtandao.api.billing.Subscribers.Draft;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.billing.internal.entity.SearchWordRow;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.billing.internal.kit.Statements;
import io.mtandao.billing.internal.rules.SearchWords;
import io.mtandao.billing.internal.work.OverdueSweep;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is found by what is typed, when few and when very many are meant. */
class SearchTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";
    /** More than are named one by one to a list. */
    private static final int MANY = 550;

    @ParameterizedTest
    @MethodSource(KINDS)
    void eachTypedWordBeginsAWordOfThem(Kind kind) {
        Isp isp = Isp.on(kind);
        joins(isp, "Grace Wanjiru Muthoni", "0712345678", "MT-1001", "grace.w@example.com");
        joins(isp, "Peter Ng'ang'a", "0733111222", "77", null);
        for (String typed : List.of("grace", "wanj", "MUTH gr", "1001", "mt10", "0712 345 678", "0712", "+254 712", "254712345", "712345678", "5678",
            "grace.w@", "w@exam"))
            assertThat(found(isp, typed)).as(typed).containsExactly("Grace Wanjiru Muthoni");
        for (String typed : List.of("ng'an", "peter ang", "77", "0733", "1222")) assertThat(found(isp, typed)).as(typed).containsExactly("Peter Ng'ang'a");
        for (String typed : List.of("grace peter", "muthonix", "g%e", "zz", "%", "_")) assertThat(found(isp, typed)).as(typed).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void withinAWordIsLookedOnlyWhenNothingBeginsSo(Kind kind) {
        Isp isp = Isp.on(kind);
        joins(isp, "Joanna", "0712345678", "J1", null);
        assertThat(found(isp, "ann")).containsExactly("Joanna");
        Subscriber ann = joins(isp, "Ann", "0733111222", "A1", null);
        assertThat(found(isp, "ann")).containsExactly("Ann");
        assertThat(found(isp, "oan")).containsExactly("Joanna");
        assertThat(found(isp, "1234567")).as("within the phone number").containsExactly("Joanna");
        assertThat(found(isp, "oa")).as("two letters begin words only").isEmpty();
        ListQuery nobodys = new ListQuery("ann", Map.of("phone", "+254712345678"), null, 50, null);
        assertThat(isp.subscribers.list(isp.owner, nobodys).items()).as("whom a filter leaves out, the ISP still has").isEmpty();
        assertThat(isp.subscribers.count(isp.owner, nobodys)).isZero();
        isp.subscribers.delete(isp.owner, ann.id());
        assertThat(found(isp, "ann")).containsExactly("Joanna");
        wordsAreInStep(isp);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void usersAndSubscriptionsAreFoundByTheBeginningOfTheUserName(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage home = isp.sells("Home", 100);
        Subscriber grace = joins(isp, "Grace", "0712345678", "G1", null), kamau = joins(isp, "Kamau", "0733111222", "K1", null);
        Subscription first = isp.subscriptions.create(isp.owner, new Subscriptions.Draft(kamau.id(), home.id(), null, "Kamau.Home", null, null));
        Subscription second = isp.subscriptions.create(isp.owner, new Subscriptions.Draft(kamau.id(), home.id(), null, "shop-7", null, null));
        Subscription hers = isp.subscriptions.create(isp.owner, new Subscriptions.Draft(grace.id(), home.id(), null, "kamaus-wife", null, null));
        assertThat(found(isp, "shop")).containsExactly("Kamau");
        assertThat(found(isp, "kamau")).as("by name or by user").containsExactly("Grace", "Kamau");
        assertThat(found(isp, "op-7")).as("within a user name").containsExactly("Kamau");
        assertThat(subscriptions(isp, "kamau")).containsExactly(hers.id(), second.id(), first.id());
        assertThat(subscriptions(isp, "kamau.")).containsExactly(first.id());
        assertThat(subscriptions(isp, "shop")).containsExactly(second.id());
        assertThat(subscriptions(isp, "0712")).containsExactly(hers.id());
        assertThat(subscriptions(isp, "hop-")).as("within a user name").containsExactly(second.id());
        assertThat(subscriptions(isp, "nobody")).isEmpty();
        isp.subscriptions.update(isp.owner, second.id(), second.version(), new Subscriptions.Draft(kamau.id(), home.id(), null, "office", null, null));
        assertThat(found(isp, "shop")).isEmpty();
        assertThat(found(isp, "offi")).containsExactly("Kamau");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void billsAreFoundByNumberAndByWhomTheyAreFor(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage home = isp.sells("Home", 100);
        Subscriber grace = joins(isp, "Grace", "0712345678", "G1", null), kamau = joins(isp, "Kamau", "0733111222", "K1", null);
        for (Subscriber s : List.of(grace, kamau)) {
            isp.takes(s, home);
            isp.pays(s, 100);
        }
        Bill his = isp.billsOf(kamau).get(0), hers = isp.billsOf(grace).get(0);
        String number = his.number();
        assertThat(number).isEqualTo("B-000002");
        for (String typed : List.of(number, "b-000002", "000002", "kamau", "0733", "k1")) assertThat(bills(isp, typed)).as(typed).containsExactly(number);
        for (String typed : List.of("B-0", "b-0000")) assertThat(bills(isp, typed)).as(typed).containsExactly(number, hers.number());
        assertThat(bills(isp, "-00000")).as("within a number").containsExactly(number, hers.number());
        assertThat(bills(isp, "0001")).as("also without what all numbers begin with").containsExactly(hers.number());
        assertThat(bills(isp, "nobody")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void manyAreListedPageByPageAndCounted(Kind kind) {
        Isp isp = Isp.on(kind);
        imports(isp, MANY);
        joins(isp, "Somebody Else", "0799000000", "ELSE", null);
        for (String typed : List.of("person", "per", "u0", "erson", "person 0712", "person u0")) {
            boolean none = typed.equals("person u0");
            assertThat(isp.subscribers.count(isp.owner, text(typed))).as(typed).isEqualTo(none ? 0 : MANY);
            assertThat(subscriberPages(isp, new ListQuery(typed, Map.of(), "name", 500, null))).as(typed).hasSize(none ? 0 : MANY).doesNotHaveDuplicates();
        }
        for (String typed : List.of("person", "u0", "a0")) assertThat(isp.subscriptions.count(isp.owner, text(typed))).as(typed).isEqualTo(MANY);
        assertThat(found(isp, "person 17")).as("two words, of which many have one").hasSize(11).allMatch(name -> name.startsWith("Person 17"));
        wordsAreInStep(isp);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void thoseInDebtAreFoundWhenTheyAreFewAndWhenTheyAreMany(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber company = isp.joins("Company"), branch = isp.joins("Branch"), rich = isp.joins("Rich"), spared = isp.joins("Spared");
        isPaidBy(isp, branch, company);
        isPaidBy(isp, spared, rich);
        ListQuery debt = ListQuery.where("debt", "true").withLimit(500), none = ListQuery.where("debt", "false").withLimit(500);
        assertThat(subscriberPages(isp, debt)).isEmpty();
        isp.ledger.adjust(isp.owner, company.id(), isp.money(-5), "fee");
        assertThat(subscriberPages(isp, debt)).containsExactly("Branch", "Company");
        assertThat(subscriberPages(isp, none)).containsExactly("Spared", "Rich");
        imports(isp, MANY);
        assertThat(subscriberPages(isp, debt)).hasSize(MANY + 2).doesNotHaveDuplicates().contains("Branch", "Company");
        assertThat(isp.subscribers.count(isp.owner, debt)).isEqualTo(MANY + 2);
        assertThat(subscriberPages(isp, none)).containsExactly("Spared", "Rich");
        assertThat(isp.subscribers.list(isp.owner, new ListQuery("person 549", Map.of("debt", "true"), null, 50, null)).items()).hasSize(1);
        isp.ledger.adjust(isp.owner, company.id(), isp.money(5), "no fee");
        assertThat(isp.subscribers.count(isp.owner, debt)).isEqualTo(MANY);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whoIsChangedIsFoundByTheNewTextAndNoLongerByTheOld(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = joins(isp, "Grace Muthoni", "0712345678", "G1", null);
        isp.subscribers.update(isp.owner, grace.id(), grace.version(), new Draft("Grace Otieno", "0733111222", null, "G1", null, null));
        assertThat(found(isp, "otieno")).containsExactly("Grace Otieno");
        for (String gone : List.of("muthoni", "0712")) assertThat(found(isp, gone)).as(gone).isEmpty();
        byte[] file = "Name,Account\nGrace Wambui,G1\nZawadi,Z1\nZawadi Were,Z1\n".getBytes(StandardCharsets.UTF_8);
        isp.imports.run(isp.owner, new Request(file, null, null, false, null, false), Mode.GOOD_LINES);
        assertThat(found(isp, "wambui")).containsExactly("Grace Wambui");
        assertThat(found(isp, "otieno")).isEmpty();
        wordsAreInStep(isp);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whoIsRenamedWhileAnotherSavesHimUnchangedKeepsTheWordsOfHisName(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = joins(isp, "Grace Muthoni", "0712345678", "G1", null);
        Draft otieno = draft("Grace Otieno", "0712345678", "G1", null);
        Runnable renamed = () -> CompletableFuture.runAsync(() -> isp.subscribers.update(isp.owner, grace.id(), grace.version(), otieno)).join();
        // the look at the tags comes behind the look at the subscriber
        Statements.before(isp.db, "from billing_subscriber_tag", 1, renamed,
            () -> isp.subscribers.update(isp.owner, grace.id(), grace.version(), draft("Grace Muthoni", "0712345678", "G1", null)));
        assertThat(found(isp, "otieno")).containsExactly("Grace Otieno");
        wordsAreInStep(isp);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void subscribersFromBeforeThereWereWordsAreFoundAllTheTimeAndGetTheirs(Kind kind) {
        Isp isp = Isp.on(kind);
        imports(isp, 300);
        isp.db.tx().run(isp.id, em -> {
            em.createQuery("delete from SearchWordRow w").executeUpdate();
            em.createQuery("update SubscriberRow s set s.wordRule = 0").executeUpdate();
        });
        assertThat(found(isp, "person 299")).containsExactly("Person 299");
        joins(isp, "Grace", "0712345678", "G1", null);
        assertThat(found(isp, "son 299")).as("nothing begins so, and some have no words yet").containsExactly("Person 299");
        assertThat(found(isp, "gr")).as("two letters").containsExactly("Grace");
        isp.jobs.schedule(isp.id, OverdueSweep.NAME, "hourly", isp.clock.instant(), null);
        isp.itIs("2026-11-22T09:00:00Z");
        wordsAreInStep(isp);
        assertThat(found(isp, "person 299")).containsExactly("Person 299");
    }

    /** More than are named to a list: 600 of one word, 600 of two. */
    @ParameterizedTest
    @MethodSource(KINDS)
    void aRareWordNarrowsACommonOne(Kind kind) {
        Isp isp = Isp.on(kind);
        imports(isp, 600);
        joins(isp, "Otieno Person", "0712345678", "G1", null);
        assertThat(found(isp, "person oti")).containsExactly("Otieno Person");
        assertThat(found(isp, "person 599")).containsExactly("Person 599");
        assertThat(found(isp, "person 59")).hasSize(11).allMatch(name -> name.startsWith("Person 59"));
        assertThat(found(isp, "erson 599")).as("within words, as nothing begins so").containsExactly("Person 599");
        assertThat(found(isp, "person zebra")).isEmpty();
        assertThat(isp.subscribers.count(isp.owner, text("person 0712"))).as("both mean all who were brought in, and Otieno").isEqualTo(601);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aSearchAsksNoMoreOftenWhenItFindsMore(Kind kind) {
        Isp isp = Isp.on(kind);
        imports(isp, 120);
        List<String> one = Statements.of(isp.db, () -> assertThat(isp.subscribers.list(isp.owner, text("person 119")).items()).hasSize(1));
        List<String> many = Statements.of(isp.db, () -> assertThat(isp.subscribers.list(isp.owner, text("person 1")).items()).hasSizeGreaterThan(20));
        assertThat(many).hasSameSizeAs(one).hasSizeLessThan(12);
        assertThat(one).as("each table is told the ISP").filteredOn(sql -> sql.contains("billing_search_word"))
            .isNotEmpty().allSatisfy(sql -> assertThat(sql.split("tenant_id = ", -1)).hasSameSizeAs(sql.split("billing_", -1)));
    }

    private static void isPaidBy(Isp isp, Subscriber s, Subscriber payer) {
        Subscriber.Details details = new Subscriber.Details(null, null, null, null, null, null, null, payer.id(), null);
        isp.subscribers.update(isp.owner, s.id(), s.version(), new Draft(s.name(), null, null, s.accountNumber(), null, null, details));
    }

    /** Each owes one. */
    private static void imports(Isp isp, int count) {
        StringBuilder csv = new StringBuilder("Name,Phone,Account,Package,PPPoE user,Wallet balance\n");
        isp.sells("Home 10M", 100);
        for (int i = 0; i < count; i++) csv.append(String.format("Person %d,0712%06d,A%07d,Home 10M,u%07d,-1%n", i, i, i, i));
        var done = isp.imports.run(isp.owner, new Request(csv.toString().getBytes(StandardCharsets.UTF_8), null, null, false, null, false), Mode.GOOD_LINES);
        assertThat(done.bad()).isZero();
    }

    private static Subscriber joins(Isp isp, String name, String phone, String account, String mail) {
        return isp.subscribers.create(isp.owner, draft(name, phone, account, mail));
    }

    private static Draft draft(String name, String phone, String account, String mail) {
        return new Draft(name, phone, mail, account, null, null);
    }

    private static ListQuery text(String typed) {
        return new ListQuery(typed, Map.of(), null, 50, null);
    }

    private static List<String> found(Isp isp, String typed) {
        List<String> names = isp.subscribers.list(isp.owner, new ListQuery(typed, Map.of(), "id", 50, null)).items().stream().map(Subscriber::name).toList();
        assertThat(isp.subscribers.count(isp.owner, text(typed))).as(typed).isEqualTo(names.size());
        return names;
    }

    private static List<Long> subscriptions(Isp isp, String typed) {
        List<Long> ids = isp.subscriptions.list(isp.owner, text(typed)).items().stream().map(Subscription::id).toList();
        assertThat(isp.subscriptions.count(isp.owner, text(typed))).isEqualTo(ids.size());
        return ids;
    }

    private static List<String> bills(Isp isp, String typed) {
        List<String> numbers = isp.bills.list(isp.owner, text(typed)).items().stream().map(Bill::number).toList();
        assertThat(isp.bills.count(isp.owner, text(typed))).isEqualTo(numbers.size());
        return numbers;
    }

    private static List<String> subscriberPages(Isp isp, ListQuery first) {
        List<String> names = new ArrayList<>();
        for (ListQuery q = first; q != null; ) {
            Page<Subscriber> page = isp.subscribers.list(isp.owner, q);
            page.items().forEach(s -> names.add(s.name()));
            q = page.next() == null ? null : q.after(page.next());
        }
        return names;
    }

    /** Every subscriber's words are those of his text, each once, and nobody's are left over. */
    private static void wordsAreInStep(Isp isp) {
        isp.db.tx().run(isp.id, em -> {
            Map<Long, List<String>> expected = new TreeMap<>(), kept = new TreeMap<>();
            for (SubscriberRow s : em.createQuery("select s from SubscriberRow s", SubscriberRow.class).getResultList()) {
                expected.put(s.getId(), new ArrayList<>(new TreeSet<>(SearchWords.of(s.getSearchText()))));
                assertThat(s.getWordRule()).as(s.getName()).isEqualTo(1);
            }
            for (SearchWordRow w : em.createQuery("select w from SearchWordRow w order by w.word", SearchWordRow.class).getResultList())
                kept.computeIfAbsent(w.getSubscriberId(), id -> new ArrayList<>()).add(w.getWord());
            kept.values().forEach(words -> words.sort(null));
            assertThat(kept).isEqualTo(expected);
        });
    }
}
