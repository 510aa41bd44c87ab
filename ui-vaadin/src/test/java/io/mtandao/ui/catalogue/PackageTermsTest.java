package io.mtandao.ui.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.mtandao.api.Money;
import io.mtandao.api.Role;
import io.mtandao.api.billing.Charging;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.PackageTerms;
import io.mtandao.api.billing.PackageTerms.Burst;
import io.mtandao.api.billing.PackageTerms.DataCap;
import io.mtandao.api.billing.PackageTerms.DataCap.AtCap;
import io.mtandao.api.billing.PackageTerms.FairUse;
import io.mtandao.api.billing.PackageTerms.Hours;
import io.mtandao.api.billing.Packages.Draft;
import io.mtandao.api.billing.Period;
import io.mtandao.api.billing.RenewalPolicy;
import io.mtandao.api.billing.ServiceType;
import io.mtandao.ui.fake.UiTest;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PackageTermsTest extends UiTest {
    private void fresh() {
        signIn(Role.OWNER);
        go("package/new");
        type("package-name", "Office");
        type("package-price", "9500");
        type("package-down", "50");
        type("package-up", "25");
    }

    private PackageTerms saved() {
        click("package-save");
        return world.packages.call("create").<Draft>arg(1).terms();
    }

    @Test
    void everythingThatCanBeAgreedIsSaved() {
        fresh();
        type("package-service", ServiceType.STATIC_IP);
        type("package-charging", Charging.POSTPAID);
        type("package-tax-included", false);
        type("package-tax-code", "excise");
        type("package-calendar", true);
        type("package-burst", true);
        type("package-burst-down", "60");
        type("package-burst-up", "30");
        type("package-burst-threshold-down", "40");
        type("package-burst-threshold-up", "20");
        type("package-burst-seconds", "12");
        type("package-devices", "5");
        type("package-cap", "500");
        type("package-at-cap", AtCap.THROTTLE);
        type("package-cap-down", "5");
        type("package-cap-up", "2");
        click("package-fair-add");
        type("package-fair-0-after", "400");
        type("package-fair-0-down", "10");
        type("package-fair-0-up", "5");
        click("package-fair-add");
        type("package-fair-1-after", "0.5");
        type("package-fair-1-down", "25");
        type("package-fair-1-up", "10");
        type("package-days", Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        type("package-from", "22:00");
        type("package-to", "06:00");
        type("package-installation", "3000");
        type("package-deposit", "5,000");
        type("package-trial-count", "7");
        type("package-late", RenewalPolicy.Late.FROM_EXPIRY);
        type("package-auto", false);
        type("package-grace", "0");
        assertThat(saved()).isEqualTo(new PackageTerms(ServiceType.STATIC_IP, Charging.POSTPAID, true, false, "excise", new Burst(60_000, 30_000, 40_000, 20_000, 12),
            new DataCap(500_000, AtCap.THROTTLE, 5_000, 2_000), List.of(new FairUse(500, 25_000, 10_000), new FairUse(400_000, 10_000, 5_000)), 5,
            new Hours(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), LocalTime.of(22, 0), LocalTime.of(6, 0)), Money.of(300_000, "KES"), Money.of(500_000, "KES"),
            new Period(7, Period.Unit.DAY), new RenewalPolicy(RenewalPolicy.Late.FROM_EXPIRY, null, null, false, 0, null)));
    }

    @Test
    void whatIsNotTouchedStaysAsItWas() {
        InternetPackage before = world.catalogue.get(null, 5);
        signIn(Role.OWNER);
        go("package/5");
        click("package-save");
        assertThat(world.packages.call("update").<Draft>arg(3))
            .isEqualTo(new Draft(before.name(), before.price(), before.period(), before.downKbps(), before.upKbps(), before.profile(), before.terms()));
    }

    @Test
    void aFoldedPartSaysWhatIsInIt() {
        signIn(Role.OWNER);
        go("package/5");
        assertThat(text("package-section-data")).contains("500 GB, then: slower · fair-use steps: 1");
        assertThat(text("package-section-times")).contains("Mon, Tue, 07:00–19:00");
        assertThat(text("package-section-fees")).contains("Installation fee KES\u00a03,000.00 · Deposit KES\u00a05,000.00 · free for 7 days");
        assertThat(text("package-section-renewal")).contains("In its own way");
        assertThat(text("package-section-speed")).contains("Burst to 60M down, 30M up · 5 devices at once");
        type("package-cap", "");
        assertThat(text("package-section-data")).contains("Unlimited");
    }

    @Test
    void whatIsSwitchedOffIsNotAskedFor() {
        fresh();
        assertThat(isThere("package-burst-down")).isFalse();
        assertThat(isThere("package-at-cap")).isFalse();
        assertThat(isThere("package-cap-down")).isFalse();
        assertThat(saved()).isEqualTo(PackageTerms.PLAIN);
    }

    @Test
    void aFaultInAFoldedPartUnfoldsIt() {
        fresh();
        type("package-from", "8 am");
        click("package-save");
        assertThat(wrong("package-from")).isEqualTo("A time of day, for example 07:30");
        assertThat(get(com.vaadin.flow.component.html.NativeDetails.class, "package-section-times").isOpen()).isTrue();
        assertThat(world.packages.calls("create")).isEmpty();
    }

    @Test
    void hoursNeedBothEnds() {
        fresh();
        type("package-from", "08:00");
        click("package-save");
        assertThat(wrong("package-to")).isEqualTo("Please fill this in");
        type("package-to", "08:00");
        assertThat(wrong("package-to")).isEqualTo("Begin and end are the same");
        type("package-to", "17:30");
        assertThat(saved().hours()).isEqualTo(new Hours(Set.of(), LocalTime.of(8, 0), LocalTime.of(17, 30)));
    }

    @Test
    void twoStepsOfFairUseCannotBeginAtTheSamePoint() {
        fresh();
        for (int i = 0; i < 2; i++) {
            click("package-fair-add");
            type("package-fair-" + i + "-after", "100");
            type("package-fair-" + i + "-down", "5");
            type("package-fair-" + i + "-up", "5");
        }
        click("package-save");
        assertThat(wrong("package-fair-1-after")).isEqualTo("Another step begins here, too");
        click("package-fair-1-remove");
        assertThat(saved().fairUse()).containsExactly(new FairUse(100_000, 5_000, 5_000));
    }

    @Test
    void serviceAndPaymentAreFixedWhileItIsInUse() {
        signIn(Role.OWNER);
        go("package/1");
        assertThat(get(com.vaadin.flow.component.select.Select.class, "package-service").isEnabled()).isFalse();
        assertThat(get(com.vaadin.flow.component.select.Select.class, "package-charging").isEnabled()).isFalse();
    }

    @Test
    void theIspsOwnChoiceStandsWhereNothingElseIsChosen() {
        fresh();
        assertThat(get(com.vaadin.flow.component.select.Select.class, "package-late").getPlaceholder()).isEqualTo("As your ISP: from the payment on");
    }
}
