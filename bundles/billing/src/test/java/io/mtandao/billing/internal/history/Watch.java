package io.mtandao.billing.internal.history;

import static io.mtandao.api.billing.SubscriptionState.ACTIVE;
import static io.mtandao.api.billing.SubscriptionState.CANCELLED;
import static io.mtandao.api.billing.SubscriptionState.EXPIRED;
import static io.mtandao.api.billing.SubscriptionState.GRACE;
import static io.mtandao.api.billing.SubscriptionState.PENDING;
import static io.mtandao.api.billing.SubscriptionState.SUSPENDED;
import static io.mtandao.api.billing.SubscriptionState.TRIAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.Subscriptions.Step;
import io.mtandao.billing.internal.entity.BillLineRow;
import io.mtandao.billing.internal.entity.BillRow;
import io.mtandao.billing.internal.entity.SubscriptionRow;
import io.mtandao.billing.internal.rules.PeriodEnd;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold at every moment of any history. Keeps what only whoever was there can know: which money came, which time was given by hand. */
final class Watch {
    private final Village village;
    private final Map<Long, Long> in = new HashMap<>();
    private final Map<Long, List<Instant[]>> given = new HashMap<>();
    private final Set<Long> touched = new HashSet<>();
    private final Map<Long, Long> leftAtPause = new HashMap<>();
    private final Map<String, Planned> planned = new HashMap<>();
    private final Map<Long, Long> length = new HashMap<>();
    private final Map<Long, Long> firstTotal = new HashMap<>();
    private long mpesa;
    private long adjustments;
    private long vouchers;
    private long earned;
    private long givenUp;
    private long returned;
    private final Map<Long, Long> booked = new HashMap<>();
    private final Map<Long, Long> lastBooked = new HashMap<>();
    private Seen last;

    /** A postpaid period as it was first seen. */
    private record Planned(long packageId, Period period, Instant whole, Instant end) {}

    Watch(Village village) {
        this.village = village;
    }

    void in(long who, long minor) {
        in.merge(payer(who), minor, Long::sum);
        mpesa += minor;
    }

    void adjusted(long who, long minor) {
        in.merge(payer(who), minor, Long::sum);
        adjustments += minor;
    }

    void voucher(long who, long minor) {
        in.merge(payer(who), minor, Long::sum);
        vouchers += minor;
    }

    void moved(long from, long to, long minor) {
        in.merge(payer(from), -minor, Long::sum);
        in.merge(payer(to), minor, Long::sum);
    }

    /** Of a deposit, into the wallet that paid. */
    void returned(long payer, long minor) {
        in.merge(payer, minor, Long::sum);
        returned += minor;
    }

    private long payer(long who) {
        return village.isp.db.tx().in(village.isp.id, em -> {
            Long payer = em.find(io.mtandao.billing.internal.entity.SubscriberRow.class, who).getPayerId();
            return payer == null ? who : payer;
        });
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

    void look() {
        Seen seen = Seen.of(village.isp);
        for (SubscriptionRow s : seen.subscriptions()) {
            if (s.isPostpaid()) postpaid(seen, s);
            else prepaid(seen, s);
        }
        money(seen);
        last = seen;
    }

    private void prepaid(Seen seen, SubscriptionRow s) {
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
        worth(seen, s, bills, line);
    }

    /** What the money of the bills stands for: no time twice, all that is served, as long as it was sold, and none that is over when it is paid. */
    private void worth(Seen seen, SubscriptionRow s, List<BillRow> bills, String line) {
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
        for (BillRow b : worth) lengthKept(seen, s, b, line);
    }

    private void lengthKept(Seen seen, SubscriptionRow s, BillRow b, String line) {
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

    private void postpaid(Seen seen, SubscriptionRow s) {
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
        return new Planned(s.getPackageId(), e.period(), e.terms().calendar() ? first.atStartOfDay(village.zone).toInstant() : s.getPeriodFrom(), s.getExpiresAt());
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

    /** Each wallet is what came in less what was billed of it, and all of it is in the books. */
    private void money(Seen seen) {
        long booksEarned = 0, lostAll = 0;
        for (BillRow b : seen.bills()) {
            long of = b.getKind() == Bill.Kind.CREDIT_NOTE ? b.getTotalMinor() : b.getState() == Bill.State.VOID ? 0 : -(b.isDebt() ? b.getTotalMinor()
                : b.getPaidMinor());
            booksEarned -= of;
            long lost = b.getState() == Bill.State.WRITTEN_OFF ? b.getTotalMinor() - b.getPaidMinor() - b.getCreditedMinor() : 0;
            lostAll += lost;
            // who pays may change while a bill is paid in parts: each part came from the wallet that paid then
            Long before = lastBooked.put(b.getId(), of + lost);
            booked.merge(b.getPayerId(), of + lost - (before == null ? 0 : before), Long::sum);
            assertThat(b.getPaidMinor()).as("paid of bill %s", b.getNumber()).isBetween(0L, b.getTotalMinor());
        }
        Map<Long, Long> expected = new HashMap<>(in);
        booked.forEach((who, minor) -> expected.merge(who, minor, Long::sum));
        seen.wallets().forEach((who, minor) -> assertThat(minor).as("the wallet of %s", who).isEqualTo(expected.getOrDefault(who, 0L)));
        for (Map.Entry<Long, Long> w : seen.wallets().entrySet()) {
            long open = seen.bills().stream().filter(b -> b.isDebt() && b.getPayerId() == w.getKey()).mapToLong(BillRow::getOpenMinor).sum();
            assertThat(open).as("what is open of debts is missing in the wallet").isLessThanOrEqualTo(Math.max(0, -w.getValue()));
        }
        earned = booksEarned;
        givenUp = lostAll;
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
        long inBooks = accounts.entrySet().stream().filter(e -> e.getKey().equals("income") || e.getKey().startsWith("tax:") || e.getKey().equals("deposits"))
            .mapToLong(Map.Entry::getValue).sum();
        assertThat(inBooks).as("income and taxes are what the bills say").isEqualTo(earned - returned - village.papers.depositsGivenUp());
        assertThat(accounts.getOrDefault("deposits", 0L)).as("the deposits are what the bills say").isEqualTo(village.papers.deposits());
        assertThat(accounts.getOrDefault("money:mpesa", 0L)).isEqualTo(-mpesa);
        assertThat(accounts.getOrDefault("adjustments", 0L)).isEqualTo(-adjustments);
        assertThat(accounts.getOrDefault("money:voucher", 0L)).isEqualTo(-vouchers);
        assertThat(accounts.getOrDefault("write-offs", 0L)).isEqualTo(village.papers.depositsGivenUp() - givenUp);
        numbers(last.bills(), Bill.Kind.BILL, "B-");
        numbers(last.bills(), Bill.Kind.CREDIT_NOTE, "C-");
    }

    private static void numbers(List<BillRow> bills, Bill.Kind kind, String prefix) {
        List<String> numbers = bills.stream().filter(b -> b.getKind() == kind).map(BillRow::getNumber).sorted().toList();
        for (int i = 0; i < numbers.size(); i++) assertThat(numbers.get(i)).as("no number is missing").isEqualTo(prefix + String.format("%06d", i + 1));
    }
}
