package io.mtandao.billing.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.billing.PackageTerms.DataCap;
import io.mtandao.api.billing.PackageTerms.DataCap.AtCap;
import io.mtandao.api.billing.PackageTerms.FairUse;
import io.mtandao.billing.internal.rules.UsageRule.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsageRuleTest {
    private static final long MB = 1_000_000;
    private static final Speed SOLD = new Speed(10_000, 5_000);
    private static final List<FairUse> STEPS = List.of(new FairUse(100, 5_000, 2_000), new FairUse(200, 1_000, 500));
    private static final Verdict FREE = new Verdict(false, false, 10_000, 5_000, false);

    @Test
    void withoutCapAndStepsNothingHappensHoweverMuchIsUsed() {
        assertThat(UsageRule.judge(null, List.of(), SOLD, Long.MAX_VALUE, 0)).isEqualTo(FREE);
        assertThat(UsageRule.capBytes(null, 5)).isNull();
    }

    @Test
    void theCapIsReachedAtItsLastByteAndBoughtDataMovesIt() {
        DataCap cap = new DataCap(100, AtCap.CUT, 0, 0);
        assertThat(UsageRule.judge(cap, List.of(), SOLD, 100 * MB - 1, 0)).isEqualTo(FREE);
        assertThat(UsageRule.judge(cap, List.of(), SOLD, 100 * MB, 0)).isEqualTo(new Verdict(true, false, 10_000, 5_000, true));
        assertThat(UsageRule.judge(cap, List.of(), SOLD, 100 * MB, 50 * MB)).isEqualTo(FREE);
        assertThat(UsageRule.judge(new DataCap(100, AtCap.TOP_UP, 0, 0), List.of(), SOLD, 150 * MB, 50 * MB).cut()).isTrue();
    }

    @Test
    void stepsOfFairUseThrottleByRisingVolumeAndTheSlowerCounts() {
        assertThat(UsageRule.judge(null, STEPS, SOLD, 100 * MB - 1, 0)).isEqualTo(FREE);
        assertThat(UsageRule.judge(null, STEPS, SOLD, 100 * MB, 0)).isEqualTo(new Verdict(false, true, 5_000, 2_000, false));
        assertThat(UsageRule.judge(null, STEPS, SOLD, 200 * MB, 0)).isEqualTo(new Verdict(false, true, 1_000, 500, false));
        DataCap cap = new DataCap(150, AtCap.THROTTLE, 2_000, 200);
        assertThat(UsageRule.judge(cap, STEPS, SOLD, 150 * MB, 0)).isEqualTo(new Verdict(false, true, 2_000, 200, true));
        assertThat(UsageRule.judge(cap, STEPS, SOLD, 200 * MB, 0)).isEqualTo(new Verdict(false, true, 1_000, 200, true));
    }

    @Test
    void nobodyIsMadeFasterAndUnlimitedIsNotZero() {
        DataCap cap = new DataCap(1, AtCap.THROTTLE, 50_000, 50_000);
        assertThat(UsageRule.judge(cap, List.of(), SOLD, MB, 0)).isEqualTo(new Verdict(false, false, 10_000, 5_000, true));
        assertThat(UsageRule.judge(cap, List.of(), Speed.UNLIMITED, MB, 0)).isEqualTo(new Verdict(false, true, 50_000, 50_000, true));
    }

    @Test
    void aTopUpsBillRemembersWhatItSold() {
        TopUpKey key = new TopUpKey(17, 18, 500 * MB);
        assertThat(TopUpKey.of(key.text())).contains(key);
        assertThat(TopUpKey.of("late:17:5")).isEmpty();
        assertThat(TopUpKey.of(null)).isEmpty();
    }
}
