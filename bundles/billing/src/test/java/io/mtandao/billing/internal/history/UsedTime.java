package io.mtandao.billing.internal.history;

import static io.mtandao.api.billing.SubscriptionState.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.Subscriptions.Step;
import io.mtandao.billing.internal.entity.BillLineRow;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The time that was used before it is paid: what was served is billed, once, and at the price under which it ran. */
final class UsedTime {
    private final Village village;
    private final Map<String, Planned> planned = new HashMap<>();

    /** A postpaid period as it was first seen. */
    private record Planned(long packageId, Period period, Instant whole, Instant end) {}

    UsedTime(Village village) {
        this.village = village;
    }

    void look(Seen seen, SubscriptionRow s) {
        String line = village.line(s.getId());
        List<BillRow> bills = seen.billsOf(s.getId()).stream().filter(b -> b.getPeriod() != null).sorted(Comparator.comparing(BillRow::getPeriodFrom)).toList();
        if (s.getState().isServed()) {
            assertThat(seen.now()).as("%s is on, so its period runs", line).isBetween(s.getPeriodFrom(), s.getExpiresAt().minusNanos(1));
            plan(s, seen.now());
        }
        List<Instant[]> billed = new ArrayList<>();
        bills.forEach(b -> add(billed, b.getPeriodFrom(), b.getPeriodTo(), line));
        if (s.getState().isServed()) add(billed, s.getPeriodFrom(), seen.now(), line);
        assertThat(spans(billed)).as("%s: what was served is what is billed or runs", line).isEqualTo(spans(served(s, seen.now())));
        bills.forEach(b -> amount(s, b, line));
        boolean owes = seen.bills().stream().anyMatch(b -> b.isDebt() && b.getOpenMinor() > 0 && Long.valueOf(s.getId()).equals(b.getSubscriptionId()));
        if (s.getState() == SUSPENDED && s.getHold() == SubscriptionRow.Hold.DEBT) assertThat(owes).as("%s is cut for a debt", line).isTrue();
    }

    /** As it began: in that very moment it may become another package's, and what is sold from that moment on holds for all of it. */
    private void plan(SubscriptionRow s, Instant now) {
        String period = s.getId() + " " + s.getPeriodFrom();
        Planned before = planned.get(period);
        if (before != null && before.packageId() == s.getPackageId() && before.end().equals(s.getExpiresAt())) return;
        Packages.Edition e = village.list.edition(s.getPackageId(), s.getEdition());
        boolean fromTheBegin = !e.from().truncatedTo(ChronoUnit.SECONDS).isAfter(s.getPeriodFrom());
        boolean follows = before != null && before.packageId() == s.getPackageId() && fromTheBegin;
        if (before == null || now.equals(s.getPeriodFrom()) || follows) planned.put(period, planned(s, e));
    }

    private Planned planned(SubscriptionRow s, Packages.Edition e) {
        LocalDate day = s.getPeriodFrom().atZone(village.zone).toLocalDate();
        LocalDate first = switch (e.period().unit()) {
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            default -> day;
        };
        Instant whole = e.terms().calendar() ? first.atStartOfDay(village.zone).toInstant() : s.getPeriodFrom();
        return new Planned(s.getPackageId(), e.period(), whole, s.getExpiresAt());
    }

    private static void add(List<Instant[]> spans, Instant from, Instant to, String line) {
        if (!to.isAfter(from)) return;
        Instant[] before = spans.isEmpty() ? null : spans.get(spans.size() - 1);
        if (before != null) assertThat(from).as("%s: no period is billed twice", line).isAfterOrEqualTo(before[1]);
        if (before != null && before[1].equals(from)) before[1] = to;
        else spans.add(new Instant[] {from, to});
    }

    private List<Instant[]> served(SubscriptionRow s, Instant now) {
        List<Instant[]> served = new ArrayList<>();
        Instant since = null;
        for (Step t : Seen.steps(village.isp, s.getId())) {
            if (since != null && !t.to().isServed()) add(served, since, t.at().truncatedTo(ChronoUnit.SECONDS), "");
            if (!t.to().isServed()) since = null;
            else if (since == null) since = t.at().truncatedTo(ChronoUnit.SECONDS);
        }
        if (since != null) add(served, since, now, "");
        return served;
    }

    private List<String> spans(List<Instant[]> all) {
        return all.stream().map(i -> village.said(i[0]) + " to " + village.said(i[1])).toList();
    }

    /** A whole period costs its price, a part its share by the second, under the package that it ran under. */
    private void amount(SubscriptionRow s, BillRow b, String line) {
        Planned p = planned.get(s.getId() + " " + b.getPeriodFrom());
        if (p == null) return;
        assertThat(b.getPackageId()).as("%s: bill %s is for the package that it used", line, b.getNumber()).isEqualTo(p.packageId());
        BillLineRow l = village.papers.packageLine(b);
        long net = share(l.getUnitMinor(), p.whole(), p.end(), b.getPeriodTo()) - share(l.getUnitMinor(), p.whole(), p.end(), b.getPeriodFrom());
        long asked = village.list.of(p.packageId()).terms().taxIncluded() ? net : net + Math.round(net * 16 / 100.0);
        assertThat(l.getAmountMinor()).as("%s: bill %s", line, b.getNumber()).isEqualTo(asked);
        // the first week may end with its day
        if (p.period().unit() == Period.Unit.WEEK) assertThat(Duration.between(b.getPeriodFrom(), b.getPeriodTo())).isLessThanOrEqualTo(Duration.ofDays(8)
            .plusHours(1));
    }

    private static long share(long price, Instant from, Instant to, Instant until) {
        return Math.round((double) price * Duration.between(from, until).toSeconds() / Duration.between(from, to).toSeconds());
    }
}
