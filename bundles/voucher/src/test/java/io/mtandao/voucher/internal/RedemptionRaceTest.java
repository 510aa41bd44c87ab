package io.mtandao.voucher.internal;

import static io.mtandao.voucher.internal.kit.Isp.kes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Conflict;
import io.mtandao.api.NotFound;
import io.mtandao.api.Throttled;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.voucher.Voucher;
import io.mtandao.api.voucher.Voucher.State;
import io.mtandao.api.voucher.VoucherBatch;
import io.mtandao.api.voucher.VoucherBatch.Counts;
import io.mtandao.api.voucher.Vouchers.BatchDraft;
import io.mtandao.api.voucher.Vouchers.Redeemed;
import io.mtandao.testing.db.TestDatabase.Kind;
import io.mtandao.voucher.internal.kit.AtOnce;
import io.mtandao.voucher.internal.kit.Isp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same at the same time: one wins, and only the winner's money is booked. */
class RedemptionRaceTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";
    private static final int PEOPLE = 8;

    @ParameterizedTest
    @MethodSource(KINDS)
    void ofEightWhoTypeOneCodeAtOnceExactlyOneGetsIt(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        InternetPackage daily = isp.sells("Daily", 50);
        VoucherBatch money = isp.moneyBatch(5, 100), cards = isp.packageBatch(5, daily);
        for (int round = 0; round < 10; round++) {
            String code = isp.codeOf(round < 5 ? money : cards);
            int r = round;
            List<Object> results = AtOnce.all(IntStream.range(0, PEOPLE).<Callable<Redeemed>>mapToObj(i ->
                () -> isp.redeems(code, "07221112" + r + i, "10.5." + r + "." + i)).toList());
            assertThat(results).filteredOn(Redeemed.class::isInstance).hasSize(1);
            assertThat(results).filteredOn(Conflict.class::isInstance).hasSize(PEOPLE - 1).extracting(x -> ((Conflict) x).getMessage())
                .containsOnly("this voucher was used already");
        }
        assertThat(isp.money()).hasSize(5 + 2 * 5).filteredOn(m -> m > 0).hasSize(10);
        assertThat(isp.billing.subscribers(isp.id)).as("no guest of a loser").hasSize(10);
        assertThat(isp.now(money).counts()).isEqualTo(new Counts(0, 5, 0, 0));
        assertThat(isp.events).hasSize(10);
        assertThat(isp.audit).filteredOn(a -> a.contains("voucher.redeem")).hasSize(10);
    }

    /** In the middle of the first one's booking the second begins: it can only wait. */
    @ParameterizedTest
    @MethodSource(KINDS)
    void whoComesWhileTheMoneyIsBeingBookedWaitsAndFindsTheCodeUsed(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        String code = isp.codeOf(isp.moneyBatch(1, 100));
        CompletableFuture<Redeemed> second = new CompletableFuture<>();
        isp.billing.meanwhile.set(() -> {
            Thread other = new Thread(() -> {
                try {
                    second.complete(isp.redeems(code, "0722111223", "10.5.50.3"));
                } catch (RuntimeException e) {
                    second.completeExceptionally(e);
                }
            });
            other.start();
            assertThatThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        });
        assertThat(isp.redeems(code, "0722111222").balance()).isEqualTo(kes(100));
        assertThatThrownBy(second::get).hasCauseInstanceOf(Conflict.class);
        assertThat(isp.money()).containsExactly(10_000L);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void ofARedemptionAndAWithdrawalAtOnceTheLaterOneFindsItDone(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        int used = 0;
        for (int round = 0; round < 8; round++) {
            VoucherBatch batch = isp.moneyBatch(20, 100);
            List<Voucher> cards = isp.all(batch);
            boolean whole = round % 2 == 0;
            int r = round;
            List<Callable<?>> tasks = new ArrayList<>(List.of(() -> isp.redeems(cards.get(7).code(), "0722111222", "10.6.0." + r),
                () -> whole ? isp.vouchers.withdraw(isp.owner, batch.id(), "race") : isp.vouchers.withdrawOne(isp.owner, cards.get(7).id(), "race")));
            if (whole) tasks.add(() -> isp.redeems(cards.get(19).code(), "0722111333", "10.7.0." + r));
            List<Object> results = AtOnce.all(tasks);
            assertThat(results).doesNotHaveAnyElementsOfTypes(Error.class, IllegalStateException.class, javax.persistence.PersistenceException.class);
            long won = results.stream().filter(Redeemed.class::isInstance).count();
            used += won;
            assertThat(isp.now(batch).counts().used()).isEqualTo(won);
            assertThat(isp.now(batch).counts().unused()).isEqualTo(whole ? 0 : 19);
            assertThat(isp.now(cards.get(7)).state()).isEqualTo(results.get(0) instanceof Redeemed ? State.USED : State.WITHDRAWN);
        }
        assertThat(isp.money()).hasSize(used).containsOnly(10_000L);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void twoCodesOfOneNewPhoneAtOnceMakeOneGuest(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        VoucherBatch batch = isp.packageBatch(12, isp.sells("Daily", 50));
        for (int round = 0; round < 3; round++) {
            List<String> codes = isp.all(batch).stream().filter(v -> v.state() == State.UNUSED).map(Voucher::code).limit(4).toList();
            int r = round;
            List<Object> results = AtOnce.all(codes.stream().<Callable<Redeemed>>map(c -> () -> isp.redeems(c, "072211122" + r)).toList());
            assertThat(results).allMatch(Redeemed.class::isInstance);
            assertThat(isp.billing.subscribers(isp.id)).hasSize(round + 1);
        }
        assertThat(isp.now(batch).counts()).isEqualTo(new Counts(0, 12, 0, 0));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void triesSentAtOnceDoNotSlipPastACountThatIsStillLow(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        List<Object> results = AtOnce.times(30, () -> isp.redeems("2222-2222", "0722111222"));
        assertThat(results).filteredOn(NotFound.class::isInstance).hasSize(11);
        assertThat(results).filteredOn(Throttled.class::isInstance).hasSize(19);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void ispsThatMakeBatchesAtOnceShareNoCode(Kind kind) throws Exception {
        Isp first = Isp.on(kind);
        List<Isp> isps = List.of(first, first.neighbour(), first.neighbour(), first.neighbour());
        List<Object> made = AtOnce.all(isps.stream().<Callable<VoucherBatch>>map(i ->
            () -> i.vouchers.create(i.owner, new BatchDraft("Cards", null, kes(10), "", 1_100, 0, 0, 8))).toList());
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < isps.size(); i++) isps.get(i).all((VoucherBatch) made.get(i)).forEach(v -> codes.add(v.code()));
        assertThat(codes).hasSize(4_400);
    }
}
