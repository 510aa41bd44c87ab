package io.mtandao.voucher.internal;

import static io.mtandao.voucher.internal.kit.Isp.kes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.NotFound;
import io.mtandao.api.Permission;
import io.mtandao.api.Throttled;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.voucher.VoucherBatch;
import io.mtandao.api.voucher.Vouchers;
import io.mtandao.testing.db.TestDatabase.Kind;
import io.mtandao.voucher.internal.kit.Isp;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThrottleTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";
    private static final String WRONG = "2222-2222-2222";

    /** Wrong codes from a place until one more would have to wait. */
    private static void exhausts(Isp isp, String from) {
        for (int i = 0; i < 11; i++) assertThatThrownBy(() -> isp.redeems(WRONG, "0722111222", from)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> isp.redeems(WRONG, "0722111222", from))
            .isInstanceOfSatisfying(Throttled.class, t -> assertThat(t.retryAfter()).isEqualTo(Duration.ofSeconds(2)));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void tooManyWrongCodesFromOnePlaceHaveToWaitEverLongerAndRightOnesToo(Kind kind) {
        Isp isp = Isp.on(kind);
        String code = isp.codeOf(isp.moneyBatch(1, 100));
        exhausts(isp, "10.5.50.7");
        assertThatThrownBy(() -> isp.redeems(code, "0722111222", "10.5.50.7")).as("else it would tell which codes are right").isInstanceOf(Throttled.class);
        Isp.CLOCK.advance(Duration.ofSeconds(2));
        assertThatThrownBy(() -> isp.redeems(WRONG, "0722111222", "10.5.50.7")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> isp.redeems(WRONG, "0722111222", "10.5.50.7")).isInstanceOfSatisfying(Throttled.class,
            t -> assertThat(t.retryAfter()).isEqualTo(Duration.ofSeconds(4)));
        Isp.CLOCK.advance(Duration.ofSeconds(4));
        assertThat(isp.redeems(code, "0722111222", "10.5.50.7").balance()).isEqualTo(kes(100));
        assertThatThrownBy(() -> isp.redeems(WRONG, "0722111222", "10.5.50.7")).as("a right one does not wipe out the wrong ones").isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> isp.redeems(WRONG, "0722111222", "10.5.50.7")).isInstanceOf(Throttled.class);
        Isp.CLOCK.advance(Duration.ofHours(2));
        exhausts(isp, "10.5.50.7");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aRestartDoesNotForgetAndAnotherNodeKnows(Kind kind) {
        Isp isp = Isp.on(kind);
        exhausts(isp, "10.5.50.7");
        Vouchers elsewhere = isp.restarted().book();
        assertThatThrownBy(() -> elsewhere.redeem(isp.key(Permission.VOUCHERS_WRITE), WRONG, null, "0722111222", "10.5.50.7")).isInstanceOf(Throttled.class);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void otherPlacesAndOtherIspsWithTheSameAddressesAreNotHeldUp(Kind kind) {
        Isp isp = Isp.on(kind), neighbour = isp.neighbour();
        exhausts(isp, "10.5.50.7");
        assertThat(isp.redeems(isp.codeOf(isp.moneyBatch(1, 100)), "0722111222", "10.5.50.8").balance()).isEqualTo(kes(100));
        assertThat(neighbour.redeems(neighbour.codeOf(neighbour.moneyBatch(1, 100)), "0722111222", "10.5.50.7").balance()).isEqualTo(kes(100));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aStrangerWhoTypesSomebodysPhoneEverywhereDoesNotLockItsOwnerOut(Kind kind) {
        Isp isp = Isp.on(kind);
        isp.joins("Grace", "+254722111222");
        for (int i = 0; i < 60; i++) {
            String from = "10.9.0." + i;
            assertThatThrownBy(() -> isp.redeems(WRONG, "0722111222", from)).isInstanceOf(NotFound.class);
        }
        assertThat(isp.redeems(isp.codeOf(isp.moneyBatch(1, 100)), "0722111222", "10.5.50.7").balance()).isEqualTo(kes(100));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void wrongCodesForOneSubscriberFromManyPlacesHaveToWaitButNotWhereItIsKnown(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace", "+254722111222"), otieno = isp.joins("Otieno", "+254722111333");
        VoucherBatch batch = isp.moneyBatch(4, 100);
        redeem(isp, isp.codeOf(batch), grace, "home");
        for (int i = 0; i < 16; i++) {
            String from = "bot" + i;
            assertThatThrownBy(() -> redeem(isp, WRONG, grace, from)).isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> redeem(isp, WRONG, grace, "bot17"))
            .isInstanceOfSatisfying(Throttled.class, t -> assertThat(t.retryAfter()).isEqualTo(Duration.ofSeconds(5)));
        redeem(isp, isp.codeOf(batch), grace, "home");
        redeem(isp, isp.codeOf(batch), otieno, "bot1");
        assertThatThrownBy(() -> redeem(isp, isp.codeOf(batch), grace, "bot1")).isInstanceOf(Throttled.class);
        Isp.CLOCK.advance(Duration.ofSeconds(5));
        redeem(isp, isp.codeOf(batch), grace, "bot18");
    }

    private static void redeem(Isp isp, String code, Subscriber who, String from) {
        assertThat(isp.vouchers.redeem(isp.owner, code, who.id(), null, from).subscriberId()).isEqualTo(who.id());
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aCodeThatIsUsedCountsAsWrong(Kind kind) {
        Isp isp = Isp.on(kind);
        String code = isp.codeOf(isp.moneyBatch(1, 100));
        isp.redeems(code, "0722111222", "10.1.1.1");
        for (int i = 0; i < 11; i++) assertThatThrownBy(() -> isp.redeems(code, "0722111222", "10.1.1.1")).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> isp.redeems(code, "0722111222", "10.1.1.1")).isInstanceOf(Throttled.class);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void theNightForgetsWhatNoRuleRemembersAndKeepsTheKnownPlaces(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace", "+254722111222");
        redeem(isp, isp.codeOf(isp.moneyBatch(1, 100)), grace, "home");
        exhausts(isp, "10.5.50.7");
        assertThat(tries(isp)).isEqualTo(4);
        isp.itIs("2026-11-29T05:00:00Z");
        assertThat(tries(isp)).as("where Grace is known").isEqualTo(1);
        Isp.CLOCK.set(Instant.parse("2027-06-30T05:00:00Z"));
        isp.parts.sweep().run(isp.id, "nightly", null);
        assertThat(tries(isp)).isZero();
    }

    private static long tries(Isp isp) {
        return isp.db.tx().in(isp.id, em -> em.createQuery("select count(t.id) from TryRow t", Long.class).getSingleResult());
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aProgramMustSayForWhomItAsksAndNobodyTriesInsideAUnitOfWork(Kind kind) {
        Isp isp = Isp.on(kind);
        String code = isp.codeOf(isp.moneyBatch(1, 100));
        assertThatThrownBy(() -> isp.redeems(code, "0722111222", " ")).isInstanceOf(Invalid.class).hasMessageContaining("tryingFrom");
        assertThatThrownBy(() -> isp.db.tx().in(isp.id, em -> isp.redeems(code, "0722111222"))).isInstanceOf(IllegalStateException.class);
        assertThat(isp.money()).isEmpty();
        assertThat(isp.vouchers.redeem(isp.owner, code, null, "0722111222", null).balance()).as("staff are known").isEqualTo(kes(100));
        assertThat(Isp.CLOCK.instant()).isEqualTo(Instant.parse(Isp.START));
    }
}
