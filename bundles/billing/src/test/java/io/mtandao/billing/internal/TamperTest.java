package io.mtandao.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.billing.Ledger.Proof;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.billing.internal.books.Booked;
import io.mtandao.billing.internal.books.Books;
import io.mtandao.billing.internal.kit.Intruder;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What somebody with the password of the database's owner can do to a ledger of five payments, and how the proof tells of it. Each time the intruder is
 * careful: sums and balances are right again, so that the chain alone gives it away.
 */
class TamperTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";
    private Isp isp;
    private Intruder intruder;
    private Subscriber grace;
    private List<Long> ids;

    private void given(Kind kind) {
        isp = Isp.on(kind);
        intruder = new Intruder(isp);
        grace = isp.joins("Grace");
        for (int i = 1; i <= 5; i++) isp.pays(grace, 100 * i);
        ids = isp.db.tx().in(isp.id, em -> em.createQuery("select l.transactionId from LedgerLinkRow l order by l.position", Long.class).getResultList());
        isp.booksAreWhole(5);
    }

    private String fault() {
        Proof proof = isp.proof();
        assertThat(proof.whole()).isFalse();
        assertThat(isp.ledger.lastProof(isp.owner)).contains(proof);
        return proof.firstFault();
    }

    private String name(int link) {
        return "transaction " + ids.get(link - 1) + " (payment MPESA" + link + ")";
    }

    /** More for the subscriber, in everything that adds up. */
    private String[] raised(int link) {
        long id = ids.get(link - 1);
        return new String[] {"update billing_ledger_entry set amount = amount + 700 where wallet_position is not null and transaction_id = " + id + " and @",
            "update billing_ledger_entry set amount = amount - 700 where wallet_position is null and transaction_id = " + id + " and @",
            "update billing_ledger_entry set balance_after = balance_after + 700 where wallet_position >= " + link + " and account = 'wallet:" + grace.id() + "' and @",
            "update billing_wallet set balance = balance + 700 where subscriber_id = " + grace.id() + " and @"};
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aChangedAmountIsFound(Kind kind) {
        given(kind);
        intruder.does("update billing_ledger_entry set amount = amount + 700 where wallet_position is not null and transaction_id = " + ids.get(1) + " and @");
        assertThat(fault()).isEqualTo(name(2) + " sums to 700");
        intruder.does("update billing_ledger_entry set amount = amount - 700 where wallet_position is not null and transaction_id = " + ids.get(1) + " and @");
        assertThat(isp.proof().firstFault()).as("put right again").isNull();
        intruder.does(raised(2));
        assertThat(fault()).isEqualTo(name(2) + " is not what was booked: link 2 does not fit it");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void everyOtherWordOfABookingIsSealedToo(Kind kind) {
        given(kind);
        List<String> changes = List.of("source_kind = 'gift'", "source_id = 'MPESA9'", "memo = 'lost'", "currency = 'UGX'", "cause_id = " + ids.get(0), "booked_by = 'nobody'",
            "booked_at = {ts '2026-11-22 07:15:00.000001'}");
        for (String change : changes) {
            String column = change.substring(0, change.indexOf(' '));
            String before = column.equals("cause_id") ? "null" : column.equals("booked_at") ? "{ts '2026-11-22 07:15:00'}" : "'" + text(column) + "'";
            intruder.does("update billing_ledger_transaction set " + change + " where id = " + ids.get(2) + " and @");
            assertThat(fault()).as(change).contains("transaction " + ids.get(2)).containsPattern("link 3 does not fit it|is in UGX, not in KES");
            intruder.does("update billing_ledger_transaction set " + column + " = " + before + " where id = " + ids.get(2) + " and @");
        }
        isp.booksAreWhole(5);
    }

    private String text(String column) {
        String attribute = switch (column) {
            case "source_kind" -> "sourceKind";
            case "source_id" -> "sourceId";
            case "booked_by" -> "bookedBy";
            default -> column;
        };
        return isp.db.tx().in(isp.id, em -> em.createQuery("select t." + attribute + " from LedgerTransactionRow t where t.id = ?1", String.class).setParameter(1, ids.get(1)).getSingleResult())
            .replace("MPESA2", "MPESA3");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aDeletedTransactionIsFound(Kind kind) {
        given(kind);
        deletes(3);
        assertThat(fault()).isEqualTo("link 3 of the chain is missing");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void theLastTransactionIsMissedToo(Kind kind) {
        given(kind);
        deletes(5);
        assertThat(fault()).isEqualTo("link 5 of the chain is missing");
        // and the head moved back as well: what was proved is not forgotten
        intruder.does("update billing_ledger_head set chain_position = 4, hash = '" + hashOf(4) + "' where @");
        assertThat(fault()).isEqualTo("the chain ends at link 4, but 5 links were proved on " + isp.clock.instant());
    }

    private void deletes(int link) {
        long id = ids.get(link - 1);
        List<String> all = new ArrayList<>(List.of("delete from billing_ledger_link where transaction_id = " + id + " and @",
            "delete from billing_ledger_entry where transaction_id = " + id + " and @", "delete from billing_ledger_transaction where id = " + id + " and @",
            "update billing_wallet set balance = balance - " + 10_000 * link + ", entries = entries - 1 where subscriber_id = " + grace.id() + " and @"));
        if (link < 5) all.add("update billing_ledger_entry set wallet_position = 3 where wallet_position = 5 and account = 'wallet:" + grace.id() + "' and @");
        intruder.does(all.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void twoLinksThatChangedPlacesAreFound(Kind kind) {
        given(kind);
        intruder.does("update billing_ledger_link set chain_position = 99 where chain_position = 2 and @", "update billing_ledger_link set chain_position = 2 where chain_position = 3 and @",
            "update billing_ledger_link set chain_position = 3 where chain_position = 99 and @");
        assertThat(fault()).isEqualTo("link 2 (" + name(3) + ") does not continue the link before it");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aLinkThatWasMadeToFitItsForgedBookingIsFoundByTheNext(Kind kind) {
        given(kind);
        intruder.does(raised(2));
        String forged = rehashed(2, hashOf(1));
        assertThat(fault()).isEqualTo("link 3 (" + name(3) + ") does not continue the link before it");
        // the last one is found by the head
        given(kind);
        intruder.does(raised(5));
        assertThat(rehashed(5, hashOf(4))).isNotEqualTo(forged);
        assertThat(fault()).isEqualTo("link 5 (" + name(5) + ") is not the one that was proved on " + isp.clock.instant());
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aChainWrittenAnewFromTheForgedBookingOnIsNotTheOneThatWasProved(Kind kind) {
        given(kind);
        intruder.does(raised(2));
        String before = hashOf(1);
        for (int link = 2; link <= 5; link++) before = rehashed(link, before);
        intruder.does("update billing_ledger_head set hash = '" + before + "' where @");
        assertThat(fault()).isEqualTo("link 5 (" + name(5) + ") is not the one that was proved on " + isp.clock.instant());
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aLastLinkThatNobodyProvedYetIsHeldByTheHead(Kind kind) {
        given(kind);
        isp.pays(grace, 600);
        ids = new ArrayList<>(ids);
        ids.add(isp.db.tx().in(isp.id, em -> em.createQuery("select l.transactionId from LedgerLinkRow l where l.position = 6", Long.class).getSingleResult()));
        intruder.does(raised(6));
        rehashed(6, hashOf(5));
        assertThat(fault()).isEqualTo("link 6, the last, is not the one that the head of the chain names");
    }

    /** The right hash for what the booking says now. */
    private String rehashed(int link, String before) {
        Booked now = isp.desk.open(isp.owner, d -> new Books().bookedAt(d, link, link).get(ids.get(link - 1)));
        String hash = now.hash(isp.id.value(), link, before);
        intruder.does("update billing_ledger_link set hash = '" + hash + "', previous_hash = '" + before + "' where chain_position = " + link + " and @");
        return hash;
    }

    private String hashOf(int link) {
        return isp.db.tx().in(isp.id, em -> em.createQuery("select l.hash from LedgerLinkRow l where l.position = ?1", String.class).setParameter(1, (long) link).getSingleResult());
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void moneyThatNobodyBookedIsFound(Kind kind) {
        given(kind);
        String row = "'" + isp.id + "', %d, 1, current_timestamp, current_timestamp, ";
        String stamped = "(tenant_id, id, version, created_at, updated_at, ";
        intruder.does("insert into billing_ledger_transaction " + stamped + "source_kind, source_id, memo, currency, booked_at, booked_by) values ("
                + String.format(row, -7) + "'payment', 'FORGED', 'a gift', 'KES', current_timestamp, 'owner')",
            "insert into billing_ledger_entry " + stamped + "transaction_id, account, amount) values (" + String.format(row, -8) + "-7, 'money:mpesa', -900)",
            "insert into billing_ledger_entry " + stamped + "transaction_id, account, amount, wallet_position, balance_after) values (" + String.format(row, -9) + "-7, 'wallet:" + grace.id()
                + "', 900, 6, 150900)",
            "update billing_wallet set balance = balance + 900, entries = 6 where subscriber_id = " + grace.id() + " and @");
        assertThat(fault()).isEqualTo("transaction -7 is in no link of the chain");
        intruder.does("insert into billing_ledger_link " + stamped + "chain_position, transaction_id, previous_hash, hash) values (" + String.format(row, -10) + "6, -7, '" + hashOf(5) + "', '"
            + "f".repeat(64) + "')");
        assertThat(fault()).isEqualTo("link 6 lies beyond the head of the chain, which is at 5");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void withoutItsHeadTheLedgerStandsStillAndSaysWhy(Kind kind) {
        given(kind);
        intruder.does("delete from billing_ledger_head where @");
        assertThat(fault()).isEqualTo("the chain has links but no head");
        assertThatThrownBy(() -> isp.pays(grace, 1)).hasStackTraceContaining("links but no head");
        assertThat(isp.balance(grace)).as("and nothing was booked").isEqualTo(isp.money(1500));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void theApplicationItselfCannotChangeLinksAndProofsOnPostgres(Kind kind) {
        given(kind);
        for (String jpql : List.of("update LedgerLinkRow l set l.hash = 'x'", "delete from LedgerLinkRow l", "update LedgerProofRow p set p.whole = ?1", "delete from LedgerProofRow p")) {
            if (kind == Kind.POSTGRES) assertThatThrownBy(() -> changed(jpql)).as(jpql).hasStackTraceContaining("permission denied");
        }
        if (kind == Kind.DERBY) {
            changed("update LedgerLinkRow l set l.hash = 'x' where l.position = 3");
            assertThat(fault()).as("Derby has no second role: the proof finds it").isEqualTo(name(3) + " is not what was booked: link 3 does not fit it");
        }
    }

    private void changed(String jpql) {
        isp.db.tx().run(isp.id, em -> {
            var query = em.createQuery(jpql);
            if (jpql.contains("?1")) query.setParameter(1, true);
            query.executeUpdate();
        });
    }
}
