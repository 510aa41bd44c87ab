package io.mtandao.billing.internal.history;

import static io.mtandao.api.billing.SubscriptionState.ACTIVE;
import static io.mtandao.api.billing.SubscriptionState.CANCELLED;
import static io.mtandao.api.billing.SubscriptionState.EXPIRED;
import static io.mtandao.api.billing.SubscriptionState.GRACE;
import static io.mtandao.api.billing.SubscriptionState.PENDING;
import static io.mtandao.api.billing.SubscriptionState.TRIAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Period;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.rules.PeriodEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The time that prepaid bills stand for. Knows what only whoever was there can know: which time was given by hand. */
final class BoughtTime {
    private final Village village;
    private final Map<Long, List<Instant[]>> given = new HashMap<>();
    private final Set<Long> touched = new HashSet<>();
    private final Map<Long, Long> leftAtPause = new HashMap<>();
    private final Map<Long, Long> length = new HashMap<>();
    private final Map<Long, Long> firstTotal = new HashMap<>();

    BoughtTime(Village village) {
        this.village = village;
    }

    /** Staff or the subscriber took a step that gives time which no bill stands for. */
    void stepped(Act.Kind kind, SubscriptionRow was, SubscriptionRow is) {
        Instant now = village.isp.clock.instant();
        long id = is.getId();
        switch (kind) {
            case MOVE -> {
                touched.add(id);
                given.computeIfAbsent(id, x -> new ArrayList<>()).add(new Instant[] {later(now, was.getExpiresAt()), is.getExpiresAt()});
            }
            case ACTIVATE -> {
                if (is.getState() == TRIAL) given.computeIfAbsent(id, x -> new ArrayList<>()).add(new Instant[] {now, is.getExpiresAt()});
            }
            case PAUSE -> {
                if (!is.isPostpaid()) leftAtPause.put(id, Duration.between(now, was.getExpiresAt()).toSeconds());
            }
            case RESUME -> resumed(was, is, now);
            default -> {
            }
        }
    }

    private void resumed(SubscriptionRow was, SubscriptionRow is, Instant now) {
        Long left = leftAtPause.get(is.getId());
        if (is.isPostpaid() || is.getState() != ACTIVE || left == null || was.getState() != io.mtandao.api.billing.SubscriptionState.PAUSED) return;
        leftAtPause.remove(is.getId());
        assertThat(Duration.between(now, is.getExpiresAt()).toSeconds()).as("what was left of the time of %s when it was paused", village.line(is.getId()))
            .isEqualTo(left);
        // a part of what goes on may be a trial or a gift
        if (given.containsKey(is.getId())) given.get(is.getId()).add(new Instant[] {now, is.getExpiresAt()});
    }

    private static Instant later(Instant one, Instant other) {
        return other == null || one.isAfter(other) ? one : other;
    }

    /** @param last what was seen before; null at first */
    void look(Seen seen, Seen last, SubscriptionRow s) {
        String line = village.line(s.getId());
        Instant now = seen.now(), until = s.getExpiresAt();
        List<BillRow> bills = seen.billsOf(s.getId());
        assertThat(bills.stream().filter(b -> b.getState() == Bill.State.OPEN && !b.isDebt()).count()).as("%s has one open bill at most", line)
            .isLessThanOrEqualTo(1);
        if (s.getState() == ACTIVE || s.getState() == TRIAL) assertThat(until).as("%s is on, so its time runs", line).isAfter(now);
        if (s.getState() == GRACE) {
            assertThat(until).as("%s is in grace, so its time is over", line).isBeforeOrEqualTo(now);
            assertThat(s.getGraceUntil()).as("%s is in grace", line).isAfter(now).isEqualTo(until.atZone(village.zone).plusDays(3).toInstant());
        }
        if (s.getState() == EXPIRED) assertThat(until).as("%s is off, so nothing is left of its time", line).isBeforeOrEqualTo(now);
        if (s.getState() == PENDING) assertThat(bills.stream().filter(Seen::gaveTime)).as("%s was never on", line).isEmpty();
        worth(seen, last, s, bills, line);
    }

