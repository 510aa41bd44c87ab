package io.mtandao.ui.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import io.mtandao.api.Conflict;
import io.mtandao.api.Role;
import io.mtandao.api.billing.Subscribers;
import io.mtandao.api.billing.SubscriptionState;
import io.mtandao.api.billing.Subscriptions;
import io.mtandao.api.router.Routers.NetworkState;
import io.mtandao.ui.fake.UiTest;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SubscriberTest extends UiTest {
    private void tab(String name) {
        get(Tabs.class, "subscriber-tabs").setSelectedTab(get(Tab.class, "tab-" + name));
    }

    @Test
    void showsWhoItIsAndWhatIsUsed() {
        signIn(Role.OWNER);
        go("subscriber/1");
        String page = com.vaadin.flow.component.UI.getCurrent().getCurrentView().getElement().getTextRecursively();
        assertThat(page).contains("Grace Muthoni", "Account MT-1000", "+254712000000", "VIP – don’t cut", "Home 5M", "gracemuthoni0", "Rongai tower");
        assertThat(text("wallet-balance")).isEqualTo("KES\u00a0300.00");
        assertThat(text("network-state")).contains("Online");
    }

    @Test
    void aTabForEverythingThatHappened() {
        signIn(Role.OWNER);
        go("subscriber/1");
        tab("bills");
        assertThat(rows("bills-grid")).isEqualTo(1);
        tab("payments");
        assertThat(rows("payments-grid")).isEqualTo(1);
        tab("ledger");
        assertThat(row("ledger-grid", 1)).contains("M-Pesa SKR7H21");
        tab("messages");
        assertThat(rows("messages-grid")).isEqualTo(6);
        tab("network");
        assertThat(isThere("network-sync-1")).isTrue();
        assertThat(world.bills.calls("list")).allSatisfy(c -> assertThat(c.<io.mtandao.api.ListQuery>arg(1).filters()).containsEntry("subscriberId", "1"));
    }

    @Test
    void anErrorOfTheRouterIsVisible() {
        signIn(Role.SUPPORT);
        go("subscriber/3");
        assertThat(text("network-state")).contains("Router fails", "Thika does not answer");
    }

    @Test
    void whatIsOffBecauseOfItsHoursOfUseIsClosedAndNotCutNorFailing() {
        signIn(Role.SUPPORT);
        Instant opens = Instant.parse("2026-11-22T19:00:00Z");
        world.network.states.put(1L, new NetworkState(1, 1L, "gracemuthoni0", false, true, null, 0, opens, opens, null, opens));
        go("subscriber/1");
        assertThat(text("network-state")).contains("Closed now", "opens 22 Nov 2026, 22:00").doesNotContain("Cut off");
        tab("network");
        String page = com.vaadin.flow.component.UI.getCurrent().getCurrentView().getElement().getTextRecursively();
        assertThat(page).contains("closed until 22 Nov 2026, 22:00 by its hours of use");
        world.network.states.put(1L, new NetworkState(1, 1L, "gracemuthoni0", false, false, "Thika does not answer", 2, opens, null, null, opens));
        go("subscription/1");
        assertThat(text("subscription-1")).as("a fault stays a fault").contains("Router fails", "Thika does not answer");
        world.network.states.put(1L, new NetworkState(1, 1L, "gracemuthoni0", false, true, null, 0, opens, opens, null, opens));
        go("subscription/1");
        assertThat(text("subscription-1")).contains("Closed now", "opens 22 Nov 2026, 22:00");
    }

    @Test
    void appliesAgainOnRequest() {
        signIn(Role.TECHNICIAN);
        go("subscriber/3");
        tab("network");
        click("network-sync-3");
        assertThat(world.routers.call("sync").args().get(1)).isEqualTo(3L);
    }

    @Test
    void renewsAfterAsking() {
        signIn(Role.SUPPORT);
        go("subscriber/3");
        click("subscription-3-renew");
        assertThat(world.subscriptions.calls("renew")).isEmpty();
        confirm();
        assertThat(world.subscriptions.call("renew").args().get(1)).isEqualTo(3L);
        assertThat(text("subscription-3")).contains("Active");
    }

    @Test
    void saysHowMuchIsMissingToRenew() {
        signIn(Role.SUPPORT);
        go("subscriber/2");
        click("subscription-2-renew");
        confirm();
        assertThat(told()).containsExactly("the wallet lacks KES 1,700.00");
    }

    @Test
    void suspendsWithAReasonAndResumes() {
        signIn(Role.SUPPORT);
        go("subscriber/1");
        menu("subscription-1-more", "subscription-1-suspend");
        click("suspend-submit");
        assertThat(wrong("suspend-reason")).isEqualTo("Please fill this in");
        type("suspend-reason", "asked for it");
        click("suspend-submit");
        assertThat(world.subscriptions.call("suspend").args().subList(1, 3)).containsExactly(1L, "asked for it");
        click("subscription-1-resume");
        assertThat(world.subscriptions.call("resume").args().get(1)).isEqualTo(1L);
    }

    @Test
    void endsASubscriptionAfterAsking() {
        signIn(Role.OWNER);
        go("subscriber/1");
        menu("subscription-1-more", "subscription-1-cancel");
        assertThat(world.subscriptions.calls("cancel")).isEmpty();
        type("cancel-reason", " moved away ");
        click("cancel-submit");
        assertThat(world.subscriptions.call("cancel").args().subList(1, 3)).containsExactly(1L, "moved away");
        assertThat(isThere("subscription-1-renew")).isFalse();
    }

    @Test
    @SuppressWarnings("unchecked")
    void makesASubscription() {
        signIn(Role.SUPPORT);
        go("subscriber/1");
        click("subscription-new");
        click("subscription-save");
        assertThat(wrong("subscription-package")).isEqualTo("Please fill this in");
        type("subscription-package", world.billing.packages.get(1));
        type("subscription-router", world.network.all.get(0));
        type("subscription-user", "grace office");
        assertThat(wrong("subscription-user")).isEqualTo("No spaces, please");
        type("subscription-user", "grace-office");
        type("subscription-expiry", LocalDate.of(2027, 1, 31));
        click("subscription-save");
        assertThat(world.subscriptions.call("create").args().get(1))
            .isEqualTo(new Subscriptions.Draft(1, 2, 1L, "grace-office", null, Instant.parse("2027-01-31T20:59:59Z")));
        assertThat(get(ComboBox.class, "global-search")).isNotNull();
    }

    @Test
    void anArchivedPackageIsNotSold() {
        signIn(Role.SUPPORT);
        go("subscriber/1");
        click("subscription-new");
        assertThat(world.packages.calls("list")).last().satisfies(c -> assertThat(c.<io.mtandao.api.ListQuery>arg(1).filters())
            .containsEntry("archived", "false"));
    }

    @Test
    void editingKeepsThePasswordAndTheExactTime() {
        signIn(Role.SUPPORT);
        Instant until = world.billing.subscriptions.get(0).expiresAt();
        go("subscriber/1");
        click("subscription-1-edit");
        type("subscription-user", "grace1");
        click("subscription-save");
        assertThat(world.subscriptions.call("update").args().subList(1, 4)).containsExactly(1L, 1, new Subscriptions.Draft(1, 1, 1L, "grace1", null, until));
    }

    @Test
    void editsTheSubscriber() {
        world.fakeFields.all.clear();
        signIn(Role.SUPPORT);
        go("subscriber/2");
        menu("subscriber-more", "subscriber-edit");
        type("sub-phone", "0722 000 111");
        click("sub-save");
        assertThat(world.subscribers.call("update").args().subList(1, 4)).containsExactly(2L, 1, new Subscribers.Draft("Akinyi Simiyu", "0722 000 111", null,
            "MT-1001", "Kahawa Wendani", null));
    }

    @Test
    void deletesAfterAskingAndSaysWhyNot() {
        signIn(Role.SUPPORT);
        world.subscribers.fail("delete", new Conflict("there is money in the wallet"));
        go("subscriber/1");
        menu("subscriber-more", "subscriber-delete");
        confirm();
        assertThat(told()).containsExactly("there is money in the wallet");
        world.subscribers.mend();
        menu("subscriber-more", "subscriber-delete");
        confirm();
        assertThat(path()).isEqualTo("subscribers");
    }

    @Test
    void sendsAMessage() {
        signIn(Role.SUPPORT);
        go("subscriber/1");
        menu("subscriber-more", "subscriber-message");
        click("message-send");
        assertThat(wrong("message-text")).isEqualTo("Please fill this in");
        type("message-text", "We come at ten.");
        click("message-send");
        assertThat(world.messages.call("send").args().subList(1, 3)).containsExactly(1L, "We come at ten.");
    }

    @Test
    void whoMayOnlyReadHasNoButtons() {
        signIn(Role.READ_ONLY);
        go("subscriber/1");
        for (String id : new String[] {"pay-now", "cash-receive", "subscription-new", "subscriber-more", "subscription-1-renew",
            "subscription-1-more"}) assertThat(isThere(id)).as(id).isFalse();
    }

    @Test
    void oneWithoutSubscriptionIsOfferedOne() {
        signIn(Role.SUPPORT);
        world.billing.subscriptions.removeIf(s -> s.subscriberId() == 1);
        go("subscriber/1");
        assertThat(isThere("subscription-first")).isTrue();
        assertThat(world.billing.subscriptions).noneMatch(s -> s.subscriberId() == 1 && s.state() == SubscriptionState.ACTIVE);
    }
}
