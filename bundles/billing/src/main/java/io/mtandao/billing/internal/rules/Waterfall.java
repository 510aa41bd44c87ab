package io.mtandao.billing.internal.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which accounts a part of a bill's money belongs to: deposits first, then taxes, then income, each filled before the next, so that paying in parts
 * books the same as paying at once. A credit takes from each account its share instead, as tax law has it for credit notes; a deposit, which is no sale, is
 * touched only by what goes beyond all else.
 */
public final class Waterfall {
    private Waterfall() {}

    /** @param account of the net amount @param taxAccount null without tax */
    public record Part(String account, String taxAccount, long net, long tax) {}

    /** @param before what was paid of it already @param now what is paid now */
    public static Map<String, Long> paid(List<Part> bill, long before, long now) {
        Map<String, Long> booked = new LinkedHashMap<>();
        long reached = 0;
        for (Map.Entry<String, Long> e : inOrder(bill).entrySet()) {
            long amount = e.getValue();
            long part = Math.min(reached + amount, before + now) - Math.max(reached, before);
            if (part > 0) booked.put(e.getKey(), part);
            reached += amount;
        }
        return booked;
    }

    /** @param before what was credited of it already @param now what is credited now @return what to take from each account, positive */
    public static Map<String, Long> credited(List<Part> bill, long before, long now) {
        Map<String, Long> accounts = inOrder(bill);
        accounts.remove(ChargeRule.DEPOSITS);
        long total = Math.max(0, accounts.values().stream().mapToLong(Long::longValue).sum());
        Map<String, Long> taken = new LinkedHashMap<>();
        long from = Math.min(before, total), to = Math.min(before + now, total), left = to - from;
        if (now > left) taken.put(ChargeRule.DEPOSITS, now - left);
        if (left == 0) return taken;
        String last = null;
        for (Map.Entry<String, Long> e : accounts.entrySet()) {
            long part = Proration.ratio(e.getValue(), to, total) - Proration.ratio(e.getValue(), from, total);
            if (part != 0) taken.put(e.getKey(), part);
            left -= part;
            last = e.getKey();
        }
        if (left != 0) taken.merge(last, left, Long::sum);
        return taken;
    }

    private static Map<String, Long> inOrder(List<Part> bill) {
        Map<String, Long> deposits = new LinkedHashMap<>(), taxes = new LinkedHashMap<>(), rest = new LinkedHashMap<>();
        for (Part p : bill) {
            (p.account().equals(ChargeRule.DEPOSITS) ? deposits : rest).merge(p.account(), p.net(), Long::sum);
            if (p.taxAccount() != null) taxes.merge(p.taxAccount(), p.tax(), Long::sum);
        }
        Map<String, Long> all = new LinkedHashMap<>(deposits);
        all.putAll(taxes);
        all.putAll(rest);
        all.values().removeIf(v -> v == 0);
        return all;
    }
}
