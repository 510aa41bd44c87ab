package io.mtandao.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.ListQuery;
import io.mtandao.api.Money;
import io.mtandao.api.billing.Bill;
import io.mtandao.api.billing.BillingPolicy;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.Ledger;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.RenewalPolicy;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.api.billing.Subscription;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.billing.Subscriptions.Step;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A clock takes an ISP in Cairo, where the clocks on the wall are put forward at midnight, through three years with a leap day in them. What each
 * subscriber has paid, was billed and is served until in the end was reckoned beforehand, by the calendar and by nothing of the platform.
 */
class ThreeYearsTest {
    private static final ZoneId CAIRO = ZoneId.of("Africa/Cairo");
    private static final LocalDateTime END = LocalDateTime.parse("2029-12-31T12:00");
    private static final Period WEEK = new Period(1, Period.Unit.WEEK), YEAR = new Period(1, Period.Unit.YEAR);
    private final List<Deed> deeds = new ArrayList<>();
    private final List<Expected> expected = new ArrayList<>();
    private Isp isp;

    private record Deed(LocalDateTime at, Runnable act) {}

    /** In minor units. @param billed each bill @param cuts how often it is switched off */
    private record Expected(Subscription line, List<Long> billed, long paid, LocalDateTime until, int cuts) {
        long total() {
            return billed.stream().mapToLong(Long::longValue).sum();
        }
    }

    /** On one database: what three years show is the calendar's doing, and they are long. */
    @ParameterizedTest
    @EnumSource(value = Kind.class, names = "POSTGRES")
    void aFixedCastEndsWhereTheCalendarSays(Kind kind) {
        isp = Isp.on(kind, "EG", "EGP", CAIRO.getId());
        isp.sleepsAtNight();
        BillingPolicy p = isp.policies.get(isp.owner);
        isp.policies.update(isp.owner, new BillingPolicy(p.version(), p.renewal(), p.dueDays(), p.dunning(), null, null, new BillingPolicy.Fuse(100, 0),
            p.numbering()));
        whoPaysEarlyFromTheLastOfJanuary();
        whoPaysOnTheDay();
        whoPaysLate();
        whoPaysByTheWeekAndForgetsEachFifth();
        whoPaysAfterwardsAndIsCutEachApril();
        whoPaysByTheYearFromALeapDay();
        whoseCalendarMonthsRenewFromTheWallet();
        whoseMonthsRenewFromTheWallet();
        whoPaysInTheDaysOfGraceAlways();
        whoPausesEachSummer();
        deeds.stream().sorted(Comparator.comparing(Deed::at)).forEach(d -> {
            isp.itIs(instant(d.at()).toString());
            d.act().run();
        });
        isp.itIs(instant(END).toString());
        expected.forEach(this::isAsReckoned);
        long total = expected.stream().mapToLong(Expected::total).sum(), tax = expected.stream().flatMap(e -> e.billed().stream()).mapToLong(b ->
            Math.round(b * 16 / 116.0)).sum();
        assertThat(isp.booked("tax:default").minor()).isEqualTo(tax);
        assertThat(isp.booked("income").minor()).isEqualTo(total - tax);
        assertThat(isp.booked("money:mpesa").minor()).isEqualTo(-expected.stream().mapToLong(Expected::paid).sum());
        assertThat(isp.proof().firstFault()).isNull();
        assertThat(isp.proof().whole()).isTrue();
    }

    private void isAsReckoned(Expected e) {
        String name = e.line().subscriberName();
        List<Bill> bills = isp.bills.list(isp.owner, new ListQuery(null, java.util.Map.of("subscriptionId", "" + e.line().id()), "number", 500, null)).items();
        assertThat(bills).as("%s: every bill is paid", name).allSatisfy(b -> assertThat(b.state()).isEqualTo(Bill.State.PAID));
        assertThat(bills).as("the bills of %s", name).extracting(b -> b.total().minor()).containsExactlyElementsOf(e.billed());
        assertThat(isp.ledger.balance(isp.owner, e.line().subscriberId()).minor()).as("the wallet of %s", name).isEqualTo(e.paid() - e.total());
        assertThat(isp.now(e.line()).state()).as(name).isEqualTo(SubscriptionState.ACTIVE);
        assertThat(LocalDateTime.ofInstant(isp.now(e.line()).expiresAt(), CAIRO)).as("%s is served until", name).isEqualTo(e.until());
        List<Step> steps = isp.subscriptions.history(isp.owner, e.line().id(), ListQuery.first(500)).items();
        assertThat(steps.stream().filter(s -> s.from() != null && s.from().isServed() && !s.to().isServed())).as("%s was switched off", name).hasSize(e.cuts());
    }

