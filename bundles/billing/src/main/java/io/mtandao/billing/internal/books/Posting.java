package io.mtandao.billing.internal.books;

import io.mtandao.billing.internal.entity.WalletRow;
import java.util.ArrayList;
import java.util.List;

/**
 * A booking to be made: what it comes from, and its entries. Amounts are signed credit-positive: what the ISP owes or has earned (wallets, suspense,
 * income) grows by positive entries, what it holds (money accounts) by negative ones, so that every posting sums to zero.
 */
public final class Posting {
    public static final String INCOME = "income";
    public static final String ADJUSTMENTS = "adjustments";
    public static final String OPENING = "opening";
    public static final String SUSPENSE = "suspense";
    /** What subscribers left as security; owed to them until it is given back or set off. */
    public static final String DEPOSITS = "deposits";
    /** Debts that were given up. */
    public static final String WRITE_OFFS = "write-offs";
    /** What redeemed vouchers put into wallets: the value of vouchers that were handed out before. */
    public static final String VOUCHERS = "vouchers";

    private final String sourceKind;
    private final String sourceId;
    private final String memo;
    private final Long cause;
    private final List<Entry> entries = new ArrayList<>();

    /** @param wallet the kept account it goes to, or null */
    record Entry(String account, WalletRow wallet, long amount) {}

    /** @param cause id of the ledger transaction that led to this one, or null */
    public Posting(String sourceKind, String sourceId, String memo, Long cause) {
        this.sourceKind = sourceKind;
        this.sourceId = sourceId;
        this.memo = memo.length() > 500 ? memo.substring(0, 499) + "…" : memo;
        this.cause = cause;
    }

    public static String money(String method) {
        return "money:" + method;
    }

    /** @param code of the tax rate, for example "VAT"; what is in it is owed to the tax office */
    public static String tax(String code) {
        return "tax:" + code;
    }

    public static String wallet(long subscriberId) {
        return "wallet:" + subscriberId;
    }

    public Posting to(String account, long amount) {
        entries.add(new Entry(account, null, amount));
        return this;
    }

    /** @param locked the caller holds its row lock */
    public Posting to(WalletRow locked, long amount) {
        entries.add(new Entry(locked.getAccount(), locked, amount));
        return this;
    }

    /** @throws IllegalStateException when it does not balance: a fault of the program, never of the input */
    List<Entry> balanced() {
        long sum = 0;
        for (Entry e : entries) sum = Math.addExact(sum, e.amount());
        if (entries.size() < 2 || sum != 0) throw new IllegalStateException("a posting of " + sourceKind + " " + sourceId + " that does not balance");
        return entries;
    }

    String sourceKind() {
        return sourceKind;
    }

    String sourceId() {
        return sourceId;
    }

    String memo() {
        return memo;
    }

    Long cause() {
        return cause;
    }
}
