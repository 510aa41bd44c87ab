package io.mtandao.ui.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Div;
import io.mtandao.api.Role;
import io.mtandao.ui.fake.UiTest;
import io.mtandao.ui.fake.World;
import io.mtandao.ui.kit.Chart;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DashboardTest {
    @Nested
    class OfARunningIsp extends UiTest {
        @Test
        void showsTheFigures() {
            signIn(Role.OWNER);
            go("");
            assertThat(text("figure-today")).isEqualTo("KES\u00a024,500.00");
            assertThat(text("figure-month")).isEqualTo("KES\u00a0386,250.00");
            assertThat(text("figure-active")).isEqualTo("180");
            assertThat(text("figure-expired")).isEqualTo("38");
            assertThat(isThere("first-steps")).isFalse();
        }

        @Test
        void showsWhatNeedsAHand() {
            signIn(Role.OWNER);
            go("");
            assertThat(text("attention")).contains("Router Thika cannot be reached", "HTTP gateway is enabled, but not running", "Payments of nobody known: 3", "38 subscriptions have expired");
        }

        @Test
        void showsWhatOfBillingNeedsAHand() {
            signIn(Role.OWNER);
            go("");
            assertThat(text("attention-parked")).isEqualTo("2 accounts could not be billed");
            assertThat(text("attention-cuts")).isEqualTo("9 will be cut tonight");
            assertThat(isThere("attention-ledger")).isFalse();
            assertThat(isThere("attention-fuse-2")).isFalse();
        }

        @Test
        void alarmsOfBillingStandFirst() {
            world.fakeCuts.blow(2);
            world.billing.books.last = new io.mtandao.api.billing.Ledger.Proof(false, 10, "transaction 17 does not balance");
            signIn(Role.OWNER);
            go("");
            assertThat(text("attention")).containsSubsequence("The books are not whole: transaction 17 does not balance", "The cutting has stopped at Thika: 23 wait for you",
                "Router Thika cannot be reached");
        }

        @Test
        void nobodyIsToldWhatHeMayNotSee() {
            world.fakeCuts.blow(2);
            signIn(Role.TECHNICIAN);
            go("");
            assertThat(world.billRuns.calls("parked")).isEmpty();
            assertThat(world.ledger.calls("lastProof")).isEmpty();
        }

        @Test
        void showsTheLatestPayments() {
            signIn(Role.FINANCE);
            go("");
            assertThat(text("latest-payments")).contains("Grace Muthoni", "KES\u00a01,500.00", "Nobody known: mt 1004");
        }

        @Test
        void theChartHasOnlyWhatTheServiceCounts() {
            signIn(Role.OWNER);
            go("");
            assertThat(get(Chart.class, "state-chart").option()).contains("\"value\":180").contains("\"value\":38").contains("\"Active\"");
        }

        @Test
        void whoMayNotSeeFiguresGetsNone() {
            signIn(Role.TECHNICIAN);
            go("");
            assertThat(isThere("figure-today")).isFalse();
            assertThat(isThere("attention")).isFalse();
            assertThat(world.figures.calls("counts")).isEmpty();
            assertThat(world.payments.calls("takings")).isEmpty();
        }

        @Test
        void supportSeesMoneyButNoPluginTrouble() {
            signIn(Role.SUPPORT);
            go("");
            assertThat(isThere("figure-today")).isTrue();
            assertThat(text("attention")).doesNotContain("HTTP gateway");
            assertThat(world.plugins.calls("list")).isEmpty();
        }
    }

    @Nested
    class OfANewIsp extends UiTest {
        @Override
        protected World world() {
            return World.empty();
        }

        @Test
        void listsTheFirstStepsWithLinks() {
            signIn(Role.OWNER);
            go("");
            assertThat(text("first-steps")).contains("0 of 6 done", "Set up a way to be paid");
            for (String step : new String[] {"payment", "messages", "network", "router", "package", "subscriber"}) assertThat(isThere("step-" + step)).isTrue();
            assertThat(text("attention")).contains("Nothing.");
        }

        @Test
        void aStepThatIsDoneHasNoLink() {
            world.fakePlugins.configure(null, "cash", true, java.util.Map.of());
            signIn(Role.OWNER);
            go("");
            assertThat(isThere("step-payment")).isFalse();
            assertThat(text("first-steps")).contains("1 of 6 done");
        }

        @Test
        void noChartWithoutSubscribers() {
            signIn(Role.OWNER);
            go("");
            assertThat(isThere("state-chart")).isFalse();
            assertThat(get(Div.class, "latest-payments").getElement().getTextRecursively()).contains("The first payment will show here.");
        }
    }
}
