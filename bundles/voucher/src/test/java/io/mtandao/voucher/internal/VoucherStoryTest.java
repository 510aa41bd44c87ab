package io.mtandao.voucher.internal;

import static io.mtandao.voucher.internal.kit.Isp.kes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.NotFound;
import io.mtandao.api.Permission;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.voucher.Voucher;
import io.mtandao.api.voucher.Voucher.State;
import io.mtandao.api.voucher.VoucherBatch;
import io.mtandao.api.voucher.VoucherBatch.Counts;
import io.mtandao.api.voucher.VoucherRedeemed;
import io.mtandao.api.voucher.Vouchers.BatchDraft;
import io.mtandao.api.voucher.Vouchers.Redeemed;
import io.mtandao.testing.db.TestDatabase.Kind;
import io.mtandao.voucher.internal.kit.Isp;
import io.mtandao.voucher.internal.kit.PlayedBilling.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VoucherStoryTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";

    @ParameterizedTest
    @MethodSource(KINDS)
    void aMoneyVoucherBringsItsValueIntoTheWalletOfWhoeverHasThePhone(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace", "+254722111222");
        VoucherBatch batch = isp.moneyBatch(3, 100);
        Voucher card = isp.all(batch).get(0);
        Redeemed done = isp.redeems(card.code(), "0722 111 222");
        assertThat(done).extracting(Redeemed::subscriberId, Redeemed::subscriptionId, Redeemed::validUntil, Redeemed::balance)
            .containsExactly(grace.id(), null, null, kes(100));
        assertThat(isp.billing.entries(isp.id)).containsExactly(new Entry(grace.id(), "Voucher of Airtime", 10_000, "voucher:voucher/" + card.id()));
        assertThat(isp.now(card)).isEqualTo(done.voucher()).satisfies(v -> {
            assertThat(v.state()).isEqualTo(State.USED);
            assertThat(v.code()).isEqualTo(card.code());
            assertThat(v.subscriberName()).isEqualTo("Grace");
            assertThat(v.phone()).isEqualTo("+254722111222");
            assertThat(v.usedAt()).isEqualTo(Instant.parse(Isp.START));
        });
        assertThat(isp.events).containsExactly(new VoucherRedeemed(card.id(), grace.id(), null, kes(100)));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aPackageVoucherMakesAGuestWhosePeriodBeginsAtTheFirstUse(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        InternetPackage daily = isp.sells("Daily", 50);
        VoucherBatch batch = isp.packageBatch(2, daily);
        String code = isp.codeOf(batch);
        isp.itIs("2026-12-05T09:00:00Z");
        Redeemed done = isp.redeems(code, "0722 111 222");
        assertThat(done.validUntil()).isEqualTo(Instant.parse("2026-12-06T09:00:00Z"));
        assertThat(done.balance()).isEqualTo(kes(0));
        assertThat(isp.billing.subscribers(isp.id)).singleElement().extracting(Subscriber::name, Subscriber::phone)
            .containsExactly("Guest +254722111222", "+254722111222");
        assertThat(isp.billing.subscriptions(isp.id)).singleElement().satisfies(s -> {
            assertThat(s.state()).isEqualTo(SubscriptionState.ACTIVE);
            assertThat(s.pppoeUser()).as("hotspot user name").isEqualTo(code.replace("-", ""));
            assertThat(done.subscriptionId()).isEqualTo(s.id());
        });
        assertThat(done.voucher()).extracting(Voucher::validUntil, Voucher::subscriptionId).containsExactly(done.validUntil(), done.subscriptionId());
        assertThat(isp.money()).containsExactly(5000L, -5000L);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aSecondVoucherOfThePackageExtendsTheSubscriptionThatTheFirstMade(Kind kind) {
        Isp isp = Isp.on(kind);
        VoucherBatch batch = isp.packageBatch(2, isp.sells("Daily", 50));
        Redeemed first = isp.redeems(isp.codeOf(batch), "0722111222"), second = isp.redeems(isp.codeOf(batch), "+254 722 111222");
        assertThat(second).extracting(Redeemed::subscriberId, Redeemed::subscriptionId).containsExactly(first.subscriberId(), first.subscriptionId());
        assertThat(second.validUntil()).isEqualTo(first.validUntil().plusSeconds(86_400));
        assertThat(isp.billing.subscribers(isp.id)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aVoucherBuysItsPeriodThoughThePriceHasRisenSinceItWasSold(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage daily = isp.sells("Daily", 50);
        VoucherBatch batch = isp.packageBatch(1, daily);
        isp.raises(daily, 80);
        Redeemed done = isp.redeems(isp.codeOf(batch), "0722111222");
        assertThat(done.validUntil()).isEqualTo(Instant.parse("2026-11-29T07:15:00Z"));
        assertThat(isp.now(batch).value()).isEqualTo(kes(50));
        assertThat(isp.money()).containsExactly(5000L, -5000L);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void ofSeveralSubscriptionsOfThePackageTheOneIsMeantThatEndsFirstAndNeverACancelledOne(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage daily = isp.sells("Daily", 50);
        Subscriber grace = isp.joins("Grace", "+254722111222");
        Subscription gone = isp.takes(grace, daily, "gone"), late = isp.takes(grace, daily, "late"), soon = isp.takes(grace, daily, "soon");
        isp.billing.move(isp.id, gone.id(), SubscriptionState.CANCELLED, null);
        isp.billing.move(isp.id, late.id(), SubscriptionState.ACTIVE, Instant.parse("2026-11-30T00:00:00Z"));
        isp.billing.move(isp.id, soon.id(), SubscriptionState.EXPIRED, Instant.parse("2026-11-20T00:00:00Z"));
        Redeemed done = isp.vouchers.redeem(isp.owner, isp.codeOf(isp.packageBatch(1, daily)), grace.id(), null, null);
        assertThat(done).extracting(Redeemed::subscriptionId, Redeemed::validUntil).containsExactly(soon.id(), Instant.parse("2026-11-29T07:15:00Z"));
        assertThat(done.voucher().phone()).as("the subscriber's own").isEqualTo("+254722111222");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aCodeIsReadHoweverItIsTyped(Kind kind) {
        Isp isp = Isp.on(kind);
        VoucherBatch batch = isp.vouchers.create(isp.owner, new BatchDraft("Hotel", null, kes(10), "Hotel", 2, 0, 0, 10));
        String code = isp.codeOf(batch);
        assertThat(code).matches("HOTEL-[2-9A-Z]{4}-[2-9A-Z]{3}-[2-9A-Z]{3}");
        String sloppy = " h0teI " + code.substring(6).replace("-", "\u2013\u00a0").replace("2", "z").replace("5", "s").replace("8", "b").replace("V", "u")
            .toLowerCase(Locale.ROOT);
        assertThat(isp.redeems(sloppy, "0722111222").balance()).isEqualTo(kes(10));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whatIsWorthNothingSaysWhyAndMovesNoMoney(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        VoucherBatch batch = isp.moneyBatch(4, 100);
        List<Voucher> cards = isp.all(batch);
        isp.redeems(cards.get(0).code(), "0722111222");
        isp.vouchers.withdrawOne(isp.owner, cards.get(1).id(), "torn");
        assertThatThrownBy(() -> isp.redeems(cards.get(0).code(), "0722111222")).isInstanceOf(Conflict.class).hasMessage("this voucher was used already");
        assertThatThrownBy(() -> isp.redeems(cards.get(1).code(), "0722111222")).isInstanceOf(Conflict.class).hasMessage("this voucher was withdrawn");
        assertThatThrownBy(() -> isp.redeems("2222-2222-2222", "0722111222")).isInstanceOf(NotFound.class).hasMessage("no such voucher");
        assertThatThrownBy(() -> isp.redeems("", "0722111222")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> isp.redeems(null, "0722111222")).isInstanceOf(NotFound.class);
        Isp.CLOCK.set(Instant.parse("2026-12-28T20:59:59Z"));
        isp.redeems(cards.get(2).code(), "0722111222");
        Isp.CLOCK.set(Instant.parse("2026-12-28T21:00:00Z"));
        assertThatThrownBy(() -> isp.redeems(cards.get(3).code(), "0722111222")).as("midnight in Nairobi, before the night's job").isInstanceOf(Conflict.class)
            .hasMessage("the time in which this voucher had to be used is over");
        assertThat(isp.money()).containsExactly(10_000L, 10_000L);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whoIsMeantMustBeSaidAndMustBeOnlyOne(Kind kind) {
        Isp isp = Isp.on(kind);
        isp.joins("Unit 1", "+254722111222");
        Subscriber second = isp.joins("Unit 2", "+254722111222");
        isp.joins("Called 0722111222 and +254722333444, but it is not the phone", "+254733000000");
        VoucherBatch batch = isp.moneyBatch(2, 100);
        String code = isp.codeOf(batch);
        assertThatThrownBy(() -> isp.redeems(code, " ")).isInstanceOf(Invalid.class).hasMessageContaining("phone");
        assertThatThrownBy(() -> isp.redeems(code, "12")).isInstanceOf(Invalid.class).hasMessageContaining("phone");
        assertThatThrownBy(() -> isp.redeems(code, "0722111222")).isInstanceOf(Conflict.class)
            .hasMessageContaining("several subscribers have the phone +254722111222");
        assertThatThrownBy(() -> isp.vouchers.redeem(isp.owner, code, 1L, null, null)).isInstanceOf(NotFound.class).hasMessage("no such subscriber");
        assertThat(isp.money()).isEmpty();
        assertThat(isp.vouchers.redeem(isp.owner, code, second.id(), null, null).subscriberId()).isEqualTo(second.id());
        assertThat(isp.redeems(isp.codeOf(batch), "0722333444").subscriberId()).as("a new one").isNotIn(second.id());
        assertThat(isp.billing.subscribers(isp.id)).extracting(Subscriber::name).contains("Guest +254722333444").hasSize(4);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whenBillingRefusesTheVoucherStaysWorthWhatItWas(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage daily = isp.sells("Daily", 50);
        VoucherBatch batch = isp.packageBatch(1, daily);
        String code = isp.codeOf(batch);
        isp.billing.refusal = "this user name is taken";
        for (int i = 0; i < 20; i++) assertThatThrownBy(() -> isp.redeems(code, "0722111222")).as("and is not counted as a wrong code")
            .isInstanceOf(Conflict.class).hasMessageContaining("taken");
        assertThat(isp.billing.subscribers(isp.id)).as("no guest is left behind").isEmpty();
        assertThat(isp.now(batch).counts()).isEqualTo(new Counts(1, 0, 0, 0));
        assertThat(isp.audit).noneMatch(a -> a.contains("redeem"));
        assertThat(isp.events).isEmpty();
        isp.billing.refusal = null;
        assertThat(isp.redeems(code, "0722111222").validUntil()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aCardThatWasSoldIsStillRedeemedWhenItsPackageIsArchived(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage daily = isp.sells("Daily", 50);
        VoucherBatch batch = isp.packageBatch(1, daily);
        isp.archives(daily);
        assertThat(isp.redeems(isp.codeOf(batch), "0722111222").validUntil()).isEqualTo(Instant.parse("2026-11-29T07:15:00Z"));
        assertThatThrownBy(() -> isp.packageBatch(1, daily)).as("but no more are made").isInstanceOf(Invalid.class).hasMessageContaining("archived");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aCardBuysTheEditionThatWasSoldWithItsTaxAndItsDevices(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage daily = isp.sells("Daily", 50);
        isp.billing.taxOnTop(isp.id, daily.id());
        VoucherBatch batch = isp.vouchers.create(isp.owner, new BatchDraft("Family", daily.id(), null, "", 1, 30, 4, 8));
        assertThat(batch.value()).as("50 and 16 % on it").isEqualTo(kes(58));
        isp.billing.taxOnTop(isp.id, daily.id());
        isp.redeems(isp.codeOf(batch), "0722111222");
        assertThat(isp.billing.bought).singleElement().extracting(b -> b.value(), b -> b.edition(), b -> b.deviceLimit()).containsExactly(kes(58), 2, 4);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aWithdrawnBatchIsWorthNothingButWhatWasUsedStaysUsed(Kind kind) {
        Isp isp = Isp.on(kind);
        VoucherBatch batch = isp.moneyBatch(5, 100), other = isp.moneyBatch(5, 100);
        String used = isp.codeOf(batch);
        isp.redeems(used, "0722111222");
        String open = isp.codeOf(batch);
        assertThatThrownBy(() -> isp.vouchers.withdraw(isp.owner, batch.id(), " ")).isInstanceOf(Invalid.class).hasMessageContaining("reason");
        VoucherBatch withdrawn = isp.vouchers.withdraw(isp.owner, batch.id(), "lost on the way");
        assertThat(withdrawn).isEqualTo(isp.now(batch)).extracting(VoucherBatch::withdrawn, VoucherBatch::counts).containsExactly(true, new Counts(0, 1, 0, 4));
        assertThatThrownBy(() -> isp.redeems(open, "0722111222")).hasMessage("this voucher was withdrawn");
        assertThatThrownBy(() -> isp.vouchers.withdraw(isp.owner, batch.id(), "again")).isInstanceOf(Conflict.class);
        assertThat(isp.now(other).counts()).isEqualTo(new Counts(5, 0, 0, 0));
        Voucher one = isp.all(other).get(0);
        assertThat(isp.vouchers.withdrawOne(isp.owner, one.id(), "torn").state()).isEqualTo(State.WITHDRAWN);
        assertThatThrownBy(() -> isp.vouchers.withdrawOne(isp.owner, one.id(), "torn")).isInstanceOf(Conflict.class).hasMessage("this voucher was withdrawn");
        assertThat(isp.now(other).counts()).isEqualTo(new Counts(4, 0, 0, 1));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whatIsOverCountsAsOverAtOnceAndIsWrittenInTheNight(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        VoucherBatch batch = isp.moneyBatch(3, 100), forEver = isp.vouchers.create(isp.owner, new BatchDraft("For ever", null, kes(5), null, 2, 0, 0, 8));
        isp.redeems(isp.codeOf(batch), "0722111222");
        assertThat(batch.sellBy()).isEqualTo(Instant.parse("2026-12-28T21:00:00Z"));
        assertThat(forEver.sellBy()).isNull();
        isp.itIs("2026-12-28T21:00:00Z");
        assertThat(kept(isp, batch, State.OVER)).isZero();
        assertThat(isp.now(batch).counts()).isEqualTo(new Counts(0, 1, 2, 0));
        assertThat(listed(isp, batch, "over")).isEqualTo(2);
        assertThat(listed(isp, batch, "unused")).isZero();
        Voucher over = isp.all(batch).get(2);
        assertThat(over.state()).isEqualTo(State.OVER);
        assertThatThrownBy(() -> isp.vouchers.withdrawOne(isp.owner, over.id(), "x")).isInstanceOf(Conflict.class);
        isp.itIs("2026-12-28T21:30:00Z");
        assertThat(kept(isp, batch, State.OVER)).as("half past midnight in Nairobi").isEqualTo(2);
        assertThat(isp.now(batch).counts()).isEqualTo(new Counts(0, 1, 2, 0));
        assertThat(listed(isp, batch, "over")).isEqualTo(2);
        assertThat(isp.now(forEver).counts()).isEqualTo(new Counts(2, 0, 0, 0));
        Isp.CLOCK.set(Instant.parse("2036-12-28T21:30:00Z"));
        assertThat(isp.redeems(isp.codeOf(forEver), "0722111222").balance()).isEqualTo(kes(105));
        assertThat(isp.vouchers.withdraw(isp.owner, batch.id(), "to be sure").counts()).as("over stays over").isEqualTo(new Counts(0, 1, 2, 0));
    }

    private static long kept(Isp isp, VoucherBatch batch, State state) {
        return isp.db.tx().in(isp.id, em -> em.createQuery("select count(v.id) from VoucherRow v where v.batchId = ?1 and v.state = ?2", Long.class)
            .setParameter(1, batch.id()).setParameter(2, state).getSingleResult());
    }

    private static int listed(Isp isp, VoucherBatch batch, String state) {
        return isp.vouchers.list(isp.owner, new ListQuery(null, java.util.Map.of("batchId", "" + batch.id(), "state", state), null, 50, null)).items().size();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aNewIspHasItsNightFromTheBegin(Kind kind) {
        Isp isp = Isp.on(kind);
        isp.parts.nights().setUp(isp.system(), isp.settings().get(isp.system()));
        assertThat(isp.jobs.at("voucher.sweep/nightly")).contains(Instant.parse("2026-11-28T21:30:00Z"));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aPhoneIsShownWhatItHasLeftBeforeItBuysAnother(Kind kind) {
        Isp isp = Isp.on(kind);
        VoucherBatch batch = isp.packageBatch(3, isp.sells("Daily", 50));
        Redeemed mine = isp.redeems(isp.codeOf(batch), "0722111222");
        isp.redeems(isp.codeOf(batch), "0733111222");
        isp.redeems(isp.codeOf(isp.moneyBatch(1, 10)), "0722111222");
        assertThat(isp.vouchers.reusable(isp.owner, "+254 722 111 222")).containsExactly(mine.voucher());
        assertThat(isp.vouchers.reusable(isp.owner, "0799111222")).isEmpty();
        Isp.CLOCK.set(mine.validUntil());
        assertThat(isp.vouchers.reusable(isp.owner, "0722111222")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void theReportTellsWhatIsUsedAndWhatIsStillOpen(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        VoucherBatch before = isp.moneyBatch(1, 100);
        isp.itIs("2026-12-01T08:00:00Z");
        VoucherBatch batch = isp.moneyBatch(10, 100), daily = isp.packageBatch(4, isp.sells("Daily", 50));
        for (int i = 0; i < 3; i++) isp.redeems(isp.codeOf(batch), "0722111222");
        isp.vouchers.withdrawOne(isp.owner, isp.all(batch).get(9).id(), "torn");
        var lines = isp.vouchers.report(isp.owner, Instant.parse("2026-12-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(lines).hasSize(2).doesNotContainNull().noneMatch(l -> l.batchId() == before.id());
        assertThat(lines.get(0)).isEqualTo(new io.mtandao.api.voucher.Vouchers.ReportLine(batch.id(), "Airtime", kes(100), 10, 3, 0, 1, kes(300), kes(600)));
        assertThat(lines.get(1)).isEqualTo(new io.mtandao.api.voucher.Vouchers.ReportLine(daily.id(), "Cards of Daily", kes(50), 4, 0, 0, 0, kes(0), kes(200)));
        Instant at = Instant.parse("2026-12-01T08:00:00Z");
        assertThat(isp.vouchers.report(isp.owner, at.plusSeconds(1), at.plusSeconds(2))).isEmpty();
        assertThatThrownBy(() -> isp.vouchers.report(isp.owner, at, at)).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whoDidWhatIsInTheAuditLogWithoutACode(Kind kind) {
        Isp isp = Isp.on(kind);
        VoucherBatch batch = isp.moneyBatch(3, 100);
        List<Voucher> cards = isp.all(batch);
        isp.vouchers.printSheet(isp.owner, batch.id());
        Redeemed done = isp.redeems(cards.get(0).code(), "0722111222");
        isp.vouchers.withdrawOne(isp.owner, cards.get(1).id(), "torn");
        isp.vouchers.withdraw(isp.owner, batch.id(), "stolen");
        assertThat(isp.audit).containsExactly(
            "owner voucher.create voucher-batch/%d {name=Airtime, value=KES 100.00, codes=3, length=12, sellBy=2026-12-28T21:00:00Z}".formatted(batch.id()),
            "owner voucher.print voucher-batch/%d {codes=3}".formatted(batch.id()),
            "portal voucher.redeem voucher/%d {batch=Airtime, value=KES 100.00, subscriber=%d, phone=+254722111222}".formatted(cards.get(0).id(),
                done.subscriberId()),
            isp.audit.get(3), isp.audit.get(4));
        assertThat(isp.audit.get(3)).startsWith("owner voucher.withdraw voucher/" + cards.get(1).id()).contains("reason=torn");
        assertThat(isp.audit.get(4)).startsWith("owner voucher.withdraw voucher-batch/" + batch.id()).contains("reason=stolen", "codes=1");
        assertThat(isp.audit).noneMatch(a -> cards.stream().anyMatch(c -> a.contains(c.code()) || a.contains(c.code().replace("-", ""))));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void listsFindByBatchStatePhoneSubscriberAndWholeCode(Kind kind) {
        Isp isp = Isp.on(kind);
        InternetPackage daily = isp.sells("Daily", 50);
        VoucherBatch money = isp.moneyBatch(5, 100), cards = isp.packageBatch(2, daily);
        Redeemed done = isp.redeems(isp.codeOf(money), "0722111222");
        assertThat(isp.vouchers.batches(isp.owner, ListQuery.first(10)).items()).extracting(VoucherBatch::id).containsExactly(cards.id(), money.id());
        assertThat(isp.vouchers.batches(isp.owner, ListQuery.where("packageId", "" + daily.id())).items()).containsExactly(isp.now(cards));
        assertThat(isp.vouchers.batches(isp.owner, new ListQuery("OF dai", null, "name", 10, null)).items()).containsExactly(isp.now(cards));
        assertThat(isp.vouchers.batches(isp.owner, new ListQuery("%", null, null, 10, null)).items()).isEmpty();
        assertThat(isp.vouchers.list(isp.owner, ListQuery.where("phone", "0722 111222")).items()).containsExactly(done.voucher());
        assertThat(isp.vouchers.list(isp.owner, ListQuery.where("subscriberId", "" + done.subscriberId())).items()).containsExactly(done.voucher());
        assertThat(isp.vouchers.list(isp.owner, ListQuery.where("state", "used")).items()).containsExactly(done.voucher());
        assertThat(isp.vouchers.list(isp.owner, new ListQuery(done.voucher().code().toLowerCase(Locale.ROOT), null, null, 10, null)).items())
            .containsExactly(done.voucher());
        assertThat(isp.vouchers.list(isp.owner, new ListQuery(done.voucher().code().substring(0, 9), null, null, 10, null)).items())
            .as("a part of a code finds nothing").isEmpty();
        for (ListQuery bad : List.of(ListQuery.where("state", "lost"), ListQuery.where("batchId", "x"), ListQuery.where("phone", "x"),
            ListQuery.where("colour", "red")))
            assertThatThrownBy(() -> isp.vouchers.list(isp.owner, bad)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> isp.vouchers.get(isp.owner, 1)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> isp.vouchers.batch(isp.owner, 1)).isInstanceOf(NotFound.class);
        assertThat(isp.vouchers.redeem(isp.key(Permission.SUBSCRIPTIONS_WRITE), isp.codeOf(money), null, "0722111222", "aa:bb:cc:dd:ee:ff").balance())
            .isEqualTo(kes(200));
    }
}
