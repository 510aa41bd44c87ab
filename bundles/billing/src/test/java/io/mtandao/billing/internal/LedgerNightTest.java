package io.mtandao.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.billing.Ledger.Proof;
import io.mtandao.api.billing.LedgerBroken;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.billing.internal.kit.Intruder;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.billing.internal.work.LedgerNight;
import io.mtandao.testing.db.TestDatabase.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every night each ISP's ledger is proved; whoever is to know is told when it is not whole. */
class LedgerNightTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";
    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");

    @ParameterizedTest
    @MethodSource(KINDS)
    void theLedgerIsProvedEveryNightAndTheProofIsKept(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        isp.pays(grace, 100);
        assertThat(isp.jobs.count(LedgerNight.NAME)).as("a new ISP has its job").isEqualTo(1);
        isp.itIs("2026-11-23T03:00:00Z");
        Proof first = isp.ledger.lastProof(isp.owner).orElseThrow();
        assertThat(first.whole()).isTrue();
        assertThat(first.transactions()).isEqualTo(1);
        assertThat(first.entries()).isEqualTo(2);
        assertThat(first.head()).matches("[0-9a-f]{64}");
        assertThat(first.at().atZone(NAIROBI).getHour()).isBetween(1, 4);
        isp.pays(grace, 100);
        isp.itIs("2026-11-24T03:00:00Z");
        Proof second = isp.ledger.lastProof(isp.owner).orElseThrow();
        assertThat(second.at()).isEqualTo(first.at().plus(Duration.ofDays(1)));
        assertThat(second.transactions()).isEqualTo(2);
        assertThat(isp.events.taken()).noneMatch(LedgerBroken.class::isInstance);
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aLedgerThatIsNotWholeRaisesTheAlarmEachNightUntilItIs(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        isp.pays(grace, 100);
        Intruder intruder = new Intruder(isp);
        intruder.does("update billing_ledger_transaction set memo = 'x' where @");
        isp.events.taken();
        isp.itIs("2026-11-23T03:00:00Z");
        assertThat(isp.events.taken()).filteredOn(LedgerBroken.class::isInstance).singleElement()
            .satisfies(e -> assertThat(((LedgerBroken) e).firstFault()).contains("is not what was booked").isEqualTo(isp.ledger.lastProof(isp.owner).orElseThrow().firstFault()));
        isp.itIs("2026-11-24T03:00:00Z");
        assertThat(isp.events.taken()).filteredOn(LedgerBroken.class::isInstance).hasSize(1);
        intruder.does("update billing_ledger_transaction set memo = 'M-Pesa MPESA1' where @");
        isp.itIs("2026-11-25T03:00:00Z");
        assertThat(isp.events.taken()).noneMatch(LedgerBroken.class::isInstance);
        assertThat(isp.ledger.lastProof(isp.owner).orElseThrow().whole()).isTrue();
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void anIspFromBeforeGetsItsNightlyProofByTheHourlySweep(Kind kind) {
        Isp isp = Isp.on(kind);
        isp.jobs.cancel(isp.id, LedgerNight.NAME, "nightly");
        assertThat(isp.jobs.count(LedgerNight.NAME)).isZero();
        Instant soon = isp.clock.instant().plus(Duration.ofHours(2));
        isp.itIs(soon.toString());
        assertThat(isp.jobs.count(LedgerNight.NAME)).isEqualTo(1);
        isp.itIs("2026-11-23T03:00:00Z");
        assertThat(isp.ledger.lastProof(isp.owner)).isPresent();
        assertThat(isp.jobs.count(LedgerNight.NAME)).as("however often the sweep came").isEqualTo(1);
    }
}
