package io.mtandao.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.Reduction;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.billing.internal.entity.ReadingRow;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.billing.internal.work.OldReadings;
import io.mtandao.persistence.TenantEntity;
import io.mtandao.testing.db.MovableClock;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Readings are kept as long as they may come again, and go with whom they are of. */
class OldReadingsTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";

    private static List<String> readings(Isp isp) {
        return isp.desk.open(isp.system, d -> d.em().createQuery("select r.reading from ReadingRow r order by r.id", String.class).getResultList());
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aSubscriberWhoGoesTakesReadingsAndDiscountsAlong(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        Subscription s = isp.takes(grace, isp.sells("Home 10M", 2000));
        isp.usage.add(isp.system, s.id(), 5, "late");
        isp.extras.discount(isp.owner, s.id(), Reduction.percent(100), null, "Loyalty");
        isp.subscriptions.cancel(isp.owner, s.id());
        isp.subscribers.delete(isp.owner, grace.id());
        for (String row : List.of("UsageRow", "ReadingRow", "DiscountRow"))
            assertThat(isp.desk.<Long>open(isp.system, d -> d.em().createQuery("select count(x) from " + row + " x", Long.class).getSingleResult())).isZero();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void readingsAreForgottenWhenTheirPeriodIsOverAndAMonthHasGoneBy(Kind kind) {
        Isp isp = Isp.on(kind);
        // when a row was written is told by the platform's clock, which is this ISP's here
        TenantEntity.tellTime(isp.clock);
        Subscriber grace = isp.joins("Grace");
        Subscriber juma = isp.joins("Juma");
        Subscription monthly = isp.takes(grace, isp.sells("Month", 100)), yearly = isp.takes(juma, isp.sells("Year", 1000, new Period(1, Period.Unit.YEAR)));
        isp.pays(grace, 300);
        isp.pays(juma, 1000);
        for (Subscription s : List.of(monthly, yearly)) isp.usage.add(isp.system, s.id(), 5, s.id() + ":first");
        isp.itIs("2026-12-21T07:15:00Z");
        isp.usage.add(isp.system, monthly.id(), 5, "late in the first month");
        isp.itIs("2026-12-24T07:15:00Z");
        assertThat(readings(isp)).as("a month has not gone by since the last").contains("late in the first month").doesNotContain(monthly.id() + ":first");
        isp.usage.add(isp.system, monthly.id(), 7, "second month");
        assertThat(isp.usage.add(isp.system, monthly.id(), 5, "late in the first month").usedBytes()).as("told again, not counted again").isEqualTo(7);
        isp.itIs("2027-01-22T07:15:00Z");
        assertThat(readings(isp)).as("that year still runs, and so may the second month's readings come again")
            .containsExactly(yearly.id() + ":first", "second month");
        isp.subscriptions.cancel(isp.owner, yearly.id());
        isp.itIs("2027-01-24T07:15:00Z");
        assertThat(readings(isp)).containsExactly("second month");
        long counted = isp.desk.open(isp.system, d -> d.em().createQuery("select sum(u.usedBytes) from UsageRow u", Long.class).getSingleResult());
        assertThat(counted).as("what they came to stays").isEqualTo(22);
        TenantEntity.tellTime(MovableClock.at(Isp.START));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void readingsAreForgottenInPortions(Kind kind) {
        Isp isp = Isp.on(kind), other = Isp.on(kind);
        Subscription s = isp.takes(isp.joins("Grace"), isp.sells("Month", 100)), theirs = other.takes(other.joins("Other"), other.sells("Month", 100));
        isp.db.tx().run(isp.id, em -> {
            for (int i = 0; i < 1200; i++) em.persist(new ReadingRow(s.id(), "r" + i, 1));
        });
        other.usage.add(other.system, theirs.id(), 1, "r");
        isp.subscriptions.cancel(isp.owner, s.id());
        other.subscriptions.cancel(other.owner, theirs.id());
        isp.clock.set(Instant.parse("2027-02-01T00:00:00Z"));
        assertThat(new OldReadings(isp.desk).forget(isp.id)).isEqualTo(1200);
        assertThat(readings(isp)).isEmpty();
        assertThat(readings(other)).as("another ISP's night is its own").containsExactly("r");
    }
}
