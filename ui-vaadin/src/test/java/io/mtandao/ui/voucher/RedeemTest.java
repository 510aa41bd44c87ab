package io.mtandao.ui.voucher;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Money;
import io.mtandao.api.Role;
import io.mtandao.api.Throttled;
import io.mtandao.api.voucher.Voucher;
import io.mtandao.ui.fake.UiTest;
import io.mtandao.ui.fake.World;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes looked up and turned into time or money. */
class RedeemTest extends UiTest {
    @Override
    protected World world() {
        return World.varied();
    }

    private Voucher of(long batch, Voucher.State state) {
        return world.fakeVouchers.all.stream().filter(v -> v.batchId() == batch && v.state() == state).findFirst().orElseThrow();
    }

    @Test
    void timeIsRedeemedOnTheSubscribersPage() {
        String code = of(1, Voucher.State.UNUSED).code();
        signIn(Role.SUPPORT);
        go("subscriber/7");
        menu("subscriber-more", "voucher-redeem");
        click("redeem-submit");
        assertThat(wrong("redeem-code")).isEqualTo("Please fill this in");
        type("redeem-code", " " + code.toLowerCase(java.util.Locale.ROOT) + " ");
        click("redeem-submit");
        assertThat(world.vouchers.call("redeem").args().subList(1, 5)).containsExactly(code.toLowerCase(java.util.Locale.ROOT), 7L, null, null);
        assertThat(told().get(0)).startsWith("Biz 30M until ");
    }

    @Test
    void moneyGoesToTheWallet() {
        String code = of(2, Voucher.State.UNUSED).code();
        signIn(Role.SUPPORT);
        go("subscriber/7");
        menu("subscriber-more", "voucher-redeem");
        type("redeem-code", code);
        click("redeem-submit");
        assertThat(told()).containsExactly("KES\u00a0500.00 went to the wallet; the balance is KES\u00a0800.00");
        assertThat(text("wallet-balance")).isEqualTo("KES\u00a0800.00");
        assertThat(world.billing.subscriber(7).balance()).isEqualTo(Money.of(80_000, "KES"));
    }

    @Test
    void anUnknownCodeIsSaidAtItsField() {
        signIn(Role.SUPPORT);
        go("subscriber/7");
        menu("subscriber-more", "voucher-redeem");
        type("redeem-code", "NOSUCHCODE");
        click("redeem-submit");
        assertThat(wrong("redeem-code")).isEqualTo("There is no such code");
        assertThat(isThere("redeem-submit")).isTrue();
    }

    @Test
    void aUsedOneAndTooManyTriesAreRefusedWithTheReason() {
        signIn(Role.SUPPORT);
        go("subscriber/7");
        menu("subscriber-more", "voucher-redeem");
        type("redeem-code", of(1, Voucher.State.USED).code());
        click("redeem-submit");
        assertThat(told()).containsExactly("this voucher is used already");
        world.vouchers.fail("redeem", new Throttled(Duration.ofSeconds(90)));
        click("redeem-submit");
        assertThat(told()).contains("Too many tries. Please wait 90 seconds.");
    }

    @Test
    void anybodyIsServedFromTheVouchersPage() {
        String code = of(1, Voucher.State.UNUSED).code();
        signIn(Role.FINANCE);
        go("vouchers");
        click("voucher-redeem");
        type("redeem-code", code);
        click("redeem-submit");
        assertThat(wrong("redeem-subscriber")).isEqualTo("Please fill this in");
        type("redeem-subscriber", world.billing.subscriber(9));
        click("redeem-submit");
        assertThat(world.vouchers.call("redeem").args().subList(1, 5)).containsExactly(code, 9L, null, null);
        assertThat(path()).isEqualTo("subscriber/9");
    }

    @Test
    void aPhoneIsEnough() {
        String code = of(2, Voucher.State.UNUSED).code();
        signIn(Role.FINANCE);
        go("vouchers");
        click("voucher-redeem");
        type("redeem-code", code);
        type("redeem-for", Redemption.For.PHONE);
        type("redeem-phone", "12");
        click("redeem-submit");
        assertThat(wrong("redeem-phone")).isEqualTo("This is not a phone number");
        type("redeem-phone", world.billing.subscriber(9).phone());
        click("redeem-submit");
        assertThat(world.vouchers.call("redeem").args().subList(2, 5)).containsExactly(null, world.billing.subscriber(9).phone(), null);
        assertThat(path()).isEqualTo("subscriber/9");
    }

    @Test
    void aCodeIsLookedUp() {
        Voucher used = of(1, Voucher.State.USED);
        signIn(Role.SUPPORT);
        go("voucher-search");
        type("voucher-find", used.code());
        click("voucher-find-submit");
        assertThat(text("vouchers-found")).contains(used.code(), "Used", used.subscriberName(), "Valid until", "Kiosk Rongai");
        click("voucher-" + used.id() + "-open");
        assertThat(dialogTitle()).isEqualTo(used.code());
        assertThat(world.vouchers.calls("reusable")).isEmpty();
    }

    @Test
    void aPhoneShowsWhatItMayUseAgain() {
        Voucher used = of(1, Voucher.State.USED);
        signIn(Role.SUPPORT);
        go("voucher-search");
        type("voucher-find", used.phone());
        click("voucher-find-submit");
        assertThat(world.vouchers.call("reusable").args().get(1)).isEqualTo(used.phone());
        assertThat(text("vouchers-found")).contains("Can be used again", used.code());
    }

    @Test
    void nothingFoundIsSaid() {
        signIn(Role.SUPPORT);
        go("voucher-search");
        click("voucher-find-submit");
        assertThat(wrong("voucher-find")).isEqualTo("Please fill this in");
        type("voucher-find", "NOSUCHCODE");
        click("voucher-find-submit");
        assertThat(text("vouchers-found")).contains("Nothing found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0712345678", "+254 712 345 678", "254712345678"})
    void whatIsAPhoneIsTold(String typed) {
        assertThat(VoucherSearchView.isPhone(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7K3M9XPA", "WIFI-7K3M-9XPA", "rg 7k3m 9xpa"})
    void whatHasLettersIsACode(String typed) {
        assertThat(VoucherSearchView.isPhone(typed)).isFalse();
    }
}
