package io.mtandao.ui.router;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.mtandao.api.Invalid;
import io.mtandao.api.Role;
import io.mtandao.api.Unavailable;
import io.mtandao.api.router.Router;
import io.mtandao.api.router.Routers.Draft;
import io.mtandao.ui.fake.FakeNetwork;
import io.mtandao.ui.fake.UiTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoutersTest extends UiTest {
    private void open() {
        signIn(Role.OWNER);
        go("routers");
    }

    private void fill() {
        click("routers-new");
        type("router-name", "Kahawa");
        type("router-host", "10.8.0.4");
        type("router-user", "mtandao");
        type("router-password", "s3cret");
    }

    @Test
    void listsThemWithTheirHealth() {
        open();
        assertThat(row("routers-grid", 0)).contains("Rongai tower", "10.8.0.2:8729 · TLS", "180");
        type("routers-health", Router.Health.DOWN);
        assertThat(rows("routers-grid")).isEqualTo(1);
    }

    @Test
    void addsOneTestsItAndHasItsCertificateConfirmed() {
        open();
        fill();
        assertThat(get(Select.class, "router-driver").getValue()).isEqualTo("mikrotik");
        click("router-save");
        assertThat(world.routers.call("create").args().get(1)).isEqualTo(new Draft("Kahawa", "mikrotik", "10.8.0.4", 8729, "mtandao", "s3cret", true, null));
        assertThat(text("router-result")).contains("certificate that nobody has confirmed", "9f86 d081");
        click("router-believe");
        assertThat(world.routers.call("update").args().subList(1, 4)).containsExactly(3L, 1, new Draft("Kahawa", "mikrotik", "10.8.0.4", 8729, "mtandao", null, true, FakeNetwork.FINGERPRINT));
        assertThat(text("router-result")).contains("Connected", "CCR2004");
    }

    @Test
    void anotherCertificateThanTheConfirmedOneIsNotBelievedByItself() {
        open();
        openRow("routers-grid", 0);
        Router r = world.network.all.get(0);
        assertThat(r.fingerprint()).isEqualTo(FakeNetwork.FINGERPRINT);
        click("router-test");
        assertThat(isThere("router-believe")).isFalse();
        assertThat(text("router-result")).contains("Connected");
    }

    @Test
    void thePortFollowsTls() {
        open();
        click("routers-new");
        assertThat(get(TextField.class, "router-port").getValue()).isEqualTo("8729");
        type("router-tls", false);
        assertThat(get(TextField.class, "router-port").getValue()).isEqualTo("8728");
        type("router-port", "18728");
        type("router-tls", true);
        assertThat(get(TextField.class, "router-port").getValue()).isEqualTo("18728");
    }

    @Test
    void judgesAndShowsWhatTheServiceRefuses() {
        open();
        click("routers-new");
        type("router-port", "99999");
        assertThat(wrong("router-port")).isEqualTo("A port from 1 to 65535");
        click("router-save");
        assertThat(wrong("router-host")).isEqualTo("Please fill this in");
        assertThat(wrong("router-password")).isEqualTo("Please fill this in");
        type("router-name", "x");
        type("router-host", "10.8.0.4");
        type("router-port", "8729");
        type("router-user", "u");
        type("router-password", "p");
        world.routers.fail("create", Invalid.field("host", "is there already"));
        click("router-save");
        assertThat(wrong("router-host")).isEqualTo("is there already");
    }

    @Test
    void aTestThatFailsIsTold() {
        open();
        openRow("routers-grid", 1);
        click("router-test");
        assertThat(text("router-result")).contains("No answer from 10.8.0.3:8728");
        world.routers.fail("test", new Unavailable("no driver runs"));
        click("router-test");
        assertThat(text("router-result")).contains("Not available right now: no driver runs");
    }

    @Test
    void editingKeepsPasswordAndCertificateWhileTheAddressIsTheSame() {
        open();
        openRow("routers-grid", 0);
        click("router-edit");
        type("router-name", "Rongai");
        click("router-save");
        assertThat(world.routers.call("update").args().get(3)).isEqualTo(new Draft("Rongai", "mikrotik", "10.8.0.2", 8729, "mtandao", null, true, FakeNetwork.FINGERPRINT));
    }

    @Test
    void anotherAddressForgetsTheCertificate() {
        open();
        openRow("routers-grid", 0);
        click("router-edit");
        type("router-host", "10.8.0.99");
        click("router-save");
        assertThat(world.routers.call("update").<Draft>arg(3).fingerprint()).isNull();
    }

    @Test
    void oneInUseCannotBeDeleted() {
        open();
        openRow("routers-grid", 0);
        click("router-delete");
        assertThat(world.routers.calls("delete")).isEmpty();
        confirm();
        assertThat(told()).containsExactly("subscriptions use this router");
        assertThat(rows("routers-grid")).isEqualTo(2);
    }

    @Test
    void withoutADriverOneIsLedToThePlugins() {
        world.fakePlugins.configure(null, "mikrotik", false, Map.of());
        open();
        click("routers-new");
        assertThat(told()).containsExactly("Switch on a network driver under Plugins first");
        assertThat(isThere("router-save")).isFalse();
    }

    @Test
    void aTechnicianMayAddRoutersWithTheDriversInUse() {
        signIn(Role.TECHNICIAN);
        go("routers");
        fill();
        click("router-save");
        assertThat(world.routers.call("create").<Draft>arg(1).driver()).isEqualTo("mikrotik");
        assertThat(world.plugins.calls("list")).isEmpty();
    }

    @Test
    void whoMayOnlyReadCannotTouch() {
        signIn(Role.FINANCE);
        go("routers");
        assertThat(isThere("routers-new")).isFalse();
        openRow("routers-grid", 0);
        assertThat(isThere("router-test")).isFalse();
    }
}
