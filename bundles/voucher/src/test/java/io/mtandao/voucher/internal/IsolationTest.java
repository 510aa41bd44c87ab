package io.mtandao.voucher.internal;

import static io.mtandao.voucher.internal.kit.Isp.kes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.ListQuery;
import io.mtandao.api.NotFound;
import io.mtandao.api.billing.Dependents;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.voucher.Voucher;
import io.mtandao.api.voucher.VoucherBatch;
import io.mtandao.api.voucher.VoucherBatch.Counts;
import io.mtandao.api.voucher.Vouchers.BatchDraft;
import io.mtandao.api.voucher.Vouchers.Redeemed;
import io.mtandao.testing.db.TestDatabase.Kind;
import io.mtandao.voucher.internal.kit.Isp;
import io.mtandao.voucher.internal.kit.Statements;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bravo gets nothing of Acme's, by any method, and cannot even tell whether it is there. */
class IsolationTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";

    @ParameterizedTest
    @MethodSource(KINDS)
    void nothingOfOneIspIsSeenOrChangedByAnother(Kind kind) throws Exception {
        Isp acme = Isp.on(kind), bravo = acme.neighbour();
        VoucherBatch batch = acme.moneyBatch(3, 100);
        Voucher card = acme.all(batch).get(0);
        Redeemed used = acme.redeems(acme.all(batch).get(2).code(), "0722111222");
        List<ThrowingCallable> foreign = List.of(() -> bravo.vouchers.batch(bravo.owner, batch.id()), () -> bravo.vouchers.get(bravo.owner, card.id()),
            () -> bravo.vouchers.withdraw(bravo.owner, batch.id(), "x"), () -> bravo.vouchers.withdrawOne(bravo.owner, card.id(), "x"),
            () -> bravo.vouchers.printSheet(bravo.owner, batch.id()), () -> bravo.redeems(card.code(), "0722111222"),
            () -> bravo.vouchers.redeem(bravo.owner, card.code(), used.subscriberId(), null, null));
        for (ThrowingCallable one : foreign) assertThatThrownBy(one).isInstanceOf(NotFound.class);
        assertThat(bravo.vouchers.batches(bravo.owner, ListQuery.first(500)).items()).isEmpty();
        assertThat(bravo.vouchers.list(bravo.owner, ListQuery.first(500)).items()).isEmpty();
        for (ListQuery query : List.of(new ListQuery(card.code(), null, null, 5, null), ListQuery.where("batchId", "" + batch.id()),
                ListQuery.where("state", "unused"), ListQuery.where("phone", "0722111222"), ListQuery.where("subscriberId", "" + used.subscriberId())))
            assertThat(bravo.vouchers.list(bravo.owner, query).items()).isEmpty();
        assertThat(bravo.vouchers.reusable(bravo.owner, "0722111222")).isEmpty();
        assertThat(bravo.vouchers.report(bravo.owner, Instant.EPOCH, Instant.parse("2040-01-01T00:00:00Z"))).isEmpty();
        assertThatThrownBy(() -> bravo.vouchers.create(bravo.owner, new BatchDraft("x", acme.sells("Daily", 50).id(), null, "", 1, 0, 0, 8)))
            .hasMessage("no such package");
        Isp.CLOCK.set(Instant.parse("2030-01-01T00:00:00Z"));
        bravo.parts.sweep().run(bravo.id, "nightly", null);
        Isp.CLOCK.set(Instant.parse(Isp.START));
        assertThat(acme.now(batch)).extracting(VoucherBatch::counts, VoucherBatch::version).containsExactly(new Counts(2, 1, 0, 0), batch.version());
        assertThat(bravo.money()).isEmpty();
        assertThat(acme.redeems(card.code(), "0722111222").balance()).as("Bravo's tries cost Acme nothing").isEqualTo(kes(200));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void anotherIspsCodeIsAsUnknownAsOneThatNobodyHas(Kind kind) {
        Isp acme = Isp.on(kind), bravo = acme.neighbour();
        String foreign = acme.codeOf(acme.moneyBatch(1, 100));
        bravo.moneyBatch(1, 100);
        String[] told = new String[2];
        List<String> sentForForeign = Statements.of(bravo.db, () -> told[0] = refused(bravo, foreign, "10.0.0.1"));
        List<String> sentForUnknown = Statements.of(bravo.db, () -> told[1] = refused(bravo, "WWWW-WWWW-WWWW", "10.0.0.2"));
        assertThat(told[0]).isEqualTo(told[1]).isEqualTo("no such voucher");
        assertThat(sentForForeign).isNotEmpty().isEqualTo(sentForUnknown);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void billingLearnsOfWhatVouchersNameAndOfNothingOfAnotherIsps(Kind kind) {
        Isp acme = Isp.on(kind), bravo = acme.neighbour();
        InternetPackage onCards = acme.sells("Daily", 50), plain = acme.sells("Weekly", 200);
        long typed = acme.redeems(acme.codeOf(acme.packageBatch(1, onCards)), "0722111222").subscriberId();
        Dependents told = acme.parts.dependents();
        assertThat(told.onPackage(acme.id, onCards.id())).contains("vouchers");
        assertThat(told.onSubscriber(acme.id, typed)).contains("vouchers");
        assertThat(told.onPackage(acme.id, plain.id())).isEmpty();
        assertThat(told.onSubscriber(acme.id, acme.joins("Nobody", "+254733000000").id())).isEmpty();
        assertThat(told.onPackage(bravo.id, onCards.id())).isEmpty();
        assertThat(told.onSubscriber(bravo.id, typed)).isEmpty();
    }

    private static String refused(Isp isp, String code, String from) {
        try {
            return "redeemed " + isp.redeems(code, "0722111222", from);
        } catch (NotFound e) {
            return e.getMessage();
        }
    }

    /** What an attacker would have with a copy of the tables: no code, in no ISP's row and not under the platform's hash. */
    @ParameterizedTest
    @MethodSource(KINDS)
    void theTablesTellNoCode(Kind kind) {
        Isp acme = Isp.on(kind), bravo = acme.neighbour();
        Voucher card = acme.all(acme.moneyBatch(1, 100)).get(0);
        String bare = card.code().replace("-", "");
        List<Object[]> rows = acme.db.tx().in(acme.id, em -> em.createQuery("select v.codeHash, v.sealedCode from VoucherRow v", Object[].class)
            .getResultList());
        assertThat(rows).singleElement().satisfies(r -> {
            assertThat((String) r[0]).hasSize(64).isNotEqualTo(new io.mtandao.voucher.internal.rule.CodeHash(new byte[32]).of(bare));
            assertThat((String) r[1]).doesNotContain(bare).doesNotContain(card.code());
            assertThatThrownBy(() -> bravo.db.secrets().open(bravo.id, VoucherViews.CODE, (String) r[1])).as("sealed for Acme")
                .isInstanceOf(IllegalStateException.class);
        });
    }
}
