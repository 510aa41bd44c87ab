package io.mtandao.billing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mtandao.api.Conflict;
import io.mtandao.api.Invalid;
import io.mtandao.api.Money;
import io.mtandao.api.billing.Packages;
import io.mtandao.api.billing.Subscriber;
import io.mtandao.api.billing.Subscription;
import io.mtandao.billing.internal.kit.Isp;
import io.mtandao.testing.db.TestDatabase.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Prices and bookings remember their currency, so that a change of it is refused or noticed, never silently reckoned in. */
class TenantCurrencyTest {
    private static final String KINDS = "io.mtandao.testing.db.TestDatabase#kinds";

    @ParameterizedTest
    @MethodSource(KINDS)
    void aPriceOfBeforeTheChangeIsNotSold(Kind kind) {
        Isp isp = Isp.on(kind);
        Subscriber grace = isp.joins("Grace");
        var home = isp.sells("Home 10M", 2000);
        Subscription s = isp.takes(grace, home);
        isp.settings.currency = "UGX";
        assertThatThrownBy(() -> isp.bills.billNext(isp.owner, s.id())).isInstanceOf(Conflict.class)
            .hasMessageContaining("has a price in KES");
        assertThatThrownBy(() -> isp.packages.update(isp.owner, home.id(), home.version(),
            new Packages.Draft("Home 10M", Money.of(200_000, "KES"), Isp.MONTH, 0, 0, null)))
            .isInstanceOf(Invalid.class).hasMessageContaining("UGX");
        isp.packages.update(isp.owner, home.id(), home.version(),
            new Packages.Draft("Home 10M", Money.of(75_000, "UGX"), Isp.MONTH, 0, 0, null));
        assertThat(isp.bills.billNext(isp.owner, s.id()).total()).isEqualTo(Money.of(75_000, "UGX"));
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void aBookingInAnotherCurrencyIsFoundByTheProof(Kind kind) {
        Isp isp = Isp.on(kind);
        isp.pays(isp.joins("Grace"), 100);
        isp.settings.currency = "UGX";
        assertThat(isp.proof().firstFault()).startsWith("transaction ").endsWith(" is in KES, not in UGX");
    }

    @ParameterizedTest
    @MethodSource(KINDS)
    void theZoneOfTheIspDecidesWhatADayIs(Kind kind) {
        Isp isp = Isp.on(kind, "DE", "EUR", "Europe/Berlin");
        Subscriber eva = isp.joins("Eva");
        isp.itIs("2027-03-15T17:00:00Z");
        Subscription s = isp.takes(eva, isp.sells("Heim", 30));
        isp.pays(eva, 30);
        assertThat(isp.now(s).expiresAt()).as("18:00 in winter, 18:00 in summer").isEqualTo("2027-04-15T16:00:00Z");
        assertThat(isp.billsOf(eva).get(0).lines().get(0).text()).isEqualTo("Heim, 15 Mar 2027 18:00 to 15 Apr 2027 18:00");
    }
}
