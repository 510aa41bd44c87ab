package io.mtandao.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.demo.internal.DemoSubscribers.Made;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DemoSubscribersTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 22, 12, 0);

    @ParameterizedTest
    @EnumSource
    void everybodyIsSomebodyElseWithAKenyanMobile(DemoIsp isp) {
        List<Made> made = DemoSubscribers.of(isp, NOON);

        assertThat(made).hasSize(200).extracting(Made::phone).doesNotHaveDuplicates().allMatch(phone -> phone.matches("0(7[0129]|11)\\d{7}"));
        assertThat(made).extracting(Made::account).doesNotHaveDuplicates().allMatch(account -> account.matches(isp.accountPrefix + "\\d{3}"));
        assertThat(made).extracting(Made::user).doesNotHaveDuplicates().allMatch(user -> user.matches("[a-z]+\\.[a-z]+\\d+"));
    }

    @Test
    void theSameTimeMakesTheSameOnesAndTheIspsDiffer() {
        assertThat(DemoSubscribers.of(DemoIsp.PWANI, NOON)).isEqualTo(DemoSubscribers.of(DemoIsp.PWANI, NOON));
        assertThat(DemoSubscribers.of(DemoIsp.PWANI, NOON)).extracting(Made::phone).isNotEqualTo(DemoSubscribers.of(DemoIsp.SAVANNA, NOON).stream().map(Made::phone).toList());
    }

    @Test
    void someAreActiveSomeExpireTodaySomeHaveExpiredAFewNeverPaid() {
        List<LocalDateTime> expiries = DemoSubscribers.of(DemoIsp.SAVANNA, NOON).stream().map(Made::expiry).toList();
        List<LocalDateTime> dated = expiries.stream().filter(Objects::nonNull).toList();

        assertThat(dated).hasSize(176).filteredOn(e -> e.isAfter(NOON)).hasSize(108).allMatch(e -> e.isBefore(NOON.plusMonths(1)));
        assertThat(dated).filteredOn(e -> e.toLocalDate().equals(NOON.toLocalDate())).hasSize(8).allMatch(e -> e.isAfter(NOON.plusMinutes(19)));
    }

    @Test
    void shortlyBeforeMidnightNobodyHasExpiredWhoShouldNot() {
        LocalDateTime late = LocalDateTime.of(2026, 11, 22, 23, 55);

        assertThat(DemoSubscribers.of(DemoIsp.SAVANNA, late)).extracting(Made::expiry).filteredOn(e -> e != null && e.isAfter(late)).hasSize(108);
    }

    @Test
    void theSheetHasALinePerSubscriberAndACellPerColumn() {
        List<String> lines = new String(DemoSubscribers.csv(DemoSubscribers.of(DemoIsp.SAVANNA, NOON)), StandardCharsets.UTF_8).lines().toList();

        assertThat(lines).hasSize(201).allMatch(line -> line.split(";", -1).length == DemoSubscribers.columns().size());
    }
}
