package io.mtandao.billing.internal.history;

import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What happened, in the words of the trade, and how it ended: for whoever reads a story that went wrong. */
final class Tale {
    private final Village village;

    Tale(Village village) {
        this.village = village;
    }

    String told() {
        Seen end = Seen.of(village.isp);
        StringBuilder all = new StringBuilder(String.join("\n", village.story)).append("\nIn the end, ").append(village.said(end.now())).append(":\n");
        Map<Long, String> names = new HashMap<>();
        village.people.forEach(p -> names.put(p.id(), p.name()));
        end.wallets().forEach((who, minor) -> all.append("  ").append(names.get(who)).append(" has ").append(Till.kes(minor)).append('\n'));
        for (SubscriptionRow s : end.subscriptions()) {
            all.append("  ").append(village.told(s)).append(" (period from ").append(village.said(s.getPeriodFrom())).append(")\n");
            Seen.steps(village.isp, s.getId())
                .forEach(t -> all.append("      ").append(village.said(t.at())).append(" ").append(t.from()).append(" -> ").append(t.to()).append('\n'));
            for (BillRow b : end.bills()) if (Long.valueOf(s.getId()).equals(b.getSubscriptionId())) all.append("      ").append(told(b)).append('\n');
        }
        return all.toString();
    }

    private String told(BillRow b) {
        return b.getNumber() + " " + b.getState() + (b.isDebt() ? " (debt)" : "") + " " + packageName(b) + " " + Till.kes(b.getTotalMinor()) + ", paid "
            + Till.kes(b.getPaidMinor()) + ", credited " + Till.kes(b.getCreditedMinor()) + ", " + span(b.getPeriodFrom(), b.getPeriodTo())
            + (b.getWorthFrom() == null ? "" : ", worth " + span(b.getWorthFrom(), b.getWorthTo()));
    }

    private String span(Instant from, Instant to) {
        return village.said(from) + " to " + village.said(to);
    }

    private String packageName(BillRow b) {
        return b.getPackageId() == null ? "charge" : village.list.of(b.getPackageId()).name();
    }
}
