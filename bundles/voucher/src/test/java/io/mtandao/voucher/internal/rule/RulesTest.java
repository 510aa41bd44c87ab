package io.mtandao.voucher.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Caller;
import io.mtandao.api.Invalid;
import io.mtandao.api.Money;
import io.mtandao.api.Origin;
import io.mtandao.api.TenantId;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.api.voucher.Voucher.State;
import io.mtandao.api.voucher.Vouchers.BatchDraft;
import io.mtandao.voucher.internal.rule.ThrottleRule.Count;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
    private static final Instant NOW = Instant.parse("2026-11-28T07:15:00Z");

    @Test
    void theLastDayOnTheShelfCountsToItsEndWhereTheIspIs() {
        Instant sellBy = ShelfLife.sellBy(NOW, 1, NAIROBI);
        assertThat(sellBy).isEqualTo(Instant.parse("2026-11-29T21:00:00Z"));
        assertThat(ShelfLife.lastDay(sellBy, NAIROBI)).isEqualTo(LocalDate.parse("2026-11-29"));
        assertThat(ShelfLife.isOver(sellBy, sellBy.minusNanos(1000))).isFalse();
        assertThat(ShelfLife.isOver(sellBy, sellBy)).isTrue();
        assertThat(ShelfLife.sellBy(NOW, 0, NAIROBI)).isNull();
        assertThat(ShelfLife.isOver(null, Instant.MAX)).isFalse();
        assertThat(ShelfLife.sellBy(Instant.parse("2026-03-28T12:00:00Z"), 1, ZoneId.of("Europe/Berlin"))).as("the clock is put forward that night")
            .isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
    }

    @Test
    void theNightIsHalfPastMidnightWhereTheIspIs() {
        assertThat(ShelfLife.nextNight(NOW, NAIROBI)).isEqualTo(Instant.parse("2026-11-28T21:30:00Z"));
        assertThat(ShelfLife.nextNight(Instant.parse("2026-11-28T21:30:00Z"), NAIROBI)).isEqualTo(Instant.parse("2026-11-29T21:30:00Z"));
        assertThat(ShelfLife.nextNight(Instant.parse("2026-11-28T21:10:00Z"), NAIROBI)).isEqualTo(Instant.parse("2026-11-28T21:30:00Z"));
    }

    @Test
    void onlyWhatIsUnusedRunsOut() {
        for (State kept : State.values()) {
            assertThat(VoucherLife.at(kept, NOW.plusSeconds(1), NOW)).isEqualTo(kept);
            assertThat(VoucherLife.at(kept, NOW, NOW)).isEqualTo(kept == State.UNUSED ? State.OVER : kept);
        }
        assertThatThrownBy(() -> VoucherLife.refusal(State.UNUSED)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theWaitDoublesUpToAQuarterOfAnHourAndIsForgotten() {
        ThrottleRule rule = ThrottleRule.PLACE;
        Count count = Count.NONE;
        for (int i = 0; i < 10; i++) count = rule.failed(count, NOW);
        assertThat(rule.wait(count, NOW)).isZero();
        for (long seconds : new long[] {2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900}) {
            count = rule.failed(count, NOW);
            assertThat(rule.wait(count, NOW)).isEqualTo(Duration.ofSeconds(seconds));
            assertThat(rule.wait(count, NOW.plusSeconds(seconds))).isZero();
        }
        for (int i = 0; i < 100; i++) count = rule.failed(count, NOW);
        assertThat(rule.wait(count, NOW)).isEqualTo(Duration.ofMinutes(15));
        assertThat(rule.failed(count, NOW.plus(rule.forget()))).isEqualTo(new Count(1, NOW.plus(rule.forget())));
    }

    @Test
    void aTryThatIsTakenBackBeginsNoWaitAnewUnlessOthersFailedSince() {
        Instant before = NOW.minusSeconds(600), since = NOW.plusSeconds(1);
        Count counted = ThrottleRule.PLACE.failed(new Count(15, before), NOW);
        assertThat(ThrottleRule.PLACE.takenBack(counted, NOW, before)).isEqualTo(new Count(15, before));
        assertThat(ThrottleRule.PLACE.takenBack(ThrottleRule.PLACE.failed(counted, since), NOW, before)).isEqualTo(new Count(16, since));
        assertThat(ThrottleRule.PLACE.takenBack(new Count(0, NOW), NOW, before).failures()).isZero();
    }

    private static Caller caller(Caller.Kind kind) {
        return new Caller(new TenantId("acme"), kind, "7", "x", Set.of(), Origin.LOCAL);
    }

    @Test
    void aPlaceIsADeviceAnAddressOrTheLineOfAnIpv6Address() {
        Caller key = caller(Caller.Kind.API_KEY);
        assertThat(List.of("AA:BB:CC:DD:EE:FF", "aa-bb-cc-dd-ee-ff", " aabbccddeeff ")).extracting(t -> Place.of(key, t)).containsOnly("from aabbccddeeff");
        assertThat(Place.of(key, "2001:db8:1:2:aaaa::1")).isEqualTo(Place.of(key, "2001:DB8:1:2:bbbb::2%eth0")).isNotEqualTo(Place.of(key, "2001:db8:1:3::1"));
        assertThat(Place.of(key, "::ffff:10.5.50.7")).isEqualTo(Place.of(key, "10.5.50.7"));
        assertThat(Place.of(key, "somebody's phone")).isEqualTo("from somebody's phone");
        assertThat(Place.of(key, "zz:zz::")).isEqualTo("from zz:zz::");
        assertThatThrownBy(() -> Place.of(key, null)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Place.of(caller(Caller.Kind.SYSTEM), " ")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Place.of(key, "x".repeat(201))).isInstanceOf(Invalid.class);
        assertThat(Place.of(caller(Caller.Kind.STAFF), null)).isEqualTo("by STAFF 7").isNotEqualTo(Place.of(caller(Caller.Kind.OPERATOR), null));
    }

    @Test
    void aPhoneIsOneNumberHoweverItIsTyped() {
        assertThat(List.of("0722 111 222", "+254722111222", "00254 722 111222", "254722111222")).extracting(t -> Phones.e164(t, "KE"))
            .containsOnly("+254722111222");
        assertThat(Phones.e164(" ", "KE")).isNull();
        for (String bad : List.of("12", "call me", "0722111222 ext. 5")) assertThatThrownBy(() -> Phones.e164(bad, "KE")).isInstanceOf(Invalid.class);
    }

    private static InternetPackage sold(long price, Charging charging, boolean archived) {
        PackageTerms plain = PackageTerms.PLAIN;
        PackageTerms terms = new PackageTerms(ServiceType.HOTSPOT, charging, false, true, null, null, null, List.of(), 0, null, null, null, null,
            plain.policy());
        return new InternetPackage(5, 1, "Daily", Money.of(price, "KES"), new Period(1, Period.Unit.DAY), 1, 1, "p", archived, 0, terms, 1, NOW, 0);
    }

    private static void refused(InternetPackage sold, Money value, String field) {
        assertThatThrownBy(() -> BatchTerms.of(new BatchDraft("x", sold == null ? null : 5L, value, "", 1, 0, 0, 8), sold, sold == null ? null : sold.price(), "KES"))
            .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.fields()).containsOnlyKeys(field));
    }

    @Test
    void aBatchIsWorthItsPackagesPriceOrTheMoneyThatIsGiven() {
        InternetPackage sold = sold(5000, Charging.PREPAID, false);
        BatchTerms daily = BatchTerms.of(new BatchDraft(" Cards ", 5L, null, " wifi ", 10_000, 3650, 100, 16), sold, Money.of(5800, "KES"), "KES");
        assertThat(daily).as("with the tax on it").isEqualTo(new BatchTerms("Cards", Money.of(5800, "KES"), sold, "WIFI"));
        assertThat(BatchTerms.of(new BatchDraft("x", 5L, Money.of(5000, "KES"), null, 1, 0, 0, 8), sold, sold.price(), "KES").prefix())
            .isEmpty();
        refused(sold(5000, Charging.PREPAID, false), Money.of(4000, "KES"), "value");
        refused(sold(5000, Charging.PREPAID, true), null, "packageId");
        refused(sold(5000, Charging.POSTPAID, false), null, "packageId");
        refused(sold(0, Charging.PREPAID, false), null, "packageId");
        refused(null, null, "value");
        refused(null, Money.of(0, "KES"), "value");
        refused(null, Money.of(100, "UGX"), "value");
    }

    @Test
    void aHashDependsOnTheKeyAndNotOnTheSpelling() {
        CodeHash one = new CodeHash(new byte[] {1}), other = new CodeHash(new byte[] {2});
        assertThat(one.of("wifi 7K3M-9XPA")).hasSize(64).isEqualTo(one.of("WIFI-7K3M-9XPA")).isNotEqualTo(other.of("WIFI-7K3M-9XPA"));
        assertThat(one.hex("a", "bc")).isNotEqualTo(one.hex("ab", "c"));
        assertThat(one.hex("code", "X")).isNotEqualTo(one.hex("place", "X"));
    }
}
