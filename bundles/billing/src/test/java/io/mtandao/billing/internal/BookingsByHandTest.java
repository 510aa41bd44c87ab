package io.mtandao.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.NotFound;
import io.mtandao.api.billing.Ledger.Received;
import io.mtandao.api.billing.Ledger.WalletEntry;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.billing.internal.kit.AtOnce;
import io.mtandao.billing.internal.kit.Fakes.Audited;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Money that staff move by hand: from wallet to wallet, and back to where it came from. */
class BookingsByHandTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";

    private static WalletEntry newest(Isp isp, Subscriber s) {
        return isp.ledger.wallet(isp.owner, s.id(), ListQuery.first(1)).items().get(0);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void moneyGoesFromOneWalletToAnotherAndPaysThereWhatIsOpen(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace"), kamau = isp.joins("Kamau");
        Subscription home = isp.takes(kamau, isp.sells("Home 10M", 2000));
        isp.pays(grace, 2500);
        isp.audit.entries.clear();

        assertThat(isp.ledger.transfer(isp.owner, grace.id(), kamau.id(), isp.money(2100), "same family")).isEqualTo(new Received(isp.money(100), 1));

        assertThat(isp.now(home).state()).isEqualTo(SubscriptionState.ACTIVE);
        assertThat(isp.balance(grace)).isEqualTo(isp.money(400));
        String memo = "Transfer from " + grace.accountNumber() + " to " + kamau.accountNumber() + ": same family";
        assertThat(newest(isp, grace)).extracting(WalletEntry::text, WalletEntry::amount, WalletEntry::sourceKind).containsExactly(memo, isp.money(-2100), "transfer");
        assertThat(isp.ledger.wallet(isp.owner, kamau.id(), ListQuery.first(5)).items()).as("the same words on both sides").extracting(WalletEntry::text).contains(memo);
        assertThat(isp.audit.entries.subList(0, 2)).extracting(Audited::action, Audited::subject, a -> a.before().get("balance"), a -> a.after().get("balance"), a -> a.after().get("reason"))
            .containsExactly(org.assertj.core.groups.Tuple.tuple("wallet.transfer", "subscriber/" + grace.id(), "KES 2,500.00", "KES 400.00", "same family"),
            org.assertj.core.groups.Tuple.tuple("wallet.transfer", "subscriber/" + kamau.id(), "KES 0.00", "KES 2,100.00", "same family"));
        assertThat(isp.audit.entries.get(0).after().get("to")).isEqualTo(kamau.accountNumber());
        assertThat(isp.audit.entries.get(1).after().get("from")).isEqualTo(grace.accountNumber());
        isp.booksAreWhole(3);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aTransferThatCannotBeIsRefusedAndChangesNothing(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace"), kamau = isp.joins("Kamau");
        isp.pays(grace, 100);
        assertThatThrownBy(() -> isp.ledger.transfer(isp.owner, grace.id(), kamau.id(), isp.money(101), "x")).isInstanceOf(Conflict.class).hasMessageContaining("only KES 100.00");
        assertThatThrownBy(() -> isp.ledger.transfer(isp.owner, grace.id(), grace.id(), isp.money(1), "x"))
            .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("to"));
        assertThatThrownBy(() -> isp.ledger.transfer(isp.owner, grace.id(), kamau.id(), isp.money(-1), " "))
            .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("amount", "reason"));
        assertThatThrownBy(() -> isp.ledger.transfer(isp.owner, grace.id(), kamau.id(), Money.of(1, "USD"), "x")).isInstanceOf(Invalid.class).hasMessageContaining("KES");
        for (long nobody : new long[] {-1, Long.MAX_VALUE}) {
            assertThatThrownBy(() -> isp.ledger.transfer(isp.owner, grace.id(), nobody, isp.money(1), "x")).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> isp.ledger.transfer(isp.owner, nobody, grace.id(), isp.money(1), "x")).isInstanceOf(NotFound.class);
        }
        Isp other = Isp.on(kind);
        Subscriber stranger = other.joins("Stranger");
        assertThatThrownBy(() -> isp.ledger.transfer(isp.owner, grace.id(), stranger.id(), isp.money(1), "x")).as("another ISP's").isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> other.ledger.transfer(other.owner, grace.id(), stranger.id(), other.money(1), "x")).isInstanceOf(NotFound.class);
        isp.booksAreWhole(1);
        other.booksAreWhole(0);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void transfersBothWaysAtOnceLoseNothingAndStandInNobodysWay(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace"), kamau = isp.joins("Kamau");
        isp.pays(grace, 1000);
        isp.pays(kamau, 1000);
        List<Callable<String>> tasks = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            boolean there = t % 2 == 0;
            tasks.add(() -> {
                for (int i = 0; i < 6; i++) isp.ledger.transfer(isp.owner, there ? grace.id() : kamau.id(), there ? kamau.id() : grace.id(), isp.money(there ? 30 : 10), "loan");
                return "ok";
            });
        }
        AtOnce.all(tasks);
        assertThat(isp.balance(grace)).isEqualTo(isp.money(1000 - 12 * 20));
        assertThat(isp.balance(kamau)).isEqualTo(isp.money(1000 + 12 * 20));
        isp.booksAreWhole(26);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void moneyIsGivenBackOutOfAWalletOnceForEachReference(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace"), kamau = isp.joins("Kamau");
        isp.pays(grace, 500);
        isp.pays(kamau, 500);
        assertThat(isp.ledger.refund(isp.owner, grace.id(), isp.money(300), "cash", "R-17", "moved away")).isEqualTo(isp.money(200));
        assertThat(newest(isp, grace)).extracting(WalletEntry::text, WalletEntry::amount, WalletEntry::sourceKind, WalletEntry::sourceId)
            .containsExactly("moved away", isp.money(-300), "refund:cash", "R-17");
        assertThat(isp.audit.last()).extracting(Audited::action, Audited::subject, a -> a.before().get("balance"), a -> a.after().get("balance"), a -> a.after().get("reference"))
            .containsExactly("wallet.refund", "subscriber/" + grace.id(), "KES 500.00", "KES 200.00", "R-17");
        assertThat(isp.ledger.trialBalance(isp.owner, null).accounts()).filteredOn(a -> a.name().equals("money:cash")).singleElement()
            .satisfies(a -> assertThat(a.credit()).as("paid out of the till").isEqualTo(isp.money(300)));

        assertThatThrownBy(() -> isp.ledger.refund(isp.owner, kamau.id(), isp.money(300), "cash", "R-17", "x")).isInstanceOf(Conflict.class).hasMessageContaining("R-17");
        assertThatThrownBy(() -> isp.ledger.refund(isp.owner, grace.id(), isp.money(300), "cash", " R-17", "again")).isInstanceOf(Conflict.class).hasMessageContaining("already");
        assertThatThrownBy(() -> isp.ledger.refund(isp.owner, grace.id(), isp.money(201), "cash", "R-18", "x")).isInstanceOf(Conflict.class).hasMessageContaining("only KES 200.00");
        assertThatThrownBy(() -> isp.ledger.refund(isp.owner, grace.id(), isp.money(0), " ", null, ""))
            .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys("amount", "method", "reference", "reason"));
        assertThatThrownBy(() -> isp.ledger.refund(isp.owner, -1, isp.money(1), "cash", "R-19", "x")).isInstanceOf(NotFound.class);
        assertThat(isp.ledger.refund(isp.owner, kamau.id(), isp.money(500), "mpesa", "R-17", "another method's reference")).isEqualTo(isp.money(0));
        isp.booksAreWhole(4);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void oneReferenceFromManySidesAtOnceIsPaidOutOnce(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        List<Subscriber> people = List.of(isp.joins("Grace"), isp.joins("Kamau"), isp.joins("Okello"));
        people.forEach(s -> isp.pays(s, 100));
        List<Callable<String>> tasks = new ArrayList<>();
        for (Subscriber s : people)
            for (int i = 0; i < 2; i++)
                tasks.add(() -> {
                    try {
                        isp.ledger.refund(isp.owner, s.id(), isp.money(40), "cash", "R-1", "x");
                        return "paid";
                    } catch (Conflict e) {
                        return "refused";
                    }
                });
        assertThat(AtOnce.all(tasks)).containsOnlyOnce("paid").contains("refused");
        assertThat(people.stream().mapToLong(s -> isp.balance(s).minor()).sum()).isEqualTo(isp.money(260).minor());
        isp.booksAreWhole(4);
    }
}
