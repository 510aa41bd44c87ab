package io.mtandao.billing.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.billing.PackageTerms.Burst;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedTest {
    @ParameterizedTest
    @CsvSource({"Home 10M, 10000", "Lite 3M, 3000", "Biz 30 Mbps, 30000", "1.5Mbps Starter, 1500", "512k, 512", "Fiber 1G, 1000000",
        "Unlimited, 0",
        "Home 5 Members, 0", "24 months, 0"})
    void inTheNameOfAPackage(String name, int kbps) {
        assertThat(Speed.inName(name)).isEqualTo(new Speed(kbps, kbps));
    }

    @ParameterizedTest
    @CsvSource({"5M/10M, 10000, 5000", "10M, 10000, 10000", "1k/1k, 1, 1", "5M/10M 8M/16M 4M/8M 10/10 8 1M/2M, 10000, 5000",
        "512000/1024000, 1024, 512", "0/0, 0, 0", "300/300, 1, 1"})
    void inTheRateLimitOfARouterUploadFirst(String limit, int down, int up) {
        assertThat(Speed.ofRateLimit(limit)).isEqualTo(new Speed(down, up));
    }

    @ParameterizedTest
    @CsvSource({"5M/10M 8M/16M 4M/8M 10/10 8 1M/2M, 16000, 8000, 8000, 4000, 10", "10M 20M 8M 16, 20000, 20000, 8000, 8000, 16",
        "5M/10M 8M/16M 4M/8M 10s/10s, 16000, 8000, 8000, 4000, 10"})
    void aBurstInTheRateLimitOfARouter(String limit, int down, int up, int thresholdDown, int thresholdUp, int seconds) {
        assertThat(Speed.burstOf(limit)).isEqualTo(new Burst(down, up, thresholdDown, thresholdUp, seconds));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"5M/10M", "5M/10M 8M/16M", "5M/10M 0/0 0/0 0/0 8", "5M/10M 8M/16M 4M/8M 10/12",
        "5M/10M 8M/16M 4M/8M 0/0", "5M/10M 8M/16M 4M/8M 99999/99999"})
    void noBurstOrOneThatAPackageCannotHave(String limit) {
        assertThat(Speed.burstOf(limit)).isNull();
    }

    @ParameterizedTest
    @NullAndEmptySource
    void noLimitIsUnlimited(String limit) {
        assertThat(Speed.ofRateLimit(limit)).isEqualTo(Speed.UNLIMITED);
    }
}
