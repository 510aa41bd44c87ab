package io.mtandao.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.Invalid;
import io.mtandao.api.Money;
import io.mtandao.api.Role;
import io.mtandao.api.Stale;
import io.mtandao.api.billing.BillingPolicy;
import io.mtandao.api.billing.BillingPolicy.DunningStep;
import io.mtandao.api.billing.BillingPolicy.DunningStep.Action;
import io.mtandao.api.billing.BillingPolicy.Fuse;
import io.mtandao.api.billing.BillingPolicy.Numbering;
import io.mtandao.api.billing.Reduction;
import io.mtandao.api.billing.RenewalPolicy;
import io.mtandao.api.billing.RenewalPolicy.Excess;
import io.mtandao.api.billing.RenewalPolicy.ExpiryTime;
import io.mtandao.api.billing.RenewalPolicy.Late;
import io.mtandao.api.billing.RenewalPolicy.Partial;
import io.mtandao.ui.fake.UiTest;
import io.mtandao.ui.kit.ReductionField;
import org.junit.jupiter.api.Test;

class BillingSettingsTest extends UiTest {
    private void open() {
        signIn(Role.OWNER);
        go("billing-settings");
    }

    private BillingPolicy sent() {
        return world.policies.call("update").arg(1);
    }

    @Test
    void whatIsNotTouchedStaysAsItIs() {
        BillingPolicy before = world.fakePolicies.now;
        open();
        click("billing-save");
        assertThat(sent()).isEqualTo(before);
        assertThat(told()).containsExactly("The billing settings are saved");
    }

    @Test
    void savesTheRenewalPolicy() {
        open();
        type("billing-late", Late.FROM_EXPIRY);
        type("billing-partial", Partial.BUY_PART);
        type("billing-excess", Excess.BUY_FURTHER);
        type("billing-auto", false);
        type("billing-expiry", ExpiryTime.END_OF_DAY);
        type("billing-grace", "3");
        click("billing-save");
        assertThat(sent().renewal()).isEqualTo(new RenewalPolicy(Late.FROM_EXPIRY, Partial.BUY_PART, Excess.BUY_FURTHER, false, 3, ExpiryTime.END_OF_DAY));
    }

    @Test
    void everyChoiceSaysWhatWouldHappen() {
        open();
        assertThat(text("billing-late")).contains("Days without service cost nothing", "Days without service count as used");
        assertThat(text("billing-auto")).contains("renewed at once", "cut until somebody renews it");
        type("billing-grace", "5");
        assertThat(get(TextField.class, "billing-grace").getHelperText()).contains("then cut");
        type("billing-grace", "61");
        assertThat(wrong("billing-grace")).isEqualTo("A whole number from 0 to 60");
    }

    @Test
    void stepsAroundTheDueDateAreSavedInTheOrderOfDays() {
        open();
        click("dunning-add");
        type("dunning-3-days", "7");
        type("dunning-3-side", DunningField.Side.BEFORE);
        type("dunning-3-action", Action.REMIND);
        click("dunning-1-remove");
        click("billing-save");
        assertThat(sent().dunning()).containsExactly(new DunningStep(-7, Action.REMIND), new DunningStep(-3, Action.REMIND), new DunningStep(10, Action.SUSPEND));
    }

    @Test
    void theTimelineShowsWhatWouldHappenToABillOfToday() {
        open();
        assertThat(text("dunning-timeline")).containsSubsequence("written, if today", "the subscriber is reminded", "due", "the late fee is billed", "the service is cut");
        assertThat(isThere("billing-fee-missing")).isFalse();
    }

    @Test
    void aStepThatChargesAFeeThatIsNotSetIsPointedOut() {
        open();
        type("billing-late-fee-kind", null);
        assertThat(text("billing-fee-missing")).isEqualTo("A step charges the late fee, but none is set.");
        click("billing-save");
        assertThat(sent().lateFee()).isNull();
    }

    @Test
    void twoStepsCannotBeOnOneDay() {
        open();
        type("dunning-2-days", "5");
        click("billing-save");
        assertThat(wrong("dunning-2-days")).isEqualTo("Another step is on this day, too");
        type("dunning-2-days", "31");
        type("dunning-2-side", DunningField.Side.BEFORE);
        click("billing-save");
        assertThat(wrong("dunning-2-days")).isEqualTo("At most 30 days before");
        assertThat(world.policies.calls("update")).isEmpty();
    }

    @Test
    void savesFeeCeilingAndFuse() {
        open();
        type("billing-due-days", "30");
        type("billing-late-fee-kind", ReductionField.Kind.PERCENT);
        type("billing-late-fee-percent", "2.5");
        type("billing-ceiling", "");
        type("billing-fuse-percent", "20");
        type("billing-fuse-least", "10");
        assertThat(text("billing-fuse-meaning")).startsWith("Example: of 500 on the network, 100 may be cut");
        click("billing-save");
        assertThat(sent().dueDays()).isEqualTo(30);
        assertThat(sent().lateFee()).isEqualTo(Reduction.percent(250));
        assertThat(sent().ceiling()).isNull();
        assertThat(sent().fuse()).isEqualTo(new Fuse(20, 10));
    }

    @Test
    void aFuseThatNeverBlowsIsPointedOut() {
        open();
        type("billing-fuse-percent", "100");
        assertThat(text("billing-fuse-meaning")).startsWith("The fuse never blows");
    }

    @Test
    void showsASampleOfEachNumber() {
        open();
        type("billing-bill-prefix", "NN/");
        type("billing-bill-digits", "5");
        assertThat(text("billing-bill-sample")).isEqualTo("NN/00123");
        assertThat(text("billing-account-sample")).isEqualTo("0123");
        type("billing-credit-prefix", "NN/");
        click("billing-save");
        assertThat(wrong("billing-credit-prefix")).isEqualTo("Must differ from the bills' prefix");
        type("billing-credit-prefix", "C-");
        type("billing-account-prefix", "MT-");
        click("billing-save");
        assertThat(sent().numbering()).isEqualTo(new Numbering("NN/", 5, "C-", 6, "MT-", 4));
    }

    @Test
    void whatTheServiceRefusesStandsAtItsField() {
        open();
        world.policies.fail("update", Invalid.field("ceiling", "must be above zero"));
        click("billing-save");
        assertThat(wrong("billing-ceiling")).isEqualTo("Must be above zero");
        world.policies.fail("update", new Stale("billing policy"));
        click("billing-save");
        assertThat(told().get(0)).startsWith("Somebody else changed this");
    }

    @Test
    void whoMayOnlyReadSeesItWithoutChanging() {
        signIn(Role.FINANCE);
        go("billing-settings");
        assertThat(isThere("billing-save")).isFalse();
        assertThat(isThere("dunning-add")).isFalse();
        assertThat(get(TextField.class, "billing-ceiling").isReadOnly()).isTrue();
        assertThat(get(TextField.class, "billing-ceiling").getValue()).isEqualTo("50000");
        assertThat(isThere("area-settings")).isFalse();
        assertThat(Money.of(5_000_000, "KES")).isEqualTo(world.fakePolicies.now.ceiling());
    }
}
