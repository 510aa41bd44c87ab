package io.mtandao.billing.internal.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ProofTimeTest {
    private static final TenantId SAVANNA = new TenantId("savanna");

    @Test
    void itIsNightWhereTheIspIs() {
        for (String zone : List.of("Africa/Nairobi", "America/Los_Angeles", "Pacific/Kiritimati", "Asia/Kathmandu")) {
            Instant now = Instant.parse("2026-11-22T07:15:00Z"), next = ProofTime.after(now, ZoneId.of(zone), SAVANNA);
            assertThat(next.atZone(ZoneId.of(zone)).toLocalTime()).as(zone).isBetween(LocalTime.of(1, 0), LocalTime.of(4, 59));
            assertThat(Duration.between(now, next)).isPositive().isLessThanOrEqualTo(Duration.ofDays(1));
        }
    }

    @Test
    void oneTimeLeadsToTheNextNightAndAskingAgainBeforeThatToTheSame() {
        ZoneId nairobi = ZoneId.of("Africa/Nairobi");
        Instant first = ProofTime.after(Instant.parse("2026-11-22T07:15:00Z"), nairobi, SAVANNA);
        assertThat(ProofTime.after(first.minusNanos(1), nairobi, SAVANNA)).isEqualTo(first);
        assertThat(ProofTime.after(first, nairobi, SAVANNA)).isEqualTo(first.plus(Duration.ofDays(1)));
    }

    @Test
    void everyNightHasOneThoughTheClockIsChanged() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        for (int tenant = 0; tenant < 50; tenant++) {
            TenantId id = new TenantId("isp-" + tenant);
            Instant at = Instant.parse("2026-03-20T12:00:00Z");
            for (int night = 0; night < 300; night++) {
                Instant next = ProofTime.after(at, berlin, id);
                assertThat(next.atZone(berlin).toLocalDate()).isEqualTo(at.atZone(berlin).toLocalDate().plusDays(1));
                assertThat(next.atZone(berlin).getHour()).isBetween(1, 5);
                at = next;
            }
        }
    }

    @Test
    void tenantsAreSpreadOverTheNight() {
        Set<Instant> times = new TreeSet<>();
        for (int i = 0; i < 200; i++) times.add(ProofTime.after(Instant.parse("2026-11-22T12:00:00Z"), ZoneId.of("Africa/Nairobi"), new TenantId(java.util.UUID.nameUUIDFromBytes(new byte[] {(byte) i}).toString())));
        assertThat(times).hasSizeGreaterThan(100);
    }
}
