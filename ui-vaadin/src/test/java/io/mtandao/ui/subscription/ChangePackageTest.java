package io.mtandao.ui.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.ComboBoxKt;
import com.vaadin.flow.component.combobox.ComboBox;
import io.mtandao.api.Conflict;
import io.mtandao.api.Role;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.ScheduledChange.Kind;
import io.mtandao.ui.fake.UiTest;
import io.mtandao.ui.fake.World;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** Another package now or later, and what else is to happen by itself. */
class ChangePackageTest extends UiTest {
    @Override
    protected World world() {
        return World.varied();
    }

    private InternetPackage pack(String name) {
        return world.billing.packages.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    }

    private void change(long id) {
        signIn(Role.SUPPORT);
        go("subscription/" + id);
        click("subscription-" + id + "-change-package");
    }

    @Test
    @SuppressWarnings("unchecked")
    void onlyPackagesOfTheSameKindAreOffered() {
        change(1);
        assertThat(ComboBoxKt.getSuggestionItems((ComboBox<InternetPackage>) get(ComboBox.class, "change-package"))).extracting(InternetPackage::name)
            .contains("Home 10M", "Fibre 40M").doesNotContain("Home 5M", "Office 20M static", "Hotspot day", "Lite 2.5M", "Office 50M");
    }

    @Test
    void theSumIsShownBeforeItIsDone() {
        change(1);
        click("change-submit");
        assertThat(wrong("change-package")).isEqualTo("Please fill this in");
        type("change-package", pack("Fibre 40M"));
        assertThat(text("change-quote")).contains("15 of 30 days of Home 5M given back", "\u2212750.00", "15 of 30 days of Fibre 40M", "1,750.00", "To be paid now", "KES\u00a01,000.00",
            "In the wallet", "KES\u00a0300.00", "KES\u00a0700.00 is missing in the wallet.", "Paid until");
        assertThat(world.subscriptions.calls("changePackage")).isEmpty();
        click("change-submit");
        assertThat(told()).containsExactly("the wallet holds KES 300.00; KES 700.00 is missing");
        assertThat(isThere("change-submit")).isTrue();
    }

    @Test
    void whatIsLeftGoesBackToTheWallet() {
        world.billing.credit(1, io.mtandao.api.Money.of(500_000, "KES"));
        change(1);
        type("change-package", pack("Fibre 40M"));
        assertThat(text("change-quote")).contains("The wallet covers it.");
        type("change-package", pack("Home 15M"));
        assertThat(world.subscriptions.calls("quoteChange")).hasSize(2);
        type("change-reason", "asked by phone");
        click("change-submit");
        assertThat(world.subscriptions.call("changePackage").args().subList(1, 4)).containsExactly(1L, 14L, "asked by phone");
        assertThat(told()).contains("It is Home 15M now");
        assertThat(text("subscription-1")).contains("Home 15M");
        click("subscription-1-change-package");
        type("change-package", pack("Home 5M"));
        assertThat(text("change-quote")).contains("Goes back to the wallet", "KES\u00a0500.00", "Nothing is to be paid.");
    }

    @Test
    void whyThereIsNoQuoteIsSaid() {
        world.subscriptions.fail("quoteChange", new Conflict("its package has no price yet"));
        change(1);
        type("change-package", pack("Fibre 40M"));
        assertThat(text("change-quote")).isEqualTo("Its package has no price yet");
        type("change-package", null);
        assertThat(text("change-quote")).isEmpty();
    }

    @Test
    void atTheNextRenewalItIsScheduled() {
        change(3);
        type("change-package", pack("Home 10M"));
        type("change-begin", ChangeDialog.Begin.RENEWAL);
        assertThat(text("change-quote")).isEqualTo("What is paid for stays as it is. The next period is Home 10M for KES\u00a02,000.00.");
        click("change-submit");
        assertThat(world.subscriptions.call("schedule").args().subList(1, 6)).containsExactly(3L, Kind.CHANGE_PACKAGE, null, 2L, null);
        assertThat(world.subscriptions.calls("changePackage")).isEmpty();
        assertThat(text("scheduled")).contains("Change to Home 10M", "at the next renewal", "Waiting");
        assertThat(text("subscription-3")).contains("Change to Home 10M · at the next renewal");
    }

