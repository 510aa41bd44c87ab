package io.mtandao.billing.internal.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.billing.Bill;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What must hold at every moment of any history. */
final class Watch {
    private final Village village;
    final Purses purses;
    final BoughtTime boughtTime;
    private final UsedTime usedTime;
    private Seen last;

    Watch(Village village) {
        this.village = village;
        purses = new Purses(village);
        boughtTime = new BoughtTime(village);
        usedTime = new UsedTime(village);
    }

    void look() {
        Seen seen = Seen.of(village.isp);
        for (SubscriptionRow s : seen.subscriptions()) {
            if (s.isPostpaid()) usedTime.look(seen, s);
            else boughtTime.look(seen, last, s);
        }
        purses.look(seen);
        last = seen;
    }

    /** After each act: what the bills say. */
    void lookAtPapers() {
        village.papers.look(last);
    }

    /** The dearer half, at the end and now and then: the books themselves. */
    void audit() {
        look();
        lookAtPapers();
        assertThat(village.isp.proof().firstFault()).isNull();
        Map<String, Long> accounts = new HashMap<>();
        var balance = village.isp.ledger.trialBalance(village.isp.owner, null);
        balance.accounts().forEach(a -> accounts.put(a.name(), a.credit().minor() - a.debit().minor()));
        assertThat(balance.debits()).isEqualTo(balance.credits());
        purses.audit(accounts);
        numbers(last.bills(), Bill.Kind.BILL, "B-");
        numbers(last.bills(), Bill.Kind.CREDIT_NOTE, "C-");
    }

    private static void numbers(List<BillRow> bills, Bill.Kind kind, String prefix) {
        List<String> numbers = bills.stream().filter(b -> b.getKind() == kind).map(BillRow::getNumber).sorted().toList();
        for (int i = 0; i < numbers.size(); i++) assertThat(numbers.get(i)).as("no number is missing").isEqualTo(prefix + String.format("%06d", i + 1));
    }
}