    private static Instant instant(LocalDateTime at) {
        return at.atZone(CAIRO).toInstant();
    }

    private static long seconds(LocalDateTime from, LocalDateTime to) {
        return Duration.between(instant(from), instant(to)).toSeconds();
    }

    private static LocalDateTime on(String at) {
        return LocalDateTime.parse(at);
    }

    private Subscription takes(String name, long price, Period period, PackageTerms terms) {
        var sold = isp.packages.create(isp.owner, new Packages.Draft(name, isp.money(price), period, 10_000, 5_000, null, terms));
        return isp.takes(isp.joins(name), sold);
    }

    private static PackageTerms terms(Charging charging, boolean calendar, RenewalPolicy own) {
        return new PackageTerms(ServiceType.PPPOE, charging, calendar, true, null, null, null, List.of(), 0, null, null, null, null, own);
    }

    private void pays(Subscription line, LocalDateTime at, long pounds) {
        paysMinor(line, at, pounds * 100);
    }

    private void paysMinor(Subscription line, LocalDateTime at, long minor) {
        deeds.add(new Deed(at, () -> isp.ledger.receive(isp.system, line.subscriberId(), Money.of(minor, "EGP"),
            new Ledger.Source("payment", line.subscriberName() + " " + at, "mpesa"), null)));
    }

    private static List<Long> each(int times, long pounds) {
        return new ArrayList<>(java.util.Collections.nCopies(times, pounds * 100));
    }

    private void whoPaysEarlyFromTheLastOfJanuary() {
        Subscription line = takes("Early", 1000, Isp.MONTH, PackageTerms.PLAIN);
        LocalDateTime begin = on("2027-01-31T09:00");
        int n = 0;
        for (LocalDateTime at = begin; !at.isAfter(END); at = begin.plusMonths(n).minusDays(3)) {
            pays(line, at, 1000);
            n++;
        }
        expected.add(new Expected(line, each(n, 1000), n * 100_000L, begin.plusMonths(n), 0));
    }

    private void whoPaysOnTheDay() {
        Subscription line = takes("Punctual", 1100, Isp.MONTH, PackageTerms.PLAIN);
        LocalDateTime begin = on("2027-01-10T09:00");
        int n = 0;
        for (LocalDateTime at = begin; !at.isAfter(END); at = begin.plusMonths(n)) {
            pays(line, at, 1100);
            n++;
        }
        expected.add(new Expected(line, each(n, 1100), n * 110_000L, begin.plusMonths(n), n - 1));
    }

    private void whoPaysLate() {
        Subscription line = takes("Late", 1200, Isp.MONTH, PackageTerms.PLAIN);
        int[] days = {1, 5, 2, 11};
        LocalDateTime at = on("2027-01-29T09:00"), until = at;
        int n = 0;
        while (!at.isAfter(END)) {
            pays(line, at, 1200);
            until = at.plusMonths(1);
            at = until.plusDays(days[n % days.length]);
            n++;
        }
        boolean cutInTheEnd = !until.isAfter(END);
        assertThat(cutInTheEnd).as("chosen so that the story ends in service").isFalse();
        expected.add(new Expected(line, each(n, 1200), n * 120_000L, until, n - 1));
    }

    private void whoPaysByTheWeekAndForgetsEachFifth() {
        Subscription line = takes("Weekly", 300, WEEK, PackageTerms.PLAIN);
        LocalDateTime at = on("2027-01-04T18:00"), until = at;
        int n = 0, cuts = 0;
        while (!at.isAfter(END)) {
            pays(line, at, 300);
            boolean late = at.isAfter(until);
            if (late) cuts++;
            until = (late ? at : until).plusWeeks(1);
            n++;
            at = n % 5 == 0 ? until.plusDays(2) : until.minusDays(1);
        }
        expected.add(new Expected(line, each(n, 300), n * 30_000L, until, cuts));
    }

    /** Bills come on the first, are due on the 8th and are paid on the 5th; in April on the 20th, after the cut on the 15th. */
    private void whoPaysAfterwardsAndIsCutEachApril() {
        Subscription line = takes("Office", 3000, Isp.MONTH, terms(Charging.POSTPAID, true, null));
        LocalDateTime begin = on("2027-01-11T15:30");
        deeds.add(new Deed(begin, () -> isp.subscriptions.activate(isp.owner, line.id(), null)));
        List<Long> billed = new ArrayList<>();
        LocalDateTime from = begin;
        int cuts = 0;
        for (LocalDateTime first = on("2027-01-01T00:00"); !first.plusMonths(1).isAfter(END); first = first.plusMonths(1)) {
            LocalDateTime next = first.plusMonths(1);
            if (first.getMonthValue() == 4) {
                billed.add(share(first, next, first, first.plusDays(14)));
                from = first.plusDays(19).withHour(12);
                cuts++;
                paysMinor(line, from, billed.get(billed.size() - 1) + billed.get(billed.size() - 2));
            } else if (!first.equals(on("2027-01-01T00:00"))) paysMinor(line, first.plusDays(4), billed.get(billed.size() - 1));
            billed.add(share(first, next, from, next));
            from = next;
        }
        paysMinor(line, on("2029-12-05T00:00"), billed.get(billed.size() - 1));
        long paid = billed.stream().mapToLong(Long::longValue).sum();
        expected.add(new Expected(line, billed, paid, on("2030-01-01T00:00"), cuts));
    }