    @Test
    void whatIsToComeIsListedAndCanBeTakenBack() {
        signIn(Role.SUPPORT);
        go("subscription/1");
        assertThat(text("scheduled")).contains("Change to Fibre 40M", "asked by phone", "Pause", "holiday", "Resume", "Failed", "This subscription is not suspended");
        assertThat(isThere("scheduled-1-cancel")).isFalse();
        click("scheduled-3-cancel");
        assertThat(world.subscriptions.call("cancelScheduled").args().get(1)).isEqualTo(3L);
        assertThat(text("scheduled-3")).contains("Cancelled");
        world.subscriptions.fail("cancelScheduled", new Conflict("this change waits no more"));
        click("scheduled-2-cancel");
        assertThat(told()).contains("This change waits no more");
    }

    @Test
    void aStepIsScheduledForATimeThatIsToCome() {
        signIn(Role.SUPPORT);
        go("subscription/1");
        click("scheduled-new");
        click("schedule-submit");
        assertThat(wrong("schedule-kind")).isEqualTo("Please fill this in");
        type("schedule-kind", Kind.SUSPEND);
        type("schedule-at", LocalDateTime.of(2026, 1, 2, 3, 4));
        click("schedule-submit");
        assertThat(wrong("schedule-at")).isEqualTo("Choose a time that is to come");
        type("schedule-at", LocalDateTime.of(2096, 1, 2, 3, 4));
        type("schedule-reason", "contract ends");
        click("schedule-submit");
        assertThat(world.subscriptions.call("schedule").args().subList(1, 6)).containsExactly(1L, Kind.SUSPEND, Instant.parse("2096-01-02T00:04:00Z"), null, "contract ends");
    }

    @Test
    void theEndMayWaitForTheRenewal() {
        signIn(Role.SUPPORT);
        go("subscription/1");
        click("scheduled-new");
        type("schedule-kind", Kind.CANCEL);
        click("schedule-submit");
        assertThat(world.subscriptions.call("schedule").args().subList(1, 6)).containsExactly(1L, Kind.CANCEL, null, null, null);
    }

    @Test
    void aScheduledChangeNeedsItsPackage() {
        signIn(Role.SUPPORT);
        go("subscription/1");
        click("scheduled-new");
        type("schedule-kind", Kind.CHANGE_PACKAGE);
        type("schedule-time", ScheduleDialog.Time.MOMENT);
        type("schedule-at", LocalDateTime.of(2096, 1, 2, 3, 4));
        click("schedule-submit");
        assertThat(wrong("schedule-package")).isEqualTo("Please fill this in");
        type("schedule-package", pack("Home 10M"));
        click("schedule-submit");
        assertThat(world.subscriptions.call("schedule").args().subList(2, 5)).containsExactly(Kind.CHANGE_PACKAGE, Instant.parse("2096-01-02T00:04:00Z"), 2L);
    }

    @Test
    void theHistorySaysWhoAndWhy() {
        signIn(Role.READ_ONLY);
        go("subscription/1");
        assertThat(text("history")).contains("Expired", "→", "payment SKR7H2XQ10", "the wallet did not cover the next period", "Baraka Hassan", "installed by Juma", "Wanjiru Kamau");
        assertThat(isThere("history-older")).isFalse();
    }

    @Test
    void olderStepsComeOnRequest() {
        for (int i = 0; i < 30; i++) world.fakeSubscriptions.steps.add(world.fakeSubscriptions.steps.get(0));
        signIn(Role.READ_ONLY);
        go("subscription/1");
        click("history-older");
        assertThat(world.subscriptions.calls("history")).hasSize(2);
        assertThat(world.subscriptions.calls("history").get(1).<io.mtandao.api.ListQuery>arg(2).cursor()).isEqualTo("c20");
        assertThat(isThere("history-older")).isFalse();
    }

    @Test
    void whoMayOnlyReadChangesNothing() {
        signIn(Role.READ_ONLY);
        go("subscription/1");
        for (String id : new String[] {"subscription-1-edit", "scheduled-new", "scheduled-3-cancel", "item-add", "discount-add", "coupon-redeem", "own-price", "usage-top-up", "subscription-1-more"})
            assertThat(isThere(id)).as(id).isFalse();
    }
}
