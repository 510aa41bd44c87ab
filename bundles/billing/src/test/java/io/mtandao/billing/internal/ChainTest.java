package io.mtandao.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.Ledger.Proof;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.billing.internal.books.Booked;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.books.Posting;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.LedgerLinkRow;
import io.mtandao.billing.internal.entity.WalletRow;
import io.mtandao.billing.internal.kit.AtOnce;
import io.mtandao.billing.internal.kit.Intruder;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.eclipse.persistence.jpa.JpaHelper;
import org.eclipse.persistence.logging.AbstractSessionLog;
import org.eclipse.persistence.logging.SessionLog;
import org.eclipse.persistence.logging.SessionLogEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every booking of an ISP is one link of one chain, whoever books how much at the same time. */
class ChainTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";
    private final Books books = new Books();

    private static List<LedgerLinkRow> links(Isp isp) {
        return isp.db.tx().in(isp.id, em -> em.createQuery("select l from LedgerLinkRow l order by l.position", LedgerLinkRow.class).getResultList());
    }

    private static void isOneChain(Isp isp, int length) {
        List<LedgerLinkRow> links = links(isp);
        assertThat(links).hasSize(length);
        String before = Booked.BEGINNING;
        for (int i = 0; i < length; i++) {
            assertThat(links.get(i).getPosition()).isEqualTo(i + 1);
            assertThat(links.get(i).getPreviousHash()).isEqualTo(before);
            before = links.get(i).getHash();
        }
        Proof proof = isp.proof();
        assertThat(proof.firstFault()).isNull();
        assertThat(proof.head()).isEqualTo(before);
    }

    private Posting cash(String id, WalletRow wallet) {
        return new Posting("bench", id, "cash", null).to(Posting.money("cash"), -5).to(wallet, 5);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aThousandBookingsOfOneUnitAreChainedWithoutASingleReadForEach(Kind kind) {
        Isp isp = Isp.on(kind);
        long grace = isp.joins("Grace").id();
        List<String> reads = new ArrayList<>();
        var session = JpaHelper.getServerSession(isp.db.factory());
        SessionLog before = session.getSessionLog();
        session.setSessionLog(new Reads(reads));
        isp.desk.run(isp.owner, d -> {
            WalletRow wallet = books.wallet(d, grace);
            d.currency();
            reads.clear();
            for (int i = 0; i < 1_000; i++) books.book(d, cash("" + i, wallet));
        });
        session.setSessionLog(before);
        assertThat(reads).as("ids, 500 at a time for 4000 rows, and the head once").hasSizeBetween(2, 12);
        assertThat(reads.stream().filter(r -> r.toLowerCase().contains("billing_ledger_head"))).hasSize(1);
        isOneChain(isp, 1_000);
        assertThat(isp.proof().entries()).isEqualTo(2_000);
    }

    private static final class Reads extends AbstractSessionLog {
        private final List<String> found;

        Reads(List<String> found) {
            this.found = found;
            setLevel(FINE);
        }

        @Override
        public void log(SessionLogEntry entry) {
            if (entry.getMessage().matches("(?is)\\s*(select|values).*")) found.add(entry.getMessage());
        }
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void manyUnitsAtOnceMakeOneChainWithoutGapAndFork(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        List<Long> wallets = new ArrayList<>();
        for (int i = 0; i < 6; i++) wallets.add(isp.joins("Person " + i).id());
        List<Callable<String>> tasks = new ArrayList<>();
        for (int t = 0; t < 6; t++) {
            int thread = t;
            tasks.add(() -> {
                for (int unit = 0; unit < 6; unit++) {
                    String id = thread + "-" + unit;
                    boolean fails = unit % 3 == 2;
                    try {
                        isp.desk.run(isp.owner, d -> {
                            WalletRow wallet = books.wallet(d, wallets.get(thread));
                            for (int i = 0; i < 5; i++) books.book(d, cash(id + "-" + i, wallet));
                            // as late as can be: it holds the head's lock
                            if (fails) d.beforeCommit(x -> d.beforeCommit(y -> d.beforeCommit(z -> {
                                throw new IllegalStateException("no");
                            })));
                        });
                    } catch (IllegalStateException e) {
                        assertThat(fails).isTrue();
                    }
                }
                return "ok";
            });
        }
        AtOnce.all(tasks);
        isOneChain(isp, 6 * 4 * 5);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void whoBooksWhileTheLedgerIsProvedRaisesNoFalseAlarm(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        List<Subscriber> people = List.of(isp.joins("Grace"), isp.joins("Kamau"));
        List<Callable<Proof>> tasks = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            int thread = t;
            tasks.add(() -> {
                Proof last = null;
                for (int i = 0; i < 10; i++) {
                    if (thread < 2) isp.ledger.adjust(isp.owner, people.get((thread + i) % 2).id(), isp.money(1 + i), "gift");
                    else {
                        last = isp.proof();
                        Ledger.TrialBalance trial = isp.ledger.trialBalance(isp.owner, null);
                        assertThat(last.firstFault()).isNull();
                        assertThat(trial.debits()).isEqualTo(trial.credits());
                    }
                }
                return last;
            });
        }
        AtOnce.all(tasks);
        isOneChain(isp, 20);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void bookingsFromBeforeThereWasAChainAreSealedInTheirOrderBesideTheNewOnes(Kind kind) throws Exception {
        Isp isp = Isp.on(kind);
        List<Subscriber> people = new ArrayList<>();
        for (int i = 0; i < 4; i++) people.add(isp.joins("Person " + i));
        isp.desk.run(isp.owner, d -> {
            WalletRow wallet = books.wallet(d, people.get(0).id());
            for (int i = 0; i < 510; i++) books.book(d, cash("" + i, wallet));
        });
        List<Long> earlier = links(isp).stream().map(LedgerLinkRow::getTransactionId).toList();
        new Intruder(isp).does("delete from billing_ledger_link where @", "delete from billing_ledger_head where @");
        // the first who book at once all begin the chain, and some prove at the same moment
        List<Callable<String>> tasks = new ArrayList<>();
        for (Subscriber s : people) tasks.add(() -> {
            for (int i = 0; i < 3; i++) isp.pays(s, 1, "NEW" + s.id() + "-" + i);
            return "paid";
        });
        for (int i = 0; i < 2; i++) tasks.add(() -> "" + isp.proof().firstFault());
        assertThat(AtOnce.all(tasks)).containsOnly("paid", "null");
        isOneChain(isp, 522);
        assertThat(links(isp).stream().map(LedgerLinkRow::getTransactionId).filter(earlier::contains)).isSorted().containsExactlyElementsOf(earlier);
        assertThat(isp.ledger.trialBalance(isp.owner, null).credits()).isEqualTo(Money.of(510 * 5 + 12 * 100, "KES"));
        // and from then on a booking without a link is a forgery
        new Intruder(isp).does("delete from billing_ledger_link where chain_position = 522 and @");
        assertThat(isp.proof().firstFault()).isEqualTo("link 522 of the chain is missing");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void anIspWithoutBookingsHasAnEmptyChainThatIsWhole(Kind kind) {
        Isp isp = Isp.on(kind);
        assertThat(isp.ledger.lastProof(isp.owner)).isEmpty();
        Proof proof = isp.proof();
        assertThat(proof).isEqualTo(new Proof(true, 0, null, 0, null, isp.clock.instant()));
        assertThat(isp.ledger.lastProof(isp.owner)).contains(proof);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aUnitThatBooksTwiceAtItsEndIsSealedAsWell(Kind kind) {
        Isp isp = Isp.on(kind);
        long grace = isp.joins("Grace").id();
        isp.desk.run(isp.owner, d -> {
            WalletRow wallet = books.wallet(d, grace);
            books.book(d, cash("1", wallet));
            later(d, 3, x -> books.book(x, cash("2", wallet)));
        });
        isOneChain(isp, 2);
        assertThatThrownBy(() -> isp.desk.run(isp.owner, d -> {
            books.book(d, cash("3", books.wallet(d, grace)));
            throw new IllegalStateException("no");
        })).hasMessage("no");
        isOneChain(isp, 2);
    }

    private interface Late {
        void at(Desk d);
    }

    private static void later(Desk d, int times, Late work) {
        d.beforeCommit(x -> {
            if (times == 0) work.at(d);
            else later(d, times - 1, work);
        });
    }
}