    private static long share(LocalDateTime first, LocalDateTime next, LocalDateTime from, LocalDateTime to) {
        long month = seconds(first, next);
        return Math.round(300_000.0 * seconds(first, to) / month) - Math.round(300_000.0 * seconds(first, from) / month);
    }

    private void whoPaysByTheYearFromALeapDay() {
        Subscription line = takes("Yearly", 12_000, YEAR, PackageTerms.PLAIN);
        for (String at : List.of("2028-02-29T10:00", "2029-01-28T10:00", "2029-06-01T10:00", "2029-12-01T10:00")) pays(line, on(at), 12_000);
        expected.add(new Expected(line, each(4, 12_000), 4_800_000, on("2032-02-29T10:00"), 0));
    }

    private void whoseCalendarMonthsRenewFromTheWallet() {
        Subscription line = takes("Calendar", 3100, Isp.MONTH, terms(Charging.PREPAID, true, null));
        for (int year = 2027; year <= 2029; year++) pays(line, on(year + "-01-17T09:00"), 40_000);
        long first = Math.round(310_000.0) - Math.round(310_000.0 * seconds(on("2027-01-01T00:00"), on("2027-01-17T09:00")) / seconds(on("2027-01-01T00:00"),
            on("2027-02-01T00:00")));
        List<Long> billed = each(35, 3100);
        billed.add(0, first);
        expected.add(new Expected(line, billed, 12_000_000, on("2030-01-01T00:00"), 0));
    }

    private void whoseMonthsRenewFromTheWallet() {
        Subscription line = takes("Saver", 1500, Isp.MONTH, PackageTerms.PLAIN);
        for (String at : List.of("2027-01-20T09:00", "2028-01-25T09:00", "2029-01-25T09:00")) pays(line, on(at), 20_000);
        expected.add(new Expected(line, each(36, 1500), 6_000_000, on("2030-01-20T09:00"), 0));
    }

    private void whoPaysInTheDaysOfGraceAlways() {
        Subscription line = takes("Grace", 950, Isp.MONTH, terms(Charging.PREPAID, false, new RenewalPolicy(null, null, null, null, 5, null)));
        LocalDateTime begin = on("2027-01-05T09:00");
        int n = 0;
        for (LocalDateTime at = begin; !at.isAfter(END); at = begin.plusMonths(n).plusDays(2)) {
            pays(line, at, 950);
            n++;
        }
        expected.add(new Expected(line, each(n, 950), n * 95_000L, begin.plusMonths(n), 0));
    }

    /** From July to September; the time that was left then goes on, and its day of the month is the day of what follows. */
    private void whoPausesEachSummer() {
        Subscription line = takes("Summer", 900, Isp.MONTH, PackageTerms.PLAIN);
        LocalDateTime rhythm = on("2027-01-15T09:00"), until = rhythm;
        int n = 0, months = 0;
        for (int year = 2027; year <= 2029; year++) {
            LocalDateTime leaves = on(year + "-07-01T08:00"), comes = on(year + "-09-01T20:00");
            for (LocalDateTime at = n == 0 ? until : until.minusDays(1); at.isBefore(leaves); at = until.minusDays(1)) {
                pays(line, at, 900);
                n++;
                until = rhythm.plusMonths(++months);
            }
            deeds.add(new Deed(leaves, () -> isp.subscriptions.pause(isp.owner, line.id(), "summer")));
            deeds.add(new Deed(comes, () -> isp.subscriptions.resume(isp.owner, line.id())));
            rhythm = LocalDateTime.ofInstant(instant(comes).plusSeconds(seconds(leaves, until)), CAIRO);
            months = 0;
            until = rhythm;
        }
        for (LocalDateTime at = until.minusDays(1); !at.isAfter(END); at = until.minusDays(1)) {
            pays(line, at, 900);
            n++;
            until = rhythm.plusMonths(++months);
        }
        expected.add(new Expected(line, each(n, 900), n * 90_000L, until, 3));
    }
}
