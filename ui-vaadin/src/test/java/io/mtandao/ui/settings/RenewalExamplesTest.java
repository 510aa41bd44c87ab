package io.mtandao.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.billing.RenewalPolicy.Excess;
import io.mtandao.api.billing.RenewalPolicy.ExpiryTime;
import io.mtandao.api.billing.RenewalPolicy.Late;
import io.mtandao.api.billing.RenewalPolicy.Partial;
import io.mtandao.ui.kit.Formats;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Somebody's month at KES 2,000 expires on 10 August 2026 at 14:30. */
class RenewalExamplesTest {
    private final RenewalExamples examples =
        new RenewalExamples(LocalDate.of(2026, 8, 7), new Formats(ZoneId.of("Africa/Nairobi"), "KES", Locale.ENGLISH, Clock.systemUTC()));

    private static String plain(String s) {
        return s.replace('\u00a0', ' ');
    }

    @Test
    void paidLateCountsFromThePaymentOrFromTheExpiry() {
        assertThat(examples.late(Late.FROM_NOW)).startsWith("Expired 10 Aug 2026, paid 14 Aug 2026: on until 14 Sep 2026.");
        assertThat(examples.late(Late.FROM_EXPIRY)).startsWith("Expired 10 Aug 2026, paid 14 Aug 2026: on until 10 Sep 2026.");
    }

    @Test
    void tooLittleWaitsOrBuysAPart() {
        assertThat(plain(examples.partial(Partial.WAIT))).startsWith("Costs KES 2,000.00, paid KES 1,000.00: it waits in the wallet");
        assertThat(plain(examples.partial(Partial.BUY_PART))).isEqualTo("Costs KES 2,000.00, paid KES 1,000.00 on 10 Aug 2026: on until 26 Aug 2026.");
    }

    @Test
    void tooMuchStaysOrBuysFurtherPeriods() {
        assertThat(plain(examples.excess(Excess.STAY))).isEqualTo("Costs KES 2,000.00, paid KES 5,000.00: on until 10 Sep 2026; KES 3,000.00 stay in the wallet.");
        assertThat(plain(examples.excess(Excess.BUY_FURTHER))).isEqualTo("Costs KES 2,000.00, paid KES 5,000.00: on until 10 Oct 2026; KES 1,000.00 stay in the wallet.");
    }

    @Test
    void graceEndsSoManyDaysAfterTheExpiry() {
        assertThat(examples.grace(0)).isEqualTo("Not paid: cut 10 Aug 2026, 14:30, when it expires");
        assertThat(examples.grace(3)).isEqualTo("Expired 10 Aug 2026 and not paid: on until 13 Aug 2026, 14:30, then cut");
    }

    @Test
    void aDayEndsExactlyOrAtItsEnd() {
        assertThat(examples.expiry(ExpiryTime.EXACT)).isEqualTo("A month bought 10 Jul 2026, 14:30 ends 10 Aug 2026, 14:30.");
        assertThat(examples.expiry(ExpiryTime.END_OF_DAY)).isEqualTo("A month bought 10 Jul 2026, 14:30 ends 10 Aug 2026, 23:59.");
    }

    @Test
    void theWalletRenewsByItselfOrWaits() {
        assertThat(plain(examples.auto(true))).isEqualTo("Expires 10 Aug 2026 with KES 2,000.00 in the wallet: renewed at once, nobody notices.");
        assertThat(plain(examples.auto(false))).contains("cut until somebody renews it");
    }
}
