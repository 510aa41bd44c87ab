package io.mtandao.billing.internal.subscriber;

import io.mtandao.api.Conflict;
import io.mtandao.billing.internal.desk.Desk;
import io.mtandao.billing.internal.entity.SubscriberRow;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Account numbers: 1001, 1002 … from the ISP's series where none is given; numbers that imports or staff took already are passed over. */
public final class AccountNumbers {
    public static final String SERIES = "account";
    private static final long BASE = 1000;

    private AccountNumbers() {}

    static String next(Desk d) {
        return next(d, 1).remove();
    }

    /** So many numbers at once: each visit to the series writes out all that the unit of work has done so far. */
    public static Deque<String> next(Desk d, int count) {
        Deque<String> free = new ArrayDeque<>();
        while (free.size() < count) {
            int missing = count - free.size();
            long first = d.next(SERIES);
            if (missing > 1) d.atLeast(SERIES, first + missing - 1);
            Set<String> block = new LinkedHashSet<>();
            for (long n = first; n < first + missing; n++) block.add(String.valueOf(BASE + n));
            d.ofTexts(SubscriberRow.class, "accountKey", List.copyOf(block)).forEach(taken -> block.remove(taken.getAccountKey()));
            free.addAll(block);
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
