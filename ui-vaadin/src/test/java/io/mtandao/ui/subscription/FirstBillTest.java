package io.mtandao.ui.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Money;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.Extras;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.Reduction;
import io.mtandao.api.billing.ServiceType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstBillTest {
    private static final Money PRICE = kes(2000);
    private static final Extras.View NOTHING = new Extras.View(PRICE, null, List.of(), List.of());

    private static Money kes(long major) {
        return Money.of(major * 100, "KES");
    }

    private static Extras.Item item(String text, int quantity, long price, boolean recurring, String billedOn, Instant endedAt) {
        return new Extras.Item(1, 1, null, text, quantity, kes(price), recurring, billedOn, endedAt, Instant.EPOCH);
    }

    private static PackageTerms terms(boolean calendar, boolean taxIncluded) {
        return new PackageTerms(ServiceType.PPPOE, Charging.PREPAID, calendar, taxIncluded, null, null, null, List.of(), 0, null, null, null, null, null);
    }

    @Test
    void isThePriceWhenThereIsNothingElse() {
        FirstBill bill = FirstBill.of(PRICE, PackageTerms.PLAIN, NOTHING, kes(300));
        assertThat(bill.sum()).isEqualTo(kes(2000));
        assertThat(bill.missing()).isEqualTo(kes(1700));
        assertThat(bill.exact()).isTrue();
    }

    @Test
    void holdsWhatWaitsToBeBilledAndWhatRecurs() {
        FirstBill bill = FirstBill.of(PRICE, PackageTerms.PLAIN, new Extras.View(PRICE, null, List.of(item("Installation", 1, 1500, false, null, null), item("Address", 2, 500, true, "B-1", null),
            item("Cable", 1, 9000, false, "B-1", null), item("Old", 1, 9000, true, null, Instant.EPOCH)), List.of()), kes(0));
        assertThat(bill.parts()).extracting(FirstBill.Part::text).containsExactly(null, "Installation", "Address");
        assertThat(bill.sum()).isEqualTo(kes(4500));
    }

    @Test
    void nothingIsMissingWhenTheWalletCoversIt() {
        assertThat(FirstBill.of(PRICE, PackageTerms.PLAIN, NOTHING, kes(2000)).missing()).isEqualTo(kes(0));
    }

    @Test
    void aDebtIsFilledFirst() {
        assertThat(FirstBill.of(PRICE, PackageTerms.PLAIN, NOTHING, kes(-500)).missing()).isEqualTo(kes(2500));
    }

    @Test
    void isAnEstimateWhereTaxDiscountsOrACalendarPlayIn() {
        assertThat(FirstBill.of(PRICE, terms(true, true), NOTHING, kes(0)).exact()).isFalse();
        assertThat(FirstBill.of(PRICE, terms(false, false), NOTHING, kes(0)).exact()).isFalse();
        Extras.Discount discount = new Extras.Discount(1, 1, Reduction.percent(1000), null, null, null, null, Instant.EPOCH);
        assertThat(FirstBill.of(PRICE, PackageTerms.PLAIN, new Extras.View(PRICE, null, List.of(), List.of(discount)), kes(0)).exact()).isFalse();
    }
}