    /** What the money of the bills stands for: no time twice, all that is served, as long as it was sold, and none that is over when it is paid. */
    private void worth(Seen seen, Seen last, SubscriptionRow s, List<BillRow> bills, String line) {
        List<BillRow> worth = bills.stream().filter(Seen::gaveTime).sorted(Comparator.comparing(BillRow::getWorthFrom)).toList();
        for (int i = 1; i < worth.size(); i++)
            assertThat(worth.get(i).getWorthFrom()).as("%s: no time is billed twice, by %s and %s", line, worth.get(i - 1).getNumber(), worth.get(i)
                .getNumber())
                .isAfterOrEqualTo(worth.get(i - 1).getWorthTo());
        boolean inGift = given.getOrDefault(s.getId(), List.of()).stream().anyMatch(g -> !seen.now().isBefore(g[0]) && seen.now().isBefore(g[1]));
        boolean inBill = worth.stream().anyMatch(b -> !seen.now().isBefore(b.getWorthFrom()) && seen.now().isBefore(b.getWorthTo()));
        if (s.getState() == ACTIVE) assertThat(inBill || inGift).as("%s is served, so a bill or a gift covers it", line).isTrue();
        boolean ahead = s.getExpiresAt() != null && s.getExpiresAt().isAfter(seen.now()) && s.getState() != CANCELLED && !touched.contains(s.getId())
            && !given.containsKey(s.getId());
        if (ahead) assertThat(worth.stream().map(BillRow::getWorthTo).max(Comparator.naturalOrder())).as("%s: what is paid is what is let on", line)
            .contains(s.getExpiresAt());
        for (BillRow b : worth) lengthKept(last, s, b, line);
    }

    private void lengthKept(Seen last, SubscriptionRow s, BillRow b, String line) {
        if (length.putIfAbsent(b.getId(), Duration.between(b.getPeriodFrom(), b.getPeriodTo()).toSeconds()) == null) asSold(s, b, line);
        firstTotal.putIfAbsent(b.getId(), b.getTotalMinor());
        if (touched.contains(s.getId())) return;
        if (last != null && !s.isCancelled()) {
            long paidBefore = last.bills().stream().filter(x -> x.getId().equals(b.getId())).mapToLong(BillRow::getPaidMinor).sum();
            if (b.getPaidMinor() > paidBefore && b.getTotalMinor() == firstTotal.get(b.getId()) && !b.isSettled())
                assertThat(b.getWorthTo()).as("%s: what was paid for bill %s bought time that is still to come", line, b.getNumber()).isAfter(last.now());
        }
        boolean whole = b.getState() == Bill.State.PAID && !b.isSettled() && b.getTotalMinor() == firstTotal.get(b.getId())
            && b.getPaidMinor() == b.getTotalMinor();
        if (whole) assertThat(Duration.between(b.getWorthFromWithoutPauses(), b.getWorthTo()).toSeconds())
            .as("%s: the time of bill %s is as long as it was sold", line,
            b.getNumber())
            .isEqualTo(length.get(b.getId()));
    }

    /** Months are shorter or longer by three days, and the first day may be a whole one. */
    private void asSold(SubscriptionRow s, BillRow b, String line) {
        if (b.getPeriod() == null || touched.contains(s.getId()) || village.list.edition(b.getPackageId(), b.getEdition()).terms().calendar()) return;
        Instant asked = PeriodEnd.after(b.getPeriodFrom(), null, b.getPeriod(), village.zone).at();
        assertThat(Duration.between(asked, b.getPeriodTo()).abs()).as("%s: bill %s is for %s and lasts as long", line, b.getNumber(), b.getPeriod())
            .isLessThanOrEqualTo(Duration.ofDays(b.getPeriod().unit() == Period.Unit.MONTH ? 4 : 1).plusHours(2));
    }
}
