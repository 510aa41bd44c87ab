package io.mtandao.ui.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import io.mtandao.api.Role;
import io.mtandao.api.billing.InternetPackage;
import io.mtandao.api.billing.Subscriptions.Draft;
import io.mtandao.ui.fake.UiTest;
import io.mtandao.ui.fake.World;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a subscription consists of, by the service of its package. */
class SubscriptionFormTest extends UiTest {
    @Override
    protected World world() {
        return World.varied();
    }

    private InternetPackage pack(String name) {
        return world.billing.packages.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    }

    private void create(String name) {
        signIn(Role.SUPPORT);
        go("subscriber/2");
        click("subscription-new");
        type("subscription-package", pack(name));
    }

    private Draft saved(String method, int arg) {
        click("subscription-save");
        return world.subscriptions.call(method).arg(arg);
    }

    @Test
    void aFixedAddressIsAskedForInsteadOfAName() {
        create("Office 20M static");
        assertThat(isThere("subscription-user")).isFalse();
        assertThat(isThere("subscription-expiry")).isFalse();
        click("subscription-save");
        assertThat(wrong("subscription-ip")).isEqualTo("Please fill this in");
        for (String typed : new String[] {"10.20.300.7", "10.20.0.07", "2001:db8::5"}) {
            type("subscription-ip", typed);
            assertThat(wrong("subscription-ip")).as(typed).isEqualTo("An IPv4 address like 10.20.0.7; IPv6 cannot be delivered");
        }
        type("subscription-ip", "10.20.30.7");
        type("subscription-mac", "4C:5E:0C:12:34");
        assertThat(wrong("subscription-mac")).isEqualTo("An address like 4C:5E:0C:12:34:56");
        type("subscription-mac", "4c-5e-0c-12-34-56");
        assertThat(saved("create", 1)).isEqualTo(new Draft(2, 11, null, null, null, null, "10.20.30.7", "4c-5e-0c-12-34-56"));
    }

    @Test
    void aHotspotMayHaveADeviceAndNeedsNoName() {
        create("Hotspot day");
        assertThat(isThere("subscription-ip")).isFalse();
        type("subscription-user", "");
        type("subscription-mac", "A4:2B:B0:01:02:03");
        assertThat(saved("create", 1)).isEqualTo(new Draft(2, 12, null, null, null, null, null, "A4:2B:B0:01:02:03"));
    }

    @Test
    void pppoeHasNeitherAddressNorDevice() {
        create("Office 20M static");
        type("subscription-ip", "10.20.30.7");
        type("subscription-package", pack("Home 10M"));
        assertThat(isThere("subscription-ip")).isFalse();
        assertThat(isThere("subscription-mac")).isFalse();
        assertThat(isThere("subscription-expiry")).isTrue();
        assertThat(saved("create", 1)).isEqualTo(new Draft(2, 2, null, "akinyisimiyu", null, null));
    }

    @Test
    void thePackageOfARunningOneIsChangedElsewhere() {
        signIn(Role.SUPPORT);
        go("subscriber/1");
        click("subscription-1-edit");
        assertThat(get(ComboBox.class, "subscription-package").isReadOnly()).isTrue();
        assertThat(isThere("subscription-expiry")).isFalse();
        go("subscription/241");
        click("subscription-241-edit");
        assertThat(isThere("subscription-expiry")).isTrue();
    }

    @Test
    void aSubscriptionOfAnArchivedPackageCanBeEdited() {
        Instant until = world.fakeSubscriptions.get(null, 1).expiresAt();
        InternetPackage p = pack("Home 5M");
        world.billing.packages.set(0, new InternetPackage(p.id(), 1, p.name(), p.price(), p.period(), p.downKbps(), p.upKbps(), p.profile(), true, 1));
        signIn(Role.SUPPORT);
        go("subscription/1");
        click("subscription-1-edit");
        type("subscription-user", "grace1");
        assertThat(saved("update", 3)).isEqualTo(new Draft(1, 1, 1L, "grace1", null, until));
    }

    @Test
    void theAddressOfAStaticOneIsEdited() {
        signIn(Role.SUPPORT);
        go("subscription/13");
        click("subscription-13-edit");
        type("subscription-ip", "41.90.12.35");
        Draft d = saved("update", 3);
        assertThat(d.ipAddress()).isEqualTo("41.90.12.35");
        assertThat(d.macAddress()).isEqualTo("48:8F:5A:11:22:33");
        assertThat(d.pppoeUser()).isNull();
    }
}
