package io.mtandao.billing.internal.subscriber;

import io.mtandao.api.Conflict;
import io.mtandao.api.billing.BillingPolicy.Numbering;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.SubscriberRow;
import io.mtandao.billing.internal.policy.Policies;
import io.mtandao.billing.internal.rules.AccountNumberText;
import io.mtandao.billing.internal.rules.AccountText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Account numbers: 1001, 1002 … from the ISP's series where none is given, written as its billing policy says; numbers that imports or staff took already
 * are passed over.
 */
public final class AccountNumbers {
    public static final String SERIES = "account";

    private AccountNumbers() {}

    static String next(Desk d) {
        return next(d, 1).remove();
    }

    /** So many numbers at once: each visit to the series writes out all that the unit of work has done so far. */
    public static Deque<String> next(Desk d, int count) {
        Numbering numbering = Policies.numbering(d);
        Deque<String> free = new ArrayDeque<>();
        while (free.size() < count) {
            int missing = count - free.size();
            long first = d.next(SERIES);
            if (missing > 1) d.atLeast(SERIES, first + missing - 1);
            Map<String, String> block = new LinkedHashMap<>();
            for (long n = first; n < first + missing; n++) {
                String number = AccountNumberText.of(numbering, n);
                block.put(AccountText.key(number), number);
            }
            d.ofTexts(SubscriberRow.class, "accountKey", List.copyOf(block.keySet())).forEach(taken -> block.remove(taken.getAccountKey()));
            free.addAll(block.values());
        }
        return free;
    }

    /** @throws Conflict when another subscriber has it, in whatever spelling */
    static void requireFree(Desk d, String key, Long but) {
        SubscriberRow owner = owner(d, key);
        if (owner != null && !owner.getId().equals(but)) throw new Conflict("the account number " + owner.getAccount() + " belongs to another subscriber");
    }

    static SubscriberRow owner(Desk d, String key) {
        return d.ofTexts(SubscriberRow.class, "accountKey", List.of(key)).stream().findFirst().orElse(null);
    }
}
